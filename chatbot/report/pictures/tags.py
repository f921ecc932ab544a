"""Tags: a few words beside a title, and a flag for what somebody aims at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from chatbot.report.pictures.svg import TEXT, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.widths import width_of

HIGH: Final = 24
GAP: Final = 12
_PAD: Final = 9
_FLAG: Final = 18


class Tag(Struct, frozen=True, kw_only=True):
    """A tag.

    Attributes:
        inside: the colour of its ground; nothing for words without one.
        flag: with a flag before its words.
    """

    words: str
    colour: Colour = Colour.MUTED
    inside: Colour | None = None
    flag: bool = False

    @property
    def wide(self) -> float:
        """How wide it is."""
        return width_of(self.words, TEXT, self.bold) + 2 * self.pad + (_FLAG if self.flag else 0)

    @property
    def pad(self) -> float:
        """What is free on each side of its words."""
        return _PAD if self.inside else 0

    @property
    def bold(self) -> bool:
        """Whether it stands out."""
        return bool(self.inside or self.flag)


def tags_wide(tags: Sequence[Tag]) -> float:
    """How wide tags in one row are."""
    return sum(tag.wide for tag in tags) + GAP * (len(tags) - 1)


def rows_of(tags: Sequence[Tag], within: float) -> list[list[Tag]]:
    """Tags in rows that are no wider than `within`, unless a tag alone is."""
    rows: list[list[Tag]] = []
    for tag in tags:
        if rows and tags_wide([*rows[-1], tag]) <= within:
            rows[-1].append(tag)
        else:
            rows.append([tag])
    return rows


def tag_row(drawing: Drawing, at: Point, tags: Sequence[Tag], *, to_right: bool = False) -> None:
    """Tags in one row, its top left at a point.

    Args:
        to_right: words without a ground end where their place ends, since they can be narrower than that.
    """
    left, top = at
    for tag in tags:
        _tag(drawing, (left, top), tag, to_right)
        left += tag.wide + GAP


def flag(drawing: Drawing, at: Point, colour: Colour) -> None:
    """A flag, the foot of its pole at a point."""
    x, y = at
    drawing.stroke(path((x, y), (x, y - 15)), colour, weight=2)
    drawing.shape(path((x, y - 15), (x + 11, y - 11), (x, y - 7), closed=True), colour)


def _tag(drawing: Drawing, at: Point, tag: Tag, to_right: bool) -> None:
    x, y = at
    if tag.inside:
        drawing.box(at, (tag.wide, HIGH), tag.inside, rounded=4)
    anchor, place = "", x
    if tag.flag:
        flag(drawing, (x + tag.pad + 1, y + 19), tag.colour)
        place = x + tag.pad + _FLAG
    elif tag.pad:
        anchor, place = "middle", x + tag.wide / 2
    elif to_right:
        anchor, place = "end", x + tag.wide
    top = y + (HIGH - leading(TEXT)) / 2
    drawing.text((place, top), [tag.words], TEXT, tag.colour, bold=tag.bold, anchor=anchor)
