"""The place that somebody named for a report, once it is clear that one can be written there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError

PLACE_TODO: Final = "Name another file, or check that its folder exists and that you may write there."
"""What can be done where a file cannot be written."""

_ROOM: Final = "-" * 40
"""Added to a name to try it: pictures beside a report, and parts of it, have longer ones."""


def checked_place(path: Path) -> Path:
    """The place that a path means, with `~` spelled out.

    Raises:
        ChatbotError: no file can be written there, and why.
    """
    try:
        place = path.expanduser()
        target = place.resolve()
        if target.is_dir():
            raise ChatbotError(
                "The file cannot be written: this is a folder.",
                where=str(path),
                todo="Add the name of a file to it.",
            )
        reason = "" if is_stream(place) else _reason(target)
    except (OSError, RuntimeError, ValueError):
        reason = "its name is not one"
    if reason:
        raise ChatbotError(f"The file cannot be written: {reason}.", where=str(path), todo=PLACE_TODO)
    return place


def is_stream(path: Path) -> bool:
    """Whether a device or a pipe is there, which takes bytes and has no place for a file beside it."""
    return path.exists() and not path.is_file() and not path.is_dir()


def stem_of(path: Path | None) -> str:
    """What the names of pictures beside a report begin with; empty where none can be beside it."""
    return "" if path is None or is_stream(path) else path.stem


def _reason(target: Path) -> str:
    """Why no file can be written there; empty where one can."""
    if not target.parent.is_dir():
        return "its folder does not exist"
    if not os.access(target.parent, os.W_OK):
        return "you may not write in its folder"
    try:
        target.with_name(target.name + _ROOM).lstat()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"{error.strerror}"
    return ""
