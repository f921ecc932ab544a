"""Facts inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.framework.terms import enumerated
from chatbot.report.content.judged import Finding

_FEW: Final = 4
"""How many facts a sentence can hold before nobody remembers its beginning."""


def in_standing(findings: Sequence[Finding]) -> str:
    """Every fact, each with how it stands: "a (missing) and b (not known)"."""
    return enumerated([f"{finding.within} ({finding.standing})" for finding in findings])


def in_short(findings: Sequence[Finding]) -> str:
    """The same; of many only how many they are and the first."""
    if not is_shortened(findings):
        return in_standing(findings)
    return f"{len(findings)} points to settle, among them {in_standing(findings[: _FEW - 1])}"


def is_shortened(findings: Sequence[Finding]) -> bool:
    """Whether `in_short` leaves some of them out."""
    return len(findings) > _FEW


def labels(findings: Sequence[Finding]) -> str:
    """Every fact without how it stands."""
    return enumerated([finding.within for finding in findings])
