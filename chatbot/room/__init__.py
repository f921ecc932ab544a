"""A room: an interview that a facilitator holds with several people."""
