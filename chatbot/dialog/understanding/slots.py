"""Phrases with a place to fill: "for the record, {text}" and what stands there in somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from chatbot.dialog.understanding.words import Spoken, folded

_SLOT: Final = re.compile(r"\{(?:text|question|reason)\}")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BETWEEN: Final = r"[\W_]+"
_FRINGE: Final = " \t\r\n,;:-\u2013\u2014\"'\u201c\u201d"


def without_slot(phrase: str, filling: str = "") -> str:
    """The phrase with `filling` in its place."""
    return _SLOT.sub(lambda _: filling, phrase)


def has_slot(phrase: str) -> bool:
    """Whether a phrase has a place to fill."""
    return _SLOT.search(phrase) is not None


def filled(said: Spoken, phrases: Iterable[str]) -> str:
    """What stands in the place of the phrase that fits best, verbatim; empty where none fits.

    Of several that fit, the one with the most words of its own.
    """
    fits = [
        (pattern.words, match)
        for phrase in phrases
        if (pattern := _pattern(phrase)) is not None and (match := pattern.form.fullmatch(said.text))
    ]
    if not fits:
        return ""
    _, match = max(fits, key=lambda fit: fit[0])
    return said.verbatim(match.start("slot"), match.end("slot")).strip(_FRINGE)


class _Pattern:
    """A phrase as a form of text, with how many words it has besides its place."""

    __slots__ = ("form", "words")

    def __init__(self, form: re.Pattern[str], words: int) -> None:
        self.form = form
        self.words = words


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> _Pattern | None:
    parts = _SLOT.split(phrase, maxsplit=1)
    if len(parts) != 2:
        return None
    before, after = (_WORD.findall(folded(part).text) for part in parts)
    if not before and not after:
        return None
    head = _BETWEEN.join(map(re.escape, before)) + (_BETWEEN if before else "")
    tail = (_BETWEEN if after else "") + _BETWEEN.join(map(re.escape, after))
    form = re.compile(rf"[\W_]*{head}(?P<slot>\S.*?){tail}[\W_]*", re.DOTALL)
    return _Pattern(form, len(before) + len(after))
