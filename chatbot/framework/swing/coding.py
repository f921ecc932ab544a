"""The facts of each owner as sums: which of several like signals is at a level makes no difference.

A layer or gate counts its signals by level. So two signals of one owner are alike, unless some rule names
one of them or counts one of them only. What an owner's facts say is written as a number in which every
group of like facts has a few bits for each level, and the bits count how many are at that level. Adding
the numbers of two answers gives the number of both; what differs in the order only has the same sum.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import msgspec

from chatbot.facts import SIGN_LEVELS, SIGNAL_LEVELS, FactId, Facts, Level


class _Group(msgspec.Struct, frozen=True, gc=False):
    """Like facts, with the place of the count for each level; `None` stands for not asked."""

    facts: tuple[FactId, ...]
    places: tuple[tuple[str | None, int], ...]
    digit: int


class _Part(msgspec.Struct, frozen=True, gc=False):
    """Where the number of one owner stands within a whole number."""

    shift: int
    mask: int
    groups: tuple[_Group, ...]


class Coding:
    """How the facts of one framework are written as numbers.

    Attributes:
        owner: by a fact that the framework judges, the layer or value model that it belongs to.
        facts: by owner, its facts in the framework's order.
    """

    def __init__(self, signs: Mapping[FactId, bool], alike: Mapping[FactId, Hashable]) -> None:
        """Lay out the number.

        Args:
            signs: every fact that is judged, and whether it is a sign.
            alike: what facts of one owner have to have in common, besides that, to be alike.
        """
        self.owner = {fact: owner_of(fact) for fact in signs}
        self.facts: dict[str, tuple[FactId, ...]] = {}
        for fact, owner in self.owner.items():
            self.facts[owner] = (*self.facts.get(owner, ()), fact)
        self._token: dict[tuple[FactId, str | None], int] = {}
        self._parts: dict[str, _Part] = {}
        shift = 0
        for owner, facts in self.facts.items():
            groups: dict[Hashable, list[FactId]] = {}
            for fact in facts:
                groups.setdefault((signs[fact], alike[fact]), []).append(fact)
            part = self._part(shift, [(tuple(group), signs[group[0]]) for group in groups.values()])
            self._parts[owner] = part
            shift += part.mask.bit_length()

    def number(self, facts: Iterable[FactId], said: Facts) -> int:
        """What `said` says of `facts`, where it says nothing that they are not asked."""
        token = self._token
        return sum(token[fact, said.get(fact)] for fact in facts)

    def of(self, owner: str, number: int) -> int:
        """The part of a number that is about one owner."""
        part = self._parts[owner]
        return number >> part.shift & part.mask

    def read(self, owner: str, own: int) -> dict[FactId, str]:
        """The facts of an owner that the part of a number about it says, up to like facts."""
        said: dict[FactId, str] = {}
        for group in self._parts[owner].groups:
            facts = iter(group.facts)
            for level, place in group.places:
                for _ in range(own >> place & group.digit):
                    fact = next(facts)
                    if level is not None:
                        said[fact] = level
        return said

    def _part(self, shift: int, alike: list[tuple[tuple[FactId, ...], bool]]) -> _Part:
        groups = []
        at = 0
        for facts, signs in alike:
            width = len(facts).bit_length()
            levels = SIGN_LEVELS if signs else SIGNAL_LEVELS
            known: list[str | None] = [str(level) for level in Level if level in levels]
            places = tuple((level, at + nth * width) for nth, level in enumerate([*known, None]))
            at += len(places) * width
            groups.append(_Group(facts, places, (1 << width) - 1))
            for level, place in places:
                self._token.update(dict.fromkeys(((fact, level) for fact in facts), 1 << shift + place))
        return _Part(shift, (1 << at) - 1, tuple(groups))


def owner_of(fact: FactId) -> str:
    """The layer or value model that a fact belongs to."""
    return fact.partition(".")[0]
