"""Cutting a checklist answer into words, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from chatbot.dialog.understanding.words import folded, spelled_out

Tokens: TypeAlias = tuple[str, ...]

_PIECE: Final = re.compile(
    r"(?P<range>(?<![\d./])\d+ ?(?:-|\u2013|\u2014|to|through) ?\d+(?![\d./]\d))"
    r"|(?P<fraction>\d+(?:[./\u2044]\d+)+)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>\n|\S)"
)
_FIRST_AND_LAST: Final = re.compile(r"(\d+)\D+(\d+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, with its place in the comparable text.

    Attributes:
        last: of a range of numbers, the last; `text` is then the first.
    """

    text: str
    start: int
    end: int
    last: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The words, numbers and marks of a folded text.

    A question mark right behind a letter asks about that word and comes as `…?`; one that stands alone
    or behind a number is a mark of its own.
    """
    for match in _PIECE.finditer(text):
        piece, start, end = match[0], match.start(), match.end()
        match match.lastgroup:
            case "range":
                ends = _FIRST_AND_LAST.fullmatch(piece)
                if ends:
                    yield Token(ends[1], start, end, last=ends[2])
            case "word":
                for word in spelled_out(piece):
                    yield Token(word, start, end)
            case "mark" if piece == "?" and text[start - 1 : start].isalpha():
                yield Token("…?", start, end)
            case "mark" if _is_hyphen(piece, text, start, end) or _numbers_a_point(piece, text, start):
                continue
            case _:
                yield Token(piece, start, end)


@lru_cache(maxsize=4096)
def phrase_tokens(authored: str) -> Tokens:
    """An authored phrase as the tokens that it gives when somebody types it, without a mark at its end."""
    found = [token.text for token in tokens(folded(authored).text)]
    while len(found) > 1 and not found[-1].isalnum():
        found.pop()
    return tuple(found)


def _is_hyphen(mark: str, text: str, start: int, end: int) -> bool:
    """Whether a mark joins two words: `n/a`, `follow-up`, `data_foundation.owners`."""
    return mark == "_" or (
        mark in "/.-" and text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()
    )


def _numbers_a_point(mark: str, text: str, start: int) -> bool:
    """Whether a mark belongs to the number before it: `1.`, `1)`."""
    return mark in ".)" and text[start - 1 : start].isdecimal()
