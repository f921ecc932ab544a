"""What became of a saying: understood at once, after one confirmation, asked about, or wrong in silence."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from tests.sayings.sayings import Meaning

_GOING: Final = frozenset({Intent.BACK, Intent.CHANGE})
"""Going back to a named question and changing its answer lead to the same place."""


class Verdict(StrEnum):
    """What became of a saying."""

    AT_ONCE = "at once"
    CONFIRMED = "confirmed"
    """Right, and offered first: one "yes" away."""

    ASKED = "asked"
    WRONG = "wrong in silence"
    RIGHTLY_ASKED = "rightly asked"
    """It means nothing here, and nothing was recorded or done because of it."""


def verdict(means: Meaning, understood: Understood) -> Verdict:
    """Hold what was understood against what was meant."""
    heard = understood.heard
    accepted = understood.outcome is Outcome.ACCEPT and heard is not None
    if means.is_nothing:
        return Verdict.WRONG if accepted else Verdict.RIGHTLY_ASKED
    if heard is None or understood.outcome is Outcome.ASK:
        return Verdict.ASKED
    if understood.outcome is Outcome.CONFIRM:
        return Verdict.CONFIRMED if is_meant(heard, means) else Verdict.ASKED
    if is_meant(heard, means):
        return Verdict.AT_ONCE
    return Verdict.ASKED if is_part(heard, means) else Verdict.WRONG


def is_meant(heard: Heard, means: Meaning) -> bool:
    """Whether a reading is what was meant."""
    if means.intent:
        return heard.intent is not None and _same_wish(heard.intent, heard.target, means)
    if heard.intent is not None:
        return False
    if means.levels:
        return {str(fact): str(level) for fact, level in heard.levels.items()} == means.levels
    if means.text:
        return heard.text.strip() == means.text.strip() or (
            bool(heard.text) and heard.text.strip().strip(".!\"'") in means.text
        )
    return heard.option == means.option


def is_part(heard: Heard, means: Meaning) -> bool:
    """Whether a checklist was heard in part, and nothing of it wrong: the bot asks for the rest."""
    levels = {str(fact): str(level) for fact, level in heard.levels.items()}
    return bool(levels) and levels.items() < means.levels.items()


def _same_wish(intent: Intent, target: str, means: Meaning) -> bool:
    wanted = Intent(means.intent)
    if wanted in _GOING and intent in _GOING and (target or means.target):
        return target == means.target
    if intent is not wanted:
        return False
    if wanted in (Intent.NOTE, Intent.EVIDENCE):
        return _words(target) == _words(means.target) or _words(means.target) in _words(target)
    return wanted is not Intent.CHANGE or target == means.target


def _words(text: str) -> str:
    return " ".join(text.strip().strip(".!\"':").casefold().split())
