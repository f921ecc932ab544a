"""How the clusters that make a difference to one outcome move it, over all their combinations."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations
from typing import Final, TypeAlias

import msgspec

from chatbot.framework.swing.clusters import Cluster
from chatbot.framework.swing.folding import States, all_but_one, joined, merged
from chatbot.framework.swing.outcomes import Outcome

Kind: TypeAlias = tuple[int, int]
"""What one kind of a cluster adds to an outcome: a state, and the count of what is not known."""


TRIES: Final = 16
"""How many combinations are tried before all are looked at."""


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
        self._others: dict[int, States] = {}

    @cached_property
    def values(self) -> frozenset[Hashable]:
        """Every way in which the outcome comes out.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        return frozenset(self._all_values())

    @cached_property
    def constant(self) -> bool:
        """Whether the outcome is the same in every combination.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        values = self._all_values()
        first = next(values)
        return all(value == first for value in values)

    def swung(self, pending: Collection[Hashable]) -> Iterable[Hashable]:
        """Which of the choices in `pending` can change the outcome.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        wanted = [
            (id, place)
            for place, cluster in enumerate(self._clusters)
            for id, moved in cluster.moved.items()
            if id in pending and (moved & self._outcome.bits or self._counted)
        ]
        for id, place in wanted:
            if not self._found.get(id) and self._shown(place, self._moves(id, place)):
                self._found[id] = True
        left = {id: place for id, place in wanted if id not in self._found}
        if left and (len(left) < len(wanted) or not self.constant):
            rests = self._rests(frozenset(left.values()))
            for id, place in left.items():
                self._found[id] = self._matters(self._moves(id, place), rests[place])
        return [id for id, _ in wanted if self._found.get(id)]

    def _all_values(self) -> Iterator[Hashable]:
        outcome = self._outcome
        for state, counts in reduce(self._join, self._states, self._start).items():
            for known, wanted in self._known.items():
                if counts & wanted or not self._counted:
                    yield outcome.values(known)[state]

    @cached_property
    def _states(self) -> list[States]:
        found = []
        for kinds in self._kinds:
            states: States = {}
            for state, count in kinds:
                states[state] = states.get(state, 0) | 1 << count
            found.append(states)
        return found

    def _rests(self, places: frozenset[int]) -> Mapping[int, States]:
        """For some of the clusters, by their places, all the others."""
        missing = places - self._others.keys()
        if missing:
            self._others.update(all_but_one(self._states, missing, self._join, self._start))
        return self._others

    @cached_property
    def _tries(self) -> list[list[Kind]]:
        """By the place of a cluster, a few of the combinations of all others.

        A bit mostly stands for something that is not as it should be. Where many are set, little makes a
        difference, so most of these combinations have few.
        """
        ordered = [sorted(kinds, key=lambda kind: (kind[0].bit_count(), kind)) for kinds in self._kinds]
        found: list[dict[Kind, None]] = [{} for _ in ordered]
        (start, counts), *_ = self._start.items()
        for turn in range(TRIES):
            picks = [
                kinds[(turn * (2 * place + 1) + turn // 3) % min(len(kinds), 1 + turn // 2)]
                for place, kinds in enumerate(ordered)
            ]
            for place in range(len(picks)):
                state, count = start, counts.bit_length() - 1
                for added, more in (*picks[:place], *picks[place + 1 :]):
                    state, count = state | added, count + more
                found[place][state, count] = None
        return [list(tries) for tries in found]

    def _moves(self, id: Hashable, place: int) -> list[tuple[Kind, ...]]:
        """The ways in which a choice moves its cluster, as far as the outcome may rest on them."""
        kinds, profiles = self._kinds[place], self._clusters[place].profiles[id]
        moves = {tuple(dict.fromkeys([kinds[kind] for kind in profile])) for profile in profiles}
        return sorted(move for move in moves if len(move) > 1)

    def _shown(self, place: int, moves: list[tuple[Kind, ...]]) -> bool:
        """Whether some of the moves change the outcome in some of the combinations that are tried."""
        for state, count in self._tries[place]:
            for move in moves[:TRIES]:
                (first, more), *rest = move
                value = self._value(state | first, count + more)
                if any(self._value(state | one, count + more) != value for one, more in rest):
                    return True
        return False

    def _value(self, state: int, count: int) -> Hashable:
        for known, counts in self._known.items():
            if counts >> count & 1 or not self._counted:
                return self._outcome.values(known)[state]
        raise AssertionError(count)

    def _kinds_of(self, moving: Moving) -> list[Kind]:
        narrowed = self._outcome.narrowed
        states = [narrowed(kind.bits) for kind in moving.cluster.kinds]
        return list(zip(states, moving.counts or [0] * len(states), strict=True))

    def _matters(self, moves: list[tuple[Kind, ...]], others: States) -> bool:
        """Whether some of the moves change the outcome, in some of all combinations of the others."""
        if self._counted:
            pairs = dict.fromkeys(pair for move in moves for pair in combinations(move, 2))
            return any(self._differs(one, other, others) for one, other in pairs)
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
            (self._outcome.values(left), self._outcome.values(right), counts)
            for left, wanted in self._known.items()
            for right, also in self._known.items()
            if (counts := wanted >> one[1] & also >> other[1])
        ]
        return any(
            counts & wanted and left[state | one[0]] != right[state | other[0]]
            for state, counts in others.items()
            for left, right, wanted in both
        )
