"""Readiness by layer: how each stands or may stand, and every signal with its mark."""

from __future__ import annotations

from typing import Final

from chatbot.facts import Level
from chatbot.report.content.judged import Finding, Judged, Layer
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.legend import legend
from chatbot.report.pictures.marks import SIZE, fact_mark
from chatbot.report.pictures.saying import layer_says
from chatbot.report.pictures.standings import HIGH, WIDE, standing_scale
from chatbot.report.pictures.svg import TEXT, TITLE, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_GAP: Final = 16
_LABEL: Final = SIZE + 7


def readiness(judged: Judged, colours: Colours, id: str = "readiness", *, wide: int = WIDTH) -> Figure:
    """The readiness layers below each other.

    Args:
        id: of the figure, for documents with more than one.
        wide: of the picture, in CSS pixels.
    """
    drawing = Drawing(colours, wide)
    y = 2.0
    for place, layer in enumerate(judged.layers):
        if place:
            drawing.stroke(path((0, y + 5), (wide, y + 5)), Colour.LINE)
            y += 15
        with drawing.group(layer=layer.id, standing=layer.standing, worst=layer.worst, best=layer.best):
            y = _layer(drawing, y, layer)
    drawing.stroke(path((0, y + 5), (wide, y + 5)), Colour.LINE)
    found = {finding.level for layer in judged.layers for finding in layer.signals}
    y = legend(drawing, y + 13, found)
    said = " ".join(layer_says(layer) for layer in judged.layers)
    return drawing.figure(id, y + 2, "Readiness by layer, with the signals of each", said)


def _layer(drawing: Drawing, y: float, layer: Layer) -> float:
    """One layer; returns where it ends below."""
    beside = drawing.wide - WIDE - _GAP
    columns = 2 if beside > WIDE else 1
    title = wrapped(layer.title, TITLE, beside if columns > 1 else drawing.wide, bold=True)
    drawing.text((0, y + (HIGH - leading(TITLE)) / 2), title, TITLE, bold=True)
    if columns > 1:
        standing_scale(drawing, (drawing.wide - WIDE, y), layer.worst, layer.best)
        y += max(HIGH, len(title) * leading(TITLE) + 4) + 6
    else:
        y += len(title) * leading(TITLE) + 8
        standing_scale(drawing, (0, y), layer.worst, layer.best)
        y += HIGH + 8
    wide = (drawing.wide - (columns - 1) * _GAP) / columns
    cells = [(finding, False) for finding in layer.signals] + [(layer.sign, True)]
    for row in (cells[start : start + columns] for start in range(0, len(cells), columns)):
        ends = [
            _fact(drawing, (column * (wide + _GAP), y), wide, finding, sign=sign)
            for column, (finding, sign) in enumerate(row)
        ]
        y = max(ends)
    return y


def _fact(drawing: Drawing, at: Point, wide: float, finding: Finding, *, sign: bool) -> float:
    """A mark with its label; returns where it ends below."""
    x, y = at
    says = f"{finding.label}: {finding.standing}" if sign else finding.label
    happens = sign and finding.level == Level.PRESENT
    lines = wrapped(says, TEXT, wide - _LABEL, bold=happens)
    fact_mark(drawing, (x + SIZE / 2, y + leading(TEXT) / 2), finding, sign=sign)
    best = Level.ABSENT if sign else Level.ESTABLISHED
    settled = finding.level in (best, Level.NOT_APPLICABLE)
    drawing.text((x + _LABEL, y), lines, TEXT, Colour.MUTED if settled else Colour.INK, bold=happens)
    return y + len(lines) * leading(TEXT) + 4
