"""Tables: their rows, widths and headers. What they look like is said by a style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from chatbot.report.document.signs import signs
from chatbot.report.writers.word.elements import Element, add
from chatbot.report.writers.word.styles import Styles

_ROOM_TO_WRITE: Final = 454
"""The least height of a row in which somebody writes by hand: 8 mm."""


class Box(Struct, frozen=True, kw_only=True):
    """Where blocks go.

    Attributes:
        parent: the element that they become children of.
        width: how wide it is, in twentieths of a point.
        indent: how much further in they stand than their styles say, because of a list, in the same unit.
        depth: how many lists they stand in.
    """

    parent: Element
    width: int
    indent: int = 0
    depth: int = 0


def table(
    box: Box,
    styles: Styles,
    style: str,
    shares: Sequence[int],
    *,
    header: bool,
    labels: bool = False,
    shows: str = "",
) -> tuple[Element, list[int]]:
    """A table without rows yet, and the widths of its columns.

    Args:
        shares: how wide each column is in proportion.
        header: its first row is a header.
        labels: the first cell of each row is one.
        shows: what it shows, for those who do not see it.
    """
    widths = _widths(box.width - box.indent, shares)
    made = add(box.parent, "tbl")
    properties = add(made, "tblPr")
    add(properties, "tblStyle", styles.id(style))
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    if box.indent:
        add(properties, "tblInd", w=str(box.indent), type="dxa")
    add(properties, "tblLayout", type="fixed")
    parts = (("firstRow", header), ("lastRow", False), ("firstColumn", labels), ("lastColumn", False))
    look = {name: str(int(told)) for name, told in parts} | {"noHBand": "1", "noVBand": "1"}
    add(properties, "tblLook", f"{0x600 + 0x20 * header + 0x80 * labels:04X}", **look)
    if shows:
        add(properties, "tblCaption", signs(shows))
        add(properties, "tblDescription", signs(shows))
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=str(width))
    return made, widths


def row(table: Element, *, header: bool = False, whole: bool = True, to_write_in: int = 0) -> Element:
    """A new row at the end.

    Args:
        header: it is repeated on every page.
        whole: it stands on one page.
        to_write_in: for so many lines by somebody's hand it is high enough.
    """
    made = add(table, "tr")
    if header or whole or to_write_in:
        properties = add(made, "trPr")
        if whole:
            add(properties, "cantSplit")
        if to_write_in:
            add(properties, "trHeight", str(_ROOM_TO_WRITE * to_write_in), hRule="atLeast")
        if header:
            add(properties, "tblHeader")
    return made


def cell(row: Element, width: int) -> Element:
    """A new cell at the end; it has to get a paragraph as its last child."""
    made = add(row, "tc")
    add(add(made, "tcPr"), "tcW", w=str(width), type="dxa")
    return made


def _widths(whole: int, shares: Sequence[int]) -> list[int]:
    """Widths that add up to the whole, whatever the rounding."""
    total = sum(shares)
    edges = [0]
    for share in shares:
        edges.append(edges[-1] + share)
    at = [whole * edge // total for edge in edges]
    return [right - left for left, right in pairwise(at)]
