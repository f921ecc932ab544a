"""Marking: a checklist on its way to an answer, set by keys or mouse and not handed over yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.conversation.asking import Asking, OfferedItem, OfferedLevel
from chatbot.facts import FactId, Level

_LETTERS: Final = {
    "y": (Level.ESTABLISHED, Level.PRESENT),
    "p": (Level.PARTIAL,),
    "n": (Level.ABSENT,),
    "?": (Level.UNKNOWN,),
}
"""What one letter, or the question mark, means for the line in focus."""


class Marking:
    """The levels marked so far, and the line in focus.

    Attributes:
        row: the line in focus, from 0.
        levels: what was marked, and what was said of other lines.
        reasons: what an earlier answer gave as reasons; dropped where the level changes.
    """

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        given = asking.given
        self.levels: dict[FactId, Level] = dict(given.levels) if given else {}
        self.reasons: dict[FactId, str] = dict(given.reasons) if given else {}
        self.row = 0

    @property
    def item(self) -> OfferedItem:
        """The line in focus."""
        return self.asking.items[self.row]

    @property
    def complete(self) -> bool:
        """Whether every line has a level."""
        return all(item.fact in self.levels for item in self.asking.items)

    def level_of(self, item: OfferedItem) -> OfferedLevel | None:
        """The level marked for a line, as it is offered."""
        marked = self.levels.get(item.fact)
        return next((level for level in item.levels if level.level == marked), None)

    def move(self, by: int) -> None:
        """Go to another line; the first and the last are the ends."""
        self.row = min(max(self.row + by, 0), len(self.asking.items) - 1)

    def next_open(self) -> None:
        """Go to the next line without a level, from here on and then from the start."""
        count = len(self.asking.items)
        order = [(self.row + step) % count for step in range(1, count + 1)]
        self.row = next((at for at in order if self.asking.items[at].fact not in self.levels), self.row)

    def shift(self, by: int) -> None:
        """Set the level to the right or left of the present one; the first one where there is none."""
        levels = self.item.levels
        at = next((i for i, one in enumerate(levels) if one.level == self.levels.get(self.item.fact)), None)
        self.set(self.item, levels[0 if at is None else min(max(at + by, 0), len(levels) - 1)].level)

    def set(self, item: OfferedItem, level: Level) -> None:
        """Mark a level."""
        if self.levels.get(item.fact) is not level:
            self.reasons.pop(item.fact, None)
        self.levels[item.fact] = level

    def key(self, typed: str) -> bool:
        """Mark what a number or one of the letters y, p, n and ? means for the line in focus.

        Returns whether it means anything; if so, the next line without a level gets the focus.
        """
        offered = [one.level for one in self.item.levels]
        typed = typed.strip().casefold()
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(offered):
            level = offered[int(typed) - 1]
        else:
            level = next((one for one in _LETTERS.get(typed, ()) if one in offered), offered[0])
            if typed not in _LETTERS or level not in _LETTERS[typed]:
                return False
        self.set(self.item, level)
        self.next_open()
        return True

    def take(self, said: Mapping[FactId, Level]) -> None:
        """Take over levels that were said."""
        for item in self.asking.items:
            if item.fact in said:
                self.set(item, said[item.fact])
        if self.item.fact in self.levels:
            self.next_open()
