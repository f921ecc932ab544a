"""Splitting a condition into parts that one layer or value model settles, and the rest.

What a condition reads of one owner is settled by that owner's facts alone, so it comes down to one bit. The
condition that is left reads these bits and what is concluded of all. The bits of several owners are joined
with `|`: a bit that several may set stands for "one of them does", which is all that the operators ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cache
from typing import Final

import msgspec
from msgspec.structs import replace

from chatbot.conditions import Condition, Operator, Test, compiled, is_

SET: Final = "set"
"""The value of a bit that is set; one that is not has none."""


class View(IntEnum):
    """The conclusions that a part is settled on: as stated, or with unknowns at one of their ends."""

    STATED = 0
    WORST = 1
    BEST = 2


class Part(msgspec.Struct, frozen=True, gc=False):
    """When an owner sets a bit: where the test comes out as wanted, on the owner's conclusions."""

    bit: int
    view: View
    test: Test
    wanted: bool


class Parts:
    """Splits conditions and keeps their parts.

    Attributes:
        by_owner: what each owner settles.
        used: how many bits there are.
    """

    def __init__(self, owner_of: Mapping[str, str]) -> None:
        """Begin with no bits.

        Args:
            owner_of: by the key of a fact or conclusion that one owner settles, that owner.
        """
        self._owner_of = owner_of
        self.used = 0
        self.by_owner: dict[str, list[Part]] = {owner: [] for owner in owner_of.values()}

    def bits(self, count: int) -> int:
        """Reserve `count` bits in a row; gives the place of the first."""
        first = self.used
        self.used += count
        return first

    def split(self, condition: Condition, view: View = View.STATED) -> Condition:
        """The same condition on bits, and on what is concluded of all."""
        if self._owner(condition) is not None:
            return self._joined([condition], view, True)
        if condition.op is Operator.IS:
            return condition
        parts = tuple(_flat(condition))
        if condition.op is Operator.AT_LEAST:
            return replace(condition, parts=tuple(self.split(part, view) for part in parts))
        own = [part for part in parts if self._owner(part) is not None]
        rest = [self.split(part, view) for part in parts if self._owner(part) is None]
        if own and condition.op is Operator.ALL:
            rest.insert(0, Condition(op=Operator.NONE, parts=(self._joined(own, view, False),)))
        elif own:
            rest.insert(0, self._joined(own, view, True))
        return (
            rest[0]
            if len(rest) == 1 and condition.op is not Operator.NONE
            else replace(condition, parts=tuple(rest))
        )

    def _joined(self, conditions: Sequence[Condition], view: View, wanted: bool) -> Condition:
        """A new bit, set where one of these conditions comes out as wanted."""
        place = self.bits(1)
        for condition in conditions:
            owner = self._owner(condition)
            assert owner is not None
            self.by_owner[owner].append(Part(1 << place, view, compiled(condition), wanted))
        return is_(key(place), SET)

    def _owner(self, condition: Condition) -> str | None:
        """Who settles a condition alone, if somebody does."""
        owners = set(map(self._owner_of.get, condition.keys()))
        return owners.pop() if len(owners) == 1 else None


@cache
def key(place: int) -> str:
    """What a condition calls the bit at a place; no fact or conclusion is called so."""
    return f"#{place}"


def mask_of(keys: frozenset[str]) -> int:
    """The bits among what a condition reads."""
    return sum(1 << int(one[1:]) for one in keys if one.startswith("#"))


def only_bit(condition: Condition) -> int:
    """The bit that a condition comes down to, if it does; otherwise 0."""
    return mask_of(condition.keys()) if condition.op is Operator.IS else 0


def broken_bit(condition: Condition) -> int:
    """The bit that a condition comes down to not being set, if it does; otherwise 0."""
    if condition.op is Operator.NONE and len(condition.parts) == 1:
        return only_bit(condition.parts[0])
    return 0


def _flat(condition: Condition) -> Iterator[Condition]:
    """The parts of a condition; what all of all, or any of any, asks for stands beside the others."""
    for part in condition.parts:
        if part.op is condition.op and part.op in (Operator.ALL, Operator.ANY):
            yield from _flat(part)
        else:
            yield part
