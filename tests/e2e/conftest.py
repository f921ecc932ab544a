"""The real program in a real terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

import chatbot

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # these terminals are made with pty, which Windows does not have

PROGRAM = (sys.executable, "-m", "chatbot")
_PATIENCE = 30.0


class Terminal:
    """A running program under a terminal.

    Args:
        linear: whether to read it as paper: everything that was written, instead of what is on the screen.
    """

    def __init__(
        self, arguments: tuple[str, ...], env: Mapping[str, str], columns: int, rows: int, *, linear: bool
    ) -> None:
        import pexpect
        import pyte

        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._linear = linear
        self._child = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *arguments],
            dimensions=(rows, columns),
            env={**os.environ, **env},
            timeout=_PATIENCE,
            echo=True,
        )
        self._child.delaybeforesend = None

    def type(self, keys: str) -> None:
        """Press keys."""
        self._child.send(keys)

    def enter(self, line: str) -> None:
        """Type a line and press Enter."""
        self._child.send(f"{line}\r")

    def wait_for(self, seen: str | Callable[[str], bool]) -> str:
        """Read until a text is on the screen, or what is there satisfies a test; gives what is there."""
        import pexpect

        test = seen if callable(seen) else lambda text: seen in text
        end = time.monotonic() + _PATIENCE
        while not test(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"{seen!r} did not appear:\n{self.text}")
            try:
                self._feed(self._child.read_nonblocking(65536, timeout=1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                if not test(self.text):
                    raise AssertionError(f"ended before {seen!r} appeared:\n{self.text}") from None
        return self.text

    def rest(self, seconds: float) -> None:
        """Read for a while, as a person does before typing."""
        import pexpect

        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with suppress(pexpect.TIMEOUT):
                self._feed(self._child.read_nonblocking(65536, timeout=left))

    @property
    def text(self) -> str:
        """What can be read."""
        if self._linear:
            return self.raw.decode(errors="replace").replace("\r\n", "\n")
        return "\n".join(line.rstrip() for line in self.screen.display)

    def kill(self) -> None:
        """End the program as a crash would: it cannot tidy up."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def ended(self) -> int:
        """Read to the end; gives the exit code."""
        import pexpect

        try:
            while True:
                self._feed(self._child.read_nonblocking(65536, timeout=_PATIENCE))
        except pexpect.EOF:
            pass
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def close(self) -> None:
        """End the program if it still runs."""
        self._child.close(force=True)

    def _feed(self, data: bytes) -> None:
        self.raw += data
        if not self._linear:
            self._stream.feed(data)


Open = Callable[..., Terminal]
Call = Callable[..., subprocess.CompletedProcess[str]]


def surroundings(folder: Path, bytecode: Path) -> dict[str, str]:
    """What the program needs to find itself and what it keeps, and a terminal that can do everything."""
    return {
        "CHATBOT_STORE": str(folder / "interviews.db"),
        "CHATBOT_CONFIG": str(folder / "chatbot.yaml"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(bytecode),
        "PYTHONPATH": str(Path(chatbot.__file__).parents[1]),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


@contextmanager
def terminals(env: Mapping[str, str]) -> Iterator[Open]:
    """Start the program in terminals, which are closed in the end."""
    with ExitStack() as stack:

        def start(
            *arguments: str, columns: int = 100, rows: int = 40, linear: bool = False, **more: str
        ) -> Terminal:
            opened = Terminal(arguments, {**env, **more}, columns, rows, linear=linear)
            stack.callback(opened.close)
            return opened

        yield start


def caller(env: Mapping[str, str]) -> Call:
    """Runs the program without a terminal."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **env},
            timeout=_PATIENCE,
        )

    return run


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what was compiled is kept, so that only the first start of all is slow."""
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture
def env(own_store: Path, bytecode: Path) -> dict[str, str]:
    """What the program needs, with the store of this test."""
    return surroundings(own_store.parent, bytecode)


@pytest.fixture
def terminal(env: dict[str, str]) -> Iterator[Open]:
    """Start the program in a terminal."""
    with terminals(env) as start:
        yield start


@pytest.fixture
def call(env: dict[str, str]) -> Call:
    """Run the program without a terminal."""
    return caller(env)


@pytest.fixture
def sessions(call: Call) -> Callable[[], list[dict[str, object]]]:
    """What is stored, the one changed last comes first."""

    def listed() -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(call("sessions", "--json").stdout)
        return found

    return listed
