"""A document as a file for Word, with real styles and lists, so that it can be restyled and edited."""
