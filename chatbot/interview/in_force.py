"""The answers in force: which of all that were recorded count, folded event by event."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import msgspec
from msgspec.structs import replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.ids import QuestionId
from chatbot.facts import FactId
from chatbot.interview.contests import Contests
from chatbot.interview.events import Answered, Event, EventId, Skipped, Withdrawn
from chatbot.interview.room_events import Agreed, Contested, Resolved, Voted
from chatbot.interview.standing import Standing
from chatbot.interview.withdrawals import Withdrawals


def answer_of(answered: Answered | Agreed | Voted) -> Answer:
    """The answer that an event recorded; in a room it need not be all of a checklist."""
    return Answer(
        option=answered.option, levels=answered.levels, reasons=answered.reasons, text=answered.text
    )


class Given(msgspec.Struct, frozen=True):
    """An answer with the event that gave it.

    Attributes:
        words: how it was said, verbatim; of what a room agreed on without words, the reason.
        points: of a checklist that a room agreed on point after point, the event that says each.
    """

    event: Event
    answer: Answer
    words: str
    points: Mapping[FactId, Event] = {}

    def words_on(self, fact: FactId) -> str:
        """How it was said of one fact."""
        event = self.points.get(fact)
        return words_of(event.what) if event and isinstance(event.what, Answered | Agreed) else self.words

    def reason_on(self, fact: FactId) -> str:
        """Why a room agreed on it so, where it gave a reason."""
        what = self.points.get(fact, self.event).what
        return what.reason if isinstance(what, Agreed) else ""


def words_of(said: Answered | Agreed) -> str:
    """How an answer was said, verbatim; where a room gave only a reason for one, that."""
    return said.words or (said.reason if isinstance(said, Agreed) else "")


class Passed(msgspec.Struct, frozen=True):
    """That a question was passed over, with the event that says so."""

    event: Event


class _Summed(msgspec.Struct, frozen=True):
    given: dict[QuestionId, Given]
    answers: dict[QuestionId, Answer]
    skipped: frozenset[QuestionId]


class InForce:
    """The latest answer to each question, or that it was passed over.

    What is superseded is kept beneath, and counts again when what superseded it is withdrawn; what is
    withdrawn keeps its place too, and counts again when the withdrawal is.

    Args:
        questions: the questions of the dialog; events about others are left alone.
    """

    def __init__(self, questions: Container[QuestionId]) -> None:
        self._questions = questions
        self._said: dict[QuestionId, Standing[Given | Passed]] = {}
        self._counts: dict[QuestionId, Given | Passed] = {}
        self._entries: dict[EventId, tuple[QuestionId, Given | Passed]] = {}
        self.withdrawals = Withdrawals()
        self.contests = Contests(self.withdrawals.out)
        self.out = self.contests.out
        self._rest_passed: set[QuestionId] = set()
        """Checklists of which a room agreed on some points and passed over the rest."""
        self._summed: _Summed | None = None

    @property
    def given(self) -> Mapping[QuestionId, Given]:
        """The answer in force to each question, on the path or set aside."""
        return self._sum.given

    @property
    def answers(self) -> Mapping[QuestionId, Answer]:
        """The same without their events, as a path is made of them."""
        return self._sum.answers

    @property
    def skipped(self) -> frozenset[QuestionId]:
        """Questions that were passed over and have no answer since."""
        return self._sum.skipped

    def changes(self, question: QuestionId) -> tuple[Given, ...]:
        """Every answer given to a question that is not withdrawn, oldest first."""
        return tuple(one for one in self._said.get(question, ()) if isinstance(one, Given))

    def waits(self, question: QuestionId) -> bool:
        """Whether a question has neither an answer nor been passed over."""
        return question not in self._counts

    def fold(self, event: Event) -> QuestionId | None:
        """Take one event into account; gives the question to which something changed."""
        self.contests.fold(event)
        match event.what:
            case (Answered() | Agreed()) as answered if answered.question in self._questions:
                return self._say(answered.question, Given(event, answer_of(answered), words_of(answered)))
            case Skipped(question=question) if question in self._questions:
                return self._say(question, Passed(event))
            case Withdrawn(event=target):
                flipped = self.withdrawals.fold(event.id, target)
                entry = self._entries.get(flipped) if flipped else None
                if flipped and entry:
                    self._said[entry[0]].put_back(flipped)
                    self._count(entry[0])
                return entry[0] if entry else None
            case Contested(second=second):
                entry = self._entries.get(EventId(second))
                if entry:
                    self._count(entry[0])
                return entry[0] if entry else None
            case Resolved(kept=kept):
                entry = self._entries.get(EventId(kept))
                return self._say(*entry, by=event) if entry else None
        return None

    def _say(self, question: QuestionId, one: Given | Passed, by: Event | None = None) -> QuestionId:
        """Something was said, by the event itself or by a decision that says it anew."""
        id = (by or one.event).id
        self._said.setdefault(question, Standing(self.out)).add(id, one)
        self._entries[id] = question, one
        self._count(question)
        return question

    def _count(self, question: QuestionId) -> None:
        """Find anew what counts at a question."""
        said = self._said[question]
        latest = said.latest
        self._rest_passed.discard(question)
        if latest is None:
            self._counts.pop(question, None)
        elif isinstance(latest, Given) and not (_by_a_room(latest) and latest.answer.levels):
            self._counts[question] = latest
        elif points := _with_points_before(said):
            self._counts[question] = points
            if isinstance(latest, Passed):
                self._rest_passed.add(question)
        else:
            self._counts[question] = latest
        self._summed = None

    @property
    def _sum(self) -> _Summed:
        """What counts, summed up once after each change: it is asked for far more often than it changes."""
        if self._summed is None:
            counts = self._counts.items()
            given = {question: one for question, one in counts if isinstance(one, Given)}
            self._summed = _Summed(
                given,
                {question: one.answer for question, one in given.items()},
                frozenset(question for question, one in counts if isinstance(one, Passed))
                | self._rest_passed,
            )
        return self._summed


def _by_a_room(given: Given) -> bool:
    return isinstance(given.event.what, Agreed)


def _with_points_before(said: Iterable[Given | Passed]) -> Given | None:
    """What a room agreed on a checklist, point after point; `None` where it agreed on none.

    To pass over the question leaves what was agreed on some of its points; an answer that somebody gave
    alone goes.
    """
    latest: Given | None = None
    points: dict[FactId, Given] = {}
    for one in said:
        if isinstance(one, Given):
            latest = one
            points |= dict.fromkeys(one.answer.levels, one)
        else:
            points = {fact: given for fact, given in points.items() if _by_a_room(given)}
            latest = latest if points else None
    if latest is None:
        return None
    levels = {fact: given.answer.levels[fact] for fact, given in points.items()}
    why = {fact: given.answer.reasons.get(fact, "") for fact, given in points.items()}
    answer = replace(
        latest.answer, levels=levels, reasons={fact: reason for fact, reason in why.items() if reason}
    )
    return Given(latest.event, answer, latest.words, {fact: given.event for fact, given in points.items()})
