"""A situation: what is settled, the choices that are open in it, and what each of them can change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import combinations
from operator import or_

from chatbot.facts import ModelId
from chatbot.framework.conclusions import known_share
from chatbot.framework.swing.clusters import Cluster, Profile
from chatbot.framework.swing.folding import States, all_but_one, joined, spread
from chatbot.framework.swing.outcomes import Outcome
from chatbot.framework.swing.rules import Addition
from chatbot.framework.swing.setting import Setting


class Situation:
    """What is settled and what is open, prepared for any question about it.

    Attributes:
        outcomes: everything that can come out differently: recommendation, decision, each warning.
        clusters: the choices by what they touch; what nobody can choose is a cluster without choices.
        base: the number of what is settled.
        numbers: by choice, the number of each alternative.
        proved: whether every combination is among those that are looked at.
    """

    def __init__(
        self,
        setting: Setting,
        outcomes: tuple[Outcome, ...],
        clusters: tuple[Cluster, ...],
        base: int,
        numbers: Mapping[Hashable, tuple[int, ...]],
    ) -> None:
        self.setting, self.outcomes, self.clusters = setting, outcomes, clusters
        self.base, self.numbers = base, numbers
        self.proved = all(cluster.proved for cluster in clusters)
        self._counting = [
            tuple(at for at, group in enumerate(cluster.groups) if group[0] in setting.mattering)
            for cluster in clusters
        ]
        self._counts = [
            [sum(kind.counts[at] for at in counting) for kind in cluster.kinds]
            for cluster, counting in zip(clusters, self._counting, strict=True)
        ]
        self.known = self._known()
        self._only_known = next(iter(self.known))
        self._kinds: dict[tuple[int, Outcome], list[tuple[int, int]]] = {}
        self._values: dict[int, frozenset[Hashable]] = {}

    def tied(self) -> Iterator[tuple[frozenset[str], tuple[Hashable, ...]]]:
        """The owners that choices tie together, with these choices; owners without choices one by one."""
        for cluster in self.clusters:
            if cluster.profiles:
                yield frozenset(cluster.owners), tuple(cluster.profiles)
            else:
                yield from ((frozenset({owner}), ()) for owner in cluster.owners)

    def values(self, at: int) -> frozenset[Hashable]:
        """Every way in which an outcome, by its place, comes out in some combination.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        values = self._values.get(at)
        if values is None:
            whole: States = {0: 1 << self.setting.settled_count}
            for states in self._all_states(self.outcomes[at]):
                whole = joined(whole, states)
            values = self._values[at] = self._values_of(self.outcomes[at], whole)
        return values

    def swung(self, at: int, pending: Collection[Hashable]) -> set[Hashable]:
        """Which of the choices in `pending` can change an outcome, by its place.

        Raises:
            TooManyError: there are too many combinations to say so.
        """
        outcome = self.outcomes[at]
        found: set[Hashable] = set()
        moving = self.moving(outcome)
        wanted = [place for place in moving if not self.clusters[place].profiles.keys().isdisjoint(pending)]
        if not wanted or len(self.values(at)) == 1:
            return found
        states = self._all_states(outcome)
        rest: States = {0: 1 << self.setting.settled_count}
        for place, one in enumerate(states):
            if place not in moving:
                rest = joined(rest, one)
        rests = all_but_one([states[place] for place in moving], joined, rest)
        for place, others in zip(moving, rests, strict=True):
            kinds = self.kinds(place, outcome) if place in wanted else []
            for id, profiles in self.clusters[place].profiles.items():
                if id in pending and self._matters(outcome, kinds, profiles, others):
                    found.add(id)
        return found

    def moving(self, outcome: Outcome) -> list[int]:
        """The places of the clusters whose choices make a difference to what an outcome rests on."""
        return [place for place in range(len(self.clusters)) if self._moves(place, outcome)]

    def same_as(self, other: Situation, at: int) -> bool:
        """Whether an outcome surely is the same in every combination, here and there."""
        outcome, theirs = self.outcomes[at], other.outcomes[at]
        if outcome.name != theirs.name:
            return False
        ours = {self.clusters[place] for place in self.moving(outcome)}
        if ours != {other.clusters[place] for place in other.moving(theirs)}:
            return False
        counted = self.counted(outcome), other.counted(theirs)
        if counted[0] != counted[1] or (any(counted) and self.known != other.known):
            return False
        if outcome.counted and self._only_known != other._only_known:
            return False
        return self._still(outcome) == other._still(theirs)

    def kinds(self, place: int, outcome: Outcome) -> list[tuple[int, int]]:
        """For each kind of a cluster, the state that it adds to an outcome, and the count."""
        kinds = self._kinds.get((place, outcome))
        if kinds is None:
            states = [outcome.narrowed(kind.bits) for kind in self.clusters[place].kinds]
            counts = self._counts[place] if self.counted(outcome) else [0] * len(states)
            kinds = self._kinds[place, outcome] = list(zip(states, counts, strict=True))
        return kinds

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

    def _still(self, outcome: Outcome) -> tuple[int, int]:
        """The state and the count of what no choice changes for an outcome."""
        moving = self.moving(outcome)
        state = count = 0
        for place in range(len(self.clusters)):
            if place not in moving:
                added, more = self.kinds(place, outcome)[0]
                state, count = state | added, count + more
        return state, count

    def counted(self, outcome: Outcome) -> bool:
        """Whether how much is known differs from combination to combination, and makes a difference."""
        return outcome.counted and len(self.known) > 1

    def _moves(self, place: int, outcome: Outcome) -> bool:
        if self.clusters[place].bits & outcome.bits:
            return True
        return self.counted(outcome) and len(set(self._counts[place])) > 1

    def _all_states(self, outcome: Outcome) -> list[States]:
        found = []
        for place in range(len(self.clusters)):
            states: States = {}
            for state, count in self.kinds(place, outcome):
                states[state] = states.get(state, 0) | 1 << count
            found.append(states)
        return found

    def _values_of(self, outcome: Outcome, states: States) -> frozenset[Hashable]:
        if not self.counted(outcome):
            values = outcome.values(self._only_known)
            return frozenset({values[state] for state in states})
        return frozenset(
            {
                outcome.values(known)[state]
                for state, counts in states.items()
                for known, wanted in self.known.items()
                if counts & wanted
            }
        )

    def _matters(
        self,
        outcome: Outcome,
        kinds: list[tuple[int, int]],
        profiles: frozenset[Profile],
        others: States,
    ) -> bool:
        """Whether a way in which a choice moves its cluster changes the outcome, with some of the others."""
        moves = {tuple(dict.fromkeys([kinds[kind] for kind in profile])) for profile in profiles}
        moves = {move for move in moves if len(move) > 1}
        if self.counted(outcome):
            return any(
                self._differs(outcome, one, other, others)
                for move in moves
                for one, other in combinations(move, 2)
            )
        values = outcome.values(self._only_known)
        for move in moves:
            first, *rest = [state for state, _ in move]
            for state in others:
                value = values[state | first]
                for one in rest:
                    if values[state | one] != value:
                        return True
        return False

    def _differs(
        self, outcome: Outcome, one: tuple[int, int], other: tuple[int, int], others: States
    ) -> bool:
        """Whether two moves come out differently, in some state of the others and at a count it can have."""
        both = [
            (outcome.values(left), outcome.values(right), wanted >> one[1] & also >> other[1])
            for left, wanted in self.known.items()
            for right, also in self.known.items()
        ]
        return any(
            counts & wanted and left[state | one[0]] != right[state | other[0]]
            for state, counts in others.items()
            for left, right, wanted in both
        )

    def _known(self) -> dict[str, int]:
        """By the share that is known of what matters, where it can be, a bit for each count that makes it."""
        counts = 1 << self.setting.settled_count
        for cluster in self._counts:
            counts = spread(counts, reduce(or_, (1 << count for count in cluster)))
        shares: dict[str, int] = {}
        stride, judged = self.setting.rules.stride, self.setting.judged
        while counts:
            low = counts & -counts
            counts ^= low
            share = known_share(judged, *divmod(low.bit_length() - 1, stride))
            shares[share] = shares.get(share, 0) | low
        return shares
