"""`chatbot facilitate`: what it is begun with, and what each bad input gets."""

from __future__ import annotations

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
        ("quick",),
    ],
)
def test_what_does_not_go_together_is_wrong_usage_with_a_way_out(run: Run, words: tuple[str, ...]) -> None:
    done = run("facilitate", *words)
    assert done.code == 2 and done.err and "Traceback" not in done.err


def test_the_help_names_every_way_to_begin(run: Run) -> None:
    done = run("facilitate", "--help")
    assert done.code == 0
    for option in ("--minutes", "--roster", "--prework", "--discuss-first", "--resume", "--notes"):
        assert option in done.out


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
