"""Contests: entries that say different things about the same, and which of them counts."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from chatbot.interview.events import Event, EventId
from chatbot.interview.room_events import Contested, Resolved
from chatbot.interview.standing import Standing


class Contest(msgspec.Struct, frozen=True):
    """Two entries, neither made in knowledge of the other.

    Attributes:
        id: the event that says they are contested.
        first: the entry that counts until somebody decides.
        second: the entry that is held back.
    """

    id: EventId
    first: EventId
    second: EventId


class Out:
    """The events that do not count, as they are at any time: undone, or held back by a contest."""

    def __init__(self, withdrawn: Container[EventId], held: Container[EventId]) -> None:
        self._withdrawn = withdrawn
        self._held = held

    def __contains__(self, id: object) -> bool:
        return id in self._withdrawn or id in self._held


class Contests:
    """Folds contests and decisions about them.

    What is held back stays so: a decision says anew what it keeps, whichever of the two that is, so it need
    not matter in which order a log has them.

    Args:
        withdrawn: the events that are undone, as they are at any time; a decision can be undone.

    Attributes:
        out: the events that do not count.
    """

    def __init__(self, withdrawn: Container[EventId]) -> None:
        self._contests: dict[EventId, Contest] = {}
        self._decisions: dict[EventId, Standing[EventId]] = {}
        self._held: set[EventId] = set()
        self.out = Out(withdrawn, self._held)

    @property
    def open(self) -> tuple[Contest, ...]:
        """Those that wait for a decision, oldest first; of several about the same entry, the latest."""
        latest = {one.first: one for one in self._contests.values()}
        return tuple(one for one in latest.values() if self._decisions[one.id].latest is None)

    def fold(self, event: Event) -> None:
        """Take a contest or a decision into account; events of other kinds are left alone."""
        match event.what:
            case Contested(first=first, second=second):
                self._contests[event.id] = Contest(event.id, EventId(first), EventId(second))
                self._decisions[event.id] = Standing(self.out)
                self._held.add(EventId(second))
            case Resolved(event=contest, kept=kept) if EventId(contest) in self._contests:
                self._decisions[EventId(contest)].add(event.id, EventId(kept))

    def let_back(self, decision: Event) -> None:
        """A decision that was undone counts again."""
        if isinstance(decision.what, Resolved) and EventId(decision.what.event) in self._decisions:
            self._decisions[EventId(decision.what.event)].put_back(decision.id)
