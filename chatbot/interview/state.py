"""The state of an interview, folded event by event; a fresh replay gives the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from chatbot.dialog.manager import FINISHED, OPENING, REVIEW, DialogManager, Stage
from chatbot.dialog.path import Path
from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId, Statement
from chatbot.interview.events import (
    Answered,
    Event,
    Finished,
    Noted,
    Reopened,
    Skipped,
    Started,
    Unrecognised,
    Withdrawn,
)
from chatbot.interview.in_force import Given, InForce, answer_of

__all__ = ["Given", "State", "answer_of"]


class State:
    """Everything that follows from the events so far.

    Attributes:
        stage: the question that is asked now, or `review` or `finished`.
        path: the path that the answers in force make.
        notes: the notes in force, oldest first.
        unrecognised: how many events there are of each kind that this version does not know.
    """

    def __init__(self, manager: DialogManager, events: Iterable[Event] = ()) -> None:
        self._manager = manager
        self._in_force = InForce(manager.route.place)
        self.events: list[Event] = []
        self.notes: list[Event] = []
        self.unrecognised: Counter[str] = Counter()
        self.stage: Stage = OPENING
        self.path: Path = manager.route.path({})
        for event in events:
            self.fold(event)

    @property
    def answers(self) -> Mapping[QuestionId, Given]:
        """The answer in force to each question, on the path or set aside."""
        return self._in_force.given

    @property
    def skipped(self) -> frozenset[QuestionId]:
        """Questions that were passed over and have no answer since."""
        return self._in_force.skipped

    @property
    def due(self) -> tuple[QuestionId, ...]:
        """Questions on the path that have neither an answer nor been passed over, in order."""
        return tuple(question for question in self.path.questions if self.is_due(question))

    def is_due(self, question: QuestionId) -> bool:
        """Whether a question on the path still waits for an answer."""
        if question not in self.path.questions or question in self._in_force.skipped:
            return False
        return self._in_force.waits(question) or question in self.path.set_aside

    def changes(self, question: QuestionId) -> tuple[Given, ...]:
        """Every answer given to a question that was not withdrawn, oldest first."""
        return self._in_force.changes(question)

    def last_change(self) -> Event | None:
        """The event that an undo would withdraw: the latest answer, skip or note still in force."""
        withdrawn = {event.what.event for event in self.events if isinstance(event.what, Withdrawn)}
        return next(
            (
                event
                for event in reversed(self.events)
                if isinstance(event.what, Answered | Skipped | Noted) and event.id not in withdrawn
            ),
            None,
        )

    def statements(self) -> dict[FactId, Statement]:
        """What was said of each fact, on the path, with the words that did."""
        stated = {}
        answers = self._in_force.given
        for fact, value in self.path.facts.items():
            question = self.path.origin[fact]
            given = answers[question]
            stated[fact] = Statement(
                fact=fact,
                value=value,
                reason=given.answer.reasons.get(fact, "") or self._option_reason(question, given, value),
                words=given.words,
                question=question,
            )
        return stated

    def fold(self, event: Event) -> None:
        """Take one event into account. Events come in order; none is ever taken back but by another."""
        self.events.append(event)
        changed = self._in_force.fold(event)
        if changed is not None:
            self._follow(changed)
        match event.what:
            case Started():
                self.stage = self._manager.forward(OPENING, self.is_due)
            case Noted():
                self.notes.append(event)
            case Withdrawn(event=withdrawn):
                self.notes = [note for note in self.notes if note.id != withdrawn]
            case Finished():
                self.stage = FINISHED
            case Reopened():
                self.stage = REVIEW
            case Unrecognised(kind=kind):
                self.unrecognised[kind] += 1

    def _follow(self, question: QuestionId) -> None:
        """Recompute the path and move on to the first question that is due."""
        self.path = self._manager.route.path(self._in_force.answers)
        due = self.due
        place = self._manager.route.place
        if not due:
            self.stage = self._manager.review(question)
        else:
            start = question if place[due[0]] > place[question] else OPENING
            self.stage = self._manager.forward(start, self.is_due)

    def _option_reason(self, question: QuestionId, given: Given, value: str) -> str:
        if value != "not_applicable":
            return ""
        options = self._manager.route.question[question].options
        return next((option.reason for option in options if option.id == given.answer.option), "")
