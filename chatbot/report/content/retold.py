"""Holding an interview again, once: the state that it leads to, and what was said on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from chatbot.conversation.asking import Signs
from chatbot.conversation.narrator import Narrator
from chatbot.conversation.utterances import Utterance
from chatbot.interview.events import Event
from chatbot.interview.held import Held
from chatbot.interview.room_events import Scheduled
from chatbot.interview.state import State

if TYPE_CHECKING:
    from chatbot.report.content.called import Called
    from chatbot.room.state import RoomState


class Told(Struct, frozen=True):
    """An event with what was said because of it."""

    event: Event
    said: tuple[Utterance, ...]


class Retold(Struct, frozen=True, kw_only=True):
    """An interview that was held again.

    Attributes:
        room: the state of the room; nothing where one person alone was interviewed.
        called: what the people of the room are called.
    """

    state: State
    told: tuple[Told, ...]
    room: RoomState | None = None
    called: Called | None = None

    def who(self, event: Event) -> str:
        """Who says what an event says."""
        return self.called.by(event) if self.called else event.who


def retold(held: Held, events: Sequence[Event], *, replaced: bool = False) -> Retold:
    """Hold an interview again: the state that its events lead to, and what was said on the way.

    Args:
        replaced: whether names in the events have given way to roles.
    """
    narrator = Narrator(held, Signs(held.framework))
    if any(isinstance(event.what, Scheduled) for event in events):
        return _room_retold(held, events, narrator, replaced=replaced)
    state = State(held.manager)
    told = []
    for event in events:
        state.fold(event)
        told.append(Told(event, narrator.tell(event, state)))
    return Retold(state=state, told=tuple(told))


def _room_retold(held: Held, events: Sequence[Event], narrator: Narrator, *, replaced: bool) -> Retold:
    from chatbot.report.content.called import Called  # few interviews are a room's
    from chatbot.report.content.room_telling import RoomNarrator
    from chatbot.room.state import RoomState

    state = State(held.manager)
    room = RoomState(state)
    telling = RoomNarrator(held, narrator, room, replaced=replaced)
    told = []
    for event in events:
        state.fold(event)
        room.follow()
        told.append(Told(event, tuple(telling.tell(event))))
    return Retold(state=state, told=tuple(told), room=room, called=Called(room.people, replaced=replaced))
