"""`chatbot sessions`: the list of interviews."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.cells import cells
from chatbot.interview.sqlite_store import open_store
from tests.commands.conftest import Run

Hold = Callable[..., str]
DO_NOT_KNOW = ["I don't know"] * 12


def test_before_the_first_interview_the_list_is_empty_and_that_is_no_failure(run: Run) -> None:
    done = run("sessions")
    assert (done.code, done.out) == (0, "")
    assert done.err


def test_before_the_first_interview_the_json_is_an_empty_list_and_no_file_is_made(
    run: Run, own_store: Path
) -> None:
    assert json.loads(run("sessions", "--json").out) == []
    assert not own_store.exists()


def test_each_interview_has_its_id_title_dialog_and_how_far_it_is(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink", "4")
    (line,) = [line for line in run("sessions").out.splitlines() if line.startswith(id)]
    assert "ChangeLink" in line
    assert "quick" in line
    assert "2 of" in line


def test_the_json_says_the_same_as_data(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink", "4")
    (one,) = json.loads(run("sessions", "--json").out)
    assert (one["id"], one["title"], one["dialog"], one["state"], one["done"]) == (
        id,
        "ChangeLink",
        "quick",
        "unfinished",
        2,
    )
    assert one["of"] > one["done"]
    assert one["started"] <= one["updated"]


def test_a_finished_interview_is_listed_as_finished(run: Run, hold: Hold) -> None:
    hold(*DO_NOT_KNOW)
    (one,) = json.loads(run("sessions", "--json").out)
    assert one["state"] == "finished"
    assert "finished" in run("sessions").out


def test_a_question_that_was_passed_over_counts_as_done_and_an_undone_answer_does_not(
    run: Run, hold: Hold
) -> None:
    hold("ChangeLink", "skip", "1", "undo")
    (one,) = json.loads(run("sessions", "--json").out)
    assert one["done"] == 2


def test_a_title_that_nobody_knows_is_no_title(run: Run, hold: Hold) -> None:
    hold("I don't know")
    (one,) = json.loads(run("sessions", "--json").out)
    assert one["title"] == ""


def test_a_title_is_shown_as_text_on_one_line_and_its_column_is_aligned(run: Run, hold: Hold) -> None:
    hold("[red]中文 {x} %s " + "long" * 30)
    hold("short")
    heading, *rows = run("sessions").out.splitlines()
    at = heading.index("DIALOG")
    for row in rows:
        before = next(row[:i] for i in range(len(row)) if row[i:].startswith("quick"))
        assert cells(before) == at
    assert "[red]中文 {x} %s" in run("sessions").out


def test_control_characters_in_a_title_do_not_reach_the_terminal(
    run: Run, own_store: Path, hold: Hold
) -> None:
    from chatbot.conversation.talk import Talk
    from chatbot.interview.interview import Interview

    id = hold()
    store = open_store(own_store, create=False)
    Talk(Interview.resume(store, store.resolve(id))).say("\x1b[2Jred\x9b \u202e")
    store.close()
    assert not {"\x1b", "\x9b", "\u202e"} & set(run("sessions").out)


def test_an_interview_whose_dialog_is_lost_is_listed_all_the_same(
    run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chatbot.interview.sqlite_store import SqliteStore
    from chatbot.interview.store import NotPinned

    def lost(store: SqliteStore, hash: str) -> str:
        raise NotPinned(hash)

    id = hold("ChangeLink")
    monkeypatch.setattr(SqliteStore, "pinned", lost)
    done = run("sessions")
    assert done.code == 0
    assert id in done.out


def test_what_can_be_listed_of_a_damaged_store_is_listed_and_the_damage_is_said(
    run: Run, hold: Hold, own_store: Path
) -> None:
    import sqlite3

    whole, broken = hold("ChangeLink"), hold("Other")
    with sqlite3.connect(own_store) as db:
        db.execute("UPDATE event SET body = x'7b' WHERE interview = ? AND seq = 1", (broken,))
    db.close()
    done = run("sessions")
    assert done.code == 1
    assert whole in done.out
    assert str(own_store) in done.err
