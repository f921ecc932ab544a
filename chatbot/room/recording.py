"""Recording what happens in a room, where another terminal may record at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from chatbot.errors import ChatbotError
from chatbot.interview.contesting import contests_with, says_the_same
from chatbot.interview.contests import Contest
from chatbot.interview.events import Event, Known
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import FACILITATOR, Contested, Shown
from chatbot.interview.store import Conflict
from chatbot.room.state import RoomState

_ATTEMPTS = 20


class Closed(ChatbotError):
    """A room that was finished; nothing was recorded."""


class Recorded(msgspec.Struct, frozen=True):
    """What came of recording an entry.

    Attributes:
        event: the entry; where another terminal had said the same already, that one.
        contest: the contest that it caused with an entry of another terminal.
    """

    event: Event
    contest: Contest | None = None


class Follows(Protocol):
    """A room, as far as recording needs it."""

    interview: Interview
    state: RoomState

    def follow(self) -> tuple[Event, ...]:
        """Take in what another terminal has stored since."""


def check_open(room: Follows) -> None:
    """Refuse to go on with a room that is finished.

    Raises:
        Closed: it is.
    """
    if room.interview.finished:
        raise Closed("The session is closed.", todo="Open it again to go on with it.")


def record(room: Follows, what: Known, who: str) -> Recorded:
    """Record one entry, and that it is contested where another terminal has said otherwise meanwhile.

    Raises:
        Closed: the room is finished.
        StoreError: it could not be stored; nothing is recorded.
    """
    missed = list(room.follow())
    # What was on screen before the key was pressed is known to whoever pressed it; what came in since
    # the last look is not.
    for _ in range(_ATTEMPTS):
        if not isinstance(what, Shown):
            check_open(room)
        rival = contests_with(what, who, missed, room.interview.state.out)
        if rival and says_the_same(rival.what, what):
            return Recorded(rival)
        event = room.interview.new_event(what, who)
        entries = [event]
        if rival:
            contest = Contested(first=rival.id, second=event.id)
            entries.append(room.interview.new_event(contest, FACILITATOR, after=1))
        try:
            room.interview.store(entries)
        except Conflict:
            missed += room.follow()
            continue
        room.state.follow()
        return Recorded(event, room.state.contests[-1] if rival else None)
    raise Conflict(room.interview.id, len(room.interview.state.events) + 1)


def record_all(room: Follows, entries: Sequence[tuple[Known, str]]) -> tuple[Event, ...]:
    """Record many entries at once, all of them or none; raises as `record`."""
    for _ in range(_ATTEMPTS):
        room.follow()
        check_open(room)
        events = tuple(
            room.interview.new_event(what, who, after=after) for after, (what, who) in enumerate(entries)
        )
        try:
            room.interview.store(events)
        except Conflict:
            continue
        room.state.follow()
        return events
    raise Conflict(room.interview.id, len(room.interview.state.events) + 1)
