"""The state of a room, folded event by event beside the state of its interview."""

from __future__ import annotations

from msgspec.structs import replace

from chatbot.interview.contests import Contest
from chatbot.interview.events import Event, EventId, Withdrawn
from chatbot.interview.room_events import Contested, Opened, Resolved, Scheduled, Shown
from chatbot.interview.standing import Standing
from chatbot.interview.state import State
from chatbot.room.ballots import Ballot
from chatbot.room.clock import Clock
from chatbot.room.outcomes import Outcomes
from chatbot.room.people import People
from chatbot.room.votes import Votes


class RoomState:
    """Everything about the room that follows from the events so far.

    Attributes:
        state: the state of the interview: what is judged, its path, its notes.
        people: who is on the roster and who is here.
        votes: what each person holds to be so.
        outcomes: what was agreed, who dissents, what is parked and to be done.
        clock: how long each question has taken.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.people = People(state.out)
        self.votes = Votes(state.out, self.people.is_listed)
        self.outcomes = Outcomes(state.out)
        self.clock = Clock()
        self._schedules: Standing[Scheduled] = Standing(state.out)
        self._shown: Standing[bool] = Standing(state.out)
        self._folded = 0
        self.follow()

    @property
    def schedule(self) -> Scheduled | None:
        """How long the room has; `None` where the interview is no room's."""
        return self._schedules.latest

    @property
    def current(self) -> Ballot | None:
        """The ballot that the room is at."""
        opened = self.opened
        return Ballot(opened.question, opened.fact) if opened else None

    @property
    def opened(self) -> Opened | None:
        """How the room turned to it."""
        turn = self.votes.current
        return turn.what if turn and isinstance(turn.what, Opened) else None

    @property
    def result_shown(self) -> bool:
        """Whether the room sees the running result."""
        return bool(self._shown.latest)

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The contested entries that wait for somebody's decision."""
        return self.state.contests

    def follow(self) -> tuple[Event, ...]:
        """Take into account what the interview's state has folded since; gives those events."""
        new = tuple(self.state.events[self._folded :])
        for event in new:
            self._fold(event)
        self._folded = len(self.state.events)
        return new

    def _fold(self, event: Event) -> None:
        self.clock.fold(event)
        match event.what:
            case Scheduled() as schedule:
                self._schedules.add(event.id, schedule)
            case Shown(result=result):
                self._shown.add(event.id, result)
            case Contested():
                pass  # what it holds back, the standings look up
            case Withdrawn(event=target):
                undone = self.state.event(target)
                if undone and isinstance(undone.what, Withdrawn):
                    self._let_back(undone.what.event)
                self.clock.turn(self.current.question if self.current else None)
            case Resolved(kept=kept):
                entry = self._entry(EventId(kept))
                if entry:
                    self.people.fold(entry, event.id)
                    self.votes.say_anew(entry.id, event.id)
                    self.outcomes.fold(entry, event.id)
            case _:
                self.people.fold(event)
                self.votes.fold(event)
                self.outcomes.fold(event)

    def _let_back(self, id: EventId) -> None:
        """A step that was undone counts again."""
        event = self._entry(id)
        if event:
            self.people.let_back(id, event.who)
            self.votes.let_back(id)
            self.outcomes.let_back(replace(event, id=id))
            self._schedules.put_back(id)
            self._shown.put_back(id)

    def _entry(self, id: EventId) -> Event | None:
        """An event, or what a decision about a contest says anew."""
        event = self.state.event(id)
        while event and isinstance(event.what, Resolved):
            event = self.state.event(EventId(event.what.kept))
        return event
