"""Widgets that show ready-made lines; the base of all our own, flat in cost and free of markup."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from chatbot.chat.lines import BLANK, Line, Role
from chatbot.chat.looks import looks


class LineWidget(Widget, can_focus=False):
    """Shows what `build` returns for its width, and reports clicks on what has a target."""

    DEFAULT_CSS = """
    LineWidget { height: auto; }
    """

    class Picked(Message):
        """Something that has a target was clicked."""

        def __init__(self, view: LineWidget, target: str) -> None:
            super().__init__()
            self.view = view
            self.target = target

        @property
        def control(self) -> LineWidget:
            """The widget that was clicked."""
            return self.view

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._built: tuple[int, Sequence[Line]] | None = None
        self._strips: dict[int, Strip] = {}
        self._looks: dict[Role, Style] = {}
        self._base = Style.null()

    def build(self, width: int) -> Sequence[Line]:
        """The lines to show, each at most `width` cells wide."""
        raise NotImplementedError

    def changed(self, *, layout: bool = False) -> None:
        """Say that `build` would now return something else; `layout` when the height may differ."""
        self._built = None
        self._strips.clear()
        self.refresh(layout=layout)

    def lines(self, width: int | None = None) -> Sequence[Line]:
        """The lines for a width; by default the present one."""
        width = self.scrollable_content_region.width if width is None else width
        if self._built is None or self._built[0] != width:
            self._built = width, self.build(max(width, 1))
            self._strips.clear()
        return self._built[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines(width))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()
        self._looks = {}

    def on_click(self, event: events.Click) -> None:
        """Report what was clicked."""
        offset = event.get_content_offset(self)
        lines = self.lines()
        if offset is None or not 0 <= offset.y + self.scroll_offset.y < len(lines):
            return
        target = lines[offset.y + self.scroll_offset.y].target_at(offset.x)
        if target:
            event.stop()
            self.post_message(self.Picked(self, target))

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at = y + self.scroll_offset.y
        lines = self.lines()
        strip = self._strips.get(at)
        if strip is None:
            strip = self.drawn(lines[at] if at < len(lines) else BLANK)
            self._strips[at] = strip
        return strip

    def drawn(self, line: Line) -> Strip:
        """A line in the colours of the present theme, as wide as the widget."""
        if not self._looks:
            self._looks, self._base = looks(self.app.theme_variables), self.rich_style
        base = self._base + self._looks[line.row]
        segments = [Segment(span.text, base + self._looks[span.role]) for span in line.spans if span.text]
        return Strip(segments).crop_extend(0, self.scrollable_content_region.width, base)


class LineView(LineWidget, ScrollView, can_focus=False):
    """The same for more lines than there may be rows; scrolls."""

    DEFAULT_CSS = """
    LineView {
        scrollbar-size: 1 1;
        overflow-x: hidden;
        overflow-y: auto;
    }
    """

    def changed(self, *, layout: bool = False) -> None:
        """The same, and take over the height."""
        super().changed(layout=layout)
        self._adopt_height()

    def on_resize(self, event: events.Resize) -> None:
        """Take over the height that the lines have at the new width."""
        self._adopt_height()

    def _adopt_height(self) -> None:
        if self.is_mounted and self.size:
            self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines()))
