"""What the people of a room are called in a report, where its events know them by ids."""

from __future__ import annotations

from collections.abc import Mapping

from chatbot.interview.events import Event
from chatbot.interview.room_events import Agreed, PersonId
from chatbot.room.people import FACILITATOR, People, Person

THE_ROOM = "the room"
"""Who says what is said for the room as a whole."""

THE_FACILITATOR = "the facilitator"
"""Who leads a room."""

SOMEBODY = "somebody"
"""Whoever was named, which was taken back."""


class Called:
    """Names for the ids of people; two who are called alike can still be told apart.

    Args:
        people: who is on the list.
        replaced: whether names have given way to roles, so that a role need not stand beside them.
    """

    def __init__(self, people: People, *, replaced: bool = False) -> None:
        self._names = dict(_names(people, replaced=replaced))

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody on the list, in its order."""
        return tuple(self._names.values())

    def __call__(self, id: str) -> str:
        """What somebody is called."""
        if id == FACILITATOR:
            return THE_FACILITATOR
        return self._names.get(PersonId(id), SOMEBODY)

    def by(self, event: Event) -> str:
        """Who says what an event says."""
        if event.who == FACILITATOR and isinstance(event.what, Agreed):
            return THE_ROOM
        return self(event.who)

    def owner(self, owner: str) -> str:
        """Who is to do something: a person by id, or whoever was named."""
        return self._names.get(PersonId(owner), owner)


def _names(people: People, *, replaced: bool) -> Mapping[PersonId, str]:
    names: dict[PersonId, str] = {}
    taken: dict[str, int] = {}
    for person in people:
        name = _name(person, replaced=replaced)
        taken[name] = taken.get(name, 0) + 1
        names[person.id] = name if taken[name] == 1 else f"{name} {taken[name]}"
    return names


def _name(person: Person, *, replaced: bool) -> str:
    name = " ".join(person.name.split())
    if replaced and name.startswith("[") and name.endswith("]"):
        return name[1:-1]
    role = " ".join(person.role.split())
    return f"{name} ({role})" if role else name
