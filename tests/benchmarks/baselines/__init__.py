"""Small fixed programs that do only the bare minimum with the same libraries."""
