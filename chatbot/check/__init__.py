"""Checking authored files: what is wrong with them, and what can be proved of every path through them."""
