"""How the clusters that make a difference to one outcome move it, over all their combinations."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations
from typing import TypeAlias

import msgspec

from chatbot.framework.swing.clusters import Cluster, Profile
from chatbot.framework.swing.folding import States, all_but_one, joined, merged
from chatbot.framework.swing.outcomes import Outcome

Kind: TypeAlias = tuple[int, int]
"""What one kind of a cluster adds to an outcome: a state, and the count of what is not known."""


class Moving(msgspec.Struct, frozen=True, gc=False):
    """A cluster that makes a difference.

    Attributes:
        counts: by kind, the count of what is not known and of what does not apply; empty where that makes no
            difference.
    """

    cluster: Cluster
    counts: tuple[int, ...]


class Movement:
    """One outcome, over all combinations of the clusters that make a difference to it."""

    def __init__(
        self, outcome: Outcome, moving: Sequence[Moving], still: Kind, known: Mapping[str, int]
    ) -> None:
        """Prepare to fold.

        Args:
            still: what everything else adds.
            known: the shares that can be known of what matters, with a bit for every count that makes them.
        """
        self._outcome, self._clusters = outcome, [one.cluster for one in moving]
        self._known = known
        self._start: States = {still[0]: 1 << still[1]}
        self._counted = len(known) > 1
        self._join = joined if self._counted else merged
        self._kinds = [self._kinds_of(one) for one in moving]
        self._found: dict[Hashable, bool] = {}

    @cached_property
    def values(self) -> frozenset[Hashable]:
        """Every way in which the outcome comes out.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        whole = reduce(self._join, self._states, self._start)
        outcome = self._outcome
        if not self._counted:
            values = outcome.values(next(iter(self._known)))
            return frozenset([values[state] for state in whole])
        return frozenset(
            {
                outcome.values(known)[state]
                for state, counts in whole.items()
                for known, wanted in self._known.items()
                if counts & wanted
            }
        )

    def swung(self, pending: Collection[Hashable]) -> Iterable[Hashable]:
        """Which of the choices in `pending` can change the outcome.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        moving = [id for cluster in self._clusters for id in cluster.profiles if id in pending]
        if not moving or len(self.values) == 1:
            return ()
        for place, cluster in enumerate(self._clusters):
            for id, profiles in cluster.profiles.items():
                if id in pending and id not in self._found:
                    self._found[id] = self._matters(self._kinds[place], profiles, self._rests[place])
        return [id for id in moving if self._found[id]]

    @cached_property
    def _states(self) -> list[States]:
        found = []
        for kinds in self._kinds:
            states: States = {}
            for state, count in kinds:
                states[state] = states.get(state, 0) | 1 << count
            found.append(states)
        return found

    @cached_property
    def _rests(self) -> list[States]:
        """For each cluster, all the others."""
        return all_but_one(self._states, self._join, self._start)

    def _kinds_of(self, moving: Moving) -> list[Kind]:
        narrowed = self._outcome.narrowed
        states = [narrowed(kind.bits) for kind in moving.cluster.kinds]
        return list(zip(states, moving.counts or [0] * len(states), strict=True))

    def _matters(self, kinds: list[Kind], profiles: frozenset[Profile], others: States) -> bool:
        """Whether a way in which a choice moves its cluster changes the outcome, with some of the others."""
        moves = {tuple(dict.fromkeys([kinds[kind] for kind in profile])) for profile in profiles}
        moves = {move for move in moves if len(move) > 1}
        if self._counted:
            return any(
                self._differs(one, other, others) for move in moves for one, other in combinations(move, 2)
            )
        values = self._outcome.values(next(iter(self._known)))
        for move in moves:
            first, *rest = [state for state, _ in move]
            for state in others:
                value = values[state | first]
                for one in rest:
                    if values[state | one] != value:
                        return True
        return False

    def _differs(self, one: Kind, other: Kind, others: States) -> bool:
        """Whether two moves come out differently, in some state of the others and at a count it can have."""
        both = [
            (self._outcome.values(left), self._outcome.values(right), wanted >> one[1] & also >> other[1])
            for left, wanted in self._known.items()
            for right, also in self._known.items()
        ]
        return any(
            counts & wanted and left[state | one[0]] != right[state | other[0]]
            for state, counts in others.items()
            for left, right, wanted in both
        )
