"""The lines of the card that shows the question being asked, and what can be answered to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.chat.lines import APART, BLANK, HERE, NOTHING, Line, Role, Span, apart, paragraph
from chatbot.chat.marking import Marking
from chatbot.chat.wrapping import width_of
from chatbot.conversation.asking import Asking, OfferedItem, OfferedLevel
from chatbot.visible import visible

RECORD: Final = "record"
"""The target that hands over a complete checklist."""

_BESIDE: Final = 44
"""From this width on, the level of a line stands beside its label."""


def head_lines(asking: Asking, width: int) -> list[Line]:
    """Where we are, and the question."""
    place = f"{asking.topic} · question {asking.number} of about {asking.of}"
    if len(place) > width:
        place = f"question {asking.number} of about {asking.of}"
    given = (Span("answered before", Role.MUTED),) if asking.given and len(place) + 18 < width else ()
    return [
        apart((Span(visible(place), Role.MUTED),), given, width),
        *paragraph(visible(asking.ask), width, Role.STRONG),
    ]


def choice_lines(options: Sequence[str], picked: int | None, given: int | None, width: int) -> list[Line]:
    """Numbered options; the picked one has a mark in front, the one given before a tick behind its number.

    The target of a line is `option:` and its index.
    """
    lines: list[Line] = []
    for at, label in enumerate(options):
        here = at == picked
        mark = f" {HERE} " if here else "   "
        tick = "✓ " if at == given else "  " if given is not None else " "
        lead = (Span(mark, Role.CHOSEN), Span(f"{at + 1}", Role.KEY), Span(tick, Role.GOOD))
        role = Role.STRONG if here else Role.PLAIN
        row = Role.FOCUS if here else Role.PLAIN
        lines += paragraph(visible(label), width, role, lead=lead, row=row, target=f"option:{at}")
    return lines


def checklist_lines(marking: Marking, width: int, *, roomy: bool) -> list[Line]:
    """A line for each item with its level; the one in focus opens up to show what it can be.

    Targets are `item:` and an index, `level:` with the index of the item and of the level, and `record`.

    Args:
        roomy: whether there is room to show each level on a line of its own.
    """
    lines: list[Line] = []
    for at, item in enumerate(marking.asking.items):
        here = at == marking.row
        lines += _item_lines(marking, at, item, width, here)
        if here:
            lines += _level_list(marking, item, width) if roomy else _level_bar(marking, item, width)
    if marking.complete:
        done = (Span("   "), Span("Enter", Role.KEY), Span(" records these answers", Role.PLAIN))
        lines += [BLANK, Line(done, target=RECORD)]
    return lines


def _item_lines(marking: Marking, at: int, item: OfferedItem, width: int, here: bool) -> list[Line]:
    level = marking.level_of(item)
    said = Span(f"{visible(level.label)} " if level else f"{NOTHING} ", Role.CHOSEN if level else Role.MUTED)
    lead = (Span(f" {HERE} " if here else "   ", Role.CHOSEN), Span(f"{item.number}", Role.KEY), Span(" "))
    row = Role.FOCUS if here else Role.PLAIN
    role = Role.STRONG if here else Role.PLAIN
    target = f"item:{at}"
    beside = width_of(said.text) + APART if width >= _BESIDE else 0
    lines = paragraph(visible(item.label), width - beside, role, lead=lead, row=row, target=target)
    if beside:
        first = apart(lines[0].spans, (said,), width)
        return [Line(first.spans, row, target), *lines[1:]]
    return [*lines, Line((Span(" " * 5), said), row, target)] if level else lines


def _level_list(marking: Marking, item: OfferedItem, width: int) -> Iterator[Line]:
    """Each level on a line of its own, with what it looks like."""
    labels = max(width_of(visible(level.label)) for level in item.levels)
    beside = width - 8 - labels - 3 >= 28
    for number, level in enumerate(item.levels, start=1):
        chosen = marking.levels.get(item.fact) is level.level
        target = _target(item, number)
        role = Role.CHOSEN if chosen else Role.PLAIN
        label = visible(level.label)
        lead = (
            Span("     "),
            Span("● " if chosen else "○ ", role),
            Span(f"{number} ", Role.KEY),
            Span(label + " " * (labels - width_of(label) + 2 if beside else 0), role),
        )
        looks = visible(level.looks_like)
        if not looks:
            yield Line(lead, target=target)
        elif beside:
            yield from paragraph(looks, width, Role.MUTED, lead=lead, target=target)
        else:
            yield Line(lead, target=target)
            yield from paragraph(looks, width, Role.MUTED, lead=(Span(" " * 9),), target=target)


def _level_bar(marking: Marking, item: OfferedItem, width: int) -> Iterator[Line]:
    """The levels side by side, then what the chosen one looks like."""
    inset = Span("     ")
    row: list[Span] = []
    taken = width_of(inset.text)
    for number, level in enumerate(item.levels, start=1):
        chosen = marking.levels.get(item.fact) is level.level
        target = _target(item, number)
        label = visible(level.label)
        needed = width_of(label) + 6
        if row and taken + needed > width:
            yield Line((inset, *row))
            row, taken = [], width_of(inset.text)
        role = Role.CHOSEN if chosen else Role.PLAIN
        row += [
            Span("● " if chosen else "○ ", role, target),
            Span(f"{number} ", Role.KEY, target),
            Span(label, role, target),
            Span("  "),
        ]
        taken += needed
    yield Line((inset, *row))
    shown = marking.level_of(item) or item.levels[0]
    if shown.looks_like:
        yield from paragraph(_meaning(shown), width, Role.MUTED, lead=(inset,))


def _meaning(level: OfferedLevel) -> str:
    return f"{visible(level.label)}: {visible(level.looks_like)}"


def _target(item: OfferedItem, number: int) -> str:
    return f"level:{item.number - 1}:{number - 1}"
