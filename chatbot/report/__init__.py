"""Reports: the content of one, and the formats in which it is written."""
