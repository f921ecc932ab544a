"""Keeping a sentence readable where the role that replaces a name stands beside it already.

"Our head of quality, Maria Keller, signs" becomes "[the head of quality] signs", not the role twice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

_OF: Final = r"(?:(?:our|the|my|their|your|his|her|a|an)\s+)?"
_LOOK_AROUND: Final = 160
_GOES_ON: Final = re.compile(r"\s+(?!and\b|or\b|who\b|which\b|but\b)[a-z]")
_CLOSES: Final = {",": ",", "(": ")", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}


class Stretch(Struct, frozen=True):
    """What of a text gives way for a name.

    Attributes:
        told: whether the sentence tells the role itself ("Maria Keller is the owner"), so that what stands
            in place of the name need not.
    """

    begins: int
    ends: int
    told: bool = False


def stretch_of(text: str, begins: int, ends: int, role: str, floor: int) -> Stretch:
    """What gives way for a name that stands between two places.

    Args:
        role: what the name is replaced by, without its number.
        floor: where what may give way begins at the earliest.
    """
    if not role:
        return Stretch(begins, ends)
    beside = _beside(role)
    before = text[max(floor, begins - _LOOK_AROUND) : begins]
    after = text[ends : ends + _LOOK_AROUND]
    if beside.is_it.match(after) or beside.it_is.search(before):
        return Stretch(begins, ends, told=True)
    if found := beside.behind.match(after):
        return Stretch(begins, ends + _closed((found[1] or "").strip(), after, found.end()))
    if found := beside.ahead.search(before):
        opened = (found[1] or "").strip()
        if opened == "(" and not after.startswith(")"):
            return Stretch(begins, ends)
        ends += _closed(opened, after, 0)
        return Stretch(begins - len(before) + found.start(), ends)
    return Stretch(begins, ends)


def _closed(opened: str, after: str, at: int) -> int:
    """How much of what follows gives way: up to `at`, and the mark that closes what was opened before."""
    if not opened:
        return at
    closing = re.compile(rf"\s*{re.escape(_CLOSES[opened])}").match(after, at)
    if closing and (opened != "," or _GOES_ON.match(after, closing.end())):
        return closing.end()
    return at


class _Beside(Struct, frozen=True):
    """The ways in which one role stands beside a name: as an apposition, or told of it."""

    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    it_is: re.Pattern[str]
    is_it: re.Pattern[str]


@lru_cache(maxsize=512)
def _beside(role: str) -> _Beside:
    words = role.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    said = r"\W{1,3}".join(map(re.escape, words))

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Beside(
        ahead=compiled(
            rf"(?<!\w){_OF}{said}(?:(\s*[,(]\s*|\s[-\u2013\u2014]\s)|\s+)(?:named\s+|called\s+)?\Z"
        ),
        behind=compiled(rf"(?:(\s*[,(]\s*|\s[-\u2013\u2014]\s){_OF}|\s+){said}(?!\w)"),
        it_is=compiled(rf"(?<!\w){said}(?:\s*:|\s+(?:is|was)(?:\s+called|\s+named)?)\s+\Z"),
        is_it=compiled(rf"\s+(?:is|was|acts\s+as|as)\s+{_OF}{said}(?!\w)"),
    )
