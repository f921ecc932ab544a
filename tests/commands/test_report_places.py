"""Where `chatbot report` and `chatbot sample` write: what is no place for a file is said, and left alone."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.commands.exporting import ReportExport
from chatbot.errors import ChatbotError
from tests.commands.conftest import Run


@pytest.fixture
def finished(hold: Callable[..., str]) -> str:
    """The id of a finished interview."""
    return hold("ChangeLink", *["I don't know"] * 12, "finish")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have pipes with a name")
def test_a_pipe_gets_what_standard_output_gets_and_nothing_appears_beside_it(
    run: Run, finished: str, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    done = run("report", finished, "--format", "md", "-o", pipe)
    reader.join(30)
    assert done.code == 0
    assert read == [run("report", finished).stdout]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".svg"] == []
    with pytest.raises(ChatbotError):
        ReportExport(["report", finished], pipe)


@pytest.mark.parametrize("command", ["report", "sample"])
@pytest.mark.parametrize(
    "named", ["~nobody-has-this-name/x.md", f"{'x' * 240}.md", f"{'x' * 3000}.md", "x\0.md"]
)
def test_a_name_that_is_none_is_an_error_about_that_name(
    run: Run, finished: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    done = run(command, *([finished] if command == "report" else []), "-o", named)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert ".svg" not in done.err
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("command", ["report", "sample"])
def test_a_folder_is_said_to_be_one(run: Run, finished: str, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    done = run(command, *([finished] if command == "report" else []), "-o", folder, "--format", "pdf")
    assert done.code == 1
    assert "folder" in done.err and "exists" not in done.err
    assert str(folder) in done.err
