"""The side panel: where the interview stands, in one widget."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from chatbot.chat.lines import Line
from chatbot.chat.outline import Outline
from chatbot.chat.side_lines import side_lines
from chatbot.chat.widgets.line_view import LineView


class SidePanel(LineView):
    """Shows an outline."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline: Outline | None = None

    @property
    def outline(self) -> Outline | None:
        """What is shown."""
        return self._outline

    def show(self, outline: Outline) -> None:
        """Show an outline; one that is shown already costs nothing."""
        if outline != self._outline:
            self._outline = outline
            self.changed()

    def on_resize(self, event: events.Resize) -> None:
        """What is shown depends on the height too."""
        self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """The lines of the outline, in short where there is little room."""
        height = self.scrollable_content_region.height
        return side_lines(self._outline, width, height) if self._outline else ()
