"""The pages beside the question: a heading, something to read or pick from, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import Role, Span
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.entry import Entry
from chatbot.chat.room.room_keys import FOLLOWING
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.pick_list import PickList, Row
from chatbot.errors import ChatbotError


class RoomPage(Screen[None]):
    """Rows to read or to pick from. It follows what other terminals do.

    `KEYS` are the capitals that work here, with a word for the footer; `press` is told which was pressed.
    """

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", show=False)]
    HEADING: ClassVar[str] = ""
    PICKS: ClassVar[str] = ""
    """What Enter does to the row that is highlighted; empty where nothing can be picked."""

    KEYS: ClassVar[dict[str, str]] = {}

    header = getters.query_one("#header", Bar)
    list = getters.query_one("#list", PickList)
    entry = getters.query_one("#entry", Entry)
    said = getters.query_one("#said", Bar)
    footer = getters.query_one("#footer", Bar)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """A list between two bars."""
        yield Bar(id="header")
        yield PickList(id="list")
        yield Entry(id="entry")
        yield Bar(id="said")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show it, and look from now on for what other terminals do."""
        self.desk.say()
        self.redraw()
        self.set_interval(FOLLOWING, self.follow)

    def on_resize(self) -> None:
        """Fit what depends on the size."""
        self.redraw()

    def follow(self) -> None:
        """Show what another terminal did."""
        try:
            news = self.is_current and self.desk.follow()
        except ChatbotError as error:
            self.desk.say(str(error), Role.BAD)
            news = True
        if news:
            self.redraw()

    def rows(self) -> Sequence[Row]:
        """What the page shows now."""
        raise NotImplementedError

    def pick(self, target: str) -> None:
        """Do something with the row that was picked."""

    def press(self, key: str) -> None:
        """Do what a key does."""

    def redraw(self) -> None:
        """Show everything as it is now."""
        if not self.is_mounted:
            return
        self.list.show(self.rows(), self.list.picked)
        self.header.show([(Span(self.HEADING, Role.STRONG),)])
        self.said.show([(self.desk.said,)])
        keys = [key_and_word("Esc", "back", "back")]
        if self.PICKS and self.list.targets:
            keys.insert(0, key_and_word("Enter", self.PICKS))
        keys += [key_and_word(key, word, f"press('{key}')") for key, word in self.KEYS.items()]
        self.footer.show(keys)

    def on_pick_list_taken(self, event: PickList.Taken) -> None:
        """Do something with the row that was picked."""
        event.stop()
        self.pick(event.target)
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Take the keys of the page."""
        if self.entry.form is not None:
            if self.entry.takes(event):
                event.stop()
            return
        key = event.character or ""
        if key and key.isprintable():
            event.stop()
            self.action_press(key)

    def action_press(self, key: str) -> None:
        """The same by a click."""
        self.press(key)
        self.redraw()

    def action_back(self) -> None:
        """Leave what is being typed, or go back to the question."""
        if self.entry.form is not None:
            self.entry.leave()
        else:
            self.dismiss(None)

    def on_entry_left(self) -> None:
        """What was typed is recorded, or kept."""
        if self.entry.form is None:
            self.list.focus()
        self.redraw()
