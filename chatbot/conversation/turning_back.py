"""Turning back: to which earlier question, and how it is taken up again."""

from __future__ import annotations

from typing import Final

from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.dialog.manager import FINISHED, REVIEW, Stage
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.interview import Interview

_LONGEST_NUMBER = 4

NOWHERE: Final = "There is no such question before this one. Type review to see them all with their numbers."


def go_back(floor: Floor, target: str) -> Reply:
    """Visit the question named by `target` (an id or a number of the review), or else the one before.

    From the end of an interview that left questions out, it goes on with those.
    """
    if not target and floor.interview.finished and floor.interview.state.due:
        return floor.told(floor.interview.reopen())
    here = floor.visiting or floor.interview.state.stage
    found = named(floor.interview, target) if target else _before(floor.interview, here)
    return floor.aside(NOWHERE) if found is None else visit(floor, found)


def change(floor: Floor, target: str) -> Reply:
    """Visit the question to change, named as for `go_back`; without a name, see them all."""
    return go_back(floor, target) if target else Reply(wants=Intent.REVIEW)


def visit(floor: Floor, question: QuestionId) -> Reply:
    """Ask a question again that was dealt with before; to look at it opens nothing that is finished."""
    interview = floor.interview
    state = interview.state
    dealt_with = question in state.answers or question in state.skipped or question == state.stage
    if question not in state.path.questions or not dealt_with:
        return floor.aside(NOWHERE)
    interview.held.manager.back_to(REVIEW, question)
    floor.clear()
    floor.visiting = question if question != interview.state.stage else None
    return Reply(utterances=(floor.ask_again(),))


def leave(floor: Floor) -> Reply:
    """Leave a question that was gone back to as it is, and go on where the interview stands."""
    floor.clear()
    floor.visiting = None
    return Reply(utterances=(floor.ask_again(),))


def named(interview: Interview, target: str) -> QuestionId | None:
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
