"""Folding sets of possibilities: what all of them come to together, and all but one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import reduce
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T")

States: TypeAlias = dict[int, int]
"""By what can be so, with how much known at the same time: a bit for each count that can be."""

MOST: Final = 20_000
"""How many possibilities are kept at once; with more, nothing is proved."""


class TooManyError(Exception):
    """There are more possibilities than can be looked at."""


def all_but_one(
    items: Sequence[T], wanted: Collection[int], join: Callable[[T, T], T], unit: T
) -> dict[int, T]:
    """For some of the items, by their places, all the others joined; few joins are made twice."""
    found: dict[int, T] = {}

    def descend(start: int, end: int, others: T) -> None:
        if not any(start <= place < end for place in wanted):
            return
        if end - start == 1:
            found[start] = others
            return
        middle = (start + end) // 2
        descend(start, middle, reduce(join, items[middle:end], others))
        descend(middle, end, reduce(join, items[start:middle], others))

    descend(0, len(items), unit)
    return found


def sums(one: frozenset[int], other: frozenset[int]) -> frozenset[int]:
    """Every sum of a number here and a number there.

    Raises:
        TooManyError: there are too many.
    """
    found = frozenset({left + right for left in one for right in other})
    if len(found) > MOST:
        raise TooManyError
    return found


def joined(one: States, other: States) -> States:
    """Every state that one here and one there make together, with every count that they come to.

    Raises:
        TooManyError: there are too many.
    """
    found: States = {}
    known = found.get
    for added, more in other.items():
        first, *rest = _places(more)
        for state, counts in one.items():
            spread_out = counts << first
            for place in rest:
                spread_out |= counts << place
            both = state | added
            found[both] = known(both, 0) | spread_out
    if len(found) > MOST:
        raise TooManyError
    return found


def merged(one: States, other: States) -> States:
    """Every state that one here and one there make together, where how much is known makes no difference.

    Raises:
        TooManyError: there are too many.
    """
    found = dict.fromkeys({state | added for state in one for added in other}, 1)
    if len(found) > MOST:
        raise TooManyError
    return found


def spread(one: int, other: int) -> int:
    """A bit for every sum of a count in `one` and a count in `other`."""
    found = 0
    for place in _places(other):
        found |= one << place
    return found


def _places(counts: int) -> list[int]:
    """The counts that have a bit."""
    places = []
    while counts:
        low = counts & -counts
        places.append(low.bit_length() - 1)
        counts ^= low
    return places
