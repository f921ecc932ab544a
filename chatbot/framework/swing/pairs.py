"""Comparing two situations that differ in a question behind which other rules or other questions apply."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeAlias, TypeVar

from chatbot.framework.conclusions import known_share
from chatbot.framework.swing.folding import MOST, TooManyError
from chatbot.framework.swing.situation import Situation

Both: TypeAlias = tuple[int, int]
"""The number of a combination, in one situation and in the other."""

T = TypeVar("T")

_Ends: TypeAlias = tuple[int, int, int, int]
"""The state and the count that it adds in one situation, and in the other."""


def differ(one: Situation, other: Situation, at: int) -> bool:
    """Whether some combination makes an outcome, by its place, come out differently in the two situations.

    Choices of the same id are the same choice, with the same alternatives in the same order; a choice that
    only one of them has states nothing in the other.

    Raises:
        TooManyError: there are too many combinations to say so.
    """
    ours, theirs = one.values(at), other.values(at)
    if ours != theirs:
        return True
    if len(ours) == 1 or one.same_as(other, at):
        return False
    return _Comparison(one, other, at).differs()


class _Comparison:
    def __init__(self, one: Situation, other: Situation, at: int) -> None:
        self._sides = (one, other)
        self._outcomes = (one.outcomes[at], other.outcomes[at])
        self._rules = one.setting.rules

    def differs(self) -> bool:
        """Fold both situations at once."""
        one, other = self._sides
        whole: set[_Ends] = {(0, one.setting.settled_count, 0, other.setting.settled_count)}
        for owners, ids in self._clusters():
            whole = _bounded({_added(left, right) for left in whole for right in self._ends(owners, ids)})
        return any(
            self._value(0, state, count) != self._value(1, their_state, their_count)
            for state, count, their_state, their_count in whole
        )

    def _clusters(self) -> Iterable[tuple[frozenset[str], list[Hashable]]]:
        """The owners that some choice ties together in either situation, with these choices."""
        found: list[tuple[frozenset[str], list[Hashable]]] = []
        for owners, ids in (tied for side in self._sides for tied in side.tied()):
            apart = [cluster for cluster in found if cluster[0].isdisjoint(owners)]
            met = [cluster for cluster in found if not cluster[0].isdisjoint(owners)]
            together = owners.union(*(cluster[0] for cluster in met))
            every = dict.fromkeys([*(id for cluster in met for id in cluster[1]), *ids])
            found = [*apart, (together, list(every))]
        return found

    def _ends(self, owners: frozenset[str], ids: list[Hashable]) -> set[_Ends]:
        one, other = self._sides
        numbers: set[Both] = {(one.base, other.base)}
        for id in ids:
            ours, theirs = one.numbers.get(id), other.numbers.get(id)
            length = len(ours or theirs or ())
            steps = set(zip(ours or (0,) * length, theirs or (0,) * length, strict=True))
            numbers = _bounded({(left + a, right + b) for left, right in numbers for a, b in steps})
        ordered = sorted(owners)
        return {(*self._end(0, ordered, left), *self._end(1, ordered, right)) for left, right in numbers}

    def _end(self, side: int, owners: list[str], number: int) -> tuple[int, int]:
        """What some owners add to the outcome in one of the situations."""
        rules, situation, outcome = self._rules, self._sides[side], self._outcomes[side]
        setting, counted = situation.setting, situation.counted(outcome)
        bits = count = 0
        for owner in owners:
            added = rules.addition(owner, rules.coding.of(owner, number), setting.applies)
            bits |= added.bits
            if counted:
                groups = zip(rules.mattering[owner], added.counts, strict=True)
                count += sum(here for group, here in groups if group[0] in setting.mattering)
        return outcome.narrowed(bits), count

    def _value(self, side: int, state: int, count: int) -> Hashable:
        situation, outcome = self._sides[side], self._outcomes[side]
        known = next(iter(situation.known))
        if situation.counted(outcome):
            known = known_share(situation.setting.judged, *divmod(count, self._rules.stride))
        return outcome.values(known)[state]


def _added(one: _Ends, other: _Ends) -> _Ends:
    return one[0] | other[0], one[1] + other[1], one[2] | other[2], one[3] + other[3]


def _bounded(found: set[T]) -> set[T]:
    if len(found) > MOST:
        raise TooManyError
    return found
