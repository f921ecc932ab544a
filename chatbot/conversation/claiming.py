"""Claiming: when the bot asks what shows that an answer is so. It follows from the events alone.

It must not annoy: only of what is said to be established, once for each question, at most at every third
such answer, never where a topic ends, never before a question that any words would answer, and never in a
dialog that looks so coarsely that its conclusions are capped.
"""

from __future__ import annotations

from typing import Final

from chatbot.dialog.script import Question, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.events import Answered, Event
from chatbot.interview.held import Held
from chatbot.interview.state import State

_EVERY: Final = 3


class Claims:
    """Counts the answers that claim something is established, event by event."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._route = held.manager.route
        self._seen: set[QuestionId] = set()
        self._since = 0

    def asks_about(self, event: Event, state: State, *, has_turn: bool = True) -> Question | None:
        """The question to ask evidence for now, if there is one; `state` has folded the event.

        Args:
            has_turn: whether nothing else is asked about this event; if not, the next claim is asked about.
        """
        answered = event.what
        if not isinstance(answered, Answered) or self._held.script.at_most:
            return None
        question = self._route.question.get(answered.question)
        if question is None or question.id in self._seen or not claims(question, answered):
            return None
        self._seen.add(question.id)
        self._since += 1
        if (
            not has_turn
            or self._since < _EVERY
            or not question.evidence
            or not self._has_room(question, state)
        ):
            return None
        self._since = 0
        return question

    def _has_room(self, question: Question, state: State) -> bool:
        """Whether the next question is of the same topic and takes numbers or levels, not any words."""
        following = self._route.question.get(QuestionId(state.stage))
        return (
            following is not None
            and following.kind is not QuestionKind.TEXT
            and self._route.topic[following.id] is self._route.topic[question.id]
            and all(kept.question != question.id for kept in state.kept)
        )


def claims(question: Question, answered: Answered) -> bool:
    """Whether an answer says of something that it is established."""
    if question.kind is QuestionKind.CHOICE:
        chosen = next((one for one in question.options if one.id == answered.option), None)
        return chosen is not None and Level.ESTABLISHED in chosen.facts.values()
    return Level.ESTABLISHED in answered.levels.values()
