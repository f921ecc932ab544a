"""Screens, one to a file, each with its stylesheet beside it."""
