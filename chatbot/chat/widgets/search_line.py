"""The search line: finds words in the transcript while they are typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from chatbot.chat.finding import Finder
from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import Role, Span
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.transcript import Transcript

_KEYS = (("Esc", "close", "close"), ("↑", "older", "step(-1)"), ("↓", "newer", "step(1)"))


class SearchLine(Horizontal):
    """Shows the words, how many messages have them, and which one the reader was brought to.

    It begins with the newest; Enter and ↑ go to older ones. Closed, it leaves the reader where they are.
    """

    DEFAULT_CSS = """
    SearchLine {
        height: 1;
        margin: 0 2;
        background: $panel;
        #search_title { width: 6; }
        #search_hits { width: 46; max-width: 60%; padding: 0 1; }
        Input, Input:focus {
            width: 1fr;
            min-width: 8;
            height: 1;
            border: none;
            padding: 0 1;
            background: $surface;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Older"),
        Binding("down", "step(1)", "Newer"),
        Binding("escape", "close", "Close"),
    ]

    def __init__(self, transcript: Transcript, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._transcript = transcript
        self._finder = Finder()
        self._hits: list[int] = []
        self._at = 0

    @property
    def hits(self) -> int:
        """How many messages have the words."""
        return len(self._hits)

    @property
    def here(self) -> int | None:
        """The place of the entry that the reader was brought to; `None` where there is none."""
        return self._hits[self._at] if self._hits else None

    def compose(self) -> ComposeResult:
        """What it is, the words, and what was found."""
        yield Bar(id="search_title")
        field = Field(select_on_focus=False, id="search_words")
        field.cursor_blink = False
        yield field
        yield Bar(id="search_hits")

    def on_mount(self) -> None:
        """Take the focus."""
        self.query_one("#search_title", Bar).show([(Span(" Find ", Role.STRONG),)])
        self._show()
        self.query_one(Input).focus()

    def find(self, words: str) -> None:
        """Look for words."""
        self._hits = self._finder.find(words, [entry.text for entry in self._transcript.entries])
        self._at = len(self._hits) - 1
        self._show()

    def action_step(self, by: int) -> None:
        """Go to an older (-1) or newer (1) message; behind the last one comes the first."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show()

    def action_close(self) -> None:
        """Go away."""
        self._transcript.clear_found()
        self.remove()

    async def on_line_widget_picked(self, event: Bar.Picked) -> None:
        """Do what the key does that was clicked."""
        event.stop()
        await self.run_action(event.target)

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Look for what is typed now."""
        event.stop()
        self.find(event.value)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Enter goes to an older one."""
        event.stop()
        self.action_step(-1)

    def _show(self) -> None:
        words = self.query_one(Input).value
        found = self.here
        if found is None:
            self._transcript.clear_found()
            says = "nothing found" if words.strip() else ""
        else:
            self._transcript.show_found(words, found)
            says = f"{self._at + 1} of {len(self._hits)}"
        keys = [key_and_word(key, word, call) for key, word, call in _KEYS]
        role = Role.PLAIN if found is not None else Role.WARN
        self.query_one("#search_hits", Bar).show([*([(Span(says, role),)] if says else []), *keys])
