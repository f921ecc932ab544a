"""Walking an authored tree along the struct that it is meant to be."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

import msgspec

from chatbot.conditions import Condition
from chatbot.facts import FactId
from chatbot.sources.codes import Code
from chatbot.sources.conditions import INVALID, AtomPlace, ConditionReader
from chatbot.sources.nodes import Loc, MappingNode, Node, Plain, Scalar, Sequence, plain
from chatbot.sources.problems import Problems, instead, quoted

Hint: TypeAlias = object
"""A type hint as `typing` resolves it: a class, a generic alias, a union or a new type."""


class Shaper:
    """Turns a tree into the data that pydantic validates, and does what needs the author's own form.

    Unknown keys and blank texts are noted, conditions are read, and where facts get their values the
    words are taken as written, so that `false` there is the word and not the truth value.

    Attributes:
        atoms: for the way to each condition, the places of its atoms.
    """

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.atoms: dict[Loc, tuple[AtomPlace, ...]] = {}

    def plain(self, node: Node, hint: Hint, loc: Loc) -> Plain:
        """The data of `node`, which is meant to be a `hint`, at `loc`."""
        kind = _bare(hint)
        origin = typing.get_origin(kind)
        if kind is Condition:
            return self._condition(node, loc)
        if isinstance(node, MappingNode) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self._object(node, kind, loc)
        if isinstance(node, Sequence) and origin is tuple:
            if not node.items:
                self._problems.add(
                    Code.EMPTY_LIST, node.place, "This list is empty.", "Either fill it or leave its key out."
                )
            item = typing.get_args(kind)[0]
            return [self.plain(part, item, (*loc, at)) for at, part in enumerate(node.items)]
        if isinstance(node, MappingNode) and origin is dict:
            key, value = typing.get_args(kind)
            return {
                name: self._value(entry.value, key, value, (*loc, name))
                for name, entry in node.entries.items()
            }
        if isinstance(node, Scalar) and kind is str and node.value is not None and not node.text.strip():
            self._problems.add(
                Code.BLANK_TEXT,
                node.place,
                "This text is empty.",
                "Either write it or leave its key out.",
            )
        return plain(node)

    def _value(self, node: Node, key: Hint, value: Hint, loc: Loc) -> Plain:
        if key is not FactId:
            return self.plain(node, value, loc)
        if isinstance(node, Scalar) and node.value is not None:
            return node.text
        if isinstance(node, Sequence):
            return [
                part.text if isinstance(part, Scalar) and part.value is not None else plain(part)
                for part in node.items
            ]
        return plain(node)

    def _object(self, node: MappingNode, kind: type[msgspec.Struct], loc: Loc) -> Plain:
        hints = _fields(kind)
        data: dict[str, Plain] = {}
        for key, entry in node.entries.items():
            if key in hints:
                data[key] = self.plain(entry.value, hints[key], (*loc, key))
                if data[key] is None and _bare(hints[key]) is not hints[key]:
                    self._left_empty(key, entry.value)
            else:
                self._problems.add(
                    Code.UNKNOWN_KEY,
                    entry.place,
                    f"{quoted(key)} is not a key that is known here.",
                    instead(key, [name for name in hints if name not in node.entries], "remove it"),
                )
        return data

    def _left_empty(self, key: str, node: Node) -> None:
        """Pydantic takes nothing for a key that may be left out, but somebody meant to write something."""
        self._problems.add(
            Code.LEFT_EMPTY,
            node.place,
            f"{quoted(key)} is left empty.",
            "Either write what it says or leave it out.",
        )

    def _condition(self, node: Node, loc: Loc) -> Plain:
        if isinstance(node, Scalar) and node.value is None:
            return None
        reader = ConditionReader(self._problems)
        condition = reader.read(node)
        self.atoms[loc] = tuple(reader.atoms)
        return _built(condition if not self._problems.found else INVALID)


def _built(condition: Condition) -> Plain:
    """A condition as data that validates back into itself."""
    return {
        "op": condition.op.value,
        "key": condition.key,
        "values": list(condition.values),
        "n": condition.n,
        "parts": [_built(part) for part in condition.parts],
    }


def _bare(hint: Hint) -> Hint:
    """The hint without `| None` and without the names of new types."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        kept = [part for part in typing.get_args(hint) if part is not types.NoneType]
        return _bare(kept[0]) if len(kept) == 1 else hint
    while isinstance(hint, typing.NewType):
        hint = hint.__supertype__
    return hint


@cache
def _fields(kind: type[msgspec.Struct]) -> Mapping[str, Hint]:
    """The fields of a struct with their resolved hints, in order."""
    hints = typing.get_type_hints(kind)
    return {name: hints[name] for name in kind.__struct_fields__}
