"""Commands as they are typed in the shell, for messages that say how to go on."""

from __future__ import annotations

import os
import shlex
from pathlib import Path


def command(*words: str, store: Path | None = None) -> str:
    """A call of the program that works when it is pasted into the shell.

    Args:
        words: the command and its arguments.
        store: what `--store` said in this call, or nothing.
    """
    every = ["chatbot", *words, *(["--store", str(store)] if store else [])]
    if os.name == "nt":
        from subprocess import list2cmdline  # slow to load, and only this needs it

        return list2cmdline(every)
    return shlex.join(every)
