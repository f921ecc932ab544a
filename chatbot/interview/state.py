"""The state of an interview, folded event by event; a fresh replay gives the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Set

from chatbot.dialog.answers import is_whole
from chatbot.dialog.manager import FINISHED, OPENING, DialogManager, Stage
from chatbot.dialog.path import Path
from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId, Statement
from chatbot.interview.contests import Contest
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    Noted,
    Reopened,
    Skipped,
    Started,
    Unrecognised,
    Withdrawn,
)
from chatbot.interview.in_force import Given, InForce, answer_of
from chatbot.interview.kept import Kept, KeptAs
from chatbot.interview.room_events import Contested, Continued, InRoom, Paused, Scheduled, Voted
from chatbot.interview.standing import Standing

__all__ = ["Given", "State", "answer_of"]


class State:
    """Everything that follows from the events so far.

    Attributes:
        stage: the question that is asked now, or `review` or `finished`.
        path: the path that the answers in force make.
        due: the questions on the path that have neither an answer nor been passed over, in order.
        unrecognised: how many events there are of each kind that this version does not know.
    """

    def __init__(self, manager: DialogManager, events: Iterable[Event] = ()) -> None:
        self._manager = manager
        self._in_force = InForce(manager.route.place)
        # What a contest holds back is a step all the same: the next that its own terminal would undo.
        self._steps: Standing[Event] = Standing(self._in_force.withdrawals.out)
        self._latest_step = 0
        self._seen: dict[EventId, int] = {}
        """By an event, its place among the events."""
        self.events: list[Event] = []
        self.unrecognised: Counter[str] = Counter()
        self.stage: Stage = OPENING
        self.path: Path = manager.route.path({})
        self.due: tuple[QuestionId, ...] = self.path.questions
        self._due = frozenset(self.due)
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

    def is_due(self, question: QuestionId) -> bool:
        """Whether a question on the path still waits for an answer."""
        return question in self._due

    def changes(self, question: QuestionId) -> tuple[Given, ...]:
        """Every answer given to a question that was not withdrawn, oldest first."""
        return self._in_force.changes(question)

    @property
    def withdrawn(self) -> Set[EventId]:
        """The steps that are undone and were not put back."""
        return self._in_force.withdrawals.out

    @property
    def out(self) -> Container[EventId]:
        """The events that do not count: withdrawn, or held back until a contest is decided."""
        return self._in_force.out

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The contested entries that wait for somebody's decision, oldest first."""
        return self._in_force.contests.open

    @property
    def notes(self) -> list[Event]:
        """The notes in force, oldest first; a remark beside an answer is not an event of its own."""
        return [event for event in self._steps if isinstance(event.what, Noted)]

    @property
    def evidence(self) -> list[Event]:
        """The evidence in force, oldest first."""
        return [event for event in self._steps if isinstance(event.what, Evidenced)]

    @property
    def kept(self) -> tuple[Kept, ...]:
        """Notes, evidence and remarks in force, oldest first; a remark outlasts a change of its answer."""
        return tuple(self._kept())

    def event(self, id: EventId) -> Event | None:
        """The event of this id, if there was one."""
        place = self._seen.get(id)
        return None if place is None else self.events[place]

    def last_change(self) -> Event | None:
        """The step that an undo would withdraw: the latest answer, skip, note or evidence in force."""
        return self._steps.latest

    def last_undone(self) -> Event | None:
        """The withdrawal that a redo would withdraw; `None` where nothing was undone since the last step."""
        latest = self._in_force.withdrawals.latest
        since = -1 if latest is None else self._seen[latest]
        return self.events[since] if since >= self._latest_step else None

    def statements(self) -> dict[FactId, Statement]:
        """What was said of each fact, on the path, with the words that did."""
        stated = {}
        answers = self._in_force.given
        evidence: dict[QuestionId, list[str]] = {}
        for event in self.evidence:
            if isinstance(event.what, Evidenced):
                evidence.setdefault(event.what.question, []).append(event.what.text)
        for fact, value in self.path.facts.items():
            question = self.path.origin[fact]
            given = answers[question]
            stated[fact] = Statement(
                fact=fact,
                value=value,
                reason=given.answer.reasons.get(fact, "") or self._option_reason(question, given, value),
                evidence="\n".join(evidence.get(question, ())),
                words=given.words_on(fact),
                question=question,
            )
        return stated

    def fold(self, event: Event) -> None:
        """Take one event into account. Events come in order; none is ever taken back but by another."""
        self._seen[event.id] = len(self.events)
        self.events.append(event)
        changed = self._in_force.fold(event)
        if changed is not None:
            self._follow(changed)
        match event.what:
            case Started():
                self.stage = self._manager.forward(OPENING, self.is_due)
            case Voted(beforehand=beforehand) if beforehand:
                pass  # taken over with many others, so no step that one key should undo
            case Scheduled() | Paused() | Continued():
                pass  # the clock: what it has counted is not undone, and its own key sets it going again
            case Contested():
                pass  # not a step of anybody's
            case Answered() | Skipped() | Noted() | Evidenced() | InRoom():
                self._step(event)
            case Withdrawn(event=target):
                taken = self.event(target)
                if taken and isinstance(taken.what, Withdrawn):
                    self._steps.put_back(taken.what.event)
                    back = self.event(taken.what.event)
                    if back:
                        self._in_force.contests.let_back(back)
            case Finished():
                self.stage = FINISHED
            case Reopened():
                # Questions may have been left out when it was finished; now they are due again.
                self.stage = self._manager.forward(OPENING, self.is_due)
            case Unrecognised(kind=kind):
                self.unrecognised[kind] += 1

    def _step(self, event: Event) -> None:
        self._steps.add(event.id, event)
        self._latest_step = len(self.events)

    def _kept(self) -> Iterator[Kept]:
        given = self._in_force.given
        for event in self._steps:
            match event.what:
                case Noted(text=text, question=question):
                    yield Kept(KeptAs.NOTE, text, question, event)
                case Evidenced(text=text, question=question):
                    yield Kept(KeptAs.EVIDENCE, text, question, event)
                case Answered(question=question, remark=remark) if remark and question in given:
                    yield Kept(KeptAs.REMARK, remark, question, event)

    def _follow(self, question: QuestionId) -> None:
        """Recompute the path and move on to the first question that is due."""
        self.path = self._manager.route.path(self._in_force.answers)
        due = self.due = self._waiting()
        self._due = frozenset(due)
        place = self._manager.route.place
        if not due:
            self.stage = self._manager.review(question)
        else:
            start = question if place[due[0]] > place[question] else OPENING
            self.stage = self._manager.forward(start, self.is_due)

    def _waiting(self) -> tuple[QuestionId, ...]:
        skipped, waits, set_aside = self._in_force.skipped, self._in_force.waits, set(self.path.set_aside)
        return tuple(
            one
            for one in self.path.questions
            if one not in skipped and (waits(one) or one in set_aside or not self._is_whole(one))
        )

    def _is_whole(self, question: QuestionId) -> bool:
        """Whether an answer says something to every point; a room may agree on one after the other."""
        given = self._in_force.given.get(question)
        return given is None or is_whole(self._manager.route.question[question], given.answer)

    def _option_reason(self, question: QuestionId, given: Given, value: str) -> str:
        if value != "not_applicable":
            return ""
        options = self._manager.route.question[question].options
        return next((option.reason for option in options if option.id == given.answer.option), "")
