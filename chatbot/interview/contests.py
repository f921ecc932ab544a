"""Contests: entries that say different things about the same, and which of them counts."""

from __future__ import annotations

from collections.abc import Container, Hashable

import msgspec

from chatbot.interview.contesting import things
from chatbot.interview.events import Event, EventId
from chatbot.interview.room_events import Contested, Resolved
from chatbot.interview.standing import Standing


class Contest(msgspec.Struct, frozen=True):
    """Two entries, neither made in knowledge of the other.

    Attributes:
        id: the event that says they are contested.
        first: the entry that counts until somebody decides.
        second: the entry that is held back.
        about: what both say something about.
    """

    id: EventId
    first: EventId
    second: EventId
    about: frozenset[Hashable] = frozenset()


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
        self._withdrawn = withdrawn
        self._contests: dict[EventId, Contest] = {}
        self._decisions: dict[EventId, Standing[EventId]] = {}
        self._held: set[EventId] = set()
        self._things: dict[EventId, frozenset[Hashable]] = {}
        self._since: dict[EventId, list[EventId]] = {}
        """By a contest, what was entered in knowledge of it about the same."""
        self.out = Out(withdrawn, self._held)

    @property
    def open(self) -> tuple[Contest, ...]:
        """Those that wait for a decision, oldest first; of several of one entry on the same, the latest.

        Nothing is left to decide where what is held back was undone, or where something else was said of the
        same since: that counts.
        """
        latest = {(one.first, one.about): one for one in self._contests.values()}
        return tuple(
            one
            for one in latest.values()
            if self._decisions[one.id].latest is None
            and one.second not in self._withdrawn
            and not self._is_past(one)
        )

    def fold(self, event: Event) -> None:
        """Take an event into account."""
        about = things(event.what, event.who)
        if about:
            self._things[event.id] = about
            for contest in self._contests.values():
                if about & contest.about:
                    self._since[contest.id].append(event.id)
        match event.what:
            case Contested(first=first, second=second):
                about = self._about(first) & self._about(second)
                contest = Contest(event.id, EventId(first), EventId(second), about)
                self._contests[event.id] = contest
                self._decisions[event.id] = Standing(self.out)
                self._since[event.id] = []
                self._held.add(EventId(second))
            case Resolved(event=decided, kept=kept) if EventId(decided) in self._contests:
                self._decisions[EventId(decided)].add(event.id, EventId(kept))

    def let_back(self, decision: Event) -> None:
        """A decision that was undone counts again."""
        if isinstance(decision.what, Resolved) and EventId(decision.what.event) in self._decisions:
            self._decisions[EventId(decision.what.event)].put_back(decision.id)

    def _about(self, event: str) -> frozenset[Hashable]:
        return self._things.get(EventId(event), frozenset())

    def _is_past(self, contest: Contest) -> bool:
        since = [self._things[one] for one in self._since[contest.id] if one not in self.out]
        return bool(since) and contest.about <= frozenset[Hashable]().union(*since)
