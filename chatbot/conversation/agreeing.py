"""Agreeing: whether words say yes or no to a question back, or which of two readings they mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

_YES: Final = frozenset(
    {
        "y", "yes", "yeah", "yep", "yup", "correct", "right", "that's right", "that is right",
        "exactly", "ok", "okay", "sure", "please", "please do", "do it", "do that",
        "go ahead", "change it", "record it", "i do", "i did",
    }
)  # fmt: skip
_NO: Final = frozenset(
    {
        "n", "no", "nope", "nah", "wrong", "not that", "neither", "none", "neither of them",
        "none of them", "none of these", "no thanks", "no thank you", "don't", "do not", "leave it",
        "leave it as it is", "keep it", "keep it as it is", "better not", "rather not", "i don't", "i didn't",
    }
)  # fmt: skip
_WHICH: Final = re.compile(
    r"(?:yes |no )?(?:i meant? )?(?:rather )?(?:the )?"
    r"(?:(?P<first>first|former|1st)|(?P<second>second|other|latter|2nd))(?: one)?"
)


class Which(StrEnum):
    """What is said to a question back."""

    YES = "yes"
    NO = "no"
    FIRST = "first"
    SECOND = "second"


def plain(words: str) -> str:
    """Words without marks, capitals and additional space, to compare with phrases."""
    return " ".join(re.sub(r"[,.!;]+", " ", words.casefold().replace("\u2019", "'")).split())


def said_back(words: str) -> Which | None:
    """What the words say to "Did you mean …?" or "Shall I …?"; `None` when they say something else."""
    said = plain(words)
    first, _, rest = said.partition(" ")
    if said in _YES or (first in _YES and rest in _YES):
        return Which.YES
    if said in _NO or (first in _NO and rest in _NO):
        return Which.NO
    which = _WHICH.fullmatch(said)
    if which is None:
        return None
    return Which.FIRST if which["first"] else Which.SECOND
