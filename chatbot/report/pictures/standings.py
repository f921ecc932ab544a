"""How a readiness layer stands: a scale of three, on which what it can still turn out to be is marked."""

from __future__ import annotations

from typing import Final

from chatbot.framework.assessment import Readiness
from chatbot.report.pictures.svg import TEXT, Colour, Drawing, Point, leading
from chatbot.report.pictures.widths import width_of

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
_BAR: Final = 6
_CELL: Final = WIDE / len(SCALE)


def standing_scale(drawing: Drawing, at: Point, worst: str, best: str) -> None:
    """The scale, its top left at a point.

    A standing that is certain is one full cell. Where it is open, all cells from `worst` to `best` are
    framed together by a broken line, since it can be each of them.
    """
    x, y = at
    if worst not in SCALE or best not in SCALE:
        _words(drawing, (x, y), WIDE, _WORDS[Readiness.NOT_APPLICABLE], Colour.MUTED)
        return
    first, last = SCALE.index(Readiness(worst)), SCALE.index(Readiness(best))
    for place, standing in enumerate(SCALE):
        left = x + place * _CELL
        if first == last == place:
            drawing.box((left, y), (_CELL, HIGH), _COLOURS[standing], rounded=3)
            _words(drawing, (left, y), _CELL, _WORDS[standing], Colour.GROUND, bold=True)
        elif first <= place <= last:
            _words(drawing, (left, y), _CELL, _WORDS[standing], Colour.OPEN, bold=True)
        else:
            drawing.frame((left, y), (_CELL, HIGH), Colour.LINE, rounded=3)
            _words(drawing, (left, y), _CELL, _WORDS[standing], Colour.MUTED)
    if first < last:
        wide = (last - first + 1) * _CELL
        drawing.frame((x + first * _CELL, y), (wide, HIGH), Colour.OPEN, weight=2, dash="5 3", rounded=3)


def standing_cell(drawing: Drawing, at: Point, wide: float, worst: str, best: str) -> None:
    """The same in one cell: the standing in a word where there is room, above a small scale."""
    x, y = at
    size = (wide, float(HIGH))
    if worst not in SCALE or best not in SCALE:
        drawing.frame(at, size, Colour.LINE, dash="2 4", rounded=3)
        _words(drawing, at, wide, "\N{EN DASH}", Colour.MUTED)
        return
    first, last = SCALE.index(Readiness(worst)), SCALE.index(Readiness(best))
    certain = SCALE[first] if first == last else None
    if certain:
        drawing.box(at, size, _COLOURS[certain], rounded=3)
        _words(drawing, at, wide, _WORDS[certain], Colour.GROUND)
    else:
        drawing.frame(at, size, Colour.OPEN, weight=2, dash="5 3", rounded=3)
        _words(drawing, at, wide, "open", Colour.OPEN, bold=True)
    part = wide / len(SCALE)
    for place in range(len(SCALE)):
        inside = first <= place <= last
        colour = (_COLOURS[certain] if certain else Colour.OPEN) if inside else Colour.LINE
        high = _BAR if inside else 1.5
        drawing.box((x + place * part + 1, y + HIGH + 4 + _BAR - high), (part - 2, high), colour)


def _words(
    drawing: Drawing, at: Point, wide: float, words: str, colour: Colour, *, bold: bool = False
) -> None:
    if width_of(words, TEXT, bold) > wide:
        return
    x, y = at
    top = y + (HIGH - leading(TEXT)) / 2
    drawing.text((x + wide / 2, top), [words], TEXT, colour, bold=bold, anchor="middle")
