"""A conversational assessment of AI initiatives, held in a terminal."""

__version__ = "0.1.0"
