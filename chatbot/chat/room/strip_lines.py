"""The strip of people: a letter for each, who is here, and who has voted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.chat.lines import HERE, Line, Role, Span
from chatbot.chat.room.scene import Seat
from chatbot.chat.wrapping import cut, width_of
from chatbot.visible import on_one_line

VOTED: Final = "●"
EARLIER: Final = "◐"
WAITING: Final = "○"
_LONGEST: Final = 14
_SHORTEST: Final = 5
_MORE: Final = 3
"""Rows beyond the usual number that are better than names nobody can read."""

_GAP: Final = 2


def strip_lines(seats: Sequence[Seat], width: int, most: int, *, votes: bool) -> list[Line]:
    """Everybody in columns, as many names as fit into `most` rows; below them, how many have voted.

    Args:
        votes: whether people vote on what is asked.
    """
    if not seats:
        return [
            Line(
                (
                    Span("Nobody is on the list yet. ", Role.MUTED),
                    Span("J", Role.KEY),
                    *_words(" adds people."),
                )
            )
        ]
    names, cell = _fitted(seats, width, most)
    columns = max((width + _GAP) // cell, 1)
    rows = -(-len(seats) // columns)
    lines = []
    for row in range(rows):
        spans: list[Span] = []
        for at in range(row, len(seats), rows):
            spans += _seat(seats[at], names[at], cell, votes=votes)
        lines.append(Line(tuple(spans)))
    return [*lines, _count(seats)] if votes else lines


def _fitted(seats: Sequence[Seat], width: int, most: int) -> tuple[list[str], int]:
    """The names as long as `most` rows allow, or where they would be too short, a few rows more allow; and
    how wide a column is."""
    names = [_name(seat) for seat in seats]
    besides = 4 + max(len(seat.code) for seat in seats) + _GAP
    for rows in (most, most + _MORE):
        for longest in range(_LONGEST, _SHORTEST - 1, -1):
            shown = [cut(name, longest) for name in names]
            cell = max(width_of(name) for name in shown) + besides
            if -(-len(seats) // max((width + _GAP) // cell, 1)) <= rows:
                return shown, cell
    return [""] * len(seats), besides


def _seat(seat: Seat, name: str, cell: int, *, votes: bool) -> list[Span]:
    mark = VOTED if seat.voted else EARLIER if seat.earlier else WAITING
    if not votes or not seat.here:
        mark = " " if not (seat.voted or seat.earlier) or not votes else mark
    role = Role.STRONG if seat.picked else Role.PLAIN if seat.here else Role.MUTED
    spans = [
        Span(HERE if seat.picked else " ", Role.CHOSEN),
        Span(seat.code, Role.KEY if seat.here else Role.MUTED),
        Span(" "),
        Span(mark, Role.GOOD if seat.voted else Role.MUTED),
        Span(" "),
        Span(name, role),
    ]
    taken = sum(width_of(span.text) for span in spans)
    return [*spans, Span(" " * max(cell - taken, 0))]


def _count(seats: Sequence[Seat]) -> Line:
    """How many have voted, in words; it explains the marks too."""
    here = sum(seat.here for seat in seats)
    voted = sum(seat.voted for seat in seats)
    earlier = sum(seat.earlier for seat in seats)
    spans = [Span(f" {VOTED} ", Role.GOOD), *_words(f"{voted} of {here} have voted")]
    if earlier:
        spans += [Span(f"   {EARLIER} ", Role.MUTED), *_words(f"{earlier} said something before")]
    return Line(tuple(spans))


def _words(text: str) -> tuple[Span, ...]:
    return (Span(text, Role.MUTED),)


def _name(seat: Seat) -> str:
    """The first name, with an initial of the last one: enough to know each other by."""
    first, *rest = on_one_line(seat.name, 60).split() or [""]
    return f"{first} {rest[-1][0]}." if rest else first
