"""What choices were found to change, gathered over any number of situations."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable

from chatbot.framework.model import WarningId
from chatbot.framework.swing.choices import Swing
from chatbot.framework.swing.folding import TooManyError
from chatbot.framework.swing.pairs import Comparison, Pairs
from chatbot.framework.swing.situation import Situation

RECOMMENDATION, COMMITMENT, FIRST_WARNING = range(3)
"""The places of the outcomes."""


class Findings:
    """Gathers what choices can change; each is looked for until it is found."""

    def __init__(self, warnings: Collection[WarningId], choices: Iterable[Hashable]) -> None:
        self._warnings = tuple(warnings)
        self._changed: dict[Hashable, set[int]] = {choice: set() for choice in choices}
        self._doubtful: dict[Hashable, set[int]] = {choice: set() for choice in self._changed}
        self._pairs: dict[Hashable, Pairs] = {}
        self._outcomes = range(FIRST_WARNING + len(self._warnings))

    def look_at(self, situation: Situation) -> None:
        """What each choice of a situation can change in it."""
        open_ones = [choice for choice in situation.numbers if choice in self._changed]
        for at in self._outcomes:
            pending = {choice for choice in open_ones if at not in self._changed[choice]}
            if not pending:
                continue
            try:
                found = set(situation.movement(at).swung(pending))
            except TooManyError:
                found = set()
                self._doubt(pending, at)
            for choice in found:
                self._changed[choice].add(at)
            if not situation.proved:
                self._doubt(pending - found, at)

    def compare(self, choice: Hashable, one: Situation, other: Situation) -> None:
        """What a choice changes that leads from one situation to the other."""
        changed = self._changed[choice]
        if not (one.proved and other.proved):  # what they leave out may not be the same
            for at in self._outcomes:
                self._doubt([choice], at)
            return
        comparison = Comparison(one, other, self._pairs)
        for at in self._outcomes:
            if at in changed:
                continue
            try:
                if comparison.differ(at):
                    changed.add(at)
            except TooManyError:
                self._doubt([choice], at)

    def doubt(self, choices: Iterable[Hashable]) -> None:
        """Say that not every situation is looked at for some choices."""
        for at in self._outcomes:
            self._doubt(choices, at)

    def swing(self, choice: Hashable) -> Swing:
        """What a choice was found to change."""
        changed = self._changed[choice]
        return Swing(
            recommendation=RECOMMENDATION in changed,
            commitment=COMMITMENT in changed,
            warnings=tuple(
                warning for at, warning in enumerate(self._warnings, FIRST_WARNING) if at in changed
            ),
            proved=self._doubtful[choice] <= changed,
        )

    def _doubt(self, choices: Iterable[Hashable], at: int) -> None:
        for choice in choices:
            self._doubtful[choice].add(at)
