"""The answers in force: which of all that were recorded count, folded event by event."""

from __future__ import annotations

from collections.abc import Container, Mapping

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.ids import QuestionId
from chatbot.interview.events import Answered, Event, EventId, Skipped, Withdrawn
from chatbot.interview.withdrawals import Withdrawals


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

    What is superseded is kept beneath, and counts again when what superseded it is withdrawn; what is
    withdrawn keeps its place too, and counts again when the withdrawal is.

    Args:
        questions: the questions of the dialog; events about others are left alone.
    """

    def __init__(self, questions: Container[QuestionId]) -> None:
        self._questions = questions
        self._said: dict[QuestionId, list[Given | Passed]] = {}
        self._counts: dict[QuestionId, Given | Passed] = {}
        self._about: dict[EventId, QuestionId] = {}
        self.withdrawals = Withdrawals()

    @property
    def given(self) -> Mapping[QuestionId, Given]:
        """The answer in force to each question, on the path or set aside."""
        return {question: one for question, one in self._counts.items() if isinstance(one, Given)}

    @property
    def answers(self) -> dict[QuestionId, Answer]:
        """The same without their events, as a path is made of them."""
        return {question: given.answer for question, given in self.given.items()}

    @property
    def skipped(self) -> frozenset[QuestionId]:
        """Questions that were passed over and have no answer since."""
        return frozenset(question for question, one in self._counts.items() if isinstance(one, Passed))

    def changes(self, question: QuestionId) -> tuple[Given, ...]:
        """Every answer given to a question that is not withdrawn, oldest first."""
        out = self.withdrawals.out
        said = self._said.get(question, ())
        return tuple(one for one in said if isinstance(one, Given) and one.event.id not in out)

    def waits(self, question: QuestionId) -> bool:
        """Whether a question has neither an answer nor been passed over."""
        return question not in self._counts

    def fold(self, event: Event) -> QuestionId | None:
        """Take one event into account; gives the question to which something changed."""
        match event.what:
            case Answered(question=question) as answered if question in self._questions:
                return self._say(question, Given(event, answer_of(answered), answered.words))
            case Skipped(question=question) if question in self._questions:
                return self._say(question, Passed(event))
            case Withdrawn(event=target):
                flipped = self.withdrawals.fold(event.id, target)
                about = self._about.get(flipped) if flipped else None
                if about:
                    self._count(about)
                return about
        return None

    def _say(self, question: QuestionId, one: Given | Passed) -> QuestionId:
        self._said.setdefault(question, []).append(one)
        self._about[one.event.id] = question
        self._count(question)
        return question

    def _count(self, question: QuestionId) -> None:
        """Find anew what counts at a question."""
        out = self.withdrawals.out
        latest = next((one for one in reversed(self._said[question]) if one.event.id not in out), None)
        if latest is None:
            self._counts.pop(question, None)
        else:
            self._counts[question] = latest
