"""The answers in force: which of all that were recorded count, folded event by event."""

from __future__ import annotations

from collections.abc import Container, Mapping

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.ids import QuestionId
from chatbot.interview.events import Answered, Event, EventId, Skipped, Withdrawn


def answer_of(answered: Answered) -> Answer:
    """The answer that an event recorded."""
    return Answer(
        option=answered.option, levels=answered.levels, reasons=answered.reasons, text=answered.text
    )


class Given(msgspec.Struct, frozen=True):
    """An answer with the event that gave it."""

    event: Event
    answer: Answer
    words: str


class Passed(msgspec.Struct, frozen=True):
    """That a question was passed over, with the event that says so."""

    event: Event


class InForce:
    """The latest answer to each question, or that it was passed over.

    What is superseded is kept beneath, and counts again when what superseded it is withdrawn.

    Args:
        questions: the questions of the dialog; events about others are left alone.
    """

    def __init__(self, questions: Container[QuestionId]) -> None:
        self._questions = questions
        self._said: dict[QuestionId, list[Given | Passed]] = {}

    @property
    def given(self) -> Mapping[QuestionId, Given]:
        """The answer in force to each question, on the path or set aside."""
        latest = ((question, said[-1]) for question, said in self._said.items())
        return {question: one for question, one in latest if isinstance(one, Given)}

    @property
    def answers(self) -> dict[QuestionId, Answer]:
        """The same without their events, as a path is made of them."""
        return {question: given.answer for question, given in self.given.items()}

    @property
    def skipped(self) -> frozenset[QuestionId]:
        """Questions that were passed over and have no answer since."""
        return frozenset(question for question, said in self._said.items() if isinstance(said[-1], Passed))

    def changes(self, question: QuestionId) -> tuple[Given, ...]:
        """Every answer given to a question that was not withdrawn, oldest first."""
        return tuple(one for one in self._said.get(question, ()) if isinstance(one, Given))

    def waits(self, question: QuestionId) -> bool:
        """Whether a question has neither an answer nor been passed over."""
        return question not in self._said

    def fold(self, event: Event) -> QuestionId | None:
        """Take one event into account; gives the question to which something changed."""
        match event.what:
            case Answered(question=question) as answered if question in self._questions:
                given = Given(event, answer_of(answered), answered.words)
                self._said.setdefault(question, []).append(given)
                return question
            case Skipped(question=question) if question in self._questions:
                self._said.setdefault(question, []).append(Passed(event))
                return question
            case Withdrawn(event=withdrawn):
                return self._withdraw(withdrawn)
        return None

    def _withdraw(self, event: EventId) -> QuestionId | None:
        for question, said in self._said.items():
            if any(one.event.id == event for one in said):
                said[:] = [one for one in said if one.event.id != event]
                if not said:
                    del self._said[question]
                return question
        return None
