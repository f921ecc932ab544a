"""Contests: entries that say different things about the same, and which of them counts."""

from __future__ import annotations

from collections.abc import Container, Set

import msgspec

from chatbot.interview.events import Event, EventId
from chatbot.interview.room_events import Contested, Resolved
from chatbot.interview.standing import Standing


class Contest(msgspec.Struct, frozen=True):
    """Two entries, neither made in knowledge of the other.

    Attributes:
        id: the event that says they are contested.
        first: the entry that counts until somebody decides.
        second: the entry that is held back until then.
    """

    id: EventId
    first: EventId
    second: EventId


class Contests:
    """Folds contests and decisions about them.

    Args:
        withdrawn: the events that are undone, as they are at any time; a decision can be undone.
    """

    def __init__(self, withdrawn: Container[EventId]) -> None:
        self._withdrawn = withdrawn
        self._contests: dict[EventId, Contest] = {}
        self._decisions: dict[EventId, Standing[EventId]] = {}
        self._about: dict[EventId, EventId] = {}
        """By a decision, the contest that it decides."""
        self._held: set[EventId] = set()

    @property
    def held(self) -> Set[EventId]:
        """The entries that do not count."""
        return self._held

    @property
    def open(self) -> tuple[Contest, ...]:
        """Those that wait for a decision, oldest first; of several about the same entry, the latest."""
        waiting = {
            one.first: one for one in self._contests.values() if self._decisions[one.id].latest is None
        }
        return tuple(waiting.values())

    def fold(self, event: Event) -> EventId | None:
        """Take a contest or a decision into account; gives the entry that went out or came back."""
        match event.what:
            case Contested(first=first, second=second):
                self._contests[event.id] = Contest(event.id, EventId(first), EventId(second))
                self._decisions[event.id] = Standing(self._withdrawn)
                self._held.add(EventId(second))
                return EventId(second)
            case Resolved(event=contest, kept=kept) if EventId(contest) in self._contests:
                self._about[event.id] = EventId(contest)
                self._decisions[EventId(contest)].add(event.id, EventId(kept))
                return self._recount(EventId(contest))
        return None

    def flipped(self, decision: EventId) -> EventId | None:
        """A decision was undone or put back; gives the entry that went out or came back with it."""
        contest = self._about.get(decision)
        if contest is None:
            return None
        self._decisions[contest].put_back(decision)
        return self._recount(contest)

    def _recount(self, id: EventId) -> EventId:
        contest = self._contests[id]
        if self._decisions[id].latest == contest.second:
            self._held.discard(contest.second)
        else:
            self._held.add(contest.second)
        return contest.second
