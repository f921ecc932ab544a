"""Reports for other programs: JSON with a published schema, and the answers as CSV."""
