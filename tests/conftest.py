"""What every test may rely on: a store and a cache of its own, and the shipped dialogs and knowledge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from chatbot.interview.events import EventId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

settings.register_profile("chatbot", deadline=None)  # no test depends on time
settings.load_profile("chatbot")

Begin = Callable[..., Interview]


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Scripts are compiled once for the whole run, away from the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHATBOT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's own interviews and settings are out of reach of every test."""
    path = tmp_path / "interviews.db"
    monkeypatch.setenv("CHATBOT_STORE", str(path))
    monkeypatch.setenv("CHATBOT_CONFIG", str(tmp_path / "chatbot.yaml"))
    for name in ("NO_COLOR", "COLORFGBG", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    return path


@pytest.fixture(scope="session")
def knowledge() -> Bundle:
    """The shipped knowledge."""
    return knowledge_bundle()


@pytest.fixture(scope="session")
def begin(knowledge: Bundle) -> Begin:
    """Start an interview in memory, with a fixed clock and ids that count up."""

    def start(dialog: str = "readiness") -> Interview:
        numbers = count(1)
        return Interview.begin(
            MemoryStore(),
            dialog_bundle(dialog),
            knowledge,
            clock=lambda: datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
            new_id=lambda: EventId(f"event-{next(numbers)}"),
        )

    return start
