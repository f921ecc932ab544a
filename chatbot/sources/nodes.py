"""Read YAML as a tree in which every key and every value knows its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from chatbot.sources.problems import Place

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists, from the top of the file."""

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""Data as JSON has it."""


class Scalar(msgspec.Struct, frozen=True):
    """A single value: what it was read as, and how it was written."""

    place: Place
    value: str | int | float | bool | None
    text: str


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    place: Place
    items: tuple[Node, ...]


class Entry(msgspec.Struct, frozen=True):
    """One `key: value` of a mapping."""

    place: Place
    value: Node


class MappingNode(msgspec.Struct, frozen=True):
    """Keys with their values, in the order written."""

    place: Place
    entries: Mapping[str, Entry]


Node: TypeAlias = Scalar | Sequence | MappingNode


def plain(node: Node) -> Plain:
    """The data alone."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {key: plain(entry.value) for key, entry in node.entries.items()}


def find(node: Node, loc: Loc) -> Node | None:
    """The value at `loc`, or `None` where the author wrote nothing."""
    here: Node | None = node
    for step in loc:
        if isinstance(here, MappingNode) and step in here.entries:
            here = here.entries[str(step)].value
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
        else:
            return None
    return here


def value_place(node: Node, loc: Loc) -> Place:
    """Where the value at `loc` is; of a way that ends early, the last that exists."""
    return _along(node, loc)[0]


def key_place(node: Node, loc: Loc) -> Place:
    """Where the key of the value at `loc` is, or the value itself where it has no key."""
    return _along(node, loc)[1]


def _along(node: Node, loc: Loc) -> tuple[Place, Place]:
    """The places of the value and of its key."""
    key = node.place
    for step in loc:
        if isinstance(node, MappingNode) and step in node.entries:
            entry = node.entries[str(step)]
            node, key = entry.value, entry.place
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            key = node.place
        else:
            break
    return node.place, key
