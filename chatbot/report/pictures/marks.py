"""The mark of one fact at its level. Each differs from the others by its shape; colour only helps."""

from __future__ import annotations

from typing import Final

from chatbot.facts import Level
from chatbot.report.content.judged import Finding
from chatbot.report.pictures.svg import Colour, Drawing, Point, curve, path

RADIUS: Final = 7.5
SIZE: Final = 17
PITCH: Final = 21
"""From one mark to the next in a row."""

_DOTS: Final = "1.6 2.4"


def fact_mark(
    drawing: Drawing, at: Point, finding: Finding, *, sign: bool = False, quiet: bool = False
) -> None:
    """The mark of a fact around a point, with the fact's id and level as data.

    Args:
        sign: the fact is a warning sign, so that it is better absent.
        quiet: small, in a picture of what is not known: a dot, half of one, or a ring for what is missing
            or happens and should not.
    """
    with drawing.group(fact=finding.fact, level=finding.level):
        if quiet and finding.level != Level.NOT_APPLICABLE:
            _quiet(drawing, at, finding.level, sign=sign)
        else:
            level_mark(drawing, at, finding.level, sign=sign)


def level_mark(drawing: Drawing, at: Point, level: str, *, sign: bool = False) -> None:
    """The mark of a level around a point: a circle, or a triangle for a warning sign."""
    if level == Level.NOT_APPLICABLE:
        x, y = at
        drawing.stroke(path((x - 5.5, y), (x + 5.5, y)), Colour.MUTED, weight=2)
    elif sign:
        _triangle(drawing, at, level)
    else:
        _circle(drawing, at, level)


def changed_mark(drawing: Drawing, at: Point) -> None:
    """A line under the mark around a point: it was another one before."""
    x, y = at
    drawing.box((x - 8, y + 9.5), (16, 2.5), Colour.INK)


def _quiet(drawing: Drawing, at: Point, level: str, *, sign: bool) -> None:
    if level == (Level.ABSENT if sign else Level.ESTABLISHED):
        drawing.disc(at, 4, Colour.MUTED)
        return
    drawing.ring(at, 3.4, Colour.MUTED, weight=1.2)
    if level == Level.PARTIAL:
        drawing.shape(_half_disc(at, 3.4), Colour.MUTED)


def _circle(drawing: Drawing, at: Point, level: str) -> None:
    x, y = at
    match level:
        case Level.ESTABLISHED:
            drawing.disc(at, RADIUS, Colour.GOOD)
            _tick(drawing, at, Colour.GROUND)
        case Level.PARTIAL:
            drawing.ring(at, RADIUS - 0.8, Colour.WATCH, weight=1.6)
            drawing.shape(_half_disc(at, RADIUS - 0.8), Colour.WATCH)
        case Level.ABSENT:
            drawing.ring(at, RADIUS - 0.9, Colour.STOP, weight=1.8)
            cross = path((x - 3, y - 3), (x + 3, y + 3)) + path((x - 3, y + 3), (x + 3, y - 3))
            drawing.stroke(cross, Colour.STOP, weight=1.8)
        case Level.UNKNOWN:
            drawing.disc(at, RADIUS, Colour.OPEN)
            _question(drawing, at, Colour.GROUND)
        case _:
            drawing.ring(at, RADIUS - 0.9, Colour.MUTED, weight=1.5, dash=_DOTS)


def _triangle(drawing: Drawing, at: Point, level: str) -> None:
    x, y = at
    outline = path((x, y - 7.6), (x + 8.2, y + 6.6), (x - 8.2, y + 6.6), closed=True)
    inner = path((x, y - 6), (x + 6.9, y + 5.8), (x - 6.9, y + 5.8), closed=True)
    match level:
        case Level.PRESENT:
            drawing.shape(outline, Colour.CAUTION)
            drawing.stroke(path((x, y - 3.2), (x, y + 1.6)), Colour.GROUND, weight=2)
            drawing.disc((x, y + 4), 1.2, Colour.GROUND)
        case Level.ABSENT:
            drawing.stroke(inner, Colour.GOOD, weight=1.5)
            _tick(drawing, (x, y + 2.2), Colour.GOOD, scale=0.62)
        case Level.UNKNOWN:
            drawing.shape(outline, Colour.OPEN)
            _question(drawing, (x, y + 1.6), Colour.GROUND, scale=0.85)
        case _:
            drawing.stroke(inner, Colour.MUTED, weight=1.5, dash=_DOTS)


def _half_disc(at: Point, radius: float) -> str:
    """The left half of a circle."""
    x, y = at
    bow = radius * 0.5523
    return curve(
        (x, y - radius),
        ((x - bow, y - radius), (x - radius, y - bow), (x - radius, y)),
        ((x - radius, y + bow), (x - bow, y + radius), (x, y + radius)),
    )


def _tick(drawing: Drawing, at: Point, colour: Colour, scale: float = 1) -> None:
    x, y = at
    points = ((-3.6, 0.2), (-1.1, 2.8), (3.7, -2.7))
    drawing.stroke(path(*((x + dx * scale, y + dy * scale) for dx, dy in points)), colour, weight=1.9)


def _question(drawing: Drawing, at: Point, colour: Colour, scale: float = 1) -> None:
    """A question mark as a shape, since a letter would sit elsewhere in each font."""
    x, y = at

    def place(dx: float, dy: float) -> Point:
        return x + dx * scale, y + dy * scale

    bow = curve(
        place(-2.5, -2.2),
        (place(-2.5, -5.6), place(2.6, -5.6), place(2.6, -2.2)),
        (place(2.6, -0.4), place(0, -0.6), place(0, 1.7)),
    )
    drawing.stroke(bow, colour, weight=1.8 * scale)
    drawing.disc(place(0, 4.2), 1.15 * scale, colour)
