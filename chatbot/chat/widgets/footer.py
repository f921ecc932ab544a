"""The footer: keys with what they do; a click on one does it."""

from __future__ import annotations

from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.line_view import LineWidget


class Footer(Bar):
    """A bar whose targets are Textual actions."""

    async def on_line_widget_picked(self, event: LineWidget.Picked) -> None:
        """Do what the key does that was clicked."""
        event.stop()
        await self.screen.run_action(event.target)
