"""Commands as they are typed in the shell, for messages that say how to go on."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path


def command(*words: str, store: Path | None = None) -> str:
    """A call of the program that works when it is pasted into the shell.

    Args:
        words: the command and its arguments.
        store: what `--store` said in this call, or nothing.
    """
    every = ["chatbot", *words, *(["--store", str(store)] if store else [])]
    return subprocess.list2cmdline(every) if os.name == "nt" else shlex.join(every)
