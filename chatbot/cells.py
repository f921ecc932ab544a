"""How many cells of a terminal a text takes; wide and combining characters count as they show."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def cells(text: str) -> int:
    """The width of one line of text in cells."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def pad(text: str, width: int) -> str:
    """The text with spaces behind it up to a width in cells."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> Iterator[str]:
    """Break one line of text at spaces into lines of at most `width` cells.

    A word that is wider keeps a line of its own, whole: the terminal breaks it, and it can still be copied.
    """
    line, taken = "", 0
    for word in text.split(" "):
        wide = cells(word)
        if line and taken + 1 + wide > width:
            yield line
            line, taken = word, wide
        elif line:
            line, taken = f"{line} {word}", taken + 1 + wide
        else:
            line, taken = word, wide
    yield line


def _cells(letter: str) -> int:
    if letter.isascii():
        return 1
    if category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
