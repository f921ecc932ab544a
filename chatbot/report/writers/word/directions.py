"""Which way a text runs: Word reorders by run and paragraph, so both have to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
_ANY: Final = re.compile(f"[{_LETTERS}]")
_STRETCH: Final = re.compile(rf"[{_LETTERS}](?:[\W\d_]*[{_LETTERS}])*")
"""Letters that run to the left, with the spaces, signs and numbers between them."""


def to_the_left(text: str) -> bool:
    """Whether a paragraph with this text runs from right to left: as its first letter does."""
    if text.isascii() or not _ANY.search(text):
        return False
    for one in text:
        kind = bidirectional(one)
        if kind == "L":
            return False
        if kind in {"R", "AL"}:
            return True
    return False


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left."""
    if text.isascii():
        yield text, False
        return
    at = 0
    for found in _STRETCH.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False
