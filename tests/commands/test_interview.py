"""`chatbot interview`: what it is held with, where it is kept, and what each bad input gets."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatbot.sources.shipped import dialogs_folder, knowledge_folder
from tests.commands.conftest import Done, Run

Hold = Callable[..., str]


@pytest.fixture
def own_dialog(tmp_path: Path) -> Path:
    """A copy of a shipped dialog that somebody may change."""
    path = tmp_path / "quick.yaml"
    path.write_bytes((dialogs_folder() / "quick.yaml").read_bytes())
    return path


def is_one_clear_message(done: Done) -> bool:
    """One message that says what to do next, and nothing of our own insides."""
    return (
        done.err.count("chatbot: ") == 1 and "Traceback" not in done.err and len(done.err.splitlines()) >= 2
    )


def test_where_to_go_on_is_said_with_everything_that_is_needed(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "my interviews.db"
    done = run("interview", "quick", "--plain", "--store", store, stdin="ChangeLink\n")
    assert done.code == 3
    id = json.loads(run("sessions", "--json", "--store", store).out)[0]["id"]
    assert f"chatbot interview --plain --resume {id} --store '{store}'" in done.err


def test_an_interview_is_gone_on_with_by_the_beginning_of_its_id(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    done = run("interview", "--resume", id[:4], stdin="4\n")
    assert done.code == 3
    assert json.loads(run("sessions", "--json").out)[0]["done"] == 2


def test_all_answers_in_a_pipe_finish_the_interview(run: Run) -> None:
    done = run("interview", "quick", stdin="I don't know\n" * 12)
    assert done.code == 0
    assert json.loads(run("sessions", "--json").out)[0]["state"] == "finished"


def test_a_pipe_always_begins_a_new_interview(run: Run, hold: Hold) -> None:
    first = hold("ChangeLink")
    assert hold("Other") != first


def test_a_terminal_is_offered_what_is_unfinished(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    hold("ChangeLink")
    done = run("interview", stdin="1\n4\n", terminal=True)
    assert done.code == 3
    (one,) = json.loads(run("sessions", "--json").out)
    assert one["done"] == 2


@pytest.mark.parametrize("typed", ["\n", "2\n", "new\n", "nonsense\n\n"])
def test_a_terminal_may_begin_a_new_one_all_the_same(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    hold("ChangeLink")
    run("interview", "quick", stdin=f"{typed}Other\n", terminal=True)
    assert {one["title"] for one in json.loads(run("sessions", "--json").out)} == {"Other", "ChangeLink"}


def test_a_dialog_that_is_asked_for_is_not_mixed_up_with_others(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    hold("ChangeLink")
    run("interview", "readiness", stdin="Other\n", terminal=True)
    assert {one["dialog"] for one in json.loads(run("sessions", "--json").out)} == {"quick", "readiness"}


def test_an_unknown_dialog_is_wrong_usage_and_names_the_nearest(run: Run, own_store: Path) -> None:
    done = run("interview", "quik")
    assert done.code == 2
    assert '"quick"' in done.err
    assert is_one_clear_message(done)
    assert not own_store.exists()


@pytest.mark.parametrize("arguments", [["quick"], ["--knowledge", "somewhere"]])
def test_going_on_takes_what_the_interview_was_begun_with(run: Run, hold: Hold, arguments: list[str]) -> None:
    done = run("interview", "--resume", hold("ChangeLink"), *arguments)
    assert done.code == 2
    assert is_one_clear_message(done)


def test_a_dialog_of_ones_own_is_held_from_its_path(run: Run, own_dialog: Path) -> None:
    done = run("interview", own_dialog, stdin="ChangeLink\n")
    assert done.code == 3
    assert json.loads(run("sessions", "--json").out)[0]["done"] == 1


def test_a_knowledge_base_of_ones_own_is_used(run: Run, tmp_path: Path) -> None:
    shutil.copytree(knowledge_folder(), tmp_path / "knowledge")
    assert run("interview", "quick", "--knowledge", tmp_path / "knowledge", stdin="A\n").code == 3
    done = run("interview", "quick", "--knowledge", tmp_path / "missing")
    assert done.code == 2
    assert is_one_clear_message(done)


@pytest.mark.parametrize(
    ("broken", "code"),
    [("ask: ", "S"), ("kind: choice", "D"), ("initiative.ambition: dependency", "F")],
)
def test_a_broken_dialog_is_refused_with_the_place_of_every_problem(
    run: Run, own_dialog: Path, own_store: Path, broken: str, code: str
) -> None:
    text = own_dialog.read_text(encoding="utf-8")
    own_dialog.write_text(text.replace(broken, broken.replace("a", "x", 1) + "x", 1), encoding="utf-8")
    done = run("interview", own_dialog)
    assert done.code == 1
    assert "quick.yaml:" in done.err
    assert "Traceback" not in done.err
    assert not own_store.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"just words", b"dialog: [", b"a: &x [*x, *x]\n", b"x" * 2_000_000]
)
def test_a_file_that_is_no_dialog_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(content)
    done = run("interview", path)
    assert done.code == 1
    assert "own.yaml:" in done.err
    assert "Traceback" not in done.err


class TestBadStores:
    """A store that cannot be used is left as it is, and says what to do."""

    CALLS = (["interview", "quick"], ["sessions"], ["export", "abc"], ["delete", "abc", "--yes"])

    @pytest.fixture
    def not_ours(self, own_store: Path) -> Path:
        own_store.write_text("dear diary", encoding="utf-8")
        return own_store

    @pytest.fixture
    def of_another_program(self, own_store: Path) -> Path:
        with sqlite3.connect(own_store) as db:
            db.execute("CREATE TABLE diary (words)")
        db.close()
        return own_store

    @pytest.fixture
    def newer(self, own_store: Path, hold: Hold) -> Path:
        hold("ChangeLink")
        with sqlite3.connect(own_store) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
        return own_store

    @pytest.fixture
    def cut_off(self, own_store: Path, hold: Hold) -> Path:
        hold("ChangeLink")
        own_store.write_bytes(own_store.read_bytes()[:4096])
        return own_store

    @pytest.fixture
    def folder(self, own_store: Path) -> Path:
        own_store.mkdir()
        return own_store

    @pytest.mark.parametrize("kind", ["not_ours", "of_another_program", "newer", "cut_off", "folder"])
    @pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
    def test_every_command_says_what_is_wrong_where_and_what_to_do(
        self, run: Run, request: pytest.FixtureRequest, kind: str, call: list[str]
    ) -> None:
        store: Path = request.getfixturevalue(kind)
        before = store.read_bytes() if store.is_file() else b""
        done = run(*call)
        assert done.code == 1
        assert done.out == ""
        assert str(store) in done.err
        assert is_one_clear_message(done)
        assert (store.read_bytes() if store.is_file() else b"") == before

    def test_a_store_below_a_file_cannot_be_made(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        done = run("interview", "quick", "--store", tmp_path / "file" / "interviews.db")
        assert done.code == 1
        assert is_one_clear_message(done)


@pytest.fixture
def as_nobody(own_store: Path) -> Iterator[Path]:
    """A store that everybody may read and nobody may write, as somebody else sees it."""
    folder = Path(tempfile.mkdtemp(prefix="chatbot-test-"))
    shutil.copy(own_store, folder / "interviews.db")
    (folder / "interviews.db").chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:  # who may write anything, so this is tried as somebody else
        os.seteuid(65534)
        if not os.access(dialogs_folder() / "quick.yaml", os.R_OK, effective_ids=True):
            os.seteuid(0)
            pytest.skip("somebody else cannot read the folder that this checkout is in")
    yield folder / "interviews.db"
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions work otherwise here")
class TestReadOnly:
    """A store that can be read and not written."""

    @pytest.fixture(autouse=True)
    def held(self, hold: Hold) -> str:
        return hold("ChangeLink")

    def test_it_is_listed_and_exported(self, held: str, run: Run, as_nobody: Path) -> None:
        assert held in run("sessions", "--store", as_nobody).out
        assert run("export", held, "--store", as_nobody).code == 0

    @pytest.mark.parametrize(
        "call", [["interview", "quick"], ["delete", "ID", "--yes"]], ids=lambda call: call[0]
    )
    def test_what_would_write_says_what_to_do(
        self, held: str, run: Run, as_nobody: Path, call: list[str]
    ) -> None:
        done = run(*(held if word == "ID" else word for word in call), "--store", as_nobody)
        assert done.code == 1
        assert str(as_nobody) in done.err
        assert "Traceback" not in done.err

    def test_going_on_keeps_what_was_typed_on_the_screen(self, held: str, run: Run, as_nobody: Path) -> None:
        done = run("interview", "--resume", held, "--store", as_nobody, stdin="4\n")
        assert done.code == 3
        assert str(as_nobody) in done.out


def test_on_a_full_disk_what_was_typed_is_handed_back_and_what_was_recorded_is_kept(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch, own_store: Path
) -> None:
    from chatbot.interview.sqlite_store import SqliteStore
    from chatbot.interview.store import StoreFull

    def full(*_: object) -> None:
        raise StoreFull(own_store)

    id = hold("ChangeLink")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteStore, "append", full)
        done = run("interview", "--resume", id, stdin="4\n")
    assert done.code == 3
    assert "Not recorded: 4" in done.out
    assert json.loads(run("sessions", "--json").out)[0]["done"] == 1


def test_an_interview_that_was_deleted_meanwhile_is_not_said_to_be_saved(
    run: Run, hold: Hold, own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chatbot.plain.channel import Channel, Typed

    id = hold("ChangeLink")
    lines = iter([Typed("4"), None])

    def ask(_: Channel) -> Typed | None:
        with sqlite3.connect(own_store) as db:
            db.execute("DELETE FROM event")
        db.close()
        return next(lines)

    monkeypatch.setattr(Channel, "ask", ask)
    done = run("interview", "--resume", id)
    assert done.code == 1
    assert "Saved" not in done.err


def test_ctrl_c_ends_the_conversation_and_says_that_it_is_saved(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chatbot.plain.channel import Channel

    def interrupt(_: Channel) -> None:
        raise KeyboardInterrupt

    id = hold("ChangeLink")
    monkeypatch.setattr(Channel, "ask", interrupt)
    done = run("interview", "--resume", id)
    assert done.code == 3
    assert f"--resume {id}" in done.err


def test_beginning_again_keeps_the_first_interview_and_goes_on_in_a_new_one(run: Run) -> None:
    done = run("interview", "quick", stdin="ChangeLink\nrestart\nyes\nOther\n")
    assert done.code == 3
    assert {one["title"] for one in json.loads(run("sessions", "--json").out)} == {"Other", "ChangeLink"}
