"""Objecting: whether words say that what the bot summed up is not right, and what they say instead."""

from __future__ import annotations

import re
from typing import Final

import msgspec

_HESITATION: Final = r"(?:(?:sorry|well|hm+|wait|oh)\b[\s,.:;-]*)*"
_NEGATION: Final = (
    r"(?:no|nope|wrong|incorrect|not\s+(?:quite|true|right|correct|so)"
    r"|(?:that|this|it)(?:\s+is|['\u2019]?s)\s+(?:wrong|incorrect|not\s+(?:\w+\s+)?(?:right|true|correct|so))"
    r"|(?:that|this|it)\s+(?:isn|is\s*n)(?:'|\u2019)?t\s+(?:\w+\s+)?(?:right|true|correct|so)"
    r"|you\s+(?:got|understood)\s+(?:that|this|it|me)\s+wrong)(?:\s+(?:at\s+all|exactly|quite|right|true|correct))?"
)
_TURN: Final = r"(?:actually|correction|i\s+(?:meant|misspoke))\b"
_OBJECTS: Final = re.compile(
    rf"{_HESITATION}(?:{_NEGATION}\s*(?:[,.:;!\u2013\u2014]+|\s-+\s|$)|{_TURN})[\s,.:;!\u2013\u2014-]*",
    re.IGNORECASE,
)
"""A negation objects only where a mark or nothing follows: "no way yet" and "no quality checks" do not."""
_STATES: Final = re.compile(
    rf"{_HESITATION}(?:that|this|it)(?:\s+is|['\u2019]?s)\s+(?:wrong|incorrect|not\s+(?:right|true|correct|so))\b",
    re.IGNORECASE,
)


class Objection(msgspec.Struct, frozen=True):
    """An objection; `rest` says what is right instead, and may be empty."""

    rest: str


def objection_in(words: str) -> Objection | None:
    """The objection that the words begin with; the negation is never cut off what it may belong to."""
    match = _OBJECTS.match(words)
    if match:
        return Objection(words[match.end() :])
    return Objection(words) if _STATES.match(words) else None
