"""A session with several people, line by line."""
