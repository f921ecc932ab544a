"""Pictures in a report, and how they become files."""
