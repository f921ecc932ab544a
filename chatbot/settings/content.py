"""What is in the file of the settings, as it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatbot.sources.problems import Problem


def content_of(path: Path | None) -> tuple[bytes, tuple[Problem, ...]]:
    """What a file holds, nothing where there is none, and why it cannot be read. Raises nothing."""
    if path is None:
        return b"", ()
    try:
        return _content(path), ()
    except FileNotFoundError:
        return b"", ()
    except (OSError, ValueError) as error:
        from chatbot.sources.codes import Code
        from chatbot.sources.problems import START, Problems

        why = getattr(error, "strerror", None) or error
        problems = Problems(str(path))
        problems.add(Code.UNREADABLE, START, f"The settings cannot be read: {why}.", "Check the file.")
        return b"", tuple(problems.found)


def _content(path: Path) -> bytes:
    """What is in the file, up to a little more than may be; what is no file is not waited for."""
    if str(path) == os.devnull:
        return b""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("it is not a file")
    from chatbot.sources.text import MAX_BYTES  # only where there are settings

    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
