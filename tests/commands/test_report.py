"""`chatbot report`: the report of an interview as a file or on standard output."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.interview.sqlite_store import open_store
from tests.commands.conftest import Run

Hold = Callable[..., str]
DO_NOT_KNOW = ["I don't know"] * 12


@pytest.fixture
def finished(hold: Hold) -> str:
    """The id of a finished interview."""
    return hold("ChangeLink", *DO_NOT_KNOW, "finish")


def test_without_a_file_the_report_is_markdown_on_standard_output(run: Run, finished: str) -> None:
    done = run("report", finished)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# ")
    assert finished in done.out


def test_the_ending_of_the_file_says_the_format(run: Run, finished: str, tmp_path: Path) -> None:
    for name in ("advice.md", "advice.json"):
        done = run("report", finished, "-o", tmp_path / name)
        assert (done.code, done.out) == (0, "")
        assert str(tmp_path / name) in done.err
    assert (tmp_path / "advice.md").read_bytes() == run("report", finished).stdout
    assert json.loads((tmp_path / "advice.json").read_bytes())["provenance"]["interview"] == finished


def test_the_format_can_be_named(run: Run, finished: str, tmp_path: Path) -> None:
    assert json.loads(run("report", finished, "--format", "json").out)["version"] == 1
    run("report", finished, "-o", tmp_path / "advice.txt", "--format", "md")
    assert (tmp_path / "advice.txt").read_bytes() == run("report", finished).stdout


@pytest.mark.parametrize("ending", ["pdf", "html", "docx", "xlsx"])
def test_other_formats_are_wrong_usage_and_write_nothing(
    run: Run, finished: str, tmp_path: Path, ending: str
) -> None:
    done = run("report", finished, "-o", tmp_path / f"advice.{ending}")
    assert done.code == 2
    assert ".md" in done.err
    assert not (tmp_path / f"advice.{ending}").exists()


def test_a_report_made_twice_is_equal_byte_for_byte(run: Run, finished: str) -> None:
    for form in ("md", "json"):
        first, second = (run("report", finished, "--format", form).stdout for _ in range(2))
        assert first == second


def test_a_file_that_exists_is_replaced_only_by_force(run: Run, finished: str, tmp_path: Path) -> None:
    path = tmp_path / "advice.md"
    path.write_text("mine", "utf-8")
    done = run("report", finished, "-o", path)
    assert done.code == 1
    assert "--force" in done.err
    assert path.read_text("utf-8") == "mine"
    assert run("report", finished, "-o", path, "--force").code == 0
    assert path.read_bytes() == run("report", finished).stdout


def test_a_folder_that_is_missing_is_an_error_with_its_place(run: Run, finished: str, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "advice.md"
    done = run("report", finished, "-o", path)
    assert done.code == 1
    assert str(path) in done.err
    assert not path.parent.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is full")
def test_a_full_disk_is_an_error_without_a_traceback(run: Run, finished: str) -> None:
    done = run("report", finished, "-o", "/dev/full", "--format", "md")
    assert done.code == 1
    assert "Traceback" not in done.err


def test_a_failure_while_writing_leaves_no_file_and_no_part_of_one(
    run: Run, finished: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", fail)
    done = run("report", finished, "-o", folder / "advice.md")
    assert done.code == 1
    assert list(folder.iterdir()) == []


def test_the_beginning_of_an_id_is_enough_while_it_is_the_only_one(run: Run, finished: str) -> None:
    assert run("report", finished[:4]).stdout == run("report", finished).stdout


def test_an_ambiguous_id_names_the_interviews_that_it_could_mean(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ["k3x7aaaa", "k3x7bbbb"]
    following = iter(ids)
    monkeypatch.setattr("chatbot.interview.interview.new_interview_id", lambda: next(following))
    assert [hold("One"), hold("Two")] == ids
    done = run("report", "k3x7")
    assert (done.code, done.out) == (1, "")
    assert all(id in done.err for id in ids)


def test_an_id_that_nothing_has_is_an_error(run: Run, finished: str) -> None:
    done = run("report", "nothing-has-this")
    assert (done.code, done.out) == (1, "")
    assert "nothing-has-this" in done.err


def test_before_the_first_interview_no_store_is_made(run: Run, own_store: Path) -> None:
    assert run("report", "any").code == 1
    assert not own_store.exists()


def test_an_unfinished_interview_has_a_report_that_says_so(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    assert json.loads(run("report", id, "--format", "json").out)["progress"] == "unfinished"


def test_the_report_is_made_with_what_the_interview_was_held_with(
    run: Run, finished: str, own_store: Path
) -> None:
    store = open_store(own_store, create=False)
    pinned = set(store.pins(store.resolve(finished)))
    store.close()
    provenance = json.loads(run("report", finished, "--format", "json").out)["provenance"]
    assert {provenance["dialog"]["hash"], provenance["framework"]["hash"]} == pinned


def test_the_schema_of_the_json_is_printed_without_an_interview(run: Run) -> None:
    done = run("report", "--schema")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["$id"]


def test_the_answers_are_written_as_csv_by_the_ending(run: Run, finished: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    assert run("report", finished, "-o", path).code == 0
    assert path.read_bytes() == run("report", finished, "--format", "csv").stdout
    assert "ChangeLink" in path.read_text(encoding="utf-8-sig")
