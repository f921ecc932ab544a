"""A report as a document: sections, paragraphs, tables and pictures, whatever the format."""
