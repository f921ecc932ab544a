"""Lines: text with roles instead of colours, ready to be shown by any of the widgets of this folder."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from chatbot.chat.wrapping import cut, width_of, wrap

HERE: Final = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
"""Stands before what is in focus, or what is to be done now."""

NOTHING: Final = "\N{EN DASH}"
"""Stands where nothing is known or given yet."""

APART: Final = 2
"""Columns between what stands at the left and at the right of a line."""


class Role(StrEnum):
    """What a piece of text is; `looks` says how that looks in a theme."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    HEADING = "heading"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    KEY = "key"
    FOCUS = "focus"
    CHOSEN = "chosen"
    RULE = "rule"
    FOUND = "found"
    BLOCK = "block"
    """A piece of a bar; letters on it can be read."""


class Span(Struct, frozen=True):
    """A piece of a line. A click on it means `target`, where that is not empty."""

    text: str
    role: Role = Role.PLAIN
    target: str = ""


class Line(Struct, frozen=True):
    """One line of the screen, already no wider than it may be.

    Attributes:
        row: the role of the whole row, behind its spans; `PLAIN` for none.
        target: what a click beside the targets of the spans means.
        joins: whether it continues the paragraph of the line before.
        joint: what stood between the two; nothing where a long word was broken.
        frame: how many characters at its start are not text, for copying.
    """

    spans: tuple[Span, ...] = ()
    row: Role = Role.PLAIN
    target: str = ""
    joins: bool = False
    frame: int = 0
    joint: str = " "

    @property
    def text(self) -> str:
        """The line without its looks."""
        return "".join(span.text for span in self.spans)

    def target_at(self, x: int) -> str:
        """What a click in column `x` means."""
        for span in self.spans:
            x -= width_of(span.text)
            if x < 0:
                return span.target or self.target
        return self.target


BLANK = Line()


def paragraph(
    text: str,
    width: int,
    role: Role = Role.PLAIN,
    *,
    lead: tuple[Span, ...] = (),
    row: Role = Role.PLAIN,
    target: str = "",
    indent: int | None = None,
) -> list[Line]:
    """Wrapped text with something before its first line; the further lines are indented below it."""
    taken = sum(width_of(span.text) for span in lead)
    frame = sum(len(span.text) for span in lead)
    first, *more = wrap(text, width - taken)
    inset = Span(" " * (taken if indent is None else indent))
    lines = [Line((*lead, Span(first, role)), row, target, frame=frame)]
    end = text.find(first) + len(first)
    for line in more:
        begin = text.find(line.lstrip(), end) if line else text.find("\n", end) + 1
        between = text[end : max(begin, end)]
        lines.append(
            Line(
                (inset, Span(line, role)),
                row,
                target,
                joins=bool(line) and "\n" not in between,
                frame=len(inset.text),
                joint=" " if between else "",
            )
        )
        end = max(begin, end) + len(line.lstrip())
    return lines


def apart(left: Iterable[Span], right: Iterable[Span], width: int, target: str = "") -> Line:
    """One line with something at its left and something at its right, apart; the left gives way."""
    right = tuple(right)
    taken = sum(width_of(span.text) for span in right)
    room = width - taken - (APART if taken else 0)
    kept: list[Span] = []
    for span in left:
        text = cut(span.text, room)
        room -= width_of(text)
        if text:
            kept.append(Span(text, span.role, span.target))
        if text != span.text:  # what comes after what is cut would only be three dots of its own
            break
    between = Span(" " * (max(room, 0) + (APART if taken else 0)))
    return Line((*kept, between, *right), target=target)


def fitting(groups: Iterable[tuple[Span, ...]], width: int, gap: str = "  ") -> Line:
    """As many groups of spans as fit into one line, in order."""
    spans: list[Span] = []
    room = width
    for group in groups:
        needed = sum(width_of(span.text) for span in group) + (len(gap) if spans else 0)
        if needed > room:
            continue
        spans += ([Span(gap)] if spans else []) + list(group)
        room -= needed
    return Line(tuple(spans))
