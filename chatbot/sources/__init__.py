"""Authored files: finding them, reading them strictly, and saying where each problem is."""
