"""A file of votes: every problem with its line, and all of the votes or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.ids import QuestionId
from chatbot.errors import ChatbotError
from chatbot.facts import FactId, Level
from chatbot.room.ballots import NOT_SAID, Ballot, ballots_of
from chatbot.room.room import Room
from chatbot.room.votes_file import read_votes, record_votes
from chatbot.sources.problems import SourceError
from tests.room.rooms import ids, new_room

HEADER = "person,question,fact,value,reason\n"


def checklist(room: Room) -> tuple[Ballot, ...]:
    asked = next(
        question
        for question in room.interview.held.script.questions()
        if any(item.fact == "workforce.governed_hr" for item in question.items)
    )
    return ballots_of(asked)


def take(room: Room, folder: Path, text: str) -> None:
    file = folder / "votes.csv"
    file.write_text(text, encoding="utf-8")
    names = [person.name for person in room.state.people]
    record_votes(room, read_votes(file, room.interview.held, names))


def test_votes_are_those_of_the_file_with_their_reasons_and_are_shown(tmp_path: Path) -> None:
    room = new_room()
    ada, ben, *_ = ids(room)
    point = next(one for one in checklist(room) if one.fact == "workforce.governed_hr")
    aim = Ballot(QuestionId("ambition"))
    option = room.question(aim.question).options[0]
    take(
        room,
        tmp_path,
        HEADER
        + f"ada byron,{point.question},{point.fact},not_applicable,We have no such department\n"
        + f'Ben Okri,{point.question},{point.fact},partial,"So it says, in part"\n'
        + f"Cem Aydin,{point.question},{point.fact},not_applicable,\n"
        + f'Ada Byron,{aim.question},,"{option.label}",\n',
    )
    votes = room.state.votes.latest(point)
    assert (votes[ada].stance.value, votes[ada].stance.reason, votes[ada].words) == (
        Level.NOT_APPLICABLE,
        "We have no such department",
        "",
    )
    assert (votes[ben].stance.value, votes[ben].words) == (Level.PARTIAL, "So it says, in part")
    assert votes[ids(room)[2]].stance.reason == NOT_SAID
    assert room.state.votes.latest(aim)[ada].stance.value == option.id
    assert room.state.votes.is_revealed(point) and room.state.votes.is_revealed(aim)
    assert room.state.current == aim


def test_without_a_list_of_people_everybody_who_voted_is_on_it(tmp_path: Path) -> None:
    room = new_room(people=0)
    take(
        room,
        tmp_path,
        "name;question;answer\nAda;ambition;unknown\nBen;ambition;unknown\nADA;initiative_title;X\n",
    )
    assert [person.name for person in room.state.people] == ["Ada", "Ben"]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("Zoe,ambition,,unknown,", "G06", 1),
        (",ambition,,unknown,", "S05", 1),
        ("Ada Byron,nothing,,unknown,", "G07", 11),
        ("Ada Byron,ambition,data_foundation.owners,unknown,", "G07", 20),
        ("Ada Byron,ambition,,never,", "G08", 21),
        ("Ada Byron,ambition,,,", "G08", 21),
        ("Ben Okri,ambition,,unknown,", "G09", 1),
    ],
)
def test_what_is_wrong_has_its_line_and_nothing_is_recorded(
    tmp_path: Path, line: str, code: str, column: int
) -> None:
    room = new_room()
    before = len(room.interview.state.events)
    with pytest.raises(SourceError) as error:
        take(room, tmp_path, f"{HEADER}Ben Okri,ambition,,unknown,\n{line}\n")
    (problem,) = error.value.problems
    assert problem.code.value.startswith(code)
    assert (problem.line, problem.column) == (3, column)
    assert len(room.interview.state.events) == before


def test_a_point_of_a_checklist_has_to_be_named_and_offers_its_own_levels(tmp_path: Path) -> None:
    room = new_room()
    point = checklist(room)[0]
    sign = next(
        ballot
        for question in room.interview.held.script.questions()
        for ballot in ballots_of(question)
        if ballot.fact == FactId("workforce.governed_it")
    )
    with pytest.raises(SourceError) as error:
        take(
            room,
            tmp_path,
            f"{HEADER}Ada Byron,{point.question},,partial,\nBen Okri,{sign.question},{sign.fact},present,\n",
        )
    assert [problem.code.value for problem in error.value.problems] == ["G07", "G08"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=st.lists(st.text(alphabet='abyronAdBen,;"\n\t \u2028=+\x00é_', max_size=60), max_size=5))
def test_whatever_is_in_it_is_read_or_refused_with_nothing_recorded(tmp_path: Path, rows: list[str]) -> None:
    room = new_room(people=2)
    before = len(room.interview.state.events)
    try:
        take(room, tmp_path, HEADER + "\n".join(rows))
    except ChatbotError:
        assert len(room.interview.state.events) == before
