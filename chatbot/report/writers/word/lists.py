"""Lists as Word counts them: every numbered list counts for itself, in the look of its style."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from chatbot.report.writers.word.elements import VAL, Element, add, child, number, val, w
from chatbot.report.writers.word.names import DEEPEST_LIST, listed
from chatbot.report.writers.word.styles import Styles

_ABSTRACT_ID: Final = w("abstractNumId")
_NUM_ID: Final = w("numId")


class Lists:
    """The lists of one document."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root = root
        self._styles = styles
        self._last = max((number(one.get(_NUM_ID), 0) for one in root.findall(w("num"))), default=0)
        self._end = next((at for at, one in enumerate(root) if one.tag == w("numIdMacAtCleanup")), len(root))
        self._known: dict[str, tuple[str, int]] = {}

    def begin(self, depth: int, *, numbered: bool, start: int) -> tuple[str, tuple[str, int] | None]:
        """A new list, so many lists deep: the style of its items, and where they count if that says not."""
        style = listed("Number" if numbered else "Bullet", min(depth, DEEPEST_LIST - 1))
        if not numbered:
            return style, None
        abstract, level = self._counted_by(style)
        return style, (self._new(abstract, level, start), level) if abstract else None

    def complete(self, ours: Element, added: Iterable[Element]) -> None:
        """Gives styles that were added from our reference the lists that they count in there."""
        copies: dict[str, str] = {}
        for style in added:
            counts_in = child(style, "pPr", "numPr", "numId")
            if counts_in is not None:
                wanted = counts_in.get(VAL, "")
                if wanted not in copies:
                    copies[wanted] = self._copy(_abstract_of(ours, wanted))
                counts_in.set(VAL, copies[wanted])
                id = style.get(w("styleId"), "")
                level = self._levels(copies[wanted])[number(val(style, "pPr", "numPr", "ilvl"), 0)]
                linked = level.makeelement(w("pStyle"))
                linked.set(VAL, id)
                child_at = level.find(w("numFmt"))
                assert child_at is not None
                child_at.addnext(linked)

    def _counted_by(self, style: str) -> tuple[str, int]:
        """The definition that a style counts by, and the level in it; empty where it counts by none."""
        if style not in self._known:
            list_id, level = self._styles.numbering(style)
            abstract = _abstract_id(self._root, list_id)
            id = self._styles.id(style)
            for one in self._root.findall(w("abstractNum")):
                if one.get(_ABSTRACT_ID) == abstract:
                    linked = (lvl for lvl in one.findall(w("lvl")) if val(lvl, "pStyle") == id)
                    level = next((number(lvl.get(w("ilvl")), level) for lvl in linked), level)
            self._known[style] = abstract, level
        return self._known[style]

    def _new(self, abstract: str, level: int, start: int | None) -> str:
        self._last += 1
        made = self._root.makeelement(w("num"))
        made.set(_NUM_ID, str(self._last))
        self._root.insert(self._end, made)
        self._end += 1
        add(made, "abstractNumId", abstract)
        if start is not None:
            override = add(made, "lvlOverride", ilvl=str(level))
            add(override, "startOverride", str(start))
        return str(self._last)

    def _copy(self, abstract: Element) -> str:
        """A definition of ours here, not yet linked with styles; gives back a list that counts by it."""
        mine = self._root.findall(w("abstractNum"))
        copy = deepcopy(abstract)
        id = str(max((number(one.get(_ABSTRACT_ID), 0) for one in mine), default=-1) + 1)
        copy.set(_ABSTRACT_ID, id)
        for level in copy.findall(w("lvl")):
            for linked in level.findall(w("pStyle")):
                level.remove(linked)
        # Definitions stand before the lists that count by them.
        first = next((at for at, one in enumerate(self._root) if one.tag == w("num")), self._end)
        self._root.insert(first, copy)
        self._end += 1
        return self._new(id, 0, None)

    def _levels(self, list_id: str) -> list[Element]:
        return _abstract_of(self._root, list_id).findall(w("lvl"))


def _abstract_id(root: Element, list_id: str) -> str:
    found = (one for one in root.findall(w("num")) if one.get(_NUM_ID) == list_id)
    return next((val(one, "abstractNumId") for one in found), "")


def _abstract_of(root: Element, list_id: str) -> Element:
    wanted = _abstract_id(root, list_id)
    return next(one for one in root.findall(w("abstractNum")) if one.get(_ABSTRACT_ID) == wanted)
