"""A field of one line that takes in only what can be seen; a paste loses its control characters."""

from __future__ import annotations

import re
from typing import Final

from textual import events
from textual.widgets import Input

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class Field(Input):
    """An input into which nothing comes that a terminal could take for a command."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take in the first line of a paste, as far as it can be seen."""
        event.stop()
        event.prevent_default()
        first = event.text.strip("\r\n").splitlines()[:1]
        self.insert_text_at_cursor(_UNSEEN.sub("", "".join(first)))
