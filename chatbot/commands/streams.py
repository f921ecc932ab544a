"""The streams of the process: whether a terminal is there, and leaving one whose reader has gone."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def has_terminal() -> bool:
    """Whether a full-screen program can run here: a terminal at both ends that can place its cursor."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def abandon(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that the program can end although nobody reads."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # not a stream of the system
        return
