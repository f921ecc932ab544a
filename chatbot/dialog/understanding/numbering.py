"""Positions on a displayed list: numbers, ordinals and letters."""

from __future__ import annotations

import re
from typing import Final

COUNTED: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
"""Words for numbers and for places, from 1."""
BY_WORD: Final = {
    word: number for counted in (COUNTED, ORDINALS) for number, word in enumerate(counted, start=1)
}
_CHOOSING: Final = r"(?:(?:i(?:'d| would|'ll| will)? )?(?:choose|pick|take|say|go (?:for|with)) )?"
_NAMED: Final = r"(?:(?:the )?(?:number|letter|option|answer|choice|no\.|nr\.?|#) ?)?"
_POSITION: Final = re.compile(
    rf"{_CHOOSING}{_NAMED}"
    r"(?:\(?(?P<number>\d{1,9})[.)\]]{0,2}|(?P<word>" + "|".join(COUNTED) + r")[.!]?)!?"
)
_ORDINAL: Final = re.compile(
    rf"{_CHOOSING}(?:the )?(?:(?P<number>\d{{1,9}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))"
    r"(?: (?:one|option|answer|choice))?[.!]?"
)
_LETTER: Final = re.compile(rf"{_CHOOSING}{_NAMED}\(?(?P<letter>[a-z])[.)\]]{{0,2}}!?")


def position(text: str) -> int | None:
    """The position that a folded utterance names and nothing else, from 1; `None` if it names none."""
    match = _POSITION.fullmatch(text) or _ORDINAL.fullmatch(text)
    if match is None:
        return None
    return int(match["number"]) if match["number"] else BY_WORD[match["word"]]


def letter_position(text: str) -> int | None:
    """The position that a single letter stands for (a is 1), if the utterance is nothing but that letter."""
    match = _LETTER.fullmatch(text)
    return ord(match["letter"]) - ord("a") + 1 if match else None
