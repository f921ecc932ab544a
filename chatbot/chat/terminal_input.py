"""Bytes from the terminal that are no UTF-8, as a terminal set to Latin-1 sends them: shown as a sign."""

from __future__ import annotations

import codecs
import sys
from functools import partial


def forgive_strange_bytes() -> None:
    """Let such bytes be read as U+FFFD; Textual's own reader ends the program at the first of them."""
    if sys.platform == "win32":  # there the terminal gives characters
        return
    from textual.drivers import linux_driver

    vars(linux_driver)["getincrementaldecoder"] = _forgiving  # it has no option for this


def _forgiving(encoding: str) -> partial[codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
