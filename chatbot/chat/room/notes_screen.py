"""The facilitator's own screen beside a session: notes, votes, time and what is open. It records nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import Role
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.header_lines import place, time
from chatbot.chat.room.note_lines import note_lines
from chatbot.chat.room.overview_lines import overview_lines, question_lines, vote_lines
from chatbot.chat.room.room_keys import FOLLOWING
from chatbot.chat.room.widgets import Stage
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.errors import ChatbotError


class NotesScreen(Screen[None]):
    """Shows what only the facilitator sees, and follows the session as it goes."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll('left', -1)", show=False),
        Binding("down", "scroll('left', 1)", show=False),
        Binding("pageup", "scroll('right', -5)", show=False),
        Binding("pagedown", "scroll('right', 5)", show=False),
    ]

    header = getters.query_one("#header", Bar)
    left = getters.query_one("#left", Stage)
    right = getters.query_one("#right", Stage)
    said = getters.query_one("#said", Bar)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """Two columns between two bars."""
        yield Bar(id="header")
        with Horizontal(id="body"):
            yield Stage(id="left")
            yield Stage(id="right")
        yield Bar(id="said")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show it, and look from now on for what happens."""
        keys = [key_and_word("↑ ↓", "notes"), key_and_word("PgUp PgDn", "overview")]
        self.query_one("#footer", Bar).show([*keys, key_and_word("Q", "leave", "app.leave")])
        self.redraw()
        self.set_interval(FOLLOWING, self.follow)

    def on_resize(self) -> None:
        """Fit what depends on the size."""
        self.redraw()

    def follow(self) -> None:
        """Show what happened, and the time."""
        news = False
        try:
            news = self.desk.follow()
        except ChatbotError as error:
            self.desk.say(str(error), Role.BAD)
            news = True
        if news:
            self.redraw()
        else:
            self._show_time()

    def on_key(self, event: events.Key) -> None:
        """Only one letter does something here."""
        if event.character in ("Q", "q"):
            event.stop()
            self.app.exit(0)

    async def action_scroll(self, column: str, rows: int) -> None:
        """Scroll a column; where there is only one, that one."""
        chosen = self.right if column == "right" and self.has_class("-wide") else self.left
        chosen.scroll_relative(y=rows, animate=False)

    def redraw(self) -> None:
        """Show everything as it is now."""
        if not self.is_mounted:
            return
        wide = self.has_class("-wide")
        with self.app.batch_update():
            width = max(self.left.scrollable_content_region.width, 20)
            beside = max(self.right.scrollable_content_region.width, 20) if wide else width
            sheet = self.desk.sheet
            question, votes = question_lines(self.desk, width), vote_lines(self.desk, beside)
            notes = note_lines(self.desk.room, sheet, width) if sheet else []
            overview = overview_lines(self.desk, beside)
            self.left.show([*question, *notes] if wide else [*question, *votes, *notes, *overview])
            self.right.show([*votes, *overview] if wide else ())
            self.said.show([(self.desk.said,)])
            self._show_time()

    def _show_time(self) -> None:
        narrow = self.has_class("-narrow")
        timing = time(self.desk.course.timing(self.desk.now), narrow=narrow)
        self.header.show([place(self.desk, narrow=narrow)], timing)
