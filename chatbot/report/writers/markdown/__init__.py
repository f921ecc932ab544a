"""A document as Markdown that also reads well as plain text."""
