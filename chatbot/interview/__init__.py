"""Interviews: events, their replay, and the store that keeps them."""
