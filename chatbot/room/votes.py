"""Votes: what each person holds to be so on each ballot, round after round, and whether it is shown."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

import msgspec

from chatbot.interview.events import Event, EventId
from chatbot.interview.room_events import Opened, PersonId, Revealed, Voted
from chatbot.interview.standing import Standing
from chatbot.room.ballots import Ballot, Stance, stances


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """One person's vote on one ballot.

    Attributes:
        round: the event that opened the ballot for the round it was given in; empty where it was given
            before the room turned to the ballot.
        beforehand: the interview that the person held alone, where it comes from there.
        words: how they said it there, verbatim.
    """

    person: PersonId
    stance: Stance
    round: EventId
    event: Event
    beforehand: str = ""
    words: str = ""


class Votes:
    """Folds votes.

    Args:
        out: the events that do not count, as they are at any time.
        counts: whether a person is on the list; the votes of one who was taken off it count for nothing.
    """

    def __init__(self, out: Container[EventId], counts: Callable[[PersonId], bool]) -> None:
        self._out = out
        self._counts = counts
        self._votes: dict[Ballot, dict[PersonId, Standing[Vote]]] = {}
        self._opened: dict[Ballot, Standing[Event]] = {}
        self._revealed: dict[Ballot, Standing[EventId]] = {}
        self._turns: Standing[Event] = Standing(out)
        self._about: dict[EventId, list[Standing[Vote] | Standing[Event] | Standing[EventId]]] = {}
        self._given: dict[EventId, list[tuple[Standing[Vote], Vote]]] = {}
        """What each event that votes has said, and where."""

    @property
    def current(self) -> Event | None:
        """The event that turned the room to the ballot that it is at; `None` before the first."""
        return self._turns.latest

    def ballots(self) -> Iterator[Ballot]:
        """Every ballot that somebody ever voted on."""
        return iter(self._votes)

    def round_of(self, ballot: Ballot) -> EventId:
        """The round that a ballot is in: the event that opened it last, or empty."""
        opened = self._opened[ballot].latest if ballot in self._opened else None
        return opened.id if opened else EventId("")

    def rounds(self, ballot: Ballot) -> tuple[EventId, ...]:
        """Every round of a ballot, oldest first: the events that opened it."""
        return tuple(event.id for event in self._opened.get(ballot, ()))

    def is_revealed(self, ballot: Ballot) -> bool:
        """Whether the votes of the present round are shown."""
        shown = self._revealed[ballot].latest if ballot in self._revealed else None
        return shown is not None and shown == self.round_of(ballot)

    def latest(self, ballot: Ballot) -> Mapping[PersonId, Vote]:
        """The vote of each person that counts: their latest, be it from before or from an earlier round."""
        by_person = self._votes.get(ballot, {})
        return {
            person: vote
            for person, said in by_person.items()
            if self._counts(person) and (vote := said.latest)
        }

    def in_round(self, ballot: Ballot) -> Mapping[PersonId, Vote]:
        """The votes given in the present round."""
        now = self.round_of(ballot)
        return {person: vote for person, vote in self.latest(ballot).items() if vote.round == now}

    def all(self, ballot: Ballot) -> tuple[Vote, ...]:
        """Every vote on a ballot that was not undone, oldest first, also those that were changed later."""
        by_person = self._votes.get(ballot, {})
        votes = (vote for person, said in by_person.items() if self._counts(person) for vote in said)
        each = {vote.event.id: vote for vote in votes}  # a decision says anew what may stand already
        return tuple(sorted(each.values(), key=lambda vote: vote.event.seq))

    def fold(self, event: Event) -> None:
        """Take an event into account; those about something else are left alone."""
        match event.what:
            case Opened(question=question, fact=fact):
                self._turns.add(event.id, event)
                opened = self._opened.setdefault(Ballot(question, fact), Standing(self._out))
                opened.add(event.id, event)
                self._about[event.id] = [self._turns, opened]
            case Revealed(question=question, fact=fact):
                ballot = Ballot(question, fact)
                revealed = self._revealed.setdefault(ballot, Standing(self._out))
                revealed.add(event.id, self.round_of(ballot))
                self._about[event.id] = [revealed]
            case Voted() as voted:
                self._vote(event, voted)

    def say_anew(self, entry: EventId, by: EventId) -> None:
        """A decision keeps a vote; it stays one of the round that it was given in."""
        for said, vote in self._given.get(entry, ()):
            said.add(by, vote)
            self._about.setdefault(by, []).append(said)

    def let_back(self, event: EventId) -> None:
        """Say that an event counts again."""
        for standing in self._about.get(event, ()):
            standing.put_back(event)

    def _vote(self, event: Event, voted: Voted) -> None:
        person = PersonId(event.who)
        about = self._about.setdefault(event.id, [])
        for ballot, stance in stances(voted):
            said = self._votes.setdefault(ballot, {}).setdefault(person, Standing(self._out))
            round = EventId("") if voted.beforehand else self.round_of(ballot)
            vote = Vote(
                person=person,
                stance=stance,
                round=round,
                event=event,
                beforehand=voted.beforehand,
                words=voted.words,
            )
            said.add(event.id, vote)
            about.append(said)
            self._given.setdefault(event.id, []).append((said, vote))
