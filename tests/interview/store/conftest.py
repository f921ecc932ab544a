"""Interviews to store: events with ids that follow from their place, and what they were held with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

import chatbot
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Answered, Event, EventId, InterviewId, Started, What
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.sqlite_store import SqliteStore, open_store
from chatbot.interview.store import Store
from chatbot.sources.bundle import Bundle

DIALOG = Bundle("dialog", (("quick.yaml", "dialog: quick\n"),))
KNOWLEDGE = Bundle("knowledge", (("about.yaml", "title: Five “models”\n"),))


class Interviews:
    """Makes events and interviews; the same arguments give the same ones."""

    pins = {DIALOG.hash: DIALOG.to_json(), KNOWLEDGE.hash: KNOWLEDGE.to_json()}  # noqa: RUF012 - never changed

    def event(self, seq: int, what: What, of: str = "aaaa", at: str = "") -> Event:
        return Event(
            id=EventId(f"{of}-e{seq}"),
            seq=seq,
            at=at or f"2026-03-01T10:{seq // 60 % 60:02}:{seq % 60:02}+01:00",
            who="participant",
            what=what,
        )

    def started(self, of: str = "aaaa", dialog: Bundle = DIALOG, at: str = "") -> Event:
        what = Started(
            dialog="quick",
            dialog_hash=dialog.hash,
            framework="five",
            framework_hash=KNOWLEDGE.hash,
            program="1.0",
        )
        return self.event(1, what, of, at)

    def answered(self, seq: int, words: str = "yes", of: str = "aaaa") -> Event:
        return self.event(seq, Answered(question=QuestionId("q"), text=words, words=words), of)

    def fill(self, store: Store, of: str = "aaaa", events: int = 3, words: str = "yes") -> InterviewId:
        """An interview with as many events, the first of them `started`."""
        interview = InterviewId(of)
        store.create(interview, self.started(of), self.pins)
        for seq in range(2, events + 1):
            store.append(interview, self.answered(seq, f"{words} {seq}", of))
        return interview


@pytest.fixture(scope="session")
def make() -> Interviews:
    return Interviews()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "interviews.db"


@pytest.fixture
def open_at(path: Path) -> Iterator[Callable[..., SqliteStore]]:
    """Opens the store at `path`; the test need not close it."""
    with ExitStack() as stack:

        def opened(at: Path = path, *, create: bool = True, patience: float = 0.0) -> SqliteStore:
            store = open_store(at, create=create, patience=patience)
            stack.callback(store.close)
            return store

        yield opened


@pytest.fixture(params=["sqlite", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db", create=True)
    yield made
    made.close()


@pytest.fixture
def run_python() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts another Python with the program importable; it is ended with the test."""
    with ExitStack() as stack:

        def start(code: str, *arguments: object) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-c", code, *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(Path(chatbot.__file__).parents[1])},
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        yield start


@contextmanager
def _as_nobody() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)  # root may write anything, so permissions are tried as somebody else
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def unprivileged() -> Callable[[], AbstractContextManager[None]]:
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions work otherwise here")
    return _as_nobody


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="chatbot-test-"))
    folder.chmod(0o755)
    yield folder
    for place in (folder, *folder.rglob("*")):
        if place.is_dir():
            place.chmod(0o755)
    shutil.rmtree(folder)
