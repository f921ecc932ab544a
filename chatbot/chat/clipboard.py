"""Copying out of a terminal: by escape sequence, also through tmux, and by the desktop's own program."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Final

_PIECE: Final = 240
"""How many characters of a sequence screen passes on at once; it takes at most 256."""

_SECONDS: Final = 5
"""How long a program of the desktop may take."""

_PROGRAMS: Final = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""For a display that has to be there, the program that copies there from its input."""


def passed_on(text: str, environment: Mapping[str, str]) -> Sequence[str]:
    """What to write besides the usual sequence (OSC 52), so that it gets through what lies between.

    tmux takes the usual sequence itself with `set-clipboard on`; otherwise it only passes on what is wrapped,
    with `allow-passthrough on`. screen only ever passes on what is wrapped.
    """
    sequence = f"\x1b]52;c;{b64encode(text.encode('utf-8', 'replace')).decode()}\a"
    if environment.get("TMUX"):
        inner = sequence.replace("\x1b", "\x1b\x1b")
        return (f"\x1bPtmux;{inner}\x1b\\",)
    if environment.get("STY"):
        return [f"\x1bP{sequence[at : at + _PIECE]}\x1b\\" for at in range(0, len(sequence), _PIECE)]
    return ()


def desktop_program(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """The program that copies on this desktop, for terminals that do not know the sequence; may be none.

    Over SSH there is none: it would copy on the other machine.
    """
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return ()
    if platform == "darwin":
        return ("pbcopy",)
    if platform == "win32":
        return ("clip",)
    for display, program in _PROGRAMS:
        if environment.get(display) and shutil.which(program[0]):
            return program
    return ()


def hand_over(text: str, program: Sequence[str]) -> None:
    """Give the text to such a program; where that fails, the sequence has to do."""
    encoding = "utf-16-le" if program[0] == "clip" else "utf-8"
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603  # one of our own table above, without a shell
            program,
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
