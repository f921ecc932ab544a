"""The footer, and other keys with what they do: a click on one does it."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.chat.lines import Line, Span
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.line_view import LineWidget
from chatbot.chat.wrapping import width_of

_GAP = "   "


class Footer(Bar):
    """A bar whose targets are Textual actions."""

    async def on_line_widget_picked(self, event: LineWidget.Picked) -> None:
        """Do what the key does that was clicked."""
        event.stop()
        await self.screen.run_action(event.target)


class Choices(LineWidget):
    """The same, with as many lines as it needs for all of them."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups: tuple[tuple[Span, ...], ...] = ()

    def show(self, groups: Sequence[tuple[Span, ...]]) -> None:
        """Show something else."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self.changed(layout=True)

    def build(self, width: int) -> Sequence[Line]:
        """The groups in order, each whole on one line."""
        lines: list[tuple[Span, ...]] = []
        room = 0
        for group in self._groups:
            needed = sum(width_of(span.text) for span in group)
            if lines and needed + len(_GAP) <= room:
                lines[-1] += (Span(_GAP), *group)
                room -= needed + len(_GAP)
            else:
                lines.append(group)
                room = width - needed
        return [Line(spans) for spans in lines]

    async def on_line_widget_picked(self, event: LineWidget.Picked) -> None:
        """Do what the key does that was clicked."""
        event.stop()
        await self.screen.run_action(event.target)
