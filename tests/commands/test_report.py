"""`chatbot report`: the report of an interview as a file or on standard output."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.interview.sqlite_store import open_store
from chatbot.room.ballots import Ballot, Stance
from tests.commands.conftest import Run
from tests.room.rooms import new_room

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


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("md", b"# "), ("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")],
)
def test_the_ending_of_the_file_says_the_format(
    run: Run, finished: str, tmp_path: Path, ending: str, begins: bytes
) -> None:
    path = tmp_path / f"advice.{ending}"
    done = run("report", finished, "-o", path)
    assert (done.code, done.out) == (0, "")
    assert str(path) in done.err
    assert path.read_bytes().startswith(begins)


def test_markdown_in_a_file_has_its_pictures_beside_it_and_refers_to_them(
    run: Run, finished: str, tmp_path: Path
) -> None:
    run("report", finished, "-o", tmp_path / "advice.md")
    pictures = {path.name for path in tmp_path.glob("*.svg")}
    assert "advice-ladder.svg" in pictures
    text = (tmp_path / "advice.md").read_text("utf-8")
    assert all(picture in text for picture in pictures)


def test_a_picture_that_is_in_the_way_stops_the_report_before_anything_is_written(
    run: Run, finished: str, tmp_path: Path
) -> None:
    (tmp_path / "advice-ladder.svg").write_text("mine")
    done = run("report", finished, "-o", tmp_path / "advice.md")
    assert done.code == 1
    assert "advice-ladder.svg" in done.err
    assert {path.name for path in tmp_path.iterdir()} & {"advice.md", "advice-readiness.svg"} == set()


def test_the_format_can_be_named(run: Run, finished: str, tmp_path: Path) -> None:
    assert json.loads(run("report", finished, "--format", "json").out)["version"] == 1
    run("report", finished, "-o", tmp_path / "advice.txt", "--format", "html")
    assert (tmp_path / "advice.txt").read_bytes() == run("report", finished, "--format", "html").stdout


@pytest.mark.parametrize("name", ["advice.doc", "advice"])
def test_an_ending_that_is_no_format_is_wrong_usage_and_writes_nothing(
    run: Run, finished: str, tmp_path: Path, name: str
) -> None:
    done = run("report", finished, "-o", tmp_path / name)
    assert done.code == 2
    assert ".docx" in done.err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_terminal_is_not_flooded_with_what_it_cannot_show(run: Run, finished: str, form: str) -> None:
    done = run("report", finished, "--format", form, terminal=True)
    assert (done.code, done.stdout) == (2, b"")
    assert "-o" in done.err


def test_a_report_made_twice_is_equal_byte_for_byte(run: Run, finished: str) -> None:
    for form in ("md", "html", "pdf", "docx", "json", "csv"):
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
    assert path.read_text("utf-8").startswith("# ")


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


def test_the_schema_goes_into_a_file_that_is_named_and_replaces_none_unasked(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "schema.json"
    assert run("report", "--schema", "-o", path).code == 0
    assert path.read_bytes() == run("report", "--schema").stdout
    assert run("report", "--schema", "-o", path).code == 1
    assert run("report", "--schema", "-o", path, "--force").code == 0


def test_an_id_that_nobody_has_is_said_before_a_file_that_is_in_the_way(
    run: Run, finished: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    assert "--force" not in run("report", "nobody", "-o", path).err
    assert "--force" in run("report", finished, "-o", path).err


def test_a_format_and_an_ending_that_do_not_agree_are_refused(
    run: Run, finished: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    assert run("report", finished, "--format", "pdf", "-o", path).code == 2
    assert run("sample", "--format", "pdf", "-o", path).code == 2
    assert not path.exists()


def test_the_answers_are_written_as_csv_by_the_ending(run: Run, finished: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    assert run("report", finished, "-o", path).code == 0
    assert path.read_bytes() == run("report", finished, "--format", "csv").stdout
    assert "ChangeLink" in path.read_text(encoding="utf-8-sig")


def test_a_report_for_a_board_is_shorter_than_the_record_and_one_without_transcript_says_so(
    run: Run, finished: str
) -> None:
    record, board = run("report", finished).out, run("report", finished, "--for", "board").out
    assert len(board) < len(record) / 2
    short = run("report", finished, "--without-transcript").out
    assert len(short) < len(record)
    assert "without-transcript" in short
    assert (
        json.loads(run("report", finished, "--without-transcript", "--format", "json").out)["transcript"]
        is None
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--for", "board", "--format", "json"],
        ["--without-transcript", "--format", "csv"],
        ["--name", "Anna"],
        ["--redact", "--name", "=the owner"],
    ],
)
def test_wishes_that_do_not_fit_together_are_wrong_usage(
    run: Run, finished: str, arguments: list[str]
) -> None:
    done = run("report", finished, *arguments)
    assert (done.code, done.stdout) == (2, b"")


def test_no_id_at_all_is_wrong_usage(run: Run, finished: str) -> None:
    assert run("report").code == 2


@pytest.mark.parametrize("form", ["md", "html", "json", "csv"])
def test_redacted_names_are_in_no_report_and_are_told_to_whoever_redacts(
    run: Run, hold: Hold, form: str
) -> None:
    id = hold("Brixton copilot", "note our head of quality, Maria Keller, wants it", *DO_NOT_KNOW, "finish")
    done = run("report", id, "--format", form, "--redact", "--name", "Brixton=the supplier")
    assert done.code == 0
    assert not any(name in done.out for name in ("Brixton", "Maria", "Keller"))
    assert "the head of quality" in done.out.replace("our head of quality", "")
    assert "Maria Keller" in done.err
    assert "Keller" in run("report", id, "--format", form).out


def test_a_name_that_was_given_and_is_not_there_is_told_with_what_is_like_it(run: Run, hold: Hold) -> None:
    id = hold("A copilot", "note then Mara Kellar signs", *DO_NOT_KNOW, "finish")
    done = run("report", id, "--redact", "--name", "Maria Keller=the owner")
    assert "Mara Kellar" in next(line for line in done.err.splitlines() if line.startswith("Maria Keller:"))
    assert "--name NAME=ROLE" in " ".join(done.out.split())
    assert "Maria Keller" not in done.out
    assert "--name" not in run("report", id, "--redact").out


def test_several_interviews_stand_side_by_side_and_two_tell_what_moved(run: Run, hold: Hold) -> None:
    one, two = hold("Alpha", *DO_NOT_KNOW, "finish"), hold("Beta", *DO_NOT_KNOW, "finish")
    both = run("report", one, two)
    assert both.code == 0
    assert "Alpha" in both.out and "Beta" in both.out
    assert json.loads(run("report", one, two, "--format", "json").out)["kind"] == "side_by_side"
    moved = run("report", two, "--since", one, "--format", "json")
    assert json.loads(moved.out)["kind"] == "progress"
    assert run("report", one, two, "--since", one).code == 2
    assert run("report", one, "--since", one).code == 2
    assert run("report", one, two, "--format", "csv").code == 2
    for unfit in (["--for", "board"], ["--without-transcript"]):
        assert run("report", one, two, *unfit).code == 2
        assert run("report", two, "--since", one, *unfit).code == 2


def test_a_redacted_comparison_says_so_and_is_made_again_with_the_names_replaced(
    run: Run, hold: Hold
) -> None:
    said = ("note our head of quality, Maria Keller, wants it", *DO_NOT_KNOW, "finish")
    one, two = hold("Alpha", *said), hold("Beta", *said)
    for which in ([one, two], [two, "--since", one]):
        plain = json.loads(run("report", *which, "--format", "json").out)
        done = run("report", *which, "--format", "json", "--redact", "--name", "Brixton=the supplier")
        found = json.loads(done.out)
        assert plain["redacted"] is None
        assert "--redact" not in plain["again"].split()
        assert "--redact" in found["again"].split()
        assert len(found["redacted"]) == len(set(found["redacted"])) > 0
        assert not any(name in done.out for name in ("Maria", "Keller", "Brixton"))
        assert "--redact" in run("report", *which, "--format", "md", "--redact").out


@pytest.fixture
def of_a_room(own_store: Path) -> str:
    """The id of a session with six people."""
    store = open_store(own_store, create=True)
    room = new_room(store, dialog="quick", people=6)
    question = room.question(room.interview.state.due[0])
    room.agree(Ballot(question.id), Stance("ChangeLink"), "Ada Byron calls it that")
    store.close()
    return room.interview.id


def test_nobody_is_named_in_the_report_of_a_room_in_which_no_answer_may_be_traced(
    run: Run, of_a_room: str, tmp_path: Path
) -> None:
    named = run("report", of_a_room)
    done = run("report", of_a_room, "--unattributed")
    assert (named.code, done.code) == (0, 0)
    assert "Byron" in named.out
    assert "Byron" not in done.out
    assert f"chatbot report {of_a_room} --unattributed" in " ".join(done.out.split())
    told = json.loads(run("report", of_a_room, "--unattributed", "--format", "json").out)
    assert told["room"]["people"] == []
    assert told["room"]["attended"] == 6


def test_where_a_comparison_could_tell_who_answered_what_it_is_refused(
    run: Run, of_a_room: str, finished: str
) -> None:
    assert run("report", of_a_room, finished, "--unattributed").code == 2
    assert run("report", of_a_room, "--since", finished, "--unattributed").code == 2
    assert run("report", finished, "--unattributed").code == 2


def test_our_theme_is_written_out_as_a_start_and_a_report_with_it_is_the_same(
    run: Run, finished: str, tmp_path: Path
) -> None:
    folder = tmp_path / "theme"
    assert run("report", "--eject", folder).code == 0
    assert run("report", "--eject", folder).code == 1
    assert run("report", "--eject", folder, "--force").code == 0
    ours = run("report", finished, "--format", "html").out
    theirs = run("report", finished, "--format", "html", "--theme", folder).out
    assert theirs.replace(f" --theme {folder}", "") == ours


def test_a_mistake_in_a_theme_is_said_with_its_file_and_line(run: Run, finished: str, tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text("<p>\n{{ nothing.of.this }}\n", "utf-8")
    done = run("report", finished, "--format", "html", "--theme", tmp_path)
    assert done.code == 1
    assert "report.html.j2:2" in done.err


def test_the_settings_can_name_the_theme_and_the_paper(
    run: Run, finished: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "texts.yaml").write_text("document.aim: Our own word for it\n", "utf-8")
    settings = tmp_path / "chatbot.yaml"
    settings.write_text("report: {theme: house, paper: letter}\n", "utf-8")
    monkeypatch.setenv("CHATBOT_CONFIG", str(settings))
    page = run("report", finished, "--format", "html")
    assert page.code == 0
    settings.write_text("report: {paper: a5}\n", "utf-8")
    wrong = run("report", finished, "--format", "html")
    assert wrong.code == 1
    assert "chatbot.yaml:1" in wrong.err


def test_what_changes_nothing_in_data_is_not_in_the_command_that_makes_it_again(
    run: Run, finished: str
) -> None:
    plain = run("report", finished, "--format", "json")
    assert run("report", finished, "--format", "json", "--paper", "letter").stdout == plain.stdout
    assert "--paper letter" in run("report", finished, "--paper", "letter").out


def test_where_names_are_replaced_the_folders_that_were_given_are_not_named_either(
    run: Run, finished: str, tmp_path: Path
) -> None:
    folder = tmp_path / "Xaveria"
    assert run("report", "--eject", folder).code == 0
    for form in ("md", "html", "json"):
        done = run("report", finished, "--format", form, "--theme", folder, "--redact")
        assert done.code == 0
        assert "Xaveria" not in done.out
        assert "--redact" in done.out
