"""Where each role puts the layers and value models: a line for each, from not there to in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.report.content.room import Scale, Standing
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.svg import TEXT, WIDTH, Colour, Drawing, leading, path
from chatbot.report.pictures.widths import width_of
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

MOST_ROLES: Final = 12
"""With more of them no line could be read; then the picture shows where everybody together stands."""

_RADIUS: Final = 11
_LANE: Final = 2 * _RADIUS + 2
_NAMES: Final = 210
_LEFT: Final = _NAMES + 28
_TRIANGLE: Final = 7
_LINE: Final = leading(TEXT)


def spread(
    scales: Sequence[Scale], colours: Colours, id: str = "spread", *, wide: int = WIDTH
) -> Figure | None:
    """The scales below each other, on each a number for each role and a triangle for everybody.

    Args:
        id: of the figure, for documents with more than one.
        wide: of the picture, in CSS pixels.

    Returns:
        nothing where nothing can be put on a scale.
    """
    shown = [scale for scale in scales if scale.everybody.mark is not None]
    if not shown:
        return None
    roles = list(dict.fromkeys(one.role for scale in shown for one in scale.roles))
    numbers = {role: number for number, role in enumerate(roles, start=1)} if _drawn(roles) else {}
    drawing = Drawing(colours, wide)
    left = _LEFT if wide >= WIDTH else _RADIUS + 1
    right = wide - _RADIUS - 1
    y = _head(drawing, 2.0, left, right)
    for scale in shown:
        with drawing.group(scale=scale.id):
            y = _scale(drawing, y, scale, numbers, (left, right))
    y = _legend(drawing, y + 4, numbers)
    caption = "Where the answers put each layer and value model" + (", by role" if numbers else "")
    return drawing.figure(id, y + 2, caption, " ".join(_says(scale, bool(numbers)) for scale in shown))


def hundredths(mark: float) -> int:
    """A mark on the scale of 0 to 100 on which a reader finds it."""
    return round(100 * mark)


def _drawn(roles: Sequence[str]) -> bool:
    return 1 < len(roles) <= MOST_ROLES


def _head(drawing: Drawing, y: float, left: float, right: float) -> float:
    drawing.text((left - _RADIUS, y), ["not there"], TEXT, Colour.MUTED)
    drawing.text((right + _RADIUS, y), ["in place"], TEXT, Colour.MUTED, anchor="end")
    if right - left > 300:
        drawing.text(((left + right) / 2, y), ["half-way"], TEXT, Colour.MUTED, anchor="middle")
    return y + _LINE + 6


def _scale(
    drawing: Drawing, y: float, scale: Scale, numbers: dict[str, int], ends: tuple[float, float]
) -> float:
    """One scale; returns where it ends below."""
    left, right = ends
    beside = left > _RADIUS + 1
    within = float(_NAMES if beside else drawing.wide)
    title = wrapped(scale.title, TEXT, within, bold=True)
    drawing.text((0, y), title, TEXT, bold=True)
    under = wrapped(_counted(scale.everybody), TEXT, within)
    drawing.text((0, y + len(title) * _LINE), under, TEXT, Colour.MUTED)
    words = (len(title) + len(under)) * _LINE
    top = y if beside else y + words + 4
    marks = [(one.mark, numbers[one.role]) for one in scale.roles if one.mark is not None and numbers]
    lanes = _lanes([(left + mark * (right - left), number) for mark, number in sorted(marks)])
    axis = top + len(lanes) * _LANE + 4
    drawing.stroke(path((left, axis), (right, axis)), Colour.INK, weight=1.5)
    for share in (0.0, 0.5, 1.0):
        x = left + share * (right - left)
        drawing.stroke(path((x, axis - 3), (x, axis + 3)), Colour.INK, weight=1.5)
    for place, lane in enumerate(reversed(lanes)):
        centre = top + place * _LANE + _RADIUS
        for x, number in lane:
            drawing.disc((x, centre), _RADIUS, Colour.INK)
            at = (x, centre - _LINE / 2)
            drawing.text(at, [str(number)], TEXT, Colour.GROUND, bold=True, anchor="middle")
    if scale.everybody.mark is not None:
        x = left + scale.everybody.mark * (right - left)
        drawing.shape(_triangle(x, axis + 5), Colour.ACCENT)
    below = axis + 5 + 2 * _TRIANGLE
    return (max(below, y + words) if beside else below) + 10


def _lanes(marks: Sequence[tuple[float, int]]) -> list[list[tuple[float, int]]]:
    """Marks from left to right in as few lanes as it takes for none to cover another; the first is lowest."""
    lanes: list[list[tuple[float, int]]] = []
    for mark in marks:
        lane = next((one for one in lanes if one[-1][0] + _LANE <= mark[0]), None)
        if lane is None:
            lanes.append([mark])
        else:
            lane.append(mark)
    return lanes


def _triangle(x: float, top: float) -> str:
    return path(
        (x, top), (x + _TRIANGLE, top + 2 * _TRIANGLE), (x - _TRIANGLE, top + 2 * _TRIANGLE), closed=True
    )


def _legend(drawing: Drawing, y: float, numbers: dict[str, int]) -> float:
    drawing.shape(_triangle(_RADIUS, y + _RADIUS - _TRIANGLE), Colour.ACCENT)
    x = _entry(drawing, 0.0, y, "everybody")
    for role, number in numbers.items():
        label = wrapped(role, TEXT, drawing.wide / 2, most=1)[0]
        if x + 2 * _RADIUS + 5 + width_of(label, TEXT) > drawing.wide:
            x, y = 0.0, y + _LANE + 2
        drawing.disc((x + _RADIUS, y + _RADIUS), _RADIUS, Colour.INK)
        at = (x + _RADIUS, y + _RADIUS - _LINE / 2)
        drawing.text(at, [str(number)], TEXT, Colour.GROUND, bold=True, anchor="middle")
        x = _entry(drawing, x, y, label)
    return y + 2 * _RADIUS


def _entry(drawing: Drawing, x: float, y: float, label: str) -> float:
    """The words beside a mark; returns where the next one begins."""
    drawing.text((x + 2 * _RADIUS + 5, y + _RADIUS - _LINE / 2), [label], TEXT)
    return x + 2 * _RADIUS + 5 + width_of(label, TEXT) + 16


def _counted(one: Standing) -> str:
    answers = f"{one.known} answer{'s' if one.known != 1 else ''}"
    return f"{answers}, {one.unknown} not known" if one.unknown else answers


def _says(scale: Scale, with_roles: bool) -> str:
    mark = scale.everybody.mark
    assert mark is not None
    said = f"{scale.title}: everybody at {hundredths(mark)} of 100, {_counted(scale.everybody)}"
    roles = [f"{one.role} at {hundredths(one.mark)}" for one in scale.roles if one.mark is not None]
    return f"{said}; by role, {', '.join(roles)}." if with_roles and roles else f"{said}."
