"""The first line of the room's screen: where the room is, and how its time stands."""

from __future__ import annotations

from typing import Final

from chatbot.chat.lines import Role, Span
from chatbot.chat.room.desk import Desk
from chatbot.room.course import Timing
from chatbot.visible import on_one_line

_LATE: Final = 2
"""Minutes over what was planned that are worth a word."""


def place(desk: Desk, *, narrow: bool) -> tuple[Span, ...]:
    """The topic, the question, and the point."""
    sheet = desk.sheet
    if sheet is None:
        return (Span(on_one_line(desk.room.interview.held.script.title, 60), Role.MUTED),)
    parts = [f"question {sheet.number}" + ("" if narrow else f" of about {sheet.of}")]
    if sheet.points:
        parts.append(f"point {sheet.at_point} of {sheet.points}")
    return (
        Span(on_one_line(sheet.topic, 40), Role.STRONG),
        Span("  " + " · ".join(parts), Role.MUTED),
    )


def time(timing: Timing, *, narrow: bool) -> tuple[Span, ...]:
    """What the question and its topic have taken of their minutes, and what is left."""
    if not timing.running:
        return (Span("paused", Role.WARN),) if timing.spent else ()
    parts: list[Span] = []
    spent, planned = timing.question
    if planned:
        of = "/" if narrow else " of "
        parts.append(Span(f"{int(spent)}{of}{planned:g} min", Role.WARN if spent > planned else Role.MUTED))
    if not narrow and timing.topic[1] > planned:
        parts.append(Span(f"topic {int(timing.topic[0])} of {timing.topic[1]:g}", Role.MUTED))
    if timing.left is None:
        parts.append(Span(f"{int(timing.spent)} min in", Role.MUTED))
    elif timing.left >= 0:
        parts.append(Span(f"{int(timing.left)} left", Role.MUTED))
    else:
        parts.append(Span(f"{int(-timing.left)} over", Role.WARN))
    if timing.late >= _LATE:
        parts.append(Span(f"{int(timing.late)} late", Role.WARN))
    between = Span(" · ", Role.MUTED)
    return tuple(span for part in parts for span in (between, part))[1:]
