"""Text that somebody else wrote, as it may be shown: nothing in it moves the cursor or hides other text."""

from __future__ import annotations

import re
from typing import Final

_INVISIBLE: Final = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
"""Compiled when the first text has a character that does not print: most never have one."""


def visible(text: str) -> str:
    """The text with tabs as spaces and control characters as replacement characters; lines stay lines."""
    if text.isprintable():  # no such character is, and no tab or end of a line either
        return text
    return re.sub(_INVISIBLE, "\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\t", " "))


def on_one_line(text: str, longest: int) -> str:
    """The text on one line, visible and cut to so many characters, the last of them "…" where it was."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
