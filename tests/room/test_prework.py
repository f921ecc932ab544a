"""What people answered alone beforehand becomes their votes, word for word, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import Voted
from chatbot.interview.transfer import export
from chatbot.room.ballots import Ballot, Stance, stances
from chatbot.room.prework import AnotherDialog, Why, read_alone, take_in
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.interviewees import answers, steps
from tests.room.rooms import ids, new_room

relaxed = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def alone(dialog: str = "readiness") -> Interview:
    return Interview.begin(MemoryStore(), dialog_bundle(dialog), knowledge_bundle(), who="Ada Byron")


@relaxed
@given(data=st.data())
def test_every_answer_in_force_is_a_vote_with_its_words_and_every_note_is_there(data: st.DataObject) -> None:
    interview = data.draw(steps(alone()))
    room = new_room()
    ada = ids(room)[0]
    taken = take_in(room, ada, interview)
    left = {one.question for one in taken.left_out}
    assert left <= set(interview.state.path.set_aside)
    for question, given_ in interview.state.answers.items():
        if question in left:
            continue
        voted = Voted(
            question=question,
            option=given_.answer.option,
            levels=given_.answer.levels,
            reasons=given_.answer.reasons,
            text=given_.answer.text,
        )
        for ballot, stance in stances(voted):
            vote = room.state.votes.latest(ballot)[ada]
            assert (vote.stance, vote.words, vote.beforehand) == (stance, given_.words, interview.id)
    texts = {kept.text for kept in room.interview.state.kept if kept.event.who == ada}
    assert texts >= {kept.text for kept in interview.state.kept}
    assert not room.interview.facts


@relaxed
@given(data=st.data())
def test_the_same_again_adds_nothing(data: st.DataObject) -> None:
    interview = data.draw(steps(alone()))
    room = new_room()
    ada = ids(room)[0]
    take_in(room, ada, interview)
    before = len(room.interview.state.events)
    again = take_in(room, ada, interview)
    assert (again.votes, again.notes, len(room.interview.state.events)) == (0, 0, before)


@relaxed
@given(data=st.data())
def test_a_later_state_brings_what_has_changed(data: st.DataObject) -> None:
    interview = alone()
    asked = QuestionId("ambition")
    question = interview.held.manager.route.question[asked]
    interview.answer(asked, data.draw(answers(question)), "first")
    room = new_room()
    ada = ids(room)[0]
    take_in(room, ada, interview)
    interview.answer(asked, data.draw(answers(question)), "then")
    assert take_in(room, ada, interview).votes == 1
    assert room.state.votes.latest(Ballot(asked))[ada].words == "then"


def test_a_vote_in_the_room_counts_more_than_an_answer_from_before() -> None:
    interview = alone()
    question = interview.held.manager.route.question[QuestionId("ambition")]
    room = new_room()
    ada = ids(room)[0]
    room.vote(ada, Ballot(question.id), Stance(question.options[0].id))
    interview.answer(question.id, Answer(option=question.options[1].id), "2")
    taken = take_in(room, ada, interview)
    assert [one.why for one in taken.left_out] == [Why.VOTED_SINCE]
    assert room.state.votes.latest(Ballot(question.id))[ada].stance.value == question.options[0].id


def test_an_interview_of_another_dialog_is_refused() -> None:
    with pytest.raises(AnotherDialog):
        take_in(new_room(), ids(new_room())[0], alone("quick"))


def test_an_exported_file_is_read_without_keeping_it(tmp_path: Path) -> None:
    interview = alone()
    interview.note("Only Legal knows", None)
    file = tmp_path / "ada.jsonl"
    file.write_bytes(b"".join(export(interview._store, interview.id)))
    room = new_room()
    ada = ids(room)[0]
    assert take_in(room, ada, read_alone(file)).notes == 1
    assert [kept.event.who for kept in room.interview.state.kept] == [ada]


def test_pre_work_is_not_undone_by_one_key() -> None:
    interview = alone()
    interview.note("A note", None)
    room = new_room()
    ada = ids(room)[0]
    question = interview.held.manager.route.question[QuestionId("ambition")]
    interview.answer(question.id, Answer(option=question.options[1].id), "2")
    take_in(room, ada, interview)
    room.undo()
    assert room.state.votes.latest(Ballot(question.id))
