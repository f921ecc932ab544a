"""Wrapping text to a width in terminal cells; wide and combining characters count as they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, chop_cells

_UNCOMMON: Final = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027]")
"""Characters that may be wider or narrower than one cell; without any, a length is a width."""


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` cells, at spaces where possible.

    Newlines are kept, as are spaces at the start of a line. Never returns an empty list.
    """
    width = max(width, 1)
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, width)]


def width_of(text: str) -> int:
    """How many cells a line of text takes."""
    return cell_len(text) if _UNCOMMON.search(text) else len(text)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something was left out."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    return chop_cells(text, width - 1)[0].rstrip() + "…" if width > 1 else "…"


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    if _UNCOMMON.search(paragraph):
        yield from _by_cells(paragraph, width)
    else:
        yield from _by_length(paragraph, width)


def _by_length(paragraph: str, width: int) -> Iterator[str]:
    """The quick way, for text in which every character takes one cell."""
    start, end = 0, len(paragraph)
    while end - start > width:
        stop = paragraph.rfind(" ", start, start + width + 1)
        if stop <= start or not paragraph[start:stop].strip():
            stop = start + width
        yield paragraph[start:stop].rstrip()
        start = stop
        while start < end and paragraph[start] == " ":
            start += 1
    if start < end or start == 0:
        yield paragraph[start:].rstrip()


def _by_cells(paragraph: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for word in re.findall(r"\s*\S+", paragraph) or [""]:
        wide = cell_len(word)
        if line and taken + wide > width:
            yield line
            line, taken = "", 0
            word = word.lstrip()
            wide = cell_len(word)
        if wide > width:
            *whole, word = chop_cells(word, width)
            yield from (piece.rstrip() for piece in whole)
            wide = cell_len(word)
        line, taken = line + word, taken + wide
    yield line
