"""Holding an interview again, once: the state that it leads to, and what was said on the way."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chatbot.conversation.asking import Signs
from chatbot.conversation.narrator import Narrator
from chatbot.conversation.utterances import Utterance
from chatbot.interview.events import Event
from chatbot.interview.held import Held
from chatbot.interview.state import State


class Told(Struct, frozen=True):
    """An event with what was said because of it."""

    event: Event
    said: tuple[Utterance, ...]


def retold(held: Held, events: Iterable[Event]) -> tuple[State, tuple[Told, ...]]:
    """Hold an interview again: the state that its events lead to, and what was said on the way."""
    narrator = Narrator(held, Signs(held.framework))
    state = State(held.manager)
    told = []
    for event in events:
        state.fold(event)
        told.append(Told(event, narrator.tell(event, state)))
    return state, tuple(told)
