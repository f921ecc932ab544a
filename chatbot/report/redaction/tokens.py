"""A text as words and marks, and where capitalised words stand together in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from chatbot.report.redaction.contacts import without_contacts
from chatbot.report.redaction.wording import LEGAL_FORMS, PARTICLES, TITLES

_TOKEN: Final = re.compile(
    r"(?:\b(?i:dr|prof|mr|mrs|ms|dipl|ing|inc|ltd|co|corp)|\b[^\W\d_])\."  # their full stop ends nothing
    r"|[^\W\d_](?:\.[^\W\d_])+\.?"
    r"|[^\W\d_]+(?:['\u2019\-&/][^\W\d_]+)*"
    r"|\d+|[^\w\s]|\n"
)
_LONGEST_ACRONYM: Final = 4
_POSSESSIVE: Final = re.compile(r"['\u2019][sS]\Z")
_ENDS: Final = (".", "!", "?", "\n", "\u2026")


def tokens_of(text: str) -> list[str]:
    """The words and marks of a text, without what identifies somebody by its form."""
    return _TOKEN.findall(without_contacts(text))


def runs(tokens: Sequence[str], ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where capitalised words stand together, titles among them; an ordinary word in front does not count."""
    place = 0
    while place < len(tokens):
        end = place
        while end < len(tokens) and (
            capitalised(tokens[end]) or (end > place and _is_particle(tokens, end)) or is_legal(tokens[end])
        ):
            end += 1
            if _POSSESSIVE.search(tokens[end - 1]):  # "Keller's Excel": another thing begins
                break
        start = place
        while start < end and tokens[start].casefold() in ordinary and not is_title(tokens[start]):
            start += 1
        if start < end:
            yield start, end
        place = max(end, place + 1)


def begins_sentence(tokens: Sequence[str], at: int) -> bool:
    """Whether a capital letter says nothing here."""
    before = at - 1
    while before >= 0 and not tokens[before][0].isalnum() and tokens[before] not in (*_ENDS, ":"):
        before -= 1
    return before < 0 or tokens[before] in _ENDS


def goes_on(token: str) -> bool:
    """Whether what a name is may still be said after this."""
    return token not in (".", ";", "!", "?", "\n", ")")


def capitalised(token: str) -> bool:
    """Whether a word begins with a capital letter."""
    return token[0].isalpha() and token[0] == token[0].upper() and token[0] != token[0].lower()


def is_acronym(token: str) -> bool:
    """Whether a word is short and all in capitals."""
    return token.isupper() and 1 < len(token) <= _LONGEST_ACRONYM


def is_title(token: str) -> bool:
    """Whether a word is one that stands in front of a name."""
    return token.casefold().rstrip(".") in TITLES and capitalised(token)


def is_legal(token: str) -> bool:
    """Whether a word is the legal form of a company."""
    return token.casefold() in LEGAL_FORMS or token.casefold().rstrip(".") in LEGAL_FORMS


def are_ordinary(
    words: Sequence[str], ordinary: frozenset[str], how_many: Callable[[Iterable[bool]], bool]
) -> bool:
    """Whether any, or all, of the words are ordinary ones."""
    return how_many(word.casefold().rstrip(".") in ordinary for word in words)


def as_name(words: Sequence[str]) -> str:
    """Words as the name that they are, without the `s` of whose something is."""
    return _POSSESSIVE.sub("", " ".join(words).rstrip("."))


def _is_particle(tokens: Sequence[str], at: int) -> bool:
    """A small word inside a name: something capitalised has to follow it."""
    return tokens[at].casefold() in PARTICLES and any(map(capitalised, tokens[at + 1 : at + 3]))
