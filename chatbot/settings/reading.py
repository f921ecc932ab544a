"""Reading the settings: whatever is right in the file counts, and everything wrong is said with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from chatbot.settings.content import content_of
from chatbot.settings.key_names import KeyNameError, key_named, shown
from chatbot.settings.reading_reports import REPORT, report_settings
from chatbot.settings.settings import AUTO, Names, Settings
from chatbot.sources.cache import cached
from chatbot.sources.codes import Code
from chatbot.sources.nodes import MappingNode, Node, Scalar, Sequence
from chatbot.sources.problems import Problem, Problems, instead, quoted
from chatbot.sources.text import decode

NO_KEY = "none"
"""What to write where an action is to have no key at all."""

_KEYS = "keys"
_TOP = ("theme", "reduced_motion", _KEYS, REPORT)


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """The settings in force, and what is wrong with the file, in its order."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


class _Flawed(Exception):
    """Carries what was read of a file that is not quite right past the cache, which keeps only what is."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self.loaded = loaded


def load_settings(path: Path | None, names: Names) -> Loaded:
    """The settings in a file; those that come with the program where it is missing. Raises nothing."""
    data, unread = content_of(path)
    if not data:
        return Loaded(settings=Settings(), problems=unread)

    def build() -> Settings:
        loaded = read_settings(data, str(path), names)
        if loaded.problems:
            raise _Flawed(loaded)
        return loaded.settings

    try:  # a file that is as it was the last time costs no YAML
        return Loaded(settings=cached(_key(data, names), Settings, build))
    except _Flawed as flawed:
        return flawed.loaded


def read_settings(data: bytes, path: str, names: Names) -> Loaded:
    """The settings that a file holds.

    Args:
        data: the file.
        path: what messages call it.
        names: what it may name.
    """
    from chatbot.sources.reader import read  # loads YAML, which nothing else needs at a usual start

    problems = Problems(path)
    text = decode(data, problems)
    if not text.strip() or all(line.lstrip()[:1] in ("", "#") for line in text.split("\n")):
        return Loaded(settings=Settings(), problems=tuple(problems.found))
    node = read(text, problems)
    settings = _Reading(names, problems).settings(node) if node else Settings()
    return Loaded(settings=settings, problems=tuple(problems.in_order()))


def _key(data: bytes, names: Names) -> str:
    """What the settings depend on besides the code that reads them."""
    return hashlib.sha256(msgspec.json.encode(names, order="deterministic") + data).hexdigest()


class _Reading:
    """One pass over the tree of a file."""

    def __init__(self, names: Names, problems: Problems) -> None:
        self._names = names
        self._problems = problems

    def settings(self, node: Node) -> Settings:
        if not isinstance(node, MappingNode):
            self._problems.add(
                Code.NOT_A_MAPPING, node.place, "Settings are written as name: value.", "Write theme: dark."
            )
            return Settings()
        for name, entry in node.entries.items():
            if name not in _TOP:
                self._problems.add(
                    Code.UNKNOWN_KEY,
                    entry.place,
                    f"{quoted(name)} is not a setting.",
                    instead(name, _TOP, "remove it"),
                )
        values = {name: entry.value for name, entry in node.entries.items()}
        return Settings(
            theme=self._theme(values.get("theme")),
            reduced_motion=self._truth(values.get("reduced_motion")),
            keys=self._keys(values.get(_KEYS)),
            report=report_settings(values.get(REPORT), self._problems),
        )

    def _theme(self, node: Node | None) -> str:
        if node is None:
            return AUTO
        known = (AUTO, *self._names.themes)
        if isinstance(node, Scalar) and node.text in known:
            return node.text
        said = node.text if isinstance(node, Scalar) else ""
        self._problems.add(
            Code.NOT_A_CHOICE, node.place, f"{quoted(said)} is not a theme.", instead(said, known)
        )
        return AUTO

    def _truth(self, node: Node | None) -> bool:
        if node is None:
            return False
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self._problems.add(
            Code.WRONG_KIND, node.place, "This is either true or false.", "Write one of them, without quotes."
        )
        return False

    def _keys(self, node: Node | None) -> dict[str, tuple[str, ...]]:
        if node is None:
            return {}
        if not isinstance(node, MappingNode):
            self._problems.add(
                Code.NOT_A_MAPPING, node.place, "Keys are written as action: key.", "Write undo: ctrl+g."
            )
            return {}
        wanted: dict[str, tuple[tuple[str, Scalar], ...]] = {}
        for name, entry in node.entries.items():
            if name not in self._names.keys:
                self._problems.add(
                    Code.UNKNOWN_KEY,
                    entry.place,
                    f"{quoted(name)} is nothing that can have a key.",
                    instead(name, self._names.keys, "remove it"),
                )
                continue
            read = tuple(self._written(entry.value))
            named = isinstance(entry.value, Scalar) and entry.value.text == NO_KEY
            if read or named:
                wanted[name] = read
        return self._without_conflicts(wanted)

    def _written(self, node: Node) -> Iterator[tuple[str, Scalar]]:
        """The keys of one action with where they stand, those left out that cannot be."""
        for item in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(item, Scalar) or not item.text:
                self._problems.add(Code.NOT_TEXT, item.place, "A key is meant here.", "Write one, as ctrl+g.")
                continue
            if item.text == NO_KEY and item is node:
                continue
            try:
                key = key_named(item.text)
            except KeyNameError as error:
                fix = "Write one like f6, ctrl+g or alt+n, or none."
                self._problems.add(
                    Code.NOT_A_CHOICE, item.place, f"{quoted(item.text)} cannot be used: {error}", fix
                )
                continue
            if key in self._names.fixed:
                what = f"{shown(key)} {self._names.fixed[key]}; that cannot be changed."
                self._problems.add(Code.KEY_TAKEN, item.place, what, "Choose another key.")
                continue
            yield key, item

    def _without_conflicts(
        self, wanted: dict[str, tuple[tuple[str, Scalar], ...]]
    ) -> dict[str, tuple[str, ...]]:
        """The keys as wanted, those left out that another action has; an action without any keeps its own."""
        taken = {key: name for name, keys in self._names.keys.items() if name not in wanted for key in keys}
        kept: dict[str, tuple[str, ...]] = {}
        for name, keys in wanted.items():
            free: list[str] = []
            for key, item in keys:
                if taken.get(key, name) != name:
                    self._problems.add(
                        Code.KEY_TAKEN,
                        item.place,
                        f"{shown(key)} is already the key of {quoted(taken[key])}.",
                        f"Either choose another key or give {quoted(taken[key])} another one.",
                    )
                elif key not in free:
                    free.append(key)
                    taken[key] = name
            if free or not keys:
                kept[name] = tuple(free)
        return self._settled(kept)

    def _settled(self, kept: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Where an action keeps its own keys after all, nobody else may have been given them."""
        held = {key for name, keys in self._names.keys.items() if name not in kept for key in keys}
        clear = {name: tuple(key for key in keys if key not in held) for name, keys in kept.items()}
        dropped = {name for name, keys in clear.items() if not keys and kept[name]}
        if not dropped:
            return clear
        return self._settled({name: keys for name, keys in clear.items() if name not in dropped})
