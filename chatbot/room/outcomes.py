"""What a room came to: what it agreed on, who does not share it, what is parked, and who is to do what."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import msgspec

from chatbot.dialog.ids import QuestionId
from chatbot.interview.events import Event, EventId, Skipped
from chatbot.interview.room_events import Action, Agreed, Dissented, Parked, PersonId, Settled
from chatbot.interview.standing import Standing
from chatbot.room.ballots import Ballot, Stance, stances


class Agreement(msgspec.Struct, frozen=True):
    """What the room agreed on a ballot, and why."""

    ballot: Ballot
    stance: Stance
    reason: str
    event: Event


class Dissent(msgspec.Struct, frozen=True):
    """That a person does not share an agreement, and why.

    Attributes:
        to: the event that agreed; empty where it is not known.
        earlier: whether it was about an agreement that does not stand any more.
    """

    ballot: Ballot
    person: PersonId
    reason: str
    event: Event
    to: EventId = EventId("")
    earlier: bool = False


class Task(msgspec.Struct, frozen=True):
    """A parked point, or an action with its owner and date.

    Attributes:
        text: word for word.
        owner: of an action, an id or a name; empty for a parked point.
        settled: the event that says it is dealt with, and what came of it.
    """

    text: str
    question: QuestionId
    event: Event
    owner: str = ""
    due: str = ""
    settled: Event | None = None

    @property
    def outcome(self) -> str:
        """What came of it, word for word; empty while it waits, or where nothing was said."""
        return self.settled.what.outcome if self.settled and isinstance(self.settled.what, Settled) else ""


class Outcomes:
    """Folds what a room comes to.

    Args:
        out: the events that do not count, as they are at any time.
    """

    def __init__(self, out: Container[EventId]) -> None:
        self._out = out
        self._agreed: dict[Ballot, Standing[Agreement | None]] = {}
        """Nothing where the question was passed over since."""
        self._dissents: Standing[Dissent] = Standing(out)
        self._dissents_on: dict[Ballot, Standing[Dissent]] = {}
        self._parked: Standing[Event] = Standing(out)
        self._actions: Standing[Event] = Standing(out)
        self._settled: dict[EventId, Standing[Event]] = {}
        self._about: dict[EventId, EventId] = {}
        """By what settles something, what it settles."""

    @property
    def agreements(self) -> Mapping[Ballot, Agreement]:
        """What was agreed on each ballot, in the order in which the room came to it first."""
        return {ballot: latest for ballot, said in self._agreed.items() if (latest := said.latest)}

    def agreement(self, ballot: Ballot) -> Agreement | None:
        """What was agreed on one ballot."""
        return self._agreed[ballot].latest if ballot in self._agreed else None

    def earlier_agreements(self, ballot: Ballot) -> tuple[Agreement, ...]:
        """What was agreed on a ballot before, oldest first, without what was undone."""
        said = {one.event.id: one for one in self._agreed.get(ballot, ()) if one}
        if latest := self.agreement(ballot):
            del said[latest.event.id]
        return tuple(said.values())

    @property
    def dissents(self) -> tuple[Dissent, ...]:
        """Every dissent, oldest first; of one person to one agreement the latest."""
        return self._each(self._dissents)

    def dissents_on(self, ballot: Ballot) -> tuple[Dissent, ...]:
        """The same of one ballot, without a look at any other."""
        return self._each(self._dissents_on.get(ballot, ()))

    def _each(self, dissents: Iterable[Dissent]) -> tuple[Dissent, ...]:
        kept: dict[tuple[Ballot, PersonId, int], Dissent] = {}
        for dissent in dissents:
            earlier = self._is_earlier(dissent)
            key = (dissent.ballot, dissent.person, dissent.event.seq if earlier else 0)
            kept[key] = msgspec.structs.replace(dissent, earlier=earlier)
        return tuple(kept.values())

    def _is_earlier(self, dissent: Dissent) -> bool:
        agreement = self.agreement(dissent.ballot)
        if dissent.to:
            return agreement is None or agreement.event.id != dissent.to
        return agreement is not None and dissent.event.seq < agreement.event.seq

    @property
    def parked(self) -> tuple[Task, ...]:
        """Every parked point, oldest first."""
        return tuple(self._task(event) for event in self._parked)

    @property
    def actions(self) -> tuple[Task, ...]:
        """Every action, oldest first."""
        return tuple(self._task(event) for event in self._actions)

    def fold(self, event: Event, by: EventId | None = None) -> None:
        """Take an event into account; those about something else are left alone.

        Args:
            by: the decision that says it anew, where one does.
        """
        id = by or event.id
        match event.what:
            case Agreed(reason=reason) as agreed:
                for ballot, stance in stances(agreed):
                    said = self._agreed.setdefault(ballot, Standing(self._out))
                    said.add(id, Agreement(ballot, stance, reason, event))
            case Skipped(question=question) if Ballot(question) in self._agreed:
                self._agreed[Ballot(question)].add(id, None)
            case Dissented(question=question, fact=fact, reason=reason, event=to):
                dissent = Dissent(Ballot(question, fact), PersonId(event.who), reason, event, EventId(to))
                self._dissents.add(id, dissent)
                self._dissents_on.setdefault(dissent.ballot, Standing(self._out)).add(id, dissent)
            case Parked():
                self._parked.add(id, event)
            case Action():
                self._actions.add(id, event)
            case Settled(event=target):
                self._about[id] = EventId(target)
                self._settled.setdefault(EventId(target), Standing(self._out)).add(id, event)

    def let_back(self, event: Event) -> None:
        """Say that an event counts again."""
        if isinstance(event.what, Agreed):
            for ballot, _ in stances(event.what):
                self._agreed[ballot].put_back(event.id)
        if isinstance(event.what, Skipped) and Ballot(event.what.question) in self._agreed:
            self._agreed[Ballot(event.what.question)].put_back(event.id)
        if event.id in self._about:
            self._settled[self._about[event.id]].put_back(event.id)
        for standing in (self._parked, self._actions):
            standing.put_back(event.id)
        self._dissents.put_back(event.id)
        if isinstance(event.what, Dissented):
            self._dissents_on[Ballot(event.what.question, event.what.fact)].put_back(event.id)

    def _task(self, event: Event) -> Task:
        settled = self._settled[event.id].latest if event.id in self._settled else None
        match event.what:
            case Action(text=text, owner=owner, due=due, question=question):
                return Task(text, question, event, owner, due, settled)
            case Parked(text=text, question=question):
                return Task(text, question, event, settled=settled)
        raise AssertionError(event.what)
