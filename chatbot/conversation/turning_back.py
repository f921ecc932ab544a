"""Turning back: which earlier question somebody means by "back", with or without naming one."""

from __future__ import annotations

from typing import Final

from chatbot.dialog.manager import FINISHED, REVIEW, Stage
from chatbot.dialog.script import QuestionId
from chatbot.interview.interview import Interview

_LONGEST_NUMBER = 4

NOWHERE: Final = "There is no such question before this one. Type review to see them all with their numbers."


def turned_back(interview: Interview, here: Stage, target: str) -> QuestionId | None:
    """The question that `back` leads to from `here`: the one named by `target`, or else the one before."""
    return _named(interview, target) if target else _before(interview, here)


def _named(interview: Interview, target: str) -> QuestionId | None:
    """The question on the path with this id, or with this number in the review."""
    on_path = interview.state.path.questions
    if target in on_path:
        return QuestionId(target)
    if target.isdecimal() and len(target) <= _LONGEST_NUMBER and 1 <= int(target) <= len(on_path):
        return on_path[int(target) - 1]
    return None


def _before(interview: Interview, here: Stage) -> QuestionId | None:
    """The question on the path before `here`; `None` at the first one."""
    on_path = interview.state.path.questions
    here = REVIEW if here == FINISHED else here
    found = interview.held.manager.back(here, lambda question: question in on_path)
    return None if found == here else QuestionId(found)
