"""Writers: each turns a document into a file of one format. They know no interview and no framework."""
