"""The course of a session: which ballot comes next, and how its time compares with what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from chatbot.dialog.script import QuestionId, QuestionKind, TopicId
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.room import Room


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """What a session has time for.

    Attributes:
        minutes: from its first question to its end; 0 where nobody looks at the clock.
        questions: of each question, the minutes it may take in the room.
        before: the questions that are answered beforehand; in the room they come last.
        discussing: minutes kept for what people see differently.
        closing: minutes kept for the end.
    """

    minutes: int = 0
    questions: Mapping[QuestionId, float] = {}
    before: frozenset[QuestionId] = frozenset()
    discussing: int = 0
    closing: int = 0


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How the time stands, in minutes.

    Attributes:
        left: of the session; below 0 when it is over; `None` where it has no end.
        late: how much more is still planned than there is time for; below 0 where there is time to spare.
        spent: on all questions.
        question: what the present question took, and what it may take.
        topic: the same of its topic.
        running: whether the clock goes on.
    """

    left: float | None
    late: float
    spent: float
    question: tuple[float, float]
    topic: tuple[float, float]
    running: bool


class Course:
    """Leads a room through its ballots."""

    def __init__(self, room: Room, budget: Budget) -> None:
        self.room = room
        self.budget = budget

    def left(self) -> Iterator[Ballot]:
        """The ballots on the path that the room has not agreed on, those planned for the room first."""
        due = self.room.interview.state.due
        for question in (*self._held(due), *(one for one in due if one in self.budget.before)):
            yield from self._left_of(question)

    def fresh(self) -> Ballot | None:
        """The next ballot planned for the room that it never turned to; nothing where there is none."""
        here = self.room.state.current
        fresh = [
            ballot
            for ballot in self.left()
            if ballot.question not in self.budget.before and not self._turned_to(ballot)
        ]
        after = (ballot for ballot in fresh if here and self._place(ballot) > self._place(here))
        return next(after, fresh[0] if fresh else None)

    def disputed(self) -> Iterator[Ballot]:
        """The ballots that are left on which people differ, be it from before the session."""
        for ballot in self.left():
            if len({vote.stance.value for vote in self.room.state.votes.latest(ballot).values()}) > 1:
                yield ballot

    def alike(self) -> Iterator[tuple[Ballot, Stance]]:
        """The ballots that are left on which all who said something before the session said the same."""
        for ballot in self.left():
            votes = self.room.state.votes.latest(ballot)
            same = {vote.stance.value: vote.stance for vote in votes.values() if vote.beforehand}
            if len(same) == 1 and len(votes) == sum(bool(vote.beforehand) for vote in votes.values()):
                yield ballot, next(iter(same.values()))

    def rest(self) -> Ballot | None:
        """What is left besides, such as what was to be answered before and was not."""
        here = self.room.state.current
        return next((ballot for ballot in self.left() if ballot != here), None)

    def is_agreed(self, ballot: Ballot) -> bool:
        """Whether the room agreed on a ballot since it turned to it last."""
        agreement = self.room.state.outcomes.agreement(ballot)
        return agreement is not None and agreement.event.seq > self._turned_to(ballot)

    def timing(self, now: datetime) -> Timing:
        """How the time stands."""
        clock, route = self.room.state.clock, self.room.interview.held.manager.route
        here = self.room.state.current
        spent = clock.total(now) / 60
        left = self.budget.minutes - spent if self.budget.minutes else None
        question = topic = (0.0, 0.0)
        if here:
            question = (clock.spent(here.question, now) / 60, self.budget.questions.get(here.question, 0))
            topic = self._topic(route.topic[here.question].id, now)
        late = 0.0 if left is None else self._still_planned(now) - left
        return Timing(
            left=left, late=late, spent=spent, question=question, topic=topic, running=clock.running
        )

    def _held(self, questions: tuple[QuestionId, ...]) -> list[QuestionId]:
        return [one for one in questions if one not in self.budget.before]

    def _left_of(self, question: QuestionId) -> Iterator[Ballot]:
        asked = self.room.question(question)
        every = ballots_of(asked)
        agreed = self.room.state.outcomes.agreement
        left = [ballot for ballot in every if agreed(ballot) is None]
        yield from left if left and asked.kind is QuestionKind.CHECKLIST else every

    def _place(self, ballot: Ballot) -> tuple[int, int]:
        route = self.room.interview.held.manager.route
        points = ballots_of(route.question[ballot.question])
        return route.place[ballot.question], points.index(ballot)

    def _turned_to(self, ballot: Ballot) -> int:
        event = self.room.interview.state.event(self.room.state.votes.round_of(ballot))
        return event.seq if event else 0

    def _topic(self, topic: TopicId, now: datetime) -> tuple[float, float]:
        route, path = self.room.interview.held.manager.route, self.room.interview.state.path.questions
        own = [question for question in path if route.topic[question].id == topic]
        spent = sum(self.room.state.clock.spent(question, now) for question in own) / 60
        return spent, sum(self.budget.questions.get(question, 0) for question in self._held(tuple(own)))

    def _still_planned(self, now: datetime) -> float:
        """Minutes of all that is to come: what is left of the questions, then discussing, then the end."""
        clock = self.room.state.clock
        held = self._held(self.room.interview.state.due)
        asking = sum(
            max(self.budget.questions.get(question, 0) - clock.spent(question, now) / 60, 0)
            for question in held
        )
        return asking + (self.budget.discussing if held else 0) + self.budget.closing
