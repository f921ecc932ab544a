"""The same answers for every way of holding an interview, and what must be the same about its report."""

from __future__ import annotations

from typing import Final, TypeAlias

from chatbot.conversation.talk import Talk
from chatbot.dialog.script import QuestionKind
from chatbot.interview.interview import Interview

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_CHOICES: Final = (4, 1, 2, 3, 1, 2, 1, 2)
_LEVELS: Final = "ypn?"
_OWN: Final = frozenset({"words", "at", "interview", "first", "last", "again", "transcript"})
"""What each report says of its own interview: quotations, times, ids; the transcript is made of these."""


def lines(interview: Interview) -> list[str]:
    """What to type at each question of an interview in memory, which is held with it."""
    talk = Talk(interview)
    typed: list[str] = []
    while asked := talk.asking:
        match asked.kind:
            case QuestionKind.TEXT:
                line = f"ChangeLink {len(typed) or ''}".strip()
            case QuestionKind.CHOICE:
                line = str(min(_CHOICES[len(typed) % len(_CHOICES)], len(asked.options)))
            case QuestionKind.CHECKLIST:
                line = " ".join(_LEVELS[(len(typed) + at) % len(_LEVELS)] for at in range(len(asked.items)))
        talk.say(line)
        typed.append(line)
    return typed


def without_its_own(report: Json) -> Json:
    """A report as JSON, without what is only of this one interview."""
    if isinstance(report, dict):
        return {key: without_its_own(value) for key, value in report.items() if key not in _OWN}
    if isinstance(report, list):
        return [without_its_own(value) for value in report]
    return report
