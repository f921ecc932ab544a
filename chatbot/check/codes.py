"""What each code means: its severity, a title, and an explanation for authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chatbot.check.meanings import MEANINGS
from chatbot.check.meanings_of_rosters import ROSTER_MEANINGS
from chatbot.check.meanings_of_themes import THEME_MEANINGS
from chatbot.sources.codes import Code


class Severity(StrEnum):
    """How grave a finding is; errors and warnings make a check fail, information does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code, explained."""

    severity: Severity
    title: str
    explanation: str


_NOT_ERRORS: Final = {
    Code.FACT_LEFT_OUT: Severity.INFO,
    Code.FACILITATOR_MISSING: Severity.INFO,
    Code.ID_NOT_IN_LEDGER: Severity.INFO,
    Code.TEMPLATE_NOT_TRIED: Severity.INFO,
    **dict.fromkeys(
        (
            Code.SIGN_WITHOUT_WARNING,
            Code.WARNING_NEVER_RAISED,
            Code.MODEL_NEVER_RECOMMENDED,
            Code.TENSION_NEVER_MET,
            Code.SAME_WORDS,
            Code.PLACEHOLDER_TOO_EARLY,
            Code.DIALOG_FILE_NAME,
            Code.FACT_NEVER_ASKED,
            Code.AMBITION_NOT_OFFERED,
            Code.WHY_MISSING,
            Code.HELP_MISSING,
            Code.EVIDENCE_MISSING,
            Code.ASK_TOO_LONG,
            Code.ALWAYS_HOLDS,
            Code.PART_NEVER_HOLDS,
            Code.ONLY_BY_SKIPPING,
            Code.TOO_FEW_OPTIONS,
            Code.NOT_PROVED,
            Code.TOPIC_CHANGES_ITSELF,
            Code.THEME_FILE_NAME,
            Code.FONT_NOT_THERE,
            Code.STYLE_WITHOUT_EFFECT,
        ),
        Severity.WARNING,
    ),
}

CODES: Final[Mapping[Code, Meaning]] = {
    code: Meaning(_NOT_ERRORS.get(code, Severity.ERROR), title, explanation)
    for code, (title, explanation) in {**MEANINGS, **THEME_MEANINGS, **ROSTER_MEANINGS}.items()
}


def explained() -> Iterator[str]:
    """Every code on a line of its own: code, severity, title, explanation."""
    for code, meaning in CODES.items():
        yield f"{code} {meaning.severity:<7} {meaning.title}: {meaning.explanation}"
