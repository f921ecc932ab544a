"""Where the store lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from chatbot.interview.places import store_path


def test_the_option_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_STORE", "/elsewhere/a.db")
    assert store_path(Path("b.db")) == Path("b.db")


def test_the_variable_wins_over_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_STORE", "/elsewhere/a.db")
    assert store_path() == Path("/elsewhere/a.db")


@pytest.mark.parametrize("value", ["", None])
def test_without_either_it_is_in_the_users_data_folder(
    value: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHATBOT_STORE", raising=False)
    if value is not None:
        monkeypatch.setenv("CHATBOT_STORE", value)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = store_path()
    assert found.name == "interviews.db"
    assert found.parent.name == "chatbot"
    if sys.platform == "linux":
        assert found.parent.parent == tmp_path


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("CHATBOT_STORE", "~/a.db")
    assert store_path() == tmp_path / "a.db"
    assert store_path(Path("~/b.db")) == tmp_path / "b.db"


def test_a_tilde_of_nobody_is_an_ordinary_name() -> None:
    assert store_path(Path("~no such user/a.db")) == Path("~no such user/a.db")


def test_asking_creates_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHATBOT_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store_path()
    assert list(tmp_path.iterdir()) == []
