"""A program in a pseudo-terminal: when something is painted, and how much memory it has then."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter, sleep

_LIMIT = 60.0


class Terminal:
    """A running program under a terminal of 100 columns and 30 rows."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**surroundings(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **env},
        )
        os.close(slave)
        self._master = master
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def send(self, keys: str) -> float:
        """Type; returns the time at which it was typed. What was painted before is forgotten."""
        self._drain()
        self._seen = b""
        now = perf_counter()
        os.write(self._master, keys.encode())
        return now

    def wait_for(self, marker: str) -> float:
        """The time at which `marker` was painted.

        Raises:
            TimeoutError: it was not painted within a minute.
        """
        wanted = marker.encode()
        end = perf_counter() + _LIMIT
        while wanted not in self._seen:
            left = end - perf_counter()
            ready, _, _ = select.select([self._master], [], [], max(left, 0))
            if not ready:
                raise TimeoutError(f"{marker!r} was not painted; the last output was {self._seen[-2000:]!r}")
            try:
                self._seen += os.read(self._master, 65536)
            except OSError as error:
                raise TimeoutError(f"ended before {marker!r}: {self._seen[-2000:]!r}") from error
        return perf_counter()

    def settle(self, pause: float) -> None:
        """Let the program come to rest: read what it paints until it has been quiet for `pause` seconds."""
        sleep(pause)
        self._drain()

    def memory(self) -> float:
        """The resident memory of the program in bytes."""
        if sys.platform == "linux":
            pages = Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1]
            return float(pages) * os.sysconf("SC_PAGE_SIZE")
        answer = subprocess.check_output(["ps", "-o", "rss=", "-p", str(self._process.pid)])
        return float(answer) * 1024

    def _drain(self) -> None:
        while select.select([self._master], [], [], 0)[0]:
            try:
                self._seen += os.read(self._master, 65536)
            except OSError:
                return


def surroundings() -> dict[str, str]:
    """The environment as a user has it: compiled modules are kept, for the program and its baselines."""
    kept_out = ("PYTHONDONTWRITEBYTECODE", "CHATBOT_STORE", "CHATBOT_CACHE", "CHATBOT_CONFIG")
    return {name: value for name, value in os.environ.items() if name not in kept_out}


def whole_process(command: Sequence[str], env: Mapping[str, str]) -> float:
    """How long a command takes from start to end, in seconds.

    Raises:
        subprocess.CalledProcessError: it failed, so that its time means nothing.
    """
    start = perf_counter()
    subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**surroundings(), **env},
    )
    return perf_counter() - start
