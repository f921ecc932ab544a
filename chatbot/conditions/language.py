"""The closed condition language of `when` and of the knowledge rules: data, never code."""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

from collections.abc import Iterator
from enum import StrEnum

import msgspec


class Operator(StrEnum):
    """How a condition combines; `IS` is the only one that looks at a value."""

    IS = "is"
    ALL = "all"
    ANY = "any"
    NONE = "none"
    AT_LEAST = "at_least"


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """One node of a condition.

    Attributes:
        op: what the node does.
        key: for `IS`, the fact or conclusion looked at.
        values: for `IS`, the values that satisfy it.
        n: for `AT_LEAST`, how many parts have to hold.
        parts: the conditions that every other operator combines.
    """

    op: Operator
    key: str = ""
    values: tuple[str, ...] = ()
    n: int = 0
    parts: tuple["Condition", ...] = ()

    def atoms(self) -> Iterator["Condition"]:
        """Every `IS` node, from left to right."""
        if self.op is Operator.IS:
            yield self
        for part in self.parts:
            yield from part.atoms()

    def keys(self) -> frozenset[str]:
        """Every fact or conclusion that the condition reads."""
        return frozenset(atom.key for atom in self.atoms())


def is_(key: str, *values: str) -> Condition:
    """The condition that `key` has one of `values`."""
    return Condition(op=Operator.IS, key=key, values=values)
