"""Withdrawals: which events are undone, which of them were put back, and what could be put back next."""

from __future__ import annotations

from collections.abc import Set

from chatbot.interview.events import EventId


class Withdrawals:
    """Folds undoing and redoing. An undo withdraws a step; a redo withdraws that withdrawal.

    To withdraw a redo is not a thing: undoing again after it is a new withdrawal of the same step. A log
    that holds such an event all the same is read as if it did not.
    """

    def __init__(self) -> None:
        self._by: dict[EventId, EventId] = {}
        """By the step that is out, the withdrawal that took it out."""
        self._of: dict[EventId, EventId] = {}
        """By a withdrawal in force, the step that it took out, in the order of the log."""
        self._spent: set[EventId] = set()
        """Redos, and the withdrawals that they put an end to."""

    @property
    def out(self) -> Set[EventId]:
        """The steps that are withdrawn."""
        return self._by.keys()

    @property
    def latest(self) -> EventId | None:
        """The latest withdrawal in force: what a redo would withdraw."""
        return next(reversed(self._of), None)

    def step_of(self, withdrawal: EventId) -> EventId | None:
        """The step that a withdrawal in force took out."""
        return self._of.get(withdrawal)

    def fold(self, id: EventId, target: EventId) -> EventId | None:
        """Take the withdrawal `id` of `target` into account.

        Returns:
            the step that went out or came back; `None` where nothing changed.
        """
        if target in self._of:
            step = self._of.pop(target)
            del self._by[step]
            self._spent |= {id, target}
            return step
        if target in self._spent or target in self._by:
            self._spent.add(id)
            return None
        self._by[target] = id
        self._of[id] = target
        return target
