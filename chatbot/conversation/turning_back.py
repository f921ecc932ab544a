"""Turning back: which earlier question somebody means by "back", with or without naming one."""

from __future__ import annotations

from chatbot.dialog.manager import FINISHED, REVIEW, Stage
from chatbot.dialog.script import QuestionId
from chatbot.interview.interview import Interview

_LONGEST_NUMBER = 4


def named(interview: Interview, target: str) -> QuestionId | None:
    """The question on the path with this id, or with this number in the review."""
    on_path = interview.state.path.questions
    if target in on_path:
        return QuestionId(target)
    if target.isdecimal() and len(target) <= _LONGEST_NUMBER and 1 <= int(target) <= len(on_path):
        return on_path[int(target) - 1]
    return None


def before(interview: Interview, here: Stage) -> QuestionId | None:
    """The question on the path before `here`; `None` at the first one."""
    on_path = interview.state.path.questions
    here = REVIEW if here == FINISHED else here
    found = interview.held.manager.back(here, lambda question: question in on_path)
    return None if found == here else QuestionId(found)
