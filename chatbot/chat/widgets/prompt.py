"""The prompt: where everything is typed. It has the focus at all times."""

from __future__ import annotations

import re
from typing import Final

from textual import events
from textual.message import Message
from textual.widgets import TextArea

_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_STEERS: Final = frozenset({"up", "down", "left", "right"})


class Prompt(TextArea):
    """A small text field: Enter sends, ctrl+j begins a new line, arrows go to the card while it is empty.

    It never holds more than `longest` characters; a paste beyond that is handed on instead of taken in.
    """

    class Sent(Message):
        """Enter was pressed; the text stays until somebody clears it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Steered(Message):
        """An arrow key was pressed while the prompt was empty."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Overfull(Message):
        """More was pasted than the prompt may hold; it holds what it held before.

        `text` is what it would have held.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, longest: int, *, id: str | None = None) -> None:
        super().__init__(
            id=id,
            compact=True,
            soft_wrap=True,
            highlight_cursor_line=False,
            tab_behavior="focus",
        )
        self.longest = longest
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def holds_words(self) -> bool:
        """Whether somebody is writing words, which a click does not throw away; a number is only a key."""
        return any(map(str.isalpha, self.text))

    def put(self, text: str) -> None:
        """Replace what is in the prompt, with the cursor behind it."""
        if text != self.text:
            self.text = text
            self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        """Send, steer, or type."""
        if event.key == "enter":
            self._only_here(event)
            self.post_message(self.Sent(self.text))
        elif event.key in ("ctrl+j", "shift+enter"):
            self._only_here(event)
            self._type("\n")
        elif event.key in _STEERS and not self.text:
            self._only_here(event)
            self.post_message(self.Steered(event.key))
        elif event.is_printable and len(self.text) >= self.longest and not self.selected_text:
            self._only_here(event)
            self.app.bell()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take in a paste that fits; control characters and other kinds of line end are left out."""
        self._only_here(event)
        text = _NOT_TEXT.sub("", event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if len(self.text) - len(self.selected_text) + len(text) > self.longest:
            self.post_message(self.Overfull(self.text + text))
        else:
            self._type(text)

    def _type(self, text: str) -> None:
        result = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def _only_here(self, event: events.Event) -> None:
        event.stop()
        event.prevent_default()
