"""Writing a setting: the rest of the file stays, and nothing is ever half written."""

from __future__ import annotations

import os
import sys

import pytest

from chatbot.settings.reading import load_settings
from chatbot.settings.settings import Names
from chatbot.settings.writing import NotSaved, save_theme

NAMES = Names(themes=("dark", "light"), keys={"why": ("f3",)}, fixed={})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "theme: light\n"),
        ("# mine\nkeys:\n  why: f5", "# mine\nkeys:\n  why: f5\ntheme: light\n"),
        (
            "theme: dark # at night\r\nreduced_motion: true\r\n",
            "theme: light # at night\r\nreduced_motion: true\r\n",
        ),
        ("---\nreduced_motion: true\n", "---\nreduced_motion: true\ntheme: light\n"),
    ],
)
def test_only_the_theme_changes(tmp_path, before, after):
    path = tmp_path / "new" / "chatbot.yaml"
    if before is not None:
        path.parent.mkdir()
        path.write_bytes(before.encode())
    save_theme(path, "light", NAMES)
    assert path.read_bytes().decode() == after
    assert load_settings(path, NAMES).settings.theme == "light"
    assert [one.name for one in path.parent.iterdir()] == ["chatbot.yaml"]


@pytest.mark.parametrize("before", ["keys: 'why\n", "{theme: dark}\n", "color: red\n", '"theme": dark\n'])
def test_a_file_with_something_wrong_in_it_is_left_alone(tmp_path, before):
    path = tmp_path / "chatbot.yaml"
    path.write_text(before)
    with pytest.raises(NotSaved):
        save_theme(path, "light", NAMES)
    assert path.read_text() == before


def test_a_failure_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "chatbot.yaml"
    path.write_text("theme: dark\n")

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(NotSaved):
        save_theme(path, "light", NAMES)
    assert path.read_text() == "theme: dark\n"
    assert [one.name for one in tmp_path.iterdir()] == ["chatbot.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_what_is_no_file_is_never_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(NotSaved):
            save_theme(path, "light", NAMES)
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own on Windows")
def test_a_link_stays_a_link_and_rights_stay(tmp_path):
    kept, path = tmp_path / "kept.yaml", tmp_path / "chatbot.yaml"
    kept.write_text("theme: dark\n")
    kept.chmod(0o640)
    path.symlink_to(kept)
    save_theme(path, "light", NAMES)
    assert path.is_symlink()
    assert kept.read_text() == "theme: light\n"
    assert kept.stat().st_mode & 0o777 == 0o640
