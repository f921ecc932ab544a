"""A step of the ladder: one value model with what it is in this report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from chatbot.report.content.judged import Judged, Rung
from chatbot.report.pictures.saying import capital, dropped
from chatbot.report.pictures.svg import TITLE, WIDTH, Colour, Drawing, Point, leading
from chatbot.report.pictures.tags import GAP, HIGH, Tag, rows_of, tag_row, tags_wide
from chatbot.report.pictures.widths import width_of
from chatbot.report.pictures.wrapping import wrapped

PAD: Final = 12
"""Between the edge of a step and what stands in it."""

NUMBER: Final = 24
"""For the number of a step, or for the mark of a gate."""

_INDENT: Final = 20
_INDENTS: Final = 120
"""How much further right each step begins than the one below, and all of them together at most."""


class Step(Struct, frozen=True):
    """A value model on its step.

    Attributes:
        place: in the sequence, from 1.
        passed: it comes before the one to work on now.
        left: where it begins.
    """

    rung: Rung
    place: int
    passed: bool
    left: float


def steps_down(judged: Judged) -> Iterator[Step]:
    """The steps of the staircase, the last one, at the top, first."""
    count = len(judged.ladder)
    now = next((place for place, rung in enumerate(judged.ladder, 1) if "now" in rung.roles), 0)
    for place, rung in reversed(list(enumerate(judged.ladder, 1))):
        yield Step(rung, place, place < now, 1 + (place - 1) * min(_INDENT, _INDENTS / count))


class _Look(Struct, frozen=True):
    """How the bar of a value model looks."""

    words: Colour
    inside: Colour | None
    edge: Colour
    weight: float
    dash: str = ""


def _look(rung: Rung, passed: bool) -> _Look:
    if "now" in rung.roles:
        return _Look(Colour.GROUND, Colour.ACCENT, Colour.ACCENT, 2)
    if "reachable" in rung.roles:
        return _Look(Colour.ACCENT, None, Colour.ACCENT, 2.4, "8 4")
    if dropped(rung):
        return _Look(Colour.MUTED, None, Colour.LINE, 1.2, "2 4")
    return _Look(Colour.INK, Colour.SURFACE, Colour.MUTED if passed else Colour.LINE, 1.2)


def _tags(rung: Rung) -> list[Tag]:
    reach = capital(rung.reach_says)
    if "now" in rung.roles:
        tags = [Tag(words="Work on this now", colour=Colour.ACCENT, inside=Colour.GROUND)]
    elif "reachable" in rung.roles:
        tags = [Tag(words=reach, colour=Colour.ACCENT)]
    else:
        tags = [Tag(words=reach, colour=Colour.MUTED)]
    if "ambition" in rung.roles:
        colour = Colour.GROUND if "now" in rung.roles else Colour.INK
        tags.append(Tag(words="Ambition", colour=colour, flag=True))
    return tags


def step_bar(drawing: Drawing, y: float, step: Step, pad: float) -> float:
    """Draw a step from `y` down; returns where it ends below.

    Args:
        pad: above and below what stands in it.
    """
    rung, x = step.rung, step.left
    at: Point = (x, y)
    look, tags = _look(rung, step.passed), _tags(rung)
    wide, right = WIDTH - 1 - x, WIDTH - 1 - PAD
    words = x + PAD + NUMBER
    title = wrapped(rung.title, TITLE, right - words, bold=True)
    beside = width_of(rung.title, TITLE, bold=True) + tags_wide(tags) + 2 * GAP <= right - words
    rows = [] if beside else rows_of(tags, right - words)
    first = max(len(title) * leading(TITLE), HIGH if beside else 0)
    high = first + len(rows) * (HIGH + 2) + 2 * pad
    if look.inside:
        drawing.box(at, (wide, high), look.inside, rounded=4)
    drawing.frame(at, (wide, high), look.edge, weight=look.weight, dash=look.dash, rounded=4)
    top = y + pad + (first - len(title) * leading(TITLE)) / 2
    drawing.text((x + PAD, top), [str(step.place)], TITLE, look.words, bold=True)
    drawing.text((words, top), title, TITLE, look.words, bold=True)
    if beside:
        tag_row(drawing, (right - tags_wide(tags), y + pad), tags, to_right=True)
    for row, several in enumerate(rows):
        tag_row(drawing, (words, y + pad + 2 + first + row * (HIGH + 2)), several)
    return y + high
