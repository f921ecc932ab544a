"""Showing a file with the program that the desktop has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError

_SECONDS: Final = 5
"""How long to wait for a program to say that it cannot; one that shows the file may go on for hours."""

_DISPLAYS: Final = ("WAYLAND_DISPLAY", "DISPLAY")


def show_file(path: Path) -> None:
    """Show a file; returns when the program is started.

    Raises:
        ChatbotError: there is no desktop, or it has no program for the file.
    """
    program = program_for(os.environ)
    if not program:
        raise _cannot("There is no desktop here that could show it.", path)
    try:
        started = subprocess.Popen(  # noqa: S603 - one of ours below, without a shell; the path is one word
            [program, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        code = started.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise _cannot("No program could be started that shows it.", path) from error
    if code and sys.platform != "win32":  # Explorer answers 1 when all is well
        raise _cannot("No program could be started that shows it.", path)


def program_for(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """The program that opens files on this desktop; empty where there is none.

    Over SSH there is none: it would open the file on the other machine.
    """
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return ""
    if platform == "win32":
        return shutil.which("explorer") or ""
    if platform == "darwin":
        return shutil.which("open") or ""
    has_display = any(environment.get(name) for name in _DISPLAYS)
    return (shutil.which("xdg-open") if has_display else None) or ""


def _cannot(what: str, path: Path) -> ChatbotError:
    return ChatbotError(
        f"The report is saved, but it cannot be opened from here. {what}",
        todo=f"Open it from a file manager: {path}",
    )
