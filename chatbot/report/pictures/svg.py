"""Writing SVG: shapes and texts, escaped and well formed, the same bytes for the same calls.

Every shape has one colour, either inside or along its edge. It carries that colour's name as its class, so
that a page can give it another one: `.good[fill]:not([fill=none])` and `.good[stroke]` are the selectors.
There are no ids, no styles, no scripts and no references, so that pictures can stand in one page as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import Figure
from chatbot.report.document.signs import on_one_line
from chatbot.report.theme.theme import Colours

WIDTH: Final = 640
"""Of a picture, in CSS pixels: as wide as the text on a page of A4."""

NARROW: Final = 340
"""Of one for a phone."""

TEXT: Final = 14
TITLE: Final = 16
"""Sizes of text; in print 14 is about as large as the text around it, and on a phone it can be read."""

_FONTS: Final = "Noto Sans, system-ui, sans-serif"

Point = tuple[float, float]


class Colour(StrEnum):
    """What a shape has its colour for; the names of a theme's colours."""

    INK = "ink"
    MUTED = "muted"
    GROUND = "ground"
    SURFACE = "surface"
    LINE = "line"
    ACCENT = "accent"
    GOOD = "good"
    OPEN = "open"
    WATCH = "watch"
    CAUTION = "caution"
    STOP = "stop"


class Drawing:
    """A picture in the making. Positions and sizes are in CSS pixels from the top left.

    Attributes:
        wide: how wide it is.
    """

    def __init__(self, colours: Colours, wide: int = WIDTH) -> None:
        self.wide = wide
        self._hex = {colour: str(getattr(colours, colour)) for colour in Colour}
        self._parts: list[str] = []

    @contextmanager
    def group(self, **data: str) -> Iterator[None]:
        """What belongs together, with what it stands for as `data-` attributes."""
        told = "".join(f' data-{name}="{escaped(value)}"' for name, value in data.items())
        self._parts.append(f"<g{told}>")
        yield
        self._parts.append("</g>")

    def box(self, at: Point, size: Point, inside: Colour, *, rounded: float = 0) -> None:
        """A filled rectangle."""
        self._parts.append(f"<rect {_rectangle(at, size, rounded)} {self._fill(inside)}/>")

    def frame(
        self, at: Point, size: Point, edge: Colour, *, weight: float = 1, dash: str = "", rounded: float = 0
    ) -> None:
        """The edge of a rectangle, drawn inside it."""
        half = weight / 2
        inner = _rectangle((at[0] + half, at[1] + half), (size[0] - weight, size[1] - weight), rounded)
        self._parts.append(f"<rect {inner} {self._stroke(edge, weight, dash)}/>")

    def disc(self, at: Point, radius: float, inside: Colour) -> None:
        """A filled circle around a point."""
        self._parts.append(
            f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}" {self._fill(inside)}/>'
        )

    def ring(self, at: Point, radius: float, edge: Colour, *, weight: float = 1, dash: str = "") -> None:
        """The edge of a circle around a point."""
        place = f'cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}"'
        self._parts.append(f"<circle {place} {self._stroke(edge, weight, dash)}/>")

    def shape(self, path: str, inside: Colour) -> None:
        """A filled outline, as path data of our own making."""
        self._parts.append(f'<path d="{path}" {self._fill(inside)}/>')

    def stroke(self, path: str, edge: Colour, *, weight: float = 1, dash: str = "") -> None:
        """A line along path data of our own making."""
        self._parts.append(f'<path d="{path}" {self._stroke(edge, weight, dash)}/>')

    def text(
        self,
        at: Point,
        lines: Sequence[str],
        size: float,
        colour: Colour = Colour.INK,
        *,
        bold: bool = False,
        anchor: str = "",
    ) -> None:
        """Lines below each other, the first in the line box whose top is at a point.

        Args:
            anchor: `middle` or `end` where the point is that of the line; its start by default.
        """
        look = (f' text-anchor="{anchor}"' if anchor else "") + (' font-weight="700"' if bold else "")
        x, high = _n(at[0]), leading(size)
        for place, line in enumerate(lines):
            y = _n(at[1] + high * place + (high - size) / 2 + size * 0.86)
            written = f'<text x="{x}" y="{y}" font-size="{_n(size)}"{look} {self._fill(colour)}>'
            self._parts.append(f"{written}{escaped(line)}</text>")

    def figure(self, id: str, height: float, caption: str, alt: str) -> Figure:
        """The picture, `height` high, on its ground.

        Args:
            caption: what is to be seen, as a phrase.
            alt: everything that it says, in sentences.
        """
        high = round(height)
        caption, alt = on_one_line(caption), on_one_line(alt)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.wide}" height="{high}" '
            f'viewBox="0 0 {self.wide} {high}" role="img" font-family="{_FONTS}">'
            f"<title>{escaped(caption)}</title><desc>{escaped(alt)}</desc>"
            f"<rect {_rectangle((0, 0), (self.wide, high), 0)} {self._fill(Colour.GROUND)}/>"
            f"{''.join(self._parts)}</svg>\n"
        )
        return Figure(id=id, svg=svg, width=self.wide, height=high, caption=caption, alt=alt, plain=True)

    def _fill(self, colour: Colour) -> str:
        return f'class="{colour}" fill="{self._hex[colour]}"'

    def _stroke(self, colour: Colour, weight: float, dash: str) -> str:
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'class="{colour}" fill="none" stroke="{self._hex[colour]}" stroke-width="{_n(weight)}"{dashed}'
        )


def leading(size: float) -> int:
    """The height of a line of text."""
    return round(size * 1.36)


def path(*points: Point, closed: bool = False) -> str:
    """Path data for a line through points."""
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + ("Z" if closed else "")


def curve(start: Point, *bends: tuple[Point, Point, Point]) -> str:
    """Path data for cubic curves, each by its two controls and its end."""
    said = [f"M{_n(start[0])} {_n(start[1])}"]
    said += ["C" + " ".join(f"{_n(x)} {_n(y)}" for x, y in bend) for bend in bends]
    return "".join(said)


def _rectangle(at: Point, size: Point, rounded: float) -> str:
    corners = f' rx="{_n(rounded)}"' if rounded else ""
    return f'x="{_n(at[0])}" y="{_n(at[1])}" width="{_n(size[0])}" height="{_n(size[1])}"{corners}'


def _n(value: float) -> str:
    """A number with at most two decimals."""
    whole = int(value)
    return str(whole) if whole == value else f"{value:.2f}".rstrip("0").rstrip(".")
