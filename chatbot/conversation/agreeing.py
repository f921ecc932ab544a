"""Agreeing: whether words say yes or no to a question back, or which of two readings they mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

_YES: Final = frozenset(
    {
        "y", "yes", "yes please", "yeah", "yep", "yup", "correct", "right", "that's right", "that is right",
        "exactly", "ok", "okay", "sure", "please do", "do it", "do that", "yes do it", "yes do that",
        "go ahead", "yes go ahead", "change it", "yes change it", "i do", "i did", "yes i do", "yes i did",
    }
)  # fmt: skip
_NO: Final = frozenset(
    {
        "n", "no", "nope", "nah", "wrong", "not that", "no not that", "neither", "none", "neither of them",
        "none of them", "no thanks", "no thank you", "don't", "do not", "no don't", "leave it",
        "no leave it", "leave it as it is", "keep it", "keep it as it is", "no keep it",
        "better not", "rather not", "i don't", "i didn't", "no i don't", "no i didn't",
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
    if said in _YES:
        return Which.YES
    if said in _NO:
        return Which.NO
    which = _WHICH.fullmatch(said)
    if which is None:
        return None
    return Which.FIRST if which["first"] else Which.SECOND
