"""The first page kept to one page: its height is estimated, and its text made smaller where it has to be.

Only a program that lays pages out knows for sure. The estimate is for the fonts of our own reference, which
take more room from top to bottom than those that Word and LibreOffice show in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.pictures.widths import SLACK
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.writers.word.elements import Element, add, child, each, number, val, w
from chatbot.report.writers.word.styles import Look, Styles

_SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
_LINE: Final = 1.362
"""How high a line of Noto Sans is, in parts of the size of its text."""

_FULL: Final = 0.985
"""How much of a page is taken for filled."""

_CELL: Final = (200, 80)
"""What a cell keeps free beside its text, and above and below it, in twentieths of a point, as in ours."""

_LEAST: Final = 14
"""The smallest text, in half points."""

_EXTENT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU: Final = 635
"""So many of the units of a drawing are a twentieth of a point."""


class Room(Struct, frozen=True):
    """What a page has for text, in twentieths of a point."""

    width: int
    height: int


def fit(parts: Sequence[Element], room: Room, styles: Styles) -> None:
    """Make paragraphs and tables small enough for one page, as far as they can still be read."""
    for scale in _SCALES:
        if sum(_height(part, room.width, styles, scale) for part in parts) <= room.height * _FULL:
            break
    if scale < 1:
        for part in parts:
            for paragraph in [part] if part.tag == w("p") else each(part, "p"):
                _shrink(paragraph, styles.look(val(paragraph, "pPr", "pStyle")), scale)


def _height(part: Element, width: int, styles: Styles, scale: float) -> float:
    if part.tag == w("p"):
        return _of_paragraph(part, width, styles, scale)
    return sum(_of_row(row, styles, scale) for row in each(part, "tr"))


def _of_row(row: Element, styles: Styles, scale: float) -> float:
    beside, around = _CELL
    cells = []
    for cell in row.findall(w("tc")):
        measure = child(cell, "tcPr", "tcW")
        width = number(None if measure is None else measure.get(w("w")), 0) - beside
        cells.append(sum(_of_paragraph(one, width, styles, scale) for one in cell.findall(w("p"))))
    return max(cells, default=0) + around


def _of_paragraph(paragraph: Element, width: int, styles: Styles, scale: float) -> float:
    look = styles.look(val(paragraph, "pPr", "pStyle"))
    around = (look.before + look.after) * scale
    drawn = next(paragraph.iter(_EXTENT), None)
    if drawn is not None:
        return around + number(drawn.get("cy"), 0) / _EMU
    if look.exact:
        return around + look.line
    size = _scaled(look.size, scale) * 10.0  # in twentieths of a point
    within = max(width - look.left - look.right, 1) * SLACK[look.bold]
    lines = sum(len(wrapped(line, size, within, bold=look.bold)) or 1 for line in _lines(paragraph))
    return around + lines * size * _LINE * look.line / 240


def _lines(paragraph: Element) -> Iterator[str]:
    """The text, at the breaks that somebody typed."""
    text = "".join("\n" if one.tag == w("br") else one.text or "" for one in paragraph.iter(w("t"), w("br")))
    yield from text.split("\n")


def _shrink(paragraph: Element, look: Look, scale: float) -> None:
    if look.exact:
        return
    size = str(_scaled(look.size, scale))
    properties = child(paragraph, "pPr")
    assert properties is not None  # we have written it
    around = {"before": str(round(look.before * scale)), "after": str(round(look.after * scale))}
    spacing = add(properties, "spacing", **around)
    indent = child(properties, "ind")
    if indent is not None:
        indent.addprevious(spacing)
    _resize(add(properties, "rPr"), size)  # for the number of an item
    for run in each(paragraph, "r"):
        of_run = child(run, "rPr")
        if of_run is None:
            of_run = add(run, "rPr")
            run.insert(0, of_run)
        _resize(of_run, size)


def _resize(properties: Element, size: str) -> None:
    leftwards = child(properties, "rtl")
    for name in ("sz", "szCs"):
        made = add(properties, name, size)
        if leftwards is not None:
            leftwards.addprevious(made)


def _scaled(size: int, scale: float) -> int:
    return min(size, max(round(size * scale), _LEAST))
