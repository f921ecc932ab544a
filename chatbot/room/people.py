"""The people of a room: who is on the roster, who is here, and who came late or left."""

from __future__ import annotations

from collections.abc import Container, Iterator

import msgspec

from chatbot.interview.events import Event, EventId
from chatbot.interview.room_events import FACILITATOR, Invited, Joined, Left, PersonId
from chatbot.interview.standing import Standing

__all__ = ["FACILITATOR", "People", "Person"]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person.

    Attributes:
        here: whether they are in the room now.
        comings: every coming (`True`) and going, with its time, oldest first.
    """

    id: PersonId
    name: str
    role: str
    organisation: str
    here: bool
    comings: tuple[tuple[bool, str], ...]


class People:
    """Folds what is said of people.

    Args:
        out: the events that do not count, as they are at any time.
    """

    def __init__(self, out: Container[EventId]) -> None:
        self._out = out
        self._said: dict[PersonId, Standing[Invited]] = {}
        self._presence: dict[PersonId, Standing[tuple[bool, str]]] = {}

    def __iter__(self) -> Iterator[Person]:
        """Everybody, in the order in which they were named."""
        return (person for id in self._said if (person := self.get(id)))

    def named_first(self) -> Iterator[tuple[PersonId, str]]:
        """Everybody with the name that they were given first, whatever it was corrected to."""
        for id, said in self._said.items():
            first = next(iter(said), None)
            if first:
                yield id, first.name

    def get(self, id: PersonId) -> Person | None:
        """One person; `None` where nobody with this id was named, or that was undone."""
        said = self._said[id].latest if id in self._said else None
        if said is None:
            return None
        comings = tuple(self._presence.get(id, ()))
        return Person(
            id=id,
            name=said.name,
            role=said.role,
            organisation=said.organisation,
            here=bool(comings) and comings[-1][0],
            comings=comings,
        )

    def is_listed(self, id: PersonId) -> bool:
        """Whether a person is on the list, and not taken off it again by an undo."""
        return id in self._said and self._said[id].latest is not None

    def is_here(self, id: PersonId) -> bool:
        """Whether a person is in the room now."""
        standing = self._presence.get(id)
        latest = standing.latest if standing else None
        return latest is not None and latest[0]

    def fold(self, event: Event, by: EventId | None = None) -> None:
        """Take an event into account; those about something else are left alone.

        Args:
            by: the decision that says it anew, where one does.
        """
        who, id = PersonId(event.who), by or event.id
        match event.what:
            case Invited() as said:
                self._said.setdefault(who, Standing(self._out)).add(id, said)
            case Joined() | Left():
                coming = (isinstance(event.what, Joined), event.at)
                self._presence.setdefault(who, Standing(self._out)).add(id, coming)

    def let_back(self, event: EventId, who: str) -> None:
        """Say that an event counts again."""
        for standings in (self._said, self._presence):
            if PersonId(who) in standings:
                standings[PersonId(who)].put_back(event)
