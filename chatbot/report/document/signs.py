"""Characters that control or reorder a text, as signs: a report is a record, so none may do its work.

A screen replaces such characters by one sign (`chatbot.visible`); a record says which one it was.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_END: Final = r"\r\n?"
_HIDDEN: Final = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Compiled when the first text has a character that does not print: most reports have none."""

_FIRST_PICTURE: Final = 0x2400
_DELETE: Final = 0x7F


def signs(text: str) -> str:
    """The text with every character that controls or reorders as a sign; lines and tabs stay.

    What scripts and typesetting need (joiners, direction marks, soft hyphens) stays as it is.
    """
    if text.isprintable():  # no such character is, and no end of a line either
        return text
    return re.sub(_HIDDEN, lambda hidden: _sign(ord(hidden[0])), re.sub(_LINE_END, "\n", text))


def on_one_line(text: str) -> str:
    """The text with its signs on one line, for titles and tables."""
    return " ".join(signs(text).split())


def _sign(code: int) -> str:
    """The picture of a control character, or the number of any other."""
    if code < 0x20:
        return chr(_FIRST_PICTURE + code)
    return "\N{SYMBOL FOR DELETE}" if code == _DELETE else f"⟨U+{code:04X}⟩"
