"""Letters for people: one key each, the same on every terminal, and kept when others come late."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from string import ascii_lowercase
from typing import Final

from chatbot.interview.room_events import PersonId

MORE: Final = "z"
"""Begins the codes of those for whom no single letter is left, so nobody has it alone."""

_SINGLE: Final = ascii_lowercase.replace(MORE, "")


def letters(named: Iterable[tuple[PersonId, str]]) -> dict[PersonId, str]:
    """A code for each person: a letter of their name where one is free, else any that is.

    Each depends only on those named earlier. After 25 people a code has two letters, the first being `MORE`.

    Args:
        named: ids and names, in the order in which they were named.
    """
    codes: dict[PersonId, str] = {}
    taken: set[str] = set()
    for person, name in named:
        codes[person] = _free(name, taken)
        taken.add(codes[person])
    return codes


def _free(name: str, taken: Collection[str]) -> str:
    wanted: tuple[str, ...] = (*_wanted(name), *_SINGLE)
    prefix = ""
    while True:
        for letter in wanted:
            if prefix + letter not in taken:
                return prefix + letter
        prefix += MORE


def _wanted(name: str) -> Iterator[str]:
    """The letters of a name, the initials first."""
    plain: str = unicodedata.normalize("NFKD", name.casefold())
    words = plain.split()
    yield from (str(word[0]) for word in words if word[0] in _SINGLE)
    yield from (letter for word in words for letter in word[1:] if letter in _SINGLE)
