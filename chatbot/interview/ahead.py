"""Looking ahead in an interview: what is left to ask, and what that can still change."""

from __future__ import annotations

import msgspec

from chatbot.dialog.ids import QuestionId
from chatbot.dialog.remaining import remaining
from chatbot.facts import FactId
from chatbot.framework.outlook import Outlook
from chatbot.interview.held import Held
from chatbot.interview.state import State


class Ahead(msgspec.Struct, frozen=True):
    """What is ahead.

    Attributes:
        questions: those that wait for an answer, and those that an answer could still bring up.
        facts: what they may still state, as far as the framework judges it.
        outlook: what of the conclusions can still change.
    """

    questions: tuple[QuestionId, ...]
    facts: frozenset[FactId]
    outlook: Outlook


def look_ahead(held: Held, state: State) -> Ahead:
    """What is ahead of an interview; a pure function of the answers in force."""
    answers = {question: given.answer for question, given in state.answers.items()}
    left = remaining(held.manager.route, answers, state.skipped)
    outlook = held.foresight.outlook(state.path.facts, left.facts, at_most=held.script.at_most)
    return Ahead(left.questions, left.facts & held.foresight.judged, outlook)
