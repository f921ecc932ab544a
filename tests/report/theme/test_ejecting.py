"""Our theme written out as a start: whole or not at all, and over nothing unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.errors import ChatbotError
from chatbot.report.theme.ejecting import README, eject, ejectable
from chatbot.report.theme.ours import FOLDER, our_theme
from chatbot.report.theme.reading import load_theme


def listing(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_what_is_written_is_our_theme(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    written = eject(folder)
    assert {path.name for path in written} == set(ejectable()) == listing(folder)
    for path in written:
        assert path.read_bytes() == (FOLDER / path.name).read_bytes()
    ours, theirs = our_theme(), load_theme(folder)
    assert (theirs.colours, theirs.texts, theirs.outline, theirs.files) == (
        ours.colours,
        ours.texts,
        ours.outline,
        ours.files,
    )


def test_every_file_that_is_written_is_explained() -> None:
    explained = (FOLDER / README).read_text()
    assert [name for name in ejectable() if name != README and f"`{name}`" not in explained] == []


def test_nothing_is_replaced_unless_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("paper: letter\n")
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ChatbotError):
        eject(tmp_path)
    assert listing(tmp_path) == {"theme.yaml", "mine.txt"}
    eject(tmp_path, force=True)
    assert (tmp_path / "theme.yaml").read_bytes() == (FOLDER / "theme.yaml").read_bytes()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert listing(tmp_path) == {*ejectable(), "mine.txt"}


def test_a_folder_in_the_way_is_left_alone_even_then(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").mkdir()
    with pytest.raises(ChatbotError):
        eject(tmp_path, force=True)
    assert listing(tmp_path) == {"theme.yaml"}


def test_if_it_fails_half_way_everything_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / README).write_text("mine")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name == "new" and self.name == "report.md.j2":
            raise OSError(28, "no room is left")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(ChatbotError):
        eject(kept, force=True)
    assert listing(kept) == {README}
    assert (kept / README).read_text() == "mine"
    with pytest.raises(ChatbotError):
        eject(tmp_path / "new" / "one")
    assert listing(tmp_path) == {"kept", f"kept/{README}"}


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for named in (tmp_path / "file", tmp_path / "file" / "inside", Path("\0")):
        with pytest.raises(ChatbotError):
            eject(named)
