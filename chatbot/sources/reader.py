"""Reading YAML strictly: a value is what it looks like, and every problem has its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from chatbot.sources.codes import Code
from chatbot.sources.nodes import Entry, MappingNode, Node, Scalar, Sequence
from chatbot.sources.problems import START, Place, Problems, quoted
from chatbot.sources.text import FORBIDDEN, admit, place_in

MAX_DEPTH: Final = 32
"""How deeply lists and mappings may be nested."""

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,14}")
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None, "~": None, "": None}

_SYNTAX: Final = (
    (
        "cannot start any token",
        "This character cannot begin a value.",
        'Either indent with spaces instead of tabs, or put the text into "quotes".',
    ),
    (
        "mapping values are not allowed",
        "There is a colon here where no key can be.",
        'Either put the text into "quotes" or check the indentation.',
    ),
    (
        "unexpected end of stream",
        "The quotation that begins here is not closed.",
        "Close it with the same kind of quotation mark.",
    ),
    (
        "could not find expected ':'",
        "There is a line here that is no key and no part of a text.",
        "Either put a colon and a space behind the key or check the indentation.",
    ),
    (
        "did not find expected ',' or",
        "The bracket that opens here is not closed, or a comma is missing in it.",
        "Either close it or put a comma between its parts.",
    ),
    (
        "did not find expected",
        "Something is missing before this.",
        "Check the indentation, and that every quotation mark and bracket is closed.",
    ),
    (
        "unknown escape character",
        "A backslash here does not stand before anything that it can change.",
        "Either double it or put the text into 'single quotes'.",
    ),
)

_UNCLOSED: Final = ("unexpected end of stream", "expected ',' or")


def read(text: str, problems: Problems) -> Node | None:
    """The one document in `text`, or `None` where it cannot be read at all.

    What is wrong is noted in `problems`; a tree is also given where only parts of it are wrong.
    """
    if not admit(text, problems):
        return None
    try:
        events = _loader()(text)
    except (yaml.YAMLError, ValueError) as error:
        _note_syntax(error, text, problems)
        return None
    try:
        return _Reading(events, problems).document()
    except (yaml.YAMLError, ValueError) as error:
        _note_syntax(error, text, problems)
        return None
    except _StopReading:
        return None
    finally:
        events.dispose()


class _Events(Protocol):
    """What PyYAML's loaders have in common; they share no base class."""

    def get_event(self) -> Event:
        """The next event."""

    def dispose(self) -> None:
        """Give back what the loader holds."""


def _loader() -> Callable[[str], _Events]:
    """PyYAML without libyaml has only the loader in Python, which is slower and reads the same."""
    loader: Callable[[str], _Events] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader


class _StopReading(Exception):
    """A problem was noted after which the rest makes no sense."""


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, events: _Events, problems: Problems) -> None:
        self._events = events
        self._problems = problems

    def document(self) -> Node:
        self._next()
        start = self._next()
        if isinstance(start, StreamEndEvent):
            self._problems.add(
                Code.EMPTY_FILE, START, "There is nothing in this file.", "Either fill it or remove it."
            )
            raise _StopReading
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            self._problems.add(
                Code.TAG,
                _place(start),
                "A line that begins with % gives orders to the YAML reader.",
                "Remove it; it is not needed.",
            )
        node = self._node(self._next(), 0)
        self._next()
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._problems.add(
                Code.SEVERAL_DOCUMENTS,
                _place(after),
                "A second document begins here.",
                "Either remove the line of three dashes or put what follows into a file of its own.",
            )
        return node

    def _next(self) -> Event:
        return self._events.get_event()

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            self._refuse_anchor(event, f"*{event.anchor}")
            return Scalar(_place(event), "", "")
        if getattr(event, "anchor", None):
            self._refuse_anchor(event, f"&{getattr(event, 'anchor', '')}")
        tag = getattr(event, "tag", None)
        if tag:
            self._problems.add(
                Code.TAG, _place(event), f"The tag {quoted(tag)} is not used here.", "Remove it."
            )
        if depth >= MAX_DEPTH:
            self._problems.add(
                Code.TOO_DEEP,
                _place(event),
                f"This is nested more than {MAX_DEPTH} levels deep.",
                "Either take some brackets away or check the indentation.",
            )
            raise _StopReading
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        assert isinstance(event, ScalarEvent)
        return self._scalar(event)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(_place(start), tuple(items))

    def _mapping(self, start: Event, depth: int) -> MappingNode:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth + 1)
            if key is None:
                continue
            if key in entries:
                first = entries[key].place.line
                self._problems.add(
                    Code.DUPLICATE_KEY,
                    _place(event),
                    f"The key {quoted(key)} is already in line {first}.",
                    "Either remove one of the two or rename it.",
                )
                continue
            entries[key] = Entry(_place(event), value)
        return MappingNode(_place(start), entries)

    def _key(self, event: Event, depth: int) -> str | None:
        """The key as it is written, or `None` where it cannot be one."""
        node = self._node(event, depth + 1)
        if isinstance(event, AliasEvent):
            return None
        if not isinstance(node, Scalar) or not node.text:
            self._problems.add(
                Code.KEY_NOT_TEXT,
                _place(event),
                "A key has to be a word.",
                "Either write a word before the colon or remove the line.",
            )
            return None
        if node.text == "<<" and _is_plain(event):
            self._problems.add(
                Code.MERGE_KEY,
                _place(event),
                'The key "<<" would merge another mapping into this one, which is not done here.',
                "Write out what it would merge.",
            )
            return None
        return node.text

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text: str = event.value
        place = _place(event)
        if found := FORBIDDEN.search(text):
            self._problems.add(
                Code.CONTROL_CHARACTER,
                place,
                f"This text contains an invisible character (U+{ord(found[0]):04X}).",
                "Remove it, or the escape that makes it.",
            )
            text = FORBIDDEN.sub("", text)
        return Scalar(place, _plain_value(text) if _is_plain(event) else text, text)

    def _refuse_anchor(self, event: Event, name: str) -> None:
        self._problems.add(
            Code.ANCHOR,
            _place(event),
            f"{quoted(name)} marks or repeats a part of the file, which is not done here.",
            "Either write out what is meant or put the text into quotes.",
        )


def _is_plain(event: Event) -> bool:
    """Whether a single value was written without quotes."""
    return isinstance(event, ScalarEvent) and not event.style and bool(event.implicit[0])


def _plain_value(text: str) -> str | int | float | bool | None:
    """What a value without quotes means: only what cannot be mistaken is anything but text."""
    if text in _WORDS:
        return _WORDS[text]
    if text != "-0" and _INTEGER.fullmatch(text):
        return int(text)
    # 1.10 is a version rather than a number: as a number it would lose a digit.
    if _DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def _place(event: Event) -> Place:
    mark = event.start_mark
    return START if mark is None else Place(mark.line + 1, mark.column + 1)


def _note_syntax(error: Exception, text: str, problems: Problems) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", "") or "")
    place = START
    if mark is not None:
        place = Place(mark.line + 1, mark.column + 1)
    elif isinstance(position := getattr(error, "position", None), int):
        place = place_in(text, min(position, len(text)))
    opened = getattr(error, "context_mark", None)
    if opened is not None and any(part in said for part in _UNCLOSED):
        place = Place(opened.line + 1, opened.column + 1)
    for part, message, fix in _SYNTAX:
        if part in said:
            problems.add(Code.NOT_YAML, place, message, fix)
            return
    what = f"This is not YAML here: {said[:120]}." if said else "This is not YAML here."
    problems.add(Code.NOT_YAML, place, what, 'Either put the text into "quotes" or check the indentation.')
