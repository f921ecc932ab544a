"""Making the room's view from the events of a room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.framework.model import Sign
from chatbot.framework.vocabulary import judged_facts
from chatbot.interview.contests import Contest
from chatbot.interview.events import EventId
from chatbot.interview.held import Held
from chatbot.interview.room_events import PersonId
from chatbot.report.content.called import Called
from chatbot.report.content.entry_words import EntryWords
from chatbot.report.content.fates import Fate, fates, said_anew
from chatbot.report.content.retold import Retold
from chatbot.report.content.room import (
    CHANGES,
    AgreedOn,
    Attendee,
    BallotView,
    ContestView,
    Count,
    DissentSaid,
    RoleCounts,
    RoomView,
    Stay,
    TaskView,
    VoteSaid,
)
from chatbot.report.content.scales import Scales
from chatbot.report.content.wordings import Wordings
from chatbot.room.ballots import Ballot
from chatbot.room.disagreement import Position, ranked, stances_of
from chatbot.room.disagreement.ranking import Disagreement
from chatbot.room.disagreement.spread import spread
from chatbot.room.disagreement.stances import in_order
from chatbot.room.outcomes import Agreement, Task
from chatbot.room.people import Person
from chatbot.room.state import RoomState

WITHOUT_ROLE = "without a role"


def room_view(held: Held, again: Retold) -> RoomView | None:
    """The room's view of an interview that was held again; nothing where it was no room's."""
    if again.room is None or again.called is None:
        return None
    return _Rooming(held, again, again.room, again.called).view()


class _Rooming:
    def __init__(self, held: Held, again: Retold, room: RoomState, called: Called) -> None:
        self._held = held
        self._room = room
        self._called = called
        self._wordings = Wordings(held, again.state)
        self._words = EntryWords(self._wordings, called)
        self._fates: Mapping[EventId, Fate] = fates(again.state, room)
        self._now = datetime.fromisoformat(again.state.events[-1].at)
        self._roles = {person.id: " ".join(person.role.split()) for person in room.people}
        self._signs = {one.id for one in judged_facts(held.framework) if isinstance(one, Sign)}

    def view(self) -> RoomView:
        room = self._room
        people = tuple(self._attendee(person) for person in room.people)
        ballots = tuple(self._ballots())
        schedule = room.schedule
        return RoomView(
            attended=sum(bool(one.stays or one.beforehand or one.votes) for one in people),
            people=people,
            ballots=ballots,
            scales=Scales(self._held).of(ballots),
            actions=tuple(self._tasks(room.outcomes.actions)),
            parked=tuple(self._tasks(room.outcomes.parked)),
            contested=tuple(map(self._contest, room.contests)),
            planned=schedule.minutes if schedule else 0,
            minutes=room.clock.total(self._now) / 60,
        )

    def _attendee(self, person: Person) -> Attendee:
        votes = [
            vote
            for ballot in self._room.votes.ballots()
            if (vote := self._room.votes.latest(ballot).get(person.id))
        ]
        return Attendee(
            id=person.id,
            name=person.name,
            role=person.role,
            organisation=person.organisation,
            called=self._called(person.id),
            stays=tuple(_stays(person.comings)),
            beforehand=len({vote.event.id for vote in votes if vote.beforehand}),
            votes=sum(not vote.beforehand for vote in votes),
        )

    def _ballots(self) -> Iterator[BallotView]:
        """Every ballot that somebody voted, agreed or dissented on."""
        room = self._room
        route = self._held.manager.route
        outcomes = room.outcomes
        every = dict.fromkeys(
            (*room.votes.ballots(), *outcomes.agreements, *(one.ballot for one in outcomes.dissents))
        )
        stances = stances_of(route, room)
        matters = {one.ballot: one for one in ranked(self._held, stances.without_agreements())}
        for ballot in in_order(route, every):
            yield self._ballot(ballot, stances.positions.get(ballot, ()), matters.get(ballot))

    def _ballot(
        self, ballot: Ballot, positions: tuple[Position, ...], matters: Disagreement | None
    ) -> BallotView:
        room, words = self._room, self._wordings
        question = self._held.manager.route.question[ballot.question]
        agreed = room.outcomes.agreement(ballot)
        counted = question.kind is not QuestionKind.TEXT
        rounds = {one: number for number, one in enumerate(room.votes.rounds(ballot), start=1)}
        return BallotView(
            question=ballot.question,
            fact=ballot.fact,
            kind=question.kind,
            topic=words.topic(ballot.question),
            ask=words.ask(ballot.question),
            point=words.point(ballot) if ballot.fact else "",
            agreed=self._agreed(agreed) if agreed else None,
            before=tuple(map(self._agreed, room.outcomes.earlier_agreements(ballot))),
            counts=tuple(self._counts(ballot, positions)) if counted else (),
            by_role=tuple(self._by_role(ballot, positions)) if counted else (),
            votes=tuple(self._votes(ballot, rounds)),
            dissents=tuple(
                DissentSaid(
                    who=self._called(one.person), reason=one.reason, at=one.event.at, earlier=one.earlier
                )
                for one in room.outcomes.dissents_on(ballot)
            ),
            apart=self._apart(ballot, positions) if counted else 0.0,
            changes=CHANGES[matters.tier] if matters else "",
            rounds=len(rounds),
            minutes=room.clock.spent(ballot.question, self._now) / 60,
        )

    def _apart(self, ballot: Ballot, positions: tuple[Position, ...]) -> float:
        return spread(positions, levels=bool(ballot.fact), sign=ballot.fact in self._signs)

    def _counts(self, ballot: Ballot, positions: Iterable[Position]) -> Iterator[Count]:
        for one in positions:
            yield Count(
                value=one.stance.value,
                label=self._wordings.stance(ballot, one.stance),
                count=len(one.persons),
                who=tuple(map(self._called, one.persons)),
            )

    def _by_role(self, ballot: Ballot, positions: tuple[Position, ...]) -> Iterator[RoleCounts]:
        roles = dict.fromkeys(
            self._role(id) for id in sorted(self._roles) for one in positions if id in one.persons
        )
        if len(roles) < 2:
            return
        for role in sorted(roles):
            own = [
                Position(one.stance, tuple(id for id in one.persons if self._role(id) == role))
                for one in positions
            ]
            yield RoleCounts(
                role=role, counts=tuple(self._counts(ballot, [one for one in own if one.persons]))
            )

    def _role(self, id: PersonId) -> str:
        return self._roles.get(id) or WITHOUT_ROLE

    def _votes(self, ballot: Ballot, rounds: Mapping[EventId, int]) -> Iterator[VoteSaid]:
        state = self._room.state
        for vote in self._room.votes.all(ballot):
            event = state.event(said_anew(state, state.event(vote.event.id) or vote.event)) or vote.event
            yield VoteSaid(
                who=self._called(vote.person),
                value=vote.stance.value,
                label=self._wordings.stance(ballot, vote.stance),
                reason=vote.stance.reason,
                words=vote.words,
                round=rounds.get(vote.round, 0),
                at=event.at,
                fate=self._fate(ballot, event.id, vote.person),
            )

    def _fate(self, ballot: Ballot, event: EventId, person: PersonId) -> Fate:
        fate = self._fates[event]
        if fate is not Fate.STANDS:
            return fate
        state, latest = self._room.state, self._room.votes.latest(ballot).get(person)
        own = latest and said_anew(state, state.event(latest.event.id) or latest.event) == event
        return Fate.STANDS if own else Fate.CHANGED

    def _agreed(self, one: Agreement) -> AgreedOn:
        return AgreedOn(
            value=one.stance.value,
            label=self._wordings.stance(one.ballot, one.stance),
            reason=one.reason,
            not_applicable=one.stance.reason,
            at=one.event.at,
        )

    def _tasks(self, tasks: tuple[Task, ...]) -> Iterator[TaskView]:
        """Those that wait first, then in their order."""
        for one in sorted(tasks, key=lambda task: task.settled is not None):
            yield TaskView(
                text=one.text,
                question=one.question,
                ask=self._wordings.ask(QuestionId(one.question)),
                who=self._called.by(one.event),
                owner=self._called.owner(one.owner) if one.owner else "",
                due=one.due,
                settled=one.settled is not None,
                outcome=one.outcome,
                at=one.event.at,
            )

    def _contest(self, contest: Contest) -> ContestView:
        entry = self._room.state.event
        return ContestView(
            first=self._words.of(entry(contest.first)), second=self._words.of(entry(contest.second))
        )


def _stays(comings: Iterable[tuple[bool, str]]) -> Iterator[Stay]:
    came = ""
    for coming, at in comings:
        if coming and not came:
            came = at
        elif not coming and came:
            yield Stay(came=came, left=at)
            came = ""
    if came:
        yield Stay(came=came, left="")
