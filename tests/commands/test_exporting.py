"""Reports made by a process of their own: the real one."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatbot.chat.reporting import InTheWay, Stage, Standing
from chatbot.commands.chatting import _Reports
from chatbot.commands.exporting import ReportExport
from chatbot.commands.opening import interviews_at
from chatbot.commands.showing import program_for
from chatbot.errors import ChatbotError
from chatbot.interview.interview import Interview
from chatbot.report.formats import Format
from chatbot.report.making import Wish
from chatbot.report.sections.audience import Audience
from tests.commands.conftest import Done

_PATIENCE = 60.0


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where reports are while they are made."""
    import tempfile

    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for reports, with a name that a shell would not like."""
    folder = tmp_path / "Berichte für 'Ä $(x)'"
    folder.mkdir()
    return folder


Exports = Callable[..., ReportExport]


@pytest.fixture
def export(hold: Callable[..., str], own_store: Path, scratch: Path) -> Iterator[Exports]:
    """Begin a report of an interview."""
    id = hold("ChangeLink")
    begun: list[ReportExport] = []

    def begin(path: Path, form: Format = Format.HTML, **wished: object) -> ReportExport:
        with interviews_at(own_store) as store:
            interview = Interview.resume(store, store.resolve(id))
            wish = Wish(form=form, **wished)  # type: ignore[arg-type]  # a test's own words
            begun.append(_Reports(None).begin(interview, wish, None, path))
        return begun[-1]

    yield begin
    for one in begun:
        one.cancel()
    assert list(scratch.iterdir()) == []


def ended(export: ReportExport) -> Standing:
    """How it stands when it is done."""
    end = time.monotonic() + _PATIENCE
    while (standing := export.standing()).stage is Stage.RUNNING:
        assert time.monotonic() < end
        time.sleep(0.02)
    return standing


def test_a_report_is_made_and_nothing_is_in_its_place_before_it_is_put(export: Exports, place: Path) -> None:
    path = place / "Rat & Tat.html"
    made = export(path)
    assert ended(made).stage is Stage.READY
    assert list(place.iterdir()) == []
    assert made.put(over=()) == path
    assert b"ChangeLink" in path.read_bytes()
    made.cancel()
    assert [one.name for one in place.iterdir()] == [path.name]


def test_it_is_the_same_file_as_the_command_makes_with_every_wish_in_it(
    export: Exports, place: Path, tmp_path: Path, run: Callable[..., Done]
) -> None:
    made = export(place / "a.html", audience=Audience.BOARD, transcript=False, redact=True)
    assert ended(made).stage is Stage.READY
    (one,) = json.loads(run("sessions", "--json").out)
    other = tmp_path / "a.html"
    run("report", one["id"], "--for", "board", "--without-transcript", "--redact", "-o", other)
    assert made.put(over=()).read_bytes() == other.read_bytes()


def test_a_stop_leaves_no_process_and_no_file(export: Exports, place: Path, scratch: Path) -> None:
    made = export(place / "a.html")
    made.cancel()
    assert made._process.poll() is not None
    assert list(place.iterdir()) == []
    assert list(scratch.iterdir()) == []
    made.cancel()


def test_a_folder_that_is_not_there_is_said_at_once(export: Exports, place: Path, scratch: Path) -> None:
    with pytest.raises(ChatbotError):
        export(place / "none" / "a.html")
    assert list(scratch.iterdir()) == []


def test_a_file_in_the_way_is_left_until_somebody_says_that_it_may_go(export: Exports, place: Path) -> None:
    path = place / "a.html"
    made = export(path)
    ended(made)
    path.write_text("mine")
    path.chmod(0o600)
    with pytest.raises(InTheWay) as found:
        made.put(over=())
    assert found.value.paths == (path,)
    assert path.read_text() == "mine"
    made.put(over=found.value.paths)
    assert b"ChangeLink" in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_picture_in_the_way_keeps_all_of_it_back(export: Exports, place: Path) -> None:
    path = place / "a.md"
    first = export(path, Format.MARKDOWN)
    ended(first)
    first.put(over=())
    pictures = [one for one in place.iterdir() if one != path]
    assert pictures
    path.unlink()
    pictures[0].write_text("mine")
    second = export(path, Format.MARKDOWN)
    ended(second)
    with pytest.raises(InTheWay) as found:
        second.put(over=[path])
    assert set(found.value.paths) == set(pictures)
    assert not path.exists()
    second.put(over=found.value.paths)
    assert path.exists()
    assert pictures[0].read_text("utf-8") != "mine"


def test_a_package_that_is_missing_is_said_with_the_line_to_run(
    export: Exports, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = tmp_path / "without"
    without.mkdir()
    (without / "typst.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'typst'\", name='typst')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(without))
    monkeypatch.setenv("CHATBOT_DEBUG", "1")
    standing = ended(export(place / "a.pdf", Format.PDF))
    assert standing.stage is Stage.FAILED
    assert "install" in standing.says
    assert "typst" in standing.says
    assert "Traceback" not in standing.says
    assert not standing.says.startswith("chatbot:")
    assert list(place.iterdir()) == []


def test_a_report_that_cannot_be_made_says_what_the_program_said(
    export: Exports, place: Path, own_store: Path
) -> None:
    made = export(place / "a.html")
    made.cancel()
    own_store.write_bytes(b"no database")
    failed = ReportExport(["report", "nothing", "--steps", "--format", "html"], place / "a.html")
    standing = ended(failed)
    failed.cancel()
    assert standing.stage is Stage.FAILED
    assert standing.says
    assert "\n> " not in standing.says
    assert list(place.iterdir()) == []


def test_a_process_that_was_ended_from_outside_is_said(export: Exports, place: Path) -> None:
    made = export(place / "a.html")
    made._process.kill()
    made._process.wait()
    standing = ended(made)
    assert standing.stage is Stage.FAILED
    assert standing.says


@pytest.mark.skipif(sys.platform == "win32", reason="there it is another program")
def test_nothing_is_opened_where_nobody_would_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert program_for({"DISPLAY": ":0"}, "linux") == "/bin/xdg-open"
    assert program_for({}, "linux") == ""
    assert program_for({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, "linux") == ""
    assert program_for({}, "darwin") == "/bin/open"
