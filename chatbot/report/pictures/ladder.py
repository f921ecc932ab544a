"""The ladder of value models: what to work on now, what is reachable, the ambition, and the gates between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.framework.assessment import GateStanding
from chatbot.report.content.judged import FloorText, Judged, Rung
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.marks import PITCH, SIZE, fact_mark
from chatbot.report.pictures.saying import counted, dropped, rung_in_short, rung_says
from chatbot.report.pictures.steps import NUMBER, PAD, step_bar, steps_down
from chatbot.report.pictures.svg import TEXT, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_GATE: Final = 30
_MARKS: Final = 8
"""How many marks stand in a row at most."""

_FEW_FLOORS: Final = 2
_APART: Final = 6
_NOT_SO: Final = {"fails": "not yet", "open": "not known"}
_ORDER: Final = "The value models in their sequence, the first one first."


def ladder(judged: Judged, colours: Colours, id: str = "ladder", *, wide: int = WIDTH) -> Figure:
    """The value models as a staircase, the first at the bottom, with the gates between.

    Args:
        id: of the figure, for documents with more than one ladder.
        wide: of the picture, in CSS pixels.
    """
    drawing = Drawing(colours, wide)
    y = 2.0
    for step in steps_down(judged, right=wide - 1):
        rung, last = step.rung, step.place == len(judged.ladder)
        with drawing.group(model=rung.id, reach=rung.reach, gate=rung.standing, role=" ".join(rung.roles)):
            if dropped(rung):
                y = step_bar(drawing, y + _APART, step, 6)
                continue
            if not last:
                y = _gate(drawing, (step.left, y), rung, "Gate")
            y = step_bar(drawing, y, step, 6)
            if last:
                y = _gate(drawing, (step.left, y), rung, "Its own gate")
            y = _floors(drawing, (step.left, y), rung.floors)
    said = " ".join(rung_says(place, rung) for place, rung in enumerate(judged.ladder, 1))
    return drawing.figure(id, y + 2, _caption(judged), f"{_ORDER} {said}")


def ladder_in_short(
    judged: Judged, colours: Colours, id: str = "ladder_in_short", *, wide: int = WIDTH
) -> Figure:
    """The same without gates and floors, low enough for a first page.

    Args:
        id: of the figure, for documents with more than one.
        wide: of the picture, in CSS pixels.
    """
    drawing = Drawing(colours, wide)
    y = 1.0
    for step in steps_down(judged, right=wide - 1):
        rung = step.rung
        with drawing.group(model=rung.id, reach=rung.reach, role=" ".join(rung.roles)):
            y = step_bar(drawing, y, step, 4) + _APART
    said = " ".join(rung_in_short(place, rung) for place, rung in enumerate(judged.ladder, 1))
    return drawing.figure(id, y - _APART + 1, _caption(judged), f"{_ORDER} {said}")


def _caption(judged: Judged) -> str:
    return f"The ladder of value models: {judged.recommended} is what to work on now"


def _gate(drawing: Drawing, at: Point, rung: Rung, name: str) -> float:
    """What the step has to leave behind; returns where it ends below."""
    x, y = at[0] + PAD, at[1]
    _barrier(drawing, (x, y + _GATE / 2), rung.standing)
    left = x + NUMBER
    for place, finding in enumerate(rung.signals):
        row, column = divmod(place, _MARKS)
        fact_mark(drawing, (left + SIZE / 2 + column * PITCH, y + _GATE / 2 + row * PITCH), finding)
    words = left + min(len(rung.signals), _MARKS) * PITCH + 6
    said = f"{name} {rung.gate_says}: {counted(rung.signals)}"
    lines = wrapped(said, TEXT, drawing.wide - 1 - PAD - words)
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
    x, y = at[0] + PAD, at[1] + 5
    says = [(floor.truth, f"{floor.says.rstrip('.')}: {_NOT_SO[floor.truth]}") for floor in broken]
    if len(broken) > _FEW_FLOORS:
        fails = sum(floor.truth == "fails" for floor in broken)
        held, opened = len(floors) - len(broken), len(broken) - fails
        told = [(held, "met"), (fails, _NOT_SO["fails"]), (opened, _NOT_SO["open"])]
        counts = ", ".join(f"{many} {words}" for many, words in told if many)
        says = [("fails" if fails else "open", f"Needs {len(floors)} things besides the gates: {counts}")]
    for truth, said in says:
        lines = wrapped(said, TEXT, drawing.wide - 1 - PAD - x - NUMBER)
        _barrier(drawing, (x, y + leading(TEXT) / 2), "open" if truth == "open" else "unmet")
        drawing.text((x + NUMBER, y), lines, TEXT, Colour.MUTED)
        y += len(lines) * leading(TEXT) + 4
    return y
