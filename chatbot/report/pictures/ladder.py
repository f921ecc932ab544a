"""The ladder of value models: what to work on now, what is reachable, the ambition, and the gates between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from chatbot.framework.assessment import GateStanding
from chatbot.report.content.judged import FloorText, Judged, Rung
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.marks import PITCH, SIZE, fact_mark
from chatbot.report.pictures.saying import capital, counted, dropped, rung_says
from chatbot.report.pictures.svg import TEXT, TITLE, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.tags import GAP, HIGH, Tag, rows_of, tag_row, tags_wide
from chatbot.report.pictures.widths import width_of
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_STEP: Final = 20
"""How much further right each step begins than the one below it."""

_PAD: Final = 12
_NUMBER: Final = 24
_GATE: Final = 30
_MARKS: Final = 8
"""How many marks stand in a row at most."""

_FEW_FLOORS: Final = 2
_APART: Final = 6
_NOT_SO: Final = {"fails": "not yet", "open": "not known"}


def ladder(judged: Judged, colours: Colours, id: str = "ladder") -> Figure:
    """The value models as a staircase, the first at the bottom.

    Args:
        id: of the figure, for documents with more than one ladder.
    """
    drawing = Drawing(colours)
    rungs = list(enumerate(judged.ladder, 1))
    now = next((place for place, rung in rungs if "now" in rung.roles), 0)
    y = 2.0
    for place, rung in reversed(rungs):
        at, last = 1 + (place - 1) * min(_STEP, 120 / len(rungs)), place == len(rungs)
        with drawing.group(model=rung.id, reach=rung.reach, gate=rung.standing, role=" ".join(rung.roles)):
            if dropped(rung):
                y = _bar(drawing, (at, y + _APART), place, rung)
                continue
            if not last:
                y = _gate(drawing, (at, y), rung, "Gate")
            y = _bar(drawing, (at, y), place, rung, passed=place < now)
            if last:
                y = _gate(drawing, (at, y), rung, "Its own gate")
            y = _floors(drawing, (at, y), rung.floors)
    caption = f"The ladder of value models: {judged.recommended} is what to work on now"
    said = " ".join(rung_says(place, rung) for place, rung in rungs)
    return drawing.figure(
        id, y + 2, caption, f"The value models in their sequence, the first one first. {said}"
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


def _bar(drawing: Drawing, at: Point, place: int, rung: Rung, *, passed: bool = False) -> float:
    """The step itself; returns where it ends below."""
    x, y = at
    look, tags = _look(rung, passed), _tags(rung)
    wide, right = WIDTH - 1 - x, WIDTH - 1 - _PAD
    words = x + _PAD + _NUMBER
    title = wrapped(rung.title, TITLE, right - words, bold=True)
    beside = width_of(rung.title, TITLE, bold=True) + tags_wide(tags) + 2 * GAP <= right - words
    rows = [] if beside else rows_of(tags, right - words)
    first = max(len(title) * leading(TITLE), HIGH if beside else 0)
    high = first + len(rows) * (HIGH + 2) + 12
    if look.inside:
        drawing.box(at, (wide, high), look.inside, rounded=4)
    drawing.frame(at, (wide, high), look.edge, weight=look.weight, dash=look.dash, rounded=4)
    top = y + 6 + (first - len(title) * leading(TITLE)) / 2
    drawing.text((x + _PAD, top), [str(place)], TITLE, look.words, bold=True)
    drawing.text((words, top), title, TITLE, look.words, bold=True)
    if beside:
        tag_row(drawing, (right - tags_wide(tags), y + 6), tags, to_right=True)
    for row, several in enumerate(rows):
        tag_row(drawing, (words, y + 8 + first + row * (HIGH + 2)), several)
    return y + high


def _gate(drawing: Drawing, at: Point, rung: Rung, name: str) -> float:
    """What the step has to leave behind; returns where it ends below."""
    x, y = at[0] + _PAD, at[1]
    _barrier(drawing, (x, y + _GATE / 2), rung.standing)
    left = x + _NUMBER
    for place, finding in enumerate(rung.signals):
        row, column = divmod(place, _MARKS)
        fact_mark(drawing, (left + SIZE / 2 + column * PITCH, y + _GATE / 2 + row * PITCH), finding)
    words = left + min(len(rung.signals), _MARKS) * PITCH + 6
    said = f"{name} {rung.gate_says}: {counted(rung.signals)}"
    lines = wrapped(said, TEXT, WIDTH - 1 - _PAD - words)
    drawing.text((words, y + (_GATE - leading(TEXT)) / 2), lines, TEXT, Colour.MUTED)
    rows = max(1, -(-len(rung.signals) // _MARKS))
    return y + _GATE + max((rows - 1) * PITCH, (len(lines) - 1) * leading(TEXT))


def _barrier(drawing: Drawing, at: Point, standing: str) -> None:
    """A gate seen from the side of the stairs: the way up where it is met, closed where it is not."""
    x, y = at
    if standing in (GateStanding.MET, GateStanding.NOT_APPLICABLE):
        drawing.stroke(path((x + 7, y + 8), (x + 7, y - 6)), Colour.GOOD, weight=2.2)
        drawing.shape(path((x + 1.5, y - 3), (x + 7, y - 10), (x + 12.5, y - 3), closed=True), Colour.GOOD)
        return
    open = standing == GateStanding.OPEN
    colour = Colour.OPEN if open else Colour.STOP
    for post in (x + 1, x + 14):
        drawing.stroke(path((post, y - 8), (post, y + 8)), colour, weight=2.2)
    drawing.stroke(path((x + 1, y - 3), (x + 14, y - 3)), colour, weight=2.2, dash="2.6 2.6" if open else "")
    drawing.stroke(path((x + 1, y + 3), (x + 14, y + 3)), colour, weight=2.2, dash="2.6 2.6" if open else "")


def _floors(drawing: Drawing, at: Point, floors: Sequence[FloorText]) -> float:
    """What the step stands on and that does not hold, below it; returns where that ends."""
    broken = [floor for floor in floors if floor.truth != "holds"]
    if not broken:
        return at[1]
    x, y = at[0] + _PAD, at[1] + 5
    says = [(floor.truth, f"{floor.says.rstrip('.')}: {_NOT_SO[floor.truth]}") for floor in broken]
    if len(broken) > _FEW_FLOORS:
        fails = sum(floor.truth == "fails" for floor in broken)
        held, opened = len(floors) - len(broken), len(broken) - fails
        told = [(held, "met"), (fails, _NOT_SO["fails"]), (opened, _NOT_SO["open"])]
        counts = ", ".join(f"{many} {words}" for many, words in told if many)
        says = [("fails" if fails else "open", f"Needs {len(floors)} things besides the gates: {counts}")]
    for truth, said in says:
        lines = wrapped(said, TEXT, WIDTH - 1 - _PAD - x - _NUMBER)
        _barrier(drawing, (x, y + leading(TEXT) / 2), "open" if truth == "open" else "unmet")
        drawing.text((x + _NUMBER, y), lines, TEXT, Colour.MUTED)
        y += len(lines) * leading(TEXT) + 4
    return y
