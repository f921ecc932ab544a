"""Comparing two situations that differ in a question behind which other rules or other questions apply."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, TypeAlias

from chatbot.framework.conclusions import known_share
from chatbot.framework.swing.folding import MOST, TooManyError
from chatbot.framework.swing.rules import Addition
from chatbot.framework.swing.situation import Situation

Ends: TypeAlias = tuple[int, int, int, int]
"""The state and the count that something adds in one situation, and in the other."""

_TRIES: Final = 12
"""How many combinations are tried before all are looked at."""


Pairs: TypeAlias = tuple[tuple[Addition, Addition], ...]
"""What each combination of some choices adds in one situation, and in the other."""


class Comparison:
    """Compares two situations, outcome by outcome.

    Choices of the same id are the same choice, with the same alternatives in the same order; a choice that only
    one of them has states nothing in the other.
    """

    def __init__(self, one: Situation, other: Situation, seen: dict[Hashable, Pairs]) -> None:
        """Prepare to compare.

        Args:
            seen: keeps what was found for some owners, for other comparisons of the same search.
        """
        self._sides = (one, other)
        self._rules = one.setting.rules
        self._seen = seen
        self._ties: list[tuple[tuple[str, ...], Pairs]] | None = None

    def differ(self, at: int) -> bool:
        """Whether some combination makes an outcome, by its place, come out differently in the two.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        one, other = self._sides
        ours, theirs = one.values(at), other.values(at)
        if ours != theirs:
            return True
        if len(ours) == 1 or one.same_as(other, at):
            return False
        ends = [self._ends(owners, pairs, at) for owners, pairs in self._tied()]
        return self._some_differ(ends, at) or self._any_differ(ends, at)

    def _some_differ(self, ends: list[list[Ends]], at: int) -> bool:
        """Try a few combinations."""
        start = self._start()
        for turn in range(_TRIES):
            whole = start
            for place, every in enumerate(ends):
                whole = _added(whole, every[(turn * (place + 1) + turn // 2) % len(every)])
            if self._differs(whole, at):
                return True
        return False

    def _any_differ(self, ends: list[list[Ends]], at: int) -> bool:
        """Look at all combinations."""
        whole = {self._start()}
        for every in sorted(ends, key=len):
            whole = {_added(left, right) for left in whole for right in every}
            if len(whole) > MOST:
                raise TooManyError
        return any(self._differs(one, at) for one in whole)

    def _start(self) -> Ends:
        one, other = self._sides
        return 0, one.setting.settled_count, 0, other.setting.settled_count

    def _ends(self, owners: tuple[str, ...], pairs: Pairs, at: int) -> list[Ends]:
        """The different things that some owners add to an outcome in the two situations."""
        (one, other), (ours, theirs) = self._sides, (side.outcomes[at] for side in self._sides)
        count, also = one.counter(ours, owners), other.counter(theirs, owners)
        return sorted(
            {
                (ours.narrowed(left.bits), count(left), theirs.narrowed(right.bits), also(right))
                for left, right in pairs
            }
        )

    def _differs(self, whole: Ends, at: int) -> bool:
        return self._value(0, at, *whole[:2]) != self._value(1, at, *whole[2:])

    def _value(self, side: int, at: int, state: int, count: int) -> Hashable:
        situation = self._sides[side]
        outcome = situation.outcomes[at]
        known = next(iter(situation.known))
        if situation.counted(outcome):
            known = known_share(situation.setting.judged, *divmod(count, self._rules.stride))
        return outcome.values(known)[state]

    def _tied(self) -> list[tuple[tuple[str, ...], Pairs]]:
        """By owners that choices tie together in either situation, what the combinations add to both."""
        if self._ties is None:
            self._ties = [(owners, self._pairs(owners, ids)) for owners, ids in self._together()]
        return self._ties

    def _together(self) -> list[tuple[tuple[str, ...], tuple[Hashable, ...]]]:
        found: list[tuple[frozenset[str], tuple[Hashable, ...]]] = []
        for owners, ids in (tied for side in self._sides for tied in side.tied()):
            met = [cluster for cluster in found if not cluster[0].isdisjoint(owners)]
            found = [cluster for cluster in found if cluster[0].isdisjoint(owners)]
            every = dict.fromkeys([*(id for _, others in met for id in others), *ids])
            found.append((owners.union(*(others for others, _ in met)), tuple(every)))
        return [(tuple(sorted(owners)), ids) for owners, ids in found]

    def _pairs(self, owners: tuple[str, ...], ids: tuple[Hashable, ...]) -> Pairs:
        one, other = self._sides
        steps = []
        for id in ids:
            ours, theirs = one.numbers.get(id), other.numbers.get(id)
            none = (0,) * len(ours or theirs or ())
            steps.append(tuple(zip(ours or none, theirs or none, strict=True)))
        asked = (
            owners,
            tuple(steps),
            *((side.settled(owners), side.applying(owners)) for side in self._sides),
        )
        if asked not in self._seen:
            numbers = {(one.base, other.base)}
            for step in map(frozenset, steps):
                numbers = {(left + a, right + b) for left, right in numbers for a, b in step}
                if len(numbers) > MOST:
                    raise TooManyError
            self._seen[asked] = tuple(
                {(one.addition(owners, left), other.addition(owners, right)) for left, right in numbers}
            )
        return self._seen[asked]


def _added(one: Ends, other: Ends) -> Ends:
    return one[0] | other[0], one[1] + other[1], one[2] | other[2], one[3] + other[3]
