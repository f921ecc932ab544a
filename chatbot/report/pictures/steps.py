"""A step of the ladder: one value model with what it is in this report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from chatbot.report.content.judged import Judged, Rung
from chatbot.report.pictures.saying import capital, dropped
from chatbot.report.pictures.svg import TEXT, TITLE, WIDTH, Colour, Drawing, Point, leading
from chatbot.report.pictures.tags import GAP, HIGH, Tag, rows_of, tag_row, tags_wide
from chatbot.report.pictures.widths import width_of
from chatbot.report.pictures.wrapping import wrapped

PAD: Final = 12
"""Between the edge of a step and what stands in it."""

NUMBER: Final = 24
"""For the number of a step, or for the mark of a gate."""

_IN_SHORT: Final = {"now": "Work on this", "reachable": "Reachable"}
_INDENT: Final = 1 / 32
_INDENTS: Final = 3 / 16
"""How much further right each step begins than the one below, and all of them together at most: each in
parts of the whole width."""


class Step(Struct, frozen=True, kw_only=True):
    """A value model on its step.

    Attributes:
        place: in the sequence, from 1.
        passed: it comes before the one to work on now.
        left, right: where it begins and ends.
        narrow: there is only half the page for it, so that it says no more than what it is for.
    """

    rung: Rung
    place: int
    passed: bool
    left: float
    right: float
    narrow: bool


def steps_down(
    judged: Judged, left: float = 1, right: float = WIDTH - 1, *, narrow: bool = False
) -> Iterator[Step]:
    """The steps of the staircase, the last one, at the top, first."""
    rungs = list(enumerate(judged.ladder, 1))
    now = next((place for place, rung in rungs if "now" in rung.roles), 0)
    indent = (right - left) * min(_INDENT, _INDENTS / len(rungs))
    for place, rung in reversed(rungs):
        yield Step(
            rung=rung,
            place=place,
            passed=place < now,
            left=left + (place - 1) * indent,
            right=right,
            narrow=narrow,
        )


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


def _tags(step: Step) -> Iterator[Tag]:
    rung = step.rung
    now = "now" in rung.roles
    if now:
        words = _IN_SHORT["now"] if step.narrow else "Work on this now"
        yield Tag(words=words, colour=Colour.ACCENT, inside=Colour.GROUND)
    elif "reachable" in rung.roles:
        words = _IN_SHORT["reachable"] if step.narrow else capital(rung.reach_says)
        yield Tag(words=words, colour=Colour.ACCENT)
    elif not step.narrow or dropped(rung):
        yield Tag(words=capital(rung.reach_says), colour=Colour.MUTED)
    if "ambition" in rung.roles:
        yield Tag(words="Ambition", colour=Colour.GROUND if now else Colour.INK, flag=True)


def has_tags(step: Step) -> bool:
    """Whether more than its title stands in it."""
    return any(_tags(step))


def step_bar(drawing: Drawing, y: float, step: Step, pad: float, *, least: float = 0) -> float:
    """Draw a step from `y` down; returns where it ends below.

    Args:
        pad: above and below what stands in it.
        least: how high it is at least.
    """
    rung, x = step.rung, step.left
    at: Point = (x, y)
    look, tags = _look(rung, step.passed), list(_tags(step))
    size = TEXT if step.narrow else TITLE
    wide, right = step.right - x, step.right - PAD
    words = x + PAD + (NUMBER - 6 if step.narrow else NUMBER)
    title = wrapped(rung.title, size, right - words, bold=True)
    beside = width_of(rung.title, size, bold=True) + tags_wide(tags) + 2 * GAP <= right - words
    rows = [] if beside else rows_of(tags, right - words)
    first = max(len(title) * leading(size), HIGH if beside else 0)
    high = max(first + len(rows) * (HIGH + 2) + 2 * pad, least)
    if look.inside:
        drawing.box(at, (wide, high), look.inside, rounded=4)
    drawing.frame(at, (wide, high), look.edge, weight=look.weight, dash=look.dash, rounded=4)
    top = y + pad + (first - len(title) * leading(size)) / 2
    drawing.text((x + PAD, top), [str(step.place)], size, look.words, bold=True)
    drawing.text((words, top), title, size, look.words, bold=True)
    if beside:
        tag_row(drawing, (right - tags_wide(tags), y + pad), tags, to_right=True)
    for row, several in enumerate(rows):
        tag_row(drawing, (words, y + pad + 2 + first + row * (HIGH + 2)), several)
    return y + high
