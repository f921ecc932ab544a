"""Calling the program in this process, as `python -m chatbot` would be called."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from chatbot.cli import main


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    code: int
    stdout: bytes
    err: str

    @property
    def out(self) -> str:
        """What it wrote, as text."""
        return self.stdout.decode()


class _End(io.BytesIO):
    """One end of a pipe, or of a terminal."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(content)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program with these arguments; `terminal` lets it believe that somebody sits there."""

    def call(
        *arguments: str | Path, stdin: str | bytes = b"", terminal: bool = False, encoding: str = "utf-8"
    ) -> Done:
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = _End(terminal=terminal), _End(terminal=terminal)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(_End(typed, terminal=terminal), "utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8", write_through=True))
            code = main([str(argument) for argument in arguments])
            sys.stdout.flush()
            return Done(code, out.getvalue(), err.getvalue().decode())

    return call


@pytest.fixture
def hold(run: Run) -> Callable[..., str]:
    """Hold an interview in the linear mode and give its id."""

    def held(*lines: str, dialog: str = "quick") -> str:
        before = {one["id"] for one in _sessions(run)}
        run("interview", dialog, "--plain", stdin="".join(f"{line}\n" for line in lines))
        (new,) = {one["id"] for one in _sessions(run)} - before
        return str(new)

    return held


def _sessions(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("sessions", "--json").out)
    return found
