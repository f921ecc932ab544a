"""`chatbot export ID` and `chatbot import FILE`: an interview from one machine to another."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run

Hold = Callable[..., str]


@pytest.fixture
def exported(run: Run, hold: Hold) -> bytes:
    """An interview of three answers as it was exported."""
    return run("export", hold("ChangeLink", "4", "1")).stdout


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The store of another machine."""
    return tmp_path / "elsewhere.db"


def sessions(run: Run, store: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("sessions", "--json", "--store", store).out)
    return found


def test_an_export_is_json_lines_and_always_the_same(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    first = run("export", id)
    assert first.code == 0
    assert all(json.loads(line) for line in first.out.splitlines())
    assert run("export", id).stdout == first.stdout


def test_an_export_replaces_a_file_only_when_it_is_told_to(run: Run, hold: Hold, tmp_path: Path) -> None:
    id = hold("ChangeLink")
    file = tmp_path / "interview.jsonl"
    file.write_text("old " * 10_000, encoding="utf-8")
    refused = run("export", id, "-o", file)
    assert refused.code == 1
    assert "--force" in refused.err
    assert file.read_text(encoding="utf-8").startswith("old")
    done = run("export", id, "-o", file, "--force")
    assert done.code == 0
    assert done.out == ""
    assert file.read_bytes() == run("export", id).stdout
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize("name", ["missing/interview.jsonl", "."])
def test_a_file_that_cannot_be_written_is_a_failure_that_names_it(
    run: Run, hold: Hold, tmp_path: Path, name: str
) -> None:
    done = run("export", hold("ChangeLink"), "-o", tmp_path / name)
    assert done.code == 1
    assert str(tmp_path / name) in done.err
    assert "Traceback" not in done.err


def test_what_was_exported_is_taken_in_elsewhere_and_can_be_gone_on_with(
    run: Run, exported: bytes, elsewhere: Path
) -> None:
    done = run("import", "-", "--store", elsewhere, stdin=exported)
    assert done.code == 0
    (one,) = sessions(run, elsewhere)
    assert done.out.split() == [one["id"]]
    assert (one["title"], one["done"]) == ("ChangeLink", 3)
    assert run("interview", "--resume", str(one["id"]), "--store", elsewhere).code == 3
    assert run("export", str(one["id"]), "--store", elsewhere).stdout == exported


def test_an_import_reads_a_file(run: Run, exported: bytes, elsewhere: Path, tmp_path: Path) -> None:
    file = tmp_path / "interview.jsonl"
    file.write_bytes(exported)
    assert run("import", file, "--store", elsewhere).code == 0
    assert len(sessions(run, elsewhere)) == 1


def test_importing_twice_changes_nothing(run: Run, exported: bytes, own_store: Path) -> None:
    before = sessions(run, own_store)
    assert run("import", "-", stdin=exported).code == 0
    assert sessions(run, own_store) == before


def test_a_copy_is_kept_beside_the_interview_that_is_here(run: Run, exported: bytes, own_store: Path) -> None:
    done = run("import", "-", "--as-copy", stdin=exported)
    assert done.code == 0
    assert len(sessions(run, own_store)) == 2


def test_logs_that_went_apart_are_both_left_as_they_are(
    run: Run, exported: bytes, elsewhere: Path, own_store: Path
) -> None:
    run("import", "-", "--store", elsewhere, stdin=exported)
    (one,) = sessions(run, own_store)
    for store, answer in ((own_store, "1"), (elsewhere, "2")):
        run("interview", "--resume", str(one["id"]), "--store", store, stdin=answer)
    theirs = run("export", str(one["id"]), "--store", elsewhere).stdout
    ours = run("export", str(one["id"])).stdout
    done = run("import", "-", stdin=theirs)
    assert done.code == 1
    assert "--as-copy" in done.err
    assert run("export", str(one["id"])).stdout == ours


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: b"",
        lambda text: b"not an export\n",
        lambda text: text[: len(text) // 2],
        lambda text: b"".join(text.splitlines(keepends=True)[:-1]),
        lambda text: text.replace(b"ChangeLink", b"ChangeLonk"),
        lambda text: text.replace(b'"version":1', b'"version":99'),
        lambda text: text + text,
        lambda text: b"\x00\xff" * 1000,
        lambda text: b"".join(reversed(text.splitlines(keepends=True))),
    ],
    ids=["empty", "other", "half", "no end", "edited", "newer", "doubled", "bytes", "reordered"],
)
def test_a_file_that_is_not_as_it_was_exported_is_refused_and_nothing_of_it_is_stored(
    run: Run, exported: bytes, elsewhere: Path, damage: Callable[[bytes], bytes]
) -> None:
    done = run("import", "-", "--store", elsewhere, stdin=damage(exported))
    assert done.code == 1
    assert done.out == ""
    assert "standard input" in done.err
    assert sessions(run, elsewhere) == []


def test_a_file_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "missing.jsonl")
    assert done.code == 2
    assert "missing.jsonl" in done.err


def test_of_a_damaged_interview_what_comes_before_the_damage_is_written(
    run: Run, hold: Hold, own_store: Path, elsewhere: Path
) -> None:
    id = hold("ChangeLink", "4", "1")
    with sqlite3.connect(own_store) as db:
        db.execute("UPDATE event SET body = x'7b' WHERE interview = ? AND seq = 4", (id,))
    db.close()
    done = run("export", id)
    assert done.code == 1
    assert str(own_store) in done.err
    assert run("import", "-", "--store", elsewhere, stdin=done.stdout).code == 0
    (one,) = sessions(run, elsewhere)
    assert one["done"] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links work otherwise there")
def test_a_file_that_is_replaced_stays_as_private_as_it_was(run: Run, hold: Hold, tmp_path: Path) -> None:
    file = tmp_path / "interview.jsonl"
    file.touch(mode=0o600)
    link = tmp_path / "link.jsonl"
    link.symlink_to(file)
    assert run("export", hold("ChangeLink"), "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.stat().st_size


def test_joining_what_two_places_said_differently_says_which_counts_and_how_to_decide(
    run: Run, hold: Hold, elsewhere: Path, tmp_path: Path
) -> None:
    id = hold("ChangeLink")
    log = tmp_path / "log.jsonl"
    log.write_bytes(run("export", id).stdout)
    run("import", log, "--store", elsewhere)
    run("interview", "--plain", "--resume", id, stdin="1\n")
    run("interview", "--plain", "--resume", id, "--store", elsewhere, stdin="4\n")
    log.write_bytes(run("export", id, "--store", elsewhere).stdout)
    refused = run("import", log)
    assert refused.code == 1 and "--join" in refused.err
    done = run("import", "--join", log)
    assert done.code == 0 and done.out.strip() == id
    assert "ambition" in done.err and f"interview --resume {id}" in done.err
    run("interview", "--plain", "--resume", id, stdin="back\n5\nyes\n")
    assert json.loads(run("report", id, "--format", "json").out)["assessment"]["ambition"] == "process"


def test_joining_a_session_names_the_command_in_which_somebody_decides(
    run: Run, own_store: Path, elsewhere: Path, tmp_path: Path
) -> None:
    run("facilitate", "quick", "--plain", stdin="join Ada, IT\nopen ambition\n")
    (one,) = sessions(run, own_store)
    log, id = tmp_path / "log.jsonl", str(one["id"])
    log.write_bytes(run("export", id).stdout)
    run("import", log, "--store", elsewhere)
    run("facilitate", "--plain", "--resume", id, stdin="agree 1\n")
    run("facilitate", "--plain", "--resume", id, "--store", elsewhere, stdin="agree 2\n")
    log.write_bytes(run("export", id, "--store", elsewhere).stdout)
    done = run("import", "--join", log)
    assert done.code == 0 and f"facilitate --resume {id}" in done.err
