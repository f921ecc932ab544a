"""What stands: of things said one after the other, the latest that is not withdrawn."""

from __future__ import annotations

from collections.abc import Container, Iterator
from heapq import heappop, heappush
from typing import Generic, TypeVar

from chatbot.interview.events import EventId

T = TypeVar("T")


class Standing(Generic[T]):
    """Remembers in their order what events said, each of which may be withdrawn and put back.

    To add one, to put one back and to find the latest take about the same time however many are withdrawn:
    what was found to be withdrawn is not looked at again until it is put back.

    Args:
        out: the events that are withdrawn, as they are at any time.
    """

    def __init__(self, out: Container[EventId]) -> None:
        self._out = out
        self._all: list[tuple[EventId, T]] = []
        self._place: dict[EventId, int] = {}
        self._latest_first: list[int] = []
        """A heap of the places that may stand, negative so that the latest comes first."""

    def add(self, event: EventId, one: T) -> None:
        """Add what an event said, which comes after everything else."""
        self._place[event] = len(self._all)
        heappush(self._latest_first, -len(self._all))
        self._all.append((event, one))

    def put_back(self, event: EventId) -> None:
        """Say that what an event said may stand again; events that said nothing here are left alone."""
        place = self._place.get(event)
        if place is not None:
            heappush(self._latest_first, -place)

    @property
    def latest(self) -> T | None:
        """The last of what stands; `None` where nothing does."""
        while self._latest_first:
            event, one = self._all[-self._latest_first[0]]
            if event not in self._out:
                return one
            heappop(self._latest_first)
        return None

    def __iter__(self) -> Iterator[T]:
        """All that stands, in its order."""
        return (one for event, one in self._all if event not in self._out)
