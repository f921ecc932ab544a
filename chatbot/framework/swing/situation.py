"""A situation: what is settled, and the choices that are open in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import TypeAlias

from chatbot.facts import ModelId
from chatbot.framework.swing.clusters import Cluster
from chatbot.framework.swing.folding import spread
from chatbot.framework.swing.movement import Movement, Moving
from chatbot.framework.swing.outcomes import Outcome
from chatbot.framework.swing.rules import Addition
from chatbot.framework.swing.setting import Setting

Movements: TypeAlias = dict[Hashable, Movement]
"""What was folded in a search, to be used wherever the same comes up again."""


class Situation:
    """What is settled and what is open, prepared for any question about it.

    Attributes:
        outcomes: everything that can come out differently: recommendation, decision, each warning.
        base: the number of what is settled.
        numbers: by choice, the number of each alternative.
        known: the shares that can be known of what matters, with a bit for every count that makes them.
        proved: whether every combination is among those that are looked at.
    """

    def __init__(
        self,
        setting: Setting,
        outcomes: tuple[Outcome, ...],
        clusters: tuple[Cluster, ...],
        base: int,
        numbers: Mapping[Hashable, tuple[int, ...]],
        movements: Movements,
    ) -> None:
        """Prepare a situation.

        Args:
            clusters: the choices by what they touch; what no choice touches is a cluster without choices.
            movements: what the search has folded so far.
        """
        self.setting, self.outcomes = setting, outcomes
        self.base, self.numbers = base, numbers
        self._clusters, self._movements = clusters, movements
        self.proved = all(cluster.proved for cluster in clusters)
        self._counts = [tuple(map(self.counter(cluster.owners), cluster.kinds)) for cluster in clusters]
        self.known = self._known()
        self._own: dict[int, Movement] = {}

    def movement(self, at: int) -> Movement:
        """How the choices move an outcome, by its place; the same one wherever it surely is the same."""
        movement = self._own.get(at)
        if movement is None:
            movement = self._own[at] = self._movement(self.outcomes[at])
        return movement

    def counted(self, outcome: Outcome) -> bool:
        """Whether how much is known differs from combination to combination, and makes a difference."""
        return outcome.counted and len(self.known) > 1

    def tied(self) -> Iterator[tuple[frozenset[str], tuple[Hashable, ...]]]:
        """The owners that choices tie together, with these choices; owners without choices one by one."""
        for cluster in self._clusters:
            if cluster.profiles:
                yield frozenset(cluster.owners), tuple(cluster.profiles)
            else:
                yield from ((frozenset({owner}), ()) for owner in cluster.owners)

    def settled(self, owners: Iterable[str]) -> tuple[int, ...]:
        """What is settled about some owners, as parts of the number."""
        return tuple(self.setting.rules.coding.of(owner, self.base) for owner in owners)

    def applying(self, owners: Iterable[str]) -> tuple[bool | None, ...]:
        """Whether some owners apply, as far as they are value models that may drop out."""
        return tuple(self.setting.applies.get(ModelId(owner), True) for owner in owners)

    def addition(self, owners: Iterable[str], number: int) -> Addition:
        """What some owners add, by the number of a combination."""
        return self.setting.rules.joined(owners, number, self.setting.applies)

    def counter(self, owners: Iterable[str]) -> Callable[[Addition], int]:
        """How to count what is not known, and what does not apply, of what matters and some owners own."""
        groups = [group for owner in owners for group in self.setting.rules.mattering[owner]]
        places = [at for at, group in enumerate(groups) if group[0] in self.setting.mattering]
        return lambda added: sum([added.counts[at] for at in places])

    def _movement(self, outcome: Outcome) -> Movement:
        counted = self.counted(outcome)
        moving = []
        state, count = 0, self.setting.settled_count
        for cluster, counts in zip(self._clusters, self._counts, strict=True):
            if cluster.bits & outcome.bits or (counted and len(set(counts)) > 1):
                moving.append(Moving(cluster, counts if counted else ()))
            else:
                state |= outcome.narrowed(cluster.kinds[0].bits)
                count += counts[0]
        known: Mapping[str, int] = self.known
        if not counted:
            count = 0
            known = {next(iter(known)): 1} if outcome.counted else {"": 1}
        asked = (outcome.name, frozenset(moving), state, count, tuple(known.items()))
        if asked not in self._movements:
            self._movements[asked] = Movement(outcome, moving, (state, count), known)
        return self._movements[asked]

    def _known(self) -> dict[str, int]:
        counts = 1 << self.setting.settled_count
        for cluster in self._counts:
            counts = spread(counts, reduce(or_, (1 << count for count in cluster)))
        shares: dict[str, int] = {}
        known, judged = self.setting.rules.known, self.setting.judged
        while counts:
            low = counts & -counts
            counts ^= low
            share = known(judged, low.bit_length() - 1)
            shares[share] = shares.get(share, 0) | low
        return shares
