"""`chatbot facilitate`: what it is begun with, and what each bad input gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chatbot.commands.bringing import bring_in, read_prework
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.errors import ChatbotError, UsageError
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.transfer import export
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.commands.conftest import Run
from tests.room.rooms import ids, new_room


@pytest.mark.parametrize(
    "words",
    [
        ("--resume", "abc", "--minutes", "60"),
        ("--notes", "abc", "quick"),
        ("--resume", "abc", "--notes", "abc"),
        ("--notes", "abc", "--prework", "Ada=a.jsonl"),
        ("--minutes", "-1"),
        ("--notes", "abc"),
        ("--notes", "abc", "--plain"),
        ("--notes", "abc", "--votes", "votes.csv"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage_with_a_way_out(run: Run, words: tuple[str, ...]) -> None:
    done = run("facilitate", *words)
    assert done.code == 2 and done.err and "Traceback" not in done.err


def test_the_help_names_every_way_to_begin(run: Run) -> None:
    done = run("facilitate", "--help")
    assert done.code == 0
    for option in ("minutes", "roster", "prework", "votes", "discuss-first", "plain", "resume", "notes"):
        assert f"--{option}" in done.out


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """An interview that somebody held alone, in a file that is called as they are."""
    store = MemoryStore()
    alone = Interview.begin(store, dialog_bundle("readiness"), knowledge_bundle())
    question = alone.held.manager.route.question[QuestionId("ambition")]
    alone.answer(question.id, Answer(option=question.options[0].id), "as typed")
    file = tmp_path / "ada-byron.jsonl"
    file.write_bytes(b"".join(export(store, alone.id)))
    return file


def test_whose_interview_a_file_is_follows_from_its_name_or_is_said(exported: Path) -> None:
    room = new_room(people=2)
    names = [person.name for person in room.state.people]
    bring_in(room, read_prework((str(exported), f"Zoe Late={exported}"), names))
    voters = {person for ballot in room.state.votes.ballots() for person in room.state.votes.latest(ballot)}
    assert voters == {ids(room)[0], ids(room)[2]}
    assert [person.name for person in room.state.people] == ["Ada Byron", "Ben Okri", "Zoe Late"]
    assert not room.state.people.is_here(ids(room)[2])


def test_a_file_of_nobody_known_is_asked_about(exported: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "export.jsonl"
    stranger.write_bytes(exported.read_bytes())
    with pytest.raises(UsageError):
        read_prework((str(exported), str(stranger)), ["Ada Byron"])
    with pytest.raises(ChatbotError):
        read_prework((f"Zoe={tmp_path / 'nothing.jsonl'}",), [])


SESSION = """\
join Ada, IT
join Ben, Legal
open ambition
vote ada 1
vote ben 2
reveal
agree 1 because it is the first step
"""


def id_of(run: Run) -> str:
    (one,) = json.loads(run("sessions", "--json").out)
    return str(one["id"])


def kinds_in(run: Run) -> list[str]:
    lines = map(json.loads, run("export", id_of(run)).out.splitlines())
    return [line["what"]["kind"] for line in lines if line.get("line") == "event"]


def test_a_file_of_commands_holds_a_session_and_says_whether_it_was_closed(run: Run) -> None:
    done = run("facilitate", "quick", stdin=SESSION)
    assert done.code == 3
    again = run("facilitate", "--plain", "--resume", id_of(run), stdin="dissent ben\nfinish anyway\n")
    assert again.code == 0
    kinds = kinds_in(run)
    assert [kinds.count(kind) for kind in ("voted", "agreed", "dissented", "finished")] == [2, 1, 1, 1]


def test_a_closed_session_with_lines_that_were_not_understood_is_a_finding(run: Run) -> None:
    done = run("facilitate", "quick", "--plain", stdin=f"{SESSION}votes ada 2\nfinish anyway\n")
    assert done.code == 1 and "(8)" in done.err


def test_what_was_voted_is_not_in_the_output_before_it_is_shown(run: Run) -> None:
    before = run("facilitate", "quick", "--plain", stdin=SESSION.partition("reveal")[0])
    assert "vote ada" not in before.out and "vote ben" not in before.out


def test_a_file_of_votes_begins_a_session_and_a_bad_one_begins_none(run: Run, tmp_path: Path) -> None:
    roster, votes = tmp_path / "people.csv", tmp_path / "votes.csv"
    roster.write_text("name\nAda\nBen\n")
    votes.write_text("person,question,value\nAda,ambition,unknown\nBan,ambition,unknown\n")
    refused = run("facilitate", "quick", "--roster", roster, "--votes", votes)
    assert refused.code == 1 and f"{votes}:3:1" in refused.err
    assert json.loads(run("sessions", "--json").out) == []
    votes.write_text(votes.read_text().replace("Ban", "Ben"))
    done = run(
        "facilitate", "quick", "--roster", roster, "--votes", votes, stdin="agree because all say so\n"
    )
    assert done.code == 3
    assert "agreed" in kinds_in(run)
    assert run("facilitate", "--plain", "--resume", id_of(run), "--votes", votes).code == 3


def test_whose_interview_a_file_is_may_be_said_in_it(tmp_path: Path) -> None:
    store = MemoryStore()
    alone = Interview.begin(store, dialog_bundle("readiness"), knowledge_bundle(), who="Ben  OKRI")
    file = tmp_path / "export.jsonl"
    file.write_bytes(b"".join(export(store, alone.id)))
    ((name, _),) = read_prework((str(file),), ["Ada Byron", "Ben Okri"])
    assert name == "Ben Okri"
