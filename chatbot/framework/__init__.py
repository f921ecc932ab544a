"""The framework: what `knowledge/` says, and what it concludes from facts."""
