"""How a readiness layer stands: a scale of three, on which what it can still turn out to be is marked."""

from __future__ import annotations

from typing import Final

from chatbot.framework.assessment import Readiness
from chatbot.report.pictures.svg import TEXT, Colour, Drawing, Point, leading

SCALE: Final = (Readiness.AT_RISK, Readiness.DEVELOPING, Readiness.READY)
WIDE: Final = 294
HIGH: Final = 26

_WORDS: Final = {
    Readiness.AT_RISK: "at risk",
    Readiness.DEVELOPING: "developing",
    Readiness.READY: "ready",
    Readiness.NOT_APPLICABLE: "does not apply",
}
_COLOURS: Final = {
    Readiness.AT_RISK: Colour.STOP,
    Readiness.DEVELOPING: Colour.WATCH,
    Readiness.READY: Colour.GOOD,
}
_CELL: Final = WIDE / len(SCALE)


def standing_scale(drawing: Drawing, at: Point, worst: str, best: str) -> None:
    """The scale, its top left at a point.

    A standing that is certain is one full cell. Where it is open, all cells from `worst` to `best` are
    framed together by a broken line, since it can be each of them.
    """
    x, y = at
    if worst not in SCALE or best not in SCALE:
        _words(drawing, (x, y), WIDE, Readiness.NOT_APPLICABLE, Colour.MUTED)
        return
    first, last = SCALE.index(Readiness(worst)), SCALE.index(Readiness(best))
    for place, standing in enumerate(SCALE):
        left = x + place * _CELL
        if first == last == place:
            drawing.box((left, y), (_CELL, HIGH), _COLOURS[standing], rounded=3)
            _words(drawing, (left, y), _CELL, standing, Colour.GROUND, bold=True)
        elif first <= place <= last:
            _words(drawing, (left, y), _CELL, standing, Colour.OPEN, bold=True)
        else:
            drawing.frame((left, y), (_CELL, HIGH), Colour.LINE, rounded=3)
            _words(drawing, (left, y), _CELL, standing, Colour.MUTED)
    if first < last:
        wide = (last - first + 1) * _CELL
        drawing.frame((x + first * _CELL, y), (wide, HIGH), Colour.OPEN, weight=2, dash="5 3", rounded=3)


def centre_of(x: float, standing: str) -> float:
    """Where the middle of a standing's cell is on a scale that begins at `x`."""
    return x + (SCALE.index(Readiness(standing)) + 0.5) * _CELL


def _words(
    drawing: Drawing, at: Point, wide: float, standing: Readiness, colour: Colour, *, bold: bool = False
) -> None:
    x, y = at
    top = y + (HIGH - leading(TEXT)) / 2
    drawing.text((x + wide / 2, top), [_WORDS[standing]], TEXT, colour, bold=bold, anchor="middle")
