"""The people of a room, as its events declare them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.interview.events import Event
from chatbot.interview.room_events import Action, Invited, Scheduled
from chatbot.report.redaction.declared import Declared
from chatbot.room.people import FACILITATOR


def declared_in(events: Sequence[Event], *, alike: bool = False) -> Iterator[Declared]:
    """Everybody who was ever on the list, under every name, and who was named as the owner of an action.

    Nobody in an interview with one person alone.

    Args:
        alike: whether nobody may tell them from each other.
    """
    if not any(isinstance(event.what, Scheduled) for event in events):
        return
    yield Declared(name="", id=FACILITATOR)
    ids = {event.who for event in events if isinstance(event.what, Invited)}
    for event in events:
        match event.what:
            case Invited(name=name, role=role, organisation=organisation):
                yield Declared(name=name, role=role, organisation=organisation, id=event.who, alike=alike)
            case Action(owner=owner) if owner and owner not in ids:
                yield Declared(name=owner, alike=alike)
