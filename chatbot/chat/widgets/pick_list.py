"""A list to pick one thing from: headings, remarks, and lines that can be chosen by key or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.message import Message

from chatbot.chat.lines import APART, BLANK, HERE, Line, Role, Span, apart, paragraph
from chatbot.chat.widgets.line_view import LineView
from chatbot.chat.wrapping import width_of

_BESIDE = 56
"""From this width on, what belongs beside a label stands beside it."""

_A_KEY = 3
"""What is not longer than this stands beside it at any width."""


class Heading(Struct, frozen=True):
    """A heading, with a blank line before it."""

    text: str


class Remark(Struct, frozen=True):
    """A paragraph that cannot be picked."""

    text: str
    role: Role = Role.MUTED


class Choice(Struct, frozen=True, kw_only=True):
    """Something to pick.

    Attributes:
        target: what picking it means; empty where it cannot be picked.
        mark: a sign or a few characters in front.
        beside: at the right of the label, or below it where there is no room.
        below: a paragraph below it.
    """

    target: str
    label: str
    mark: Span | None = None
    beside: str = ""
    below: str = ""
    below_role: Role = Role.MUTED


Row: TypeAlias = Heading | Remark | Choice


class PickList(LineView, can_focus=True):
    """Shows rows, the picked one highlighted; Enter or a click picks it for good."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "move(-8)", "Up", show=False),
        Binding("pagedown", "move(8)", "Down", show=False),
        Binding("home", "move(-1000)", "First", show=False),
        Binding("end", "move(1000)", "Last", show=False),
        Binding("enter", "take", "Pick", show=False),
    ]

    class Taken(Message):
        """A choice was made."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._picked = ""

    @property
    def picked(self) -> str:
        """The target of the highlighted choice; empty where there is none."""
        return self._picked

    @property
    def targets(self) -> list[str]:
        """What can be picked, in order."""
        return [row.target for row in self._rows if isinstance(row, Choice) and row.target]

    def show(self, rows: Sequence[Row], picked: str = "") -> None:
        """Show rows, one of them highlighted; the first that can be picked where `picked` is none of them."""
        self._rows = tuple(rows)
        targets = self.targets
        self._picked = picked if picked in targets else targets[0] if targets else ""
        self.changed(layout=True)
        self.call_after_refresh(self._bring_into_view)

    def build(self, width: int) -> Sequence[Line]:
        """All rows."""
        lines: list[Line] = []
        for row in self._rows:
            match row:
                case Heading(text):
                    lines += [*([BLANK] if lines else []), *paragraph(text, width, Role.HEADING)]
                case Remark(text, role):
                    lines += [*([BLANK] if lines else []), *paragraph(text, width, role)]
                case Choice():
                    lines += self._choice(row, width)
        return lines

    def action_move(self, by: int) -> None:
        """Highlight another choice."""
        targets = self.targets
        if targets:
            at = targets.index(self._picked)
            self._picked = targets[min(max(at + by, 0), len(targets) - 1)]
            self.changed()
            self._bring_into_view()

    def action_take(self) -> None:
        """Pick what is highlighted."""
        if self._picked:
            self.post_message(self.Taken(self._picked))

    def on_line_widget_picked(self, event: LineView.Picked) -> None:
        """Pick what was clicked."""
        event.stop()
        self._picked = event.target
        self.changed()
        self.action_take()

    def _choice(self, row: Choice, width: int) -> list[Line]:
        here = bool(row.target) and row.target == self._picked
        looks = Role.FOCUS if here else Role.PLAIN
        lead = (Span(f" {HERE} " if here else "   ", Role.CHOSEN), *((row.mark,) if row.mark else ()))
        inset = Span(" " * sum(width_of(span.text) for span in lead))
        beside = row.beside if width >= _BESIDE or len(row.beside) <= _A_KEY else ""
        role = Role.STRONG if here else Role.PLAIN if row.target else Role.MUTED
        room = width - width_of(beside) - (APART if beside else 0)
        first, *more = paragraph(row.label, room, role, lead=lead)
        right = (Span(beside, Role.MUTED),) if beside else ()
        lines = [Line(apart(first.spans, right, width).spans, looks, row.target)]
        lines += [Line(line.spans, looks, row.target) for line in more]
        if row.beside and not beside:
            lines += paragraph(row.beside, width, Role.MUTED, lead=(inset,), row=looks, target=row.target)
        if row.below:
            lines += paragraph(row.below, width, row.below_role, lead=(inset,), row=looks, target=row.target)
        return lines

    def _bring_into_view(self) -> None:
        rows = [at for at, line in enumerate(self.lines()) if line.target and line.target == self._picked]
        if not rows or not self.size:
            return
        height = self.scrollable_content_region.height
        first = 0 if self.targets[0] == self._picked else rows[0]
        if first < self.scroll_offset.y:
            self.scroll_to(y=first, animate=False)
        elif rows[-1] >= self.scroll_offset.y + height:
            self.scroll_to(y=rows[-1] - height + 1, animate=False)
