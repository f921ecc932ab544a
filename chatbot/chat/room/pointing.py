"""Whose vote a digit is: somebody who was picked, else the next who said nothing yet."""

from __future__ import annotations

from chatbot.chat.room.scene import in_the_room
from chatbot.interview.room_events import PersonId
from chatbot.room.course import Course
from chatbot.room.steps import waited_for


class Pointer:
    """Points at one person after the other, in the order of the list and never by what they voted."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._chosen: PersonId | None = None
        self._last: PersonId | None = None

    @property
    def chosen(self) -> PersonId | None:
        """Who was picked by hand."""
        return self._chosen

    @property
    def at(self) -> PersonId | None:
        """Whose vote a digit is; nobody's where all have voted and nobody was picked."""
        if self._chosen is not None:
            return self._chosen
        order = self._order()
        waiting = set(waited_for(self._course))
        if self._last in order:
            after = order.index(self._last) + 1
            order = order[after:] + order[:after]
        return next((person for person in order if person in waiting), None)

    def pick(self, person: PersonId) -> None:
        """The next digit is this person's."""
        self._chosen = person

    def move(self, by: int) -> PersonId | None:
        """Pick who comes after or before; gives who that is."""
        order, here = self._order(), self.at
        if not order:
            return None
        place = order.index(here) + by if here in order else 0 if by > 0 else -1
        self._chosen = order[place % len(order)]
        return self._chosen

    def voted(self, person: PersonId) -> None:
        """Somebody's vote was taken; go on after them."""
        self._chosen, self._last = None, person

    def let_go(self) -> None:
        """Nobody is picked by hand any more."""
        self._chosen = None

    def start_over(self) -> None:
        """A ballot begins: from the first on the list."""
        self._chosen = self._last = None

    def _order(self) -> list[PersonId]:
        return [person.id for person in in_the_room(self._course.room)]
