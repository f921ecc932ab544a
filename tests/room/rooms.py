"""Rooms for tests: held in memory, with a clock that steps on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from chatbot.interview.events import EventId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import Invited, PersonId
from chatbot.interview.store import Store
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

NAMES = ("Ada Byron", "Ben Okri", "Cem Aydin", "Dora Maar", "Eve Arden", "Finn Lo", "Gil Roth", "Hana Ito")
ROLES = ("IT", "Legal", "Finance", "HR", "Sales", "IT", "Legal", "Operations")


class Clock:
    """Steps on by `step` seconds whenever somebody looks."""

    def __init__(self, step: int = 1) -> None:
        self._ticks: Iterator[int] = count()
        self.step = step
        self.skipped = 0

    def __call__(self) -> datetime:
        """The next moment."""
        seconds = next(self._ticks) * self.step + self.skipped
        return datetime(2026, 3, 2, 9, 0, tzinfo=UTC) + timedelta(seconds=seconds)


def new_room(
    store: Store | None = None, *, dialog: str = "readiness", people: int = 4, clock: Clock | None = None
) -> Room:
    """A room that has just begun, with some people in it."""
    interview = Interview.begin(
        store or MemoryStore(),
        dialog_bundle(dialog),
        knowledge_bundle(),
        who=FACILITATOR,
        clock=clock or Clock(),
    )
    room = Room.begin(interview, minutes=90)
    for name, role in zip(NAMES[:people], ROLES, strict=False):
        room.join(room.invite(name, role, "Nordwind"))
    return room


def second_terminal(room: Room) -> Room:
    """The same room in another terminal of the same store."""
    return Room(
        Interview.resume(
            room.interview._store, room.interview.id, who=FACILITATOR, clock=room.interview._clock
        )
    )


def ids(room: Room) -> list[PersonId]:
    """Everybody who was ever named in a room, also where that was undone, in that order."""
    events = room.interview.state.events
    named = (PersonId(event.who) for event in events if isinstance(event.what, Invited))
    return list(dict.fromkeys(named))


def latest_id(room: Room) -> EventId:
    """The last event."""
    return room.interview.state.events[-1].id
