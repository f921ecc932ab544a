"""People's own interviews as one session: what all say is agreed, and nothing that anybody said is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.ids import OptionId, QuestionId
from chatbot.errors import UsageError
from chatbot.interview.held import HeldInRoom
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.room.ballots import Ballot
from chatbot.room.differences import differences_in
from chatbot.room.guests import Guest
from chatbot.room.merging import merge
from chatbot.room.prework import AnotherDialog
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.interviewees import steps
from tests.room.rooms import new_room

relaxed = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
NAMES = ("Ada", "Ben", "Cem")
AIM = QuestionId("ambition")


def alone(dialog: str = "readiness") -> Interview:
    return Interview.begin(MemoryStore(), dialog_bundle(dialog), knowledge_bundle())


def aiming(option: str) -> Interview:
    interview = alone()
    interview.answer(AIM, Answer(option=OptionId(option)), option)
    return interview


@relaxed
@given(data=st.data())
def test_what_all_say_is_agreed_what_they_differ_on_is_open_and_every_answer_is_a_vote(
    data: st.DataObject,
) -> None:
    own = [(name, data.draw(steps(alone("quick")))) for name in NAMES]
    merged = merge(MemoryStore(), (), own)
    votes, outcomes = merged.room.state.votes, merged.room.state.outcomes
    for (_, interview), (person, taken) in zip(own, merged.taken.items(), strict=True):
        left = {one.question for one in taken.left_out}
        for question in interview.state.answers.keys() - left:
            assert votes.latest(Ballot(question))[person].beforehand == interview.id
    for ballot in votes.ballots():
        said = {vote.stance for vote in votes.latest(ballot).values()}
        agreement = outcomes.agreement(ballot)
        assert (agreement is not None) == (ballot in merged.agreed)
        if agreement:
            assert said == {agreement.stance} and agreement.reason
        elif ballot.question in merged.room.interview.state.path.questions:
            assert len(said) > 1
    found = differences_in(merged.room)
    listed = {one.ballot for one in found.ranked} | set(found.texts)
    disputed = {
        ballot
        for ballot in votes.ballots()
        if len({v.stance.value for v in votes.latest(ballot).values()}) > 1
    }
    assert listed == disputed


def test_agreeing_brings_up_further_questions_which_are_looked_at_too() -> None:
    own = []
    for name in NAMES:
        interview = alone()
        for id in interview.state.path.questions:
            question = interview.held.manager.route.question[id]
            if question.options:
                interview.answer(id, Answer(option=question.options[0].id), "1")
        for id in interview.state.due:
            question = interview.held.manager.route.question[id]
            if question.options:
                interview.answer(id, Answer(option=question.options[0].id), "1")
        own.append((name, interview))
    merged = merge(MemoryStore(), (), own)
    answered = {
        question for question in own[0][1].state.answers if question in own[0][1].state.path.questions
    }
    assert {ballot.question for ballot in merged.agreed} == answered


def test_everybody_invited_is_on_the_list_with_what_is_known_of_them() -> None:
    guests = (Guest("Ada Byron", "IT"), Guest("Zoe", "Legal"))
    own = [("ada  byron", aiming("daily_work")), ("Cem", aiming("whole_process"))]
    merged = merge(MemoryStore(), guests, own)
    people = [(person.name, person.role) for person in merged.room.state.people]
    assert people == [("Ada Byron", "IT"), ("Zoe", "Legal"), ("Cem", "")]
    (one,) = differences_in(merged.room).ranked
    assert one.ballot == Ballot(AIM) and [len(position.persons) for position in one.positions] == [1, 1]


def test_an_agreement_says_how_many_it_rests_on() -> None:
    own = [("Ada", aiming("daily_work")), ("Ben", alone())]
    merged = merge(MemoryStore(), (), own)
    both = merge(MemoryStore(), (), [("Ada", aiming("daily_work")), ("Ben", aiming("daily_work"))])
    reasons = [one.room.state.outcomes.agreements[Ballot(AIM)].reason for one in (merged, both)]
    assert len(set(reasons)) == 2


def test_what_does_not_go_together_is_refused() -> None:
    with pytest.raises(UsageError):
        merge(MemoryStore(), (), [("Ada", alone())])
    with pytest.raises(UsageError):
        merge(MemoryStore(), (), [("Ada", alone()), ("ADA", alone())])
    with pytest.raises(AnotherDialog):
        merge(MemoryStore(), (), [("Ada", alone()), ("Ben", alone("quick"))])
    with pytest.raises(HeldInRoom):
        merge(MemoryStore(), (), [("Ada", alone()), ("Ben", new_room().interview)])
