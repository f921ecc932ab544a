"""Clusters: the choices that touch the same layers and value models, and what their combinations add."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from chatbot.facts import FactId, ModelId
from chatbot.framework.swing.choices import Choice
from chatbot.framework.swing.coding import owner_of
from chatbot.framework.swing.folding import TooManyError, all_but_one, sums
from chatbot.framework.swing.rules import Addition, Rules

Profile = tuple[int, ...]
"""By alternative of a choice, the kind that its cluster comes to, all else in the cluster being equal."""


class Cluster:
    """What the choices about some layers and value models add to the conclusions of all, together.

    Most combinations add the same, so they come down to a few kinds.

    Attributes:
        owners: the layers and value models.
        kinds: what the combinations add; the counts are by the groups of facts in `groups`.
        groups: the facts behind the counts, in groups that matter or do not as a whole.
        profiles: by choice, every way in which it can move the cluster from kind to kind.
        bits: the bits in which the kinds differ.
        moved: by choice, the bits that it can set or clear.
        proved: whether every combination was looked at.
    """

    def __init__(
        self,
        rules: Rules,
        owners: Sequence[str],
        applies: Mapping[ModelId, bool | None],
        base: int,
        choices: Sequence[tuple[Hashable, tuple[int, ...]]],
    ) -> None:
        """Look at the combinations.

        Args:
            applies: for value models that may drop out, whether they do.
            base: the number of what is settled about the owners.
            choices: by id, the number of each alternative.
        """
        self.groups = tuple(group for owner in owners for group in rules.mattering[owner])
        self.owners = tuple(owners)
        self._rules, self._applies = rules, applies
        self._kind: dict[int, int] = {}
        self._place: dict[Addition, int] = {}
        self.kinds: list[Addition] = []
        self.profiles: dict[Hashable, frozenset[Profile]] = {}
        self.proved = True
        free = list(choices)
        while True:
            try:
                self._combine(base, free)
                break
            except TooManyError:
                self.proved = False
                base += free.pop()[1][0]
        self.bits = self._differing([tuple(range(len(self.kinds)))])
        self.moved = {id: self._differing(profiles) for id, profiles in self.profiles.items()}

    def _combine(self, base: int, choices: Sequence[tuple[Hashable, tuple[int, ...]]]) -> None:
        sets = [frozenset(numbers) for _, numbers in choices]
        rests = all_but_one(sets, range(len(sets)), sums, frozenset({base}))
        if not choices:
            self._kind_of(base)
        for at, (id, numbers) in enumerate(choices):
            self.profiles[id] = frozenset(
                {tuple([self._kind_of(other + number) for number in numbers]) for other in rests[at]}
            )

    def _differing(self, profiles: Iterable[Profile]) -> int:
        bits = 0
        for first, *rest in profiles:
            for kind in rest:
                bits |= self.kinds[kind].bits ^ self.kinds[first].bits
        return bits

    def _kind_of(self, number: int) -> int:
        kind = self._kind.get(number)
        if kind is None:
            addition = self._rules.joined(self.owners, number, self._applies)
            kind = self._place.setdefault(addition, len(self.kinds))
            if kind == len(self.kinds):
                self.kinds.append(addition)
            self._kind[number] = kind
        return kind


def touched(choice: Choice) -> frozenset[FactId]:
    """The facts that a choice may state."""
    return frozenset().union(*choice.alternatives)


def clustered(
    choices: Iterable[tuple[Hashable, frozenset[FactId]]],
) -> list[tuple[tuple[str, ...], tuple[Hashable, ...]]]:
    """The owners that choices tie together, directly or by way of others, with these choices in their order.

    Args:
        choices: by id, the facts that a choice may state.
    """
    clusters: list[tuple[frozenset[str], tuple[Hashable, ...]]] = []
    for id, facts in choices:
        owners = frozenset(map(owner_of, facts))
        met = [cluster for cluster in clusters if not owners.isdisjoint(cluster[0])]
        clusters = [cluster for cluster in clusters if owners.isdisjoint(cluster[0])]
        ids = [one for _, others in met for one in others]
        clusters.append((owners.union(*(others for others, _ in met)), (*ids, id)))
    return [(tuple(sorted(owners)), ids) for owners, ids in clusters]
