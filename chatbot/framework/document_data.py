"""From the text of a document to its data, strictly, with the place of everything in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

import msgspec

from chatbot.framework.chunks import MAX_BYTES, Chunk
from chatbot.sources.nodes import Loc, Node, key_place, plain, value_place
from chatbot.sources.problems import START, Place, Problems, quoted
from chatbot.sources.reader import read
from chatbot.sources.text import FORBIDDEN

Places: TypeAlias = Callable[[Loc, bool], Place]
"""Where the value at a place of the data is in the text, or, with `True`, where its key is."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with a document: where, counted from its first line, what, and what to do."""

    place: Place
    what: str
    todo: str = ""


class Unreadable(Exception):
    """A text that is no data; `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults)
        self.faults = faults


def data_of(chunk: Chunk) -> tuple[object, Places]:
    """The data of a document in YAML or JSON, and where it is.

    Raises:
        Unreadable: it is too large, not text, or neither YAML nor JSON; or something in it is there twice.
    """
    text = _text(chunk)
    if text.lstrip().startswith("{"):
        try:
            return _json(text)
        except ValueError:  # YAML may look like that too
            return _yaml(text)
    return _yaml(text)


def _text(chunk: Chunk) -> str:
    if chunk.too_large:
        raise Unreadable(
            _fault(
                f"This document is larger than the {MAX_BYTES} bytes that are read.",
                "Put each set of facts into a document of its own, and leave long texts out.",
            )
        )
    try:
        return chunk.content.decode("utf-8").replace("\r\n", "\n").rstrip()
    except UnicodeDecodeError as error:
        fault = _fault("This document is not UTF-8 text.", 'Save it again with the encoding "UTF-8".')
        raise Unreadable(fault) from error


def _yaml(text: str) -> tuple[object, Places]:
    problems = Problems("")
    node = read(text, problems)
    if node is None or problems.found:
        raise Unreadable(
            *(
                Fault(
                    place=Place(problem.line, problem.column),
                    what=problem.message.replace("this file", "this document"),
                    todo=problem.fix,
                )
                for problem in problems.found
            )
        )
    return plain(node), lambda loc, key: _place(node, loc, key)


def _json(text: str) -> tuple[object, Places]:
    """As JSON, which may escape characters in ways that YAML does not know.

    Raises:
        ValueError: it is not JSON.
        Unreadable: it is, and cannot be used.
    """
    twice: dict[str, None] = {}

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in items]
        if len(set(keys)) < len(keys):
            twice.update(dict.fromkeys(key for key in keys if keys.count(key) > 1))
        return dict(items)

    try:
        data = json.loads(text, object_pairs_hook=pairs)
    except RecursionError as error:
        raise Unreadable(_fault("This document is nested too deeply.", "Check its brackets.")) from error
    faults = [_fault(f"The key {quoted(key)} is given twice.", "Remove one of the two.") for key in twice]
    faults += [
        _fault(f"A text contains an invisible character (U+{ord(hidden[0]):04X}).", "Remove it.")
        for part in _texts(data)
        if (hidden := FORBIDDEN.search(part))
    ]
    if faults:
        raise Unreadable(*faults)

    @cache
    def node() -> Node | None:
        # Only where something is wrong: Python's JSON reader is faster, and says nothing of places.
        return read(text, Problems(""))

    def places(loc: Loc, key: bool) -> Place:
        tree = node()
        return _place(tree, loc, key) if tree else START

    return data, places


def _texts(data: object) -> Iterator[str]:
    """Every text in JSON data, keys included."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _texts(value)


def _fault(what: str, todo: str) -> Fault:
    return Fault(place=START, what=what, todo=todo)


def _place(node: Node, loc: Loc, key: bool) -> Place:
    return key_place(node, loc) if key else value_place(node, loc)
