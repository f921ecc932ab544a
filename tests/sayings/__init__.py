"""Sayings: what people might type, with what it means, and how much of it is understood."""
