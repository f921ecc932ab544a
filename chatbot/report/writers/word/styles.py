"""The styles of a reference document by the names that Word shows, and those of ours that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from msgspec import Struct

from chatbot.report.writers.word.elements import VAL, Element, child, number, val, w

_REFERS: Final = ("basedOn", "next", "link")
_ID: Final = w("styleId")
_TYPE: Final = w("type")
_DEFAULT: Final = w("default")


class Look(Struct, frozen=True, kw_only=True):
    """How a paragraph of a style looks, by the style and those that it is based on.

    Attributes:
        size: of its text, in half points.
        before, after: what is free above and below, in twentieths of a point.
        line: the height of a line in 240ths of the usual one; where it is `exact`, in twentieths of a point.
        left, right: how far in it stands, in twentieths of a point.
    """

    size: int
    bold: bool
    before: int
    after: int
    line: int
    exact: bool
    left: int
    right: int


class Styles:
    """The styles of one document.

    A style is found by its name, because its id is in the language of the Word that made it. A report never
    has two styles by one name, so kinds need not be told apart.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self._styles = {_name(style): style for style in root.findall(w("style"))}
        self._ids = {name: style.get(_ID, "") for name, style in self._styles.items()}
        self._exact: dict[str, str] = {}
        self._looks: dict[str, Look] = {}

    def id(self, name: str) -> str:
        """The id that paragraphs, runs and tables refer to a style by."""
        found = self._exact.get(name)
        if found is None:
            found = self._exact[name] = self._ids[name.lower()]
        return found

    def numbering(self, name: str) -> tuple[str, int]:
        """The list that a style counts in and how deep; no id where it counts in none."""
        numbering = child(self._styles[name.lower()], "pPr", "numPr")
        return val(numbering, "numId"), number(val(numbering, "ilvl"), 0)

    def left(self, name: str) -> int:
        """How far in a style begins, in twentieths of a point."""
        seen = set()
        style = self._styles.get(name.lower())
        while style is not None and style not in seen:
            seen.add(style)
            indent = child(style, "pPr", "ind")
            if indent is not None:
                return number(indent.get(w("left")) or indent.get(w("start")), 0)
            style = self._by_id(val(style, "basedOn"))
        return 0

    def look(self, id: str) -> Look:
        """How a paragraph of the style by this id looks."""
        if id not in self._looks:
            chain = list(self._chain(id))

            def said(attribute: str, *names: str) -> str:
                found = [child(one, *names) for one in chain]
                told = [one.get(w(attribute)) for one in found if one is not None]
                return next((one for one in told if one is not None), "")

            spacing = ("pPr", "spacing")
            self._looks[id] = Look(
                size=number(said("val", "rPr", "sz"), 20),
                bold=any(child(one, "rPr", "b") is not None for one in chain),
                before=number(said("before", *spacing), 0),
                after=number(said("after", *spacing), 0),
                line=number(said("line", *spacing), 240),
                exact=said("lineRule", *spacing) == "exact",
                left=number(said("left", "pPr", "ind"), 0),
                right=number(said("right", "pPr", "ind"), 0),
            )
        return self._looks[id]

    def _chain(self, id: str) -> Iterator[Element]:
        """A style, those that it is based on, and at last what holds for all."""
        seen: list[Element] = []
        style = self._by_id(id)
        while style is not None and style not in seen:
            seen.append(style)
            yield style
            style = self._by_id(val(style, "basedOn"))
        for kind in ("rPr", "pPr"):
            usual = child(self.root, "docDefaults", f"{kind}Default")
            if usual is not None:
                yield usual

    def complete(self, ours: Element) -> list[Element]:
        """Adds what ours has and this lacks, and gives back what it added.

        A style of another kind by the name of one of ours would not do: ours takes its place under a name
        of its own, which cannot be, so the other one is renamed.
        """
        missing = [style for style in ours.findall(w("style")) if not self._has(style)]
        renamed = {style.get(_ID, ""): self._ids.get(_name(style), "") for style in ours.findall(w("style"))}
        taken = set(self._ids.values())
        for style in missing:
            id = style.get(_ID, "")
            renamed[id] = _free(id, taken)
            taken.add(renamed[id])
        added = []
        for style in missing:
            copy = deepcopy(style)
            copy.set(_ID, renamed[style.get(_ID, "")])
            copy.attrib.pop(_DEFAULT, None)
            for name in _REFERS:
                refers = child(copy, name)
                if refers is not None:
                    refers.set(VAL, renamed[refers.get(VAL, "")])
            self._rename(_name(copy))
            self.root.append(copy)
            self._styles[_name(copy)] = copy
            self._ids[_name(copy)] = copy.get(_ID, "")
            added.append(copy)
        return added

    def _has(self, style: Element) -> bool:
        mine = self._styles.get(_name(style))
        return mine is not None and mine.get(_TYPE) == style.get(_TYPE)

    def _rename(self, name: str) -> None:
        other = self._styles.get(name)
        if other is None:
            return
        told = child(other, "name")
        assert told is not None
        told.set(VAL, f"{told.get(VAL, '')} ({other.get(_TYPE, '')})")

    def _by_id(self, id: str) -> Element | None:
        if not id:
            return None
        return next((style for style in self._styles.values() if style.get(_ID) == id), None)


def _name(style: Element) -> str:
    return val(style, "name").lower()


def _free(id: str, taken: set[str]) -> str:
    free, count = id, 1
    while free in taken:
        count += 1
        free = f"{id}{count}"
    return free
