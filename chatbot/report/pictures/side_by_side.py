"""Several initiatives below each other: for each the ladder and the layers, small enough to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.content.judged import Judged, Rung
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.saying import dropped, rung_in_short
from chatbot.report.pictures.standings import standing_cell
from chatbot.report.pictures.svg import TEXT, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.tags import flag
from chatbot.report.pictures.widths import width_of
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_NAMES: Final = 176
_GAP: Final = 6
_STAIRS: Final = 156
_LOW: Final = 22
_RISE: Final = 20
"""How much higher the last stair is than the first, which is `_LOW`."""

_FLAG: Final = 17
_KEY: Final = 24
_KINDS: Final = {
    "now": "work on this now",
    "reachable": "reachable once more is known",
    "ambition": "ambition",
}


class Row(Struct, frozen=True, kw_only=True):
    """An initiative in the picture.

    Attributes:
        name: what it is called, which is shortened to two lines.
        mark: what tells it from another of the same name; empty where there is none.
        judged: what is concluded of it; nothing where its answers contradict each other.
    """

    name: str
    mark: str = ""
    judged: Judged | None = None


def side_by_side(
    initiatives: Sequence[Row],
    colours: Colours,
    id: str = "side_by_side",
    *,
    caption: str = "",
) -> Figure | None:
    """A row for each initiative, judged by one knowledge base.

    Args:
        id: of the figure.
        caption: what it shows, where these are not all of them.

    Returns:
        nothing where nothing is concluded of any.
    """
    first = next((row.judged for row in initiatives if row.judged), None)
    if first is None:
        return None
    drawing = Drawing(colours)
    cell = (WIDTH - _NAMES) / max(len(first.layers), 1)
    heads = [wrapped(layer.title, TEXT, cell - 2) for layer in first.layers]
    y = 2.0 + max((len(lines) for lines in heads), default=0) * leading(TEXT)
    for column, lines in enumerate(heads):
        left = _NAMES + column * cell + cell / 2
        drawing.text((left, y - len(lines) * leading(TEXT)), lines, TEXT, anchor="middle")
    y += 6
    for place, row in enumerate(initiatives):
        drawing.stroke(path((0, y), (WIDTH, y)), Colour.LINE)
        with drawing.group(initiative=str(place)):
            y = _initiative(drawing, y + 8, row, cell) + 8
    drawing.stroke(path((0, y), (WIDTH, y)), Colour.LINE)
    y = _key(drawing, y + 9, first)
    said = " ".join(map(_says, initiatives))
    return drawing.figure(id, y + 2, caption or f"{len(initiatives)} initiatives side by side", said)


def _says(row: Row) -> str:
    name, judged = " ".join(_named(row)), row.judged
    if judged is None:
        return f"{name}: its answers contradict each other, so nothing is concluded."
    rungs = " ".join(rung_in_short(place, rung) for place, rung in enumerate(judged.ladder, 1))
    layers = " ".join(f"{layer.title}: {layer.says}." for layer in judged.layers)
    return f"{name}: {rungs} {layers}"


def _named(row: Row) -> list[str]:
    name = wrapped(row.name, TEXT, _NAMES - 12, bold=True, most=2)
    return [*name, *wrapped(row.mark, TEXT, _NAMES - 12, bold=True, most=1)] if row.mark else name


def _initiative(drawing: Drawing, y: float, row: Row, cell: float) -> float:
    """One row; returns where it ends below."""
    lines, judged = _named(row), row.judged
    drawing.text((0, y), lines, TEXT, bold=True)
    below = y + len(lines) * leading(TEXT) + 4
    if judged is None:
        says = wrapped("Its answers contradict each other.", TEXT, WIDTH - _NAMES)
        drawing.text((_NAMES, y), says, TEXT, Colour.MUTED)
        return max(below, y + len(says) * leading(TEXT))
    foot = below + _FLAG + _LOW + _RISE
    _stairs(drawing, foot, judged.ladder)
    middle = (y + foot) / 2 - 16
    for column, layer in enumerate(judged.layers):
        left = _NAMES + column * cell + _GAP / 2
        with drawing.group(layer=layer.id, standing=layer.standing, worst=layer.worst, best=layer.best):
            standing_cell(drawing, (left, middle), cell - _GAP, layer.worst, layer.best)
    return foot


def _stairs(drawing: Drawing, foot: float, ladder: Sequence[Rung]) -> None:
    """The ladder as stairs with a number each; what they are is in the key."""
    wide = min(30.0, _STAIRS / len(ladder))
    for place, rung in enumerate(ladder, 1):
        high = _LOW + _RISE * (place - 1) / max(len(ladder) - 1, 1)
        left = 1 + (place - 1) * (wide + 1)
        with drawing.group(model=rung.id, reach=rung.reach, role=" ".join(rung.roles)):
            _stair(drawing, (left, foot - high), (wide, high), str(place), rung)


def _stair(drawing: Drawing, at: Point, size: Point, number: str, rung: Rung) -> None:
    (x, y), (wide, high) = at, size
    words = Colour.MUTED
    if "now" in rung.roles:
        drawing.box(at, size, Colour.ACCENT)
        words = Colour.GROUND
    elif "reachable" in rung.roles:
        drawing.frame(at, size, Colour.ACCENT, weight=2.2, dash="5 3")
        words = Colour.ACCENT
    elif dropped(rung):
        drawing.frame(at, size, Colour.LINE, dash="2 3")
    else:
        drawing.box(at, size, Colour.SURFACE)
        drawing.frame(at, size, Colour.LINE)
    if "ambition" in rung.roles:
        flag(drawing, (x + wide / 2 - 4, y), Colour.INK)
    if width_of(number, TEXT, bold=True) <= wide:
        top = y + high - leading(TEXT) - 1
        drawing.text((x + wide / 2, top), [number], TEXT, words, bold=True, anchor="middle")


def _key(drawing: Drawing, y: float, judged: Judged) -> float:
    """What the stairs are and how they are drawn; returns where that ends below."""
    x = 0.0
    for place, rung in enumerate(judged.ladder, 1):
        lines = wrapped(f"{place} {rung.title}", TEXT, WIDTH)
        wide = width_of(lines[0], TEXT) if len(lines) == 1 else WIDTH
        if x and x + wide > WIDTH:
            x, y = 0.0, y + leading(TEXT)
        drawing.text((x, y), lines, TEXT, Colour.MUTED)
        y += (len(lines) - 1) * leading(TEXT)
        x += wide + 14
    y += leading(TEXT) + 6
    x = 0.0
    for kind, words in _KINDS.items():
        wide = _KEY + width_of(words, TEXT)
        if x + wide > WIDTH:
            x, y = 0.0, y + leading(TEXT) + 4
        if kind == "now":
            drawing.box((x, y + 2), (16, 16), Colour.ACCENT)
        elif kind == "reachable":
            drawing.frame((x, y + 2), (16, 16), Colour.ACCENT, weight=2.2, dash="5 3")
        else:
            flag(drawing, (x + 3, y + 17), Colour.INK)
        drawing.text((x + _KEY, y), [words], TEXT, Colour.MUTED)
        x += wide + 14
    return y + leading(TEXT) + 2
