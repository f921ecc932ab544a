"""The widgets of a room: the stage, and the strip of people."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from chatbot.chat.lines import Line
from chatbot.chat.room.scene import Scene, Seat
from chatbot.chat.room.scene_lines import scene_lines
from chatbot.chat.room.strip_lines import strip_lines
from chatbot.chat.widgets.line_view import LineView, LineWidget


class Stage(LineView):
    """Shows the question with its answers, or lines that somebody else has made."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Scene | Sequence[Line] = ()

    @property
    def scene(self) -> Scene | None:
        """What is shown, where it is a scene."""
        return self._shown if isinstance(self._shown, Scene) else None

    def show(self, shown: Scene | Sequence[Line]) -> None:
        """Show something else, from its beginning; what is shown already costs nothing."""
        if shown != self._shown:
            self._shown = shown
            self.changed()

    def on_resize(self, event: events.Resize) -> None:
        """How roomy it is depends on the height."""
        self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """The lines of the scene."""
        if isinstance(self._shown, Scene):
            return scene_lines(self._shown, width, self.scrollable_content_region.height)
        return self._shown


class Strip(LineWidget):
    """Shows who is here and who has voted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seats: tuple[Seat, ...] = ()
        self._votes = False
        self._most = 4

    def show(self, seats: tuple[Seat, ...], most: int, *, votes: bool) -> None:
        """Show other people or marks, in at most so many rows if the names allow it."""
        if (seats, most, votes) == (self._seats, self._most, self._votes):
            return
        height = len(self.lines()) if self.size else 0
        self._seats, self._most, self._votes = seats, most, votes
        self.changed()
        if not height or len(self.lines()) != height:
            self.changed(layout=True)

    def build(self, width: int) -> Sequence[Line]:
        """Columns of people."""
        return strip_lines(self._seats, width, self._most, votes=self._votes)
