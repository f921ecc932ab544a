"""Comparing two situations that differ in a question behind which other rules or other questions apply."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, TypeAlias

import msgspec

from chatbot.framework.swing.folding import MOST, TooManyError, spread
from chatbot.framework.swing.rules import Addition
from chatbot.framework.swing.situation import Situation

Ends: TypeAlias = tuple[int, int, int]
"""What something adds: the states of both situations in one number, the count in one, and how much more it is
in the other."""

TRIES: Final = 12
"""How many combinations are tried before all are looked at."""


class Pairs(msgspec.Struct, frozen=True, gc=False):
    """What the combinations of some choices add in one situation and in the other.

    Attributes:
        added: every such pair.
        bits: those in which they differ, in the one situation and in the other.
    """

    added: tuple[tuple[Addition, Addition], ...]
    bits: tuple[int, int]


class Comparison:
    """Compares two situations, outcome by outcome.

    Choices of the same id are the same choice, with the same alternatives in the same order; a choice that
    only one of them has states nothing in the other.
    """

    def __init__(self, one: Situation, other: Situation, seen: dict[Hashable, Pairs]) -> None:
        """Prepare to compare.

        Args:
            seen: keeps what was found for some owners, for other comparisons of the same search.
        """
        self._sides = (one, other)
        self._rules = one.setting.rules
        self._seen = seen
        self._width = self._rules.parts.used
        self._low = (1 << self._width) - 1
        self._ties: list[tuple[tuple[str, ...], Pairs]] | None = None

    def differ(self, at: int) -> bool:
        """Whether some combination makes an outcome, by its place, come out differently in the two.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        one, other = self._sides
        ours, theirs = one.movement(at), other.movement(at)
        if ours is theirs:
            return False
        counted = one.counted(one.outcomes[at]) or other.counted(other.outcomes[at])
        ends = sorted((self._ends(owners, pairs, at) for owners, pairs in self._tied()), key=len)
        if self._some_differ(ends, at):
            return True
        if ours.constant and theirs.constant:
            return ours.values != theirs.values
        return self._any_counted_differ(ends, at) if counted else self._any_differ(ends, at)

    def _some_differ(self, ends: list[list[Ends]], at: int) -> bool:
        """Try a few combinations."""
        for turn in range(TRIES):
            state, count, more = self._start()
            for place, every in enumerate(ends):
                added, here, there = every[(turn * (place + 1) + turn // 2) % len(every)]
                state, count, more = state | added, count + here, more + there
            if self._value(0, at, state, count) != self._value(1, at, state, count + more):
                return True
        return False

    def _any_differ(self, ends: list[list[Ends]], at: int) -> bool:
        """Look at all combinations, where how much is known makes no difference."""
        whole = {0}
        for every in ends:
            states = {state for state, _, _ in every}
            whole = {left | right for left in whole for right in states}
            if len(whole) > MOST:
                raise TooManyError
        ours, theirs = (side.outcomes[at].values(next(iter(side.known))) for side in self._sides)
        low = self._low
        return any(ours[state & low] != theirs[state >> self._width] for state in whole)

    def _any_counted_differ(self, ends: list[list[Ends]], at: int) -> bool:
        """Look at all combinations, each with every count that it can have in the one situation.

        How much higher the count is in the other one seldom differs, so it tells combinations apart.
        """
        state, count, more = self._start()
        whole = {(state, more): 1 << count}
        for every in ends:
            added: dict[tuple[int, int], int] = {}
            for state, count, more in every:
                added[state, more] = added.get((state, more), 0) | 1 << count
            joined: dict[tuple[int, int], int] = {}
            for (state, more), counts in whole.items():
                for (other, another), others in added.items():
                    both = (state | other, more + another)
                    joined[both] = joined.get(both, 0) | spread(counts, others)
            whole = joined
            if len(whole) > MOST:
                raise TooManyError
        return any(self._counted_differs(at, *both, counts) for both, counts in whole.items())

    def _counted_differs(self, at: int, state: int, more: int, counts: int) -> bool:
        one, other = self._sides
        ours, theirs = one.outcomes[at], other.outcomes[at]
        for known, wanted in one.known.items():
            if counts & wanted:
                value = ours.values(known)[state & self._low]
                for also, wanted_there in other.known.items():
                    there = wanted_there >> more if more >= 0 else wanted_there << -more
                    if counts & wanted & there and theirs.values(also)[state >> self._width] != value:
                        return True
        return False

    def _start(self) -> Ends:
        one, other = self._sides
        return 0, one.setting.settled_count, other.setting.settled_count - one.setting.settled_count

    def _ends(self, owners: tuple[str, ...], pairs: Pairs, at: int) -> list[Ends]:
        """The different things that some owners add to an outcome in the two situations."""
        one, other = self._sides
        ours, theirs = one.outcomes[at], other.outcomes[at]
        counts = one.counted(ours) or other.counted(theirs)
        count, also = (one.counter(owners), other.counter(owners)) if counts else (_nothing, _nothing)
        still = not (counts or pairs.bits[0] & ours.bits or pairs.bits[1] & theirs.bits)
        found: set[Ends] = set()
        for left, right in pairs.added[:1] if still else pairs.added:
            here = count(left)
            state = ours.narrowed(left.bits) | theirs.narrowed(right.bits) << self._width
            found.add((state, here, also(right) - here))
        return sorted(found)

    def _value(self, side: int, at: int, state: int, count: int) -> Hashable:
        situation = self._sides[side]
        outcome = situation.outcomes[at]
        known = next(iter(situation.known))
        if situation.counted(outcome):
            known = self._rules.known(situation.setting.judged, count)
        return outcome.values(known)[state >> self._width if side else state & self._low]

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
            self._seen[asked] = _pairs_of(
                {(one.addition(owners, left), other.addition(owners, right)) for left, right in numbers}
            )
        return self._seen[asked]


def _pairs_of(added: set[tuple[Addition, Addition]]) -> Pairs:
    ours = theirs = 0
    pairs = tuple(added)
    for left, right in pairs:
        ours |= left.bits ^ pairs[0][0].bits
        theirs |= right.bits ^ pairs[0][1].bits
    return Pairs(pairs, (ours, theirs))


def _nothing(added: Addition) -> int:
    return 0
