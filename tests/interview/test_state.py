"""Everything about an interview follows from its events."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.manager import REVIEW
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.facts import AMBITION, TITLE
from chatbot.interview.events import Event, EventId, Unrecognised, Withdrawn
from chatbot.interview.interview import Interview
from chatbot.interview.kept import KeptAs
from chatbot.interview.state import State
from tests.conftest import Begin
from tests.interviewees import answers, steps

relaxed = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def seen(state: State) -> tuple[object, ...]:
    """All that a state says."""
    return (
        state.stage,
        state.path,
        {question: given.answer for question, given in state.answers.items()},
        state.skipped,
        state.kept,
        state.due,
    )


@relaxed
@given(data=st.data())
def test_folding_event_by_event_gives_what_a_fresh_replay_gives(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin()))
    replayed = State(interview.held.manager, interview.state.events)
    assert seen(replayed) == seen(interview.state)


@relaxed
@given(data=st.data())
def test_changing_an_answer_leads_to_what_answering_that_way_from_the_start_leads_to(
    begin: Begin, data: st.DataObject
) -> None:
    changed = data.draw(steps(begin()))
    straight = begin()
    for question, answer in in_force(changed).items():
        straight.answer(question, answer, "")
    there, here = straight.state.path, changed.state.path
    assert (there.questions, there.facts, there.origin) == (here.questions, here.facts, here.origin)
    assert straight.assessment() == changed.assessment()


@relaxed
@given(data=st.data())
def test_an_undo_leads_back_to_the_state_before(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin()))
    if interview.state.stage not in interview.held.manager.route.place:
        return
    asked = QuestionId(interview.state.stage)
    before = seen(interview.state)
    interview.answer(asked, data.draw(answers(interview.held.manager.route.question[asked])), "")
    interview.undo()
    assert seen(interview.state) == before


@relaxed
@given(data=st.data())
def test_every_step_can_be_taken_back_and_put_back_in_any_number(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), 15))
    interview.note("a new step, so that nothing can be put back", None)
    seen_before = [seen(interview.state)]
    while interview.undo():
        seen_before.append(seen(interview.state))
    assert interview.state.answers == {}
    assert interview.state.skipped == frozenset()
    assert interview.state.kept == ()
    back = data.draw(st.integers(0, len(seen_before) - 1))
    for _ in range(back):
        interview.redo()
    assert seen(interview.state) == seen_before[-1 - back]
    for _ in range(back):
        interview.undo()
    assert seen(interview.state) == seen_before[-1]
    while interview.redo():
        pass
    assert seen(interview.state) == seen_before[0]
    assert seen(State(interview.held.manager, interview.state.events)) == seen_before[0]


@relaxed
@given(data=st.data())
def test_a_new_step_ends_what_can_be_put_back(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), 15))
    interview.undo()
    interview.skip(QuestionId("initiative_title"))
    assert interview.redo() is None


@relaxed
@given(data=st.data())
def test_a_log_with_withdrawals_of_anything_is_read_all_the_same(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), 10))
    for _ in range(data.draw(st.integers(1, 6))):
        targets = [event.id for event in interview.state.events] + [EventId("nothing")]
        interview.record(Withdrawn(event=data.draw(st.sampled_from(targets))))
    assert seen(State(interview.held.manager, interview.state.events)) == seen(interview.state)


def test_a_redo_is_a_withdrawal_of_a_withdrawal_so_that_old_versions_can_read_it(begin: Begin) -> None:
    interview = begin()
    answered = interview.answer(QuestionId("initiative_title"), Answer(text="A title"), "")
    undone = interview.undo()
    redone = interview.redo()
    assert undone and redone
    assert (undone.what, redone.what) == (Withdrawn(event=answered.id), Withdrawn(event=undone.id))
    assert interview.facts[TITLE] == "A title"


def test_a_remark_is_stored_undone_and_put_back_with_its_answer(begin: Begin) -> None:
    interview = begin()
    interview.answer(QuestionId("initiative_title"), Answer(text="A title"), "A title, for now", "for now")
    assert [(one.kind, one.text, one.question) for one in interview.state.kept] == [
        (KeptAs.REMARK, "for now", "initiative_title")
    ]
    interview.undo()
    assert interview.state.kept == ()
    interview.redo()
    assert len(interview.state.kept) == 1


def test_a_remark_outlasts_a_change_of_its_answer(begin: Begin) -> None:
    interview = begin()
    question = QuestionId("initiative_title")
    interview.answer(question, Answer(text="A title"), "A title, for now", "for now")
    interview.answer(question, Answer(text="Another"), "Another")
    assert [one.text for one in interview.state.kept] == ["for now"]
    interview.undo()
    interview.undo()
    assert interview.state.kept == ()


def test_evidence_goes_with_what_was_said_of_each_fact(begin: Begin) -> None:
    interview = begin()
    question = QuestionId(interview.state.stage)
    interview.answer(question, Answer(text="A title"), "")
    interview.evidence("the proposal", question)
    assert interview.statements[TITLE].evidence == "the proposal"
    interview.undo()
    assert interview.statements[TITLE].evidence == ""


@relaxed
@given(data=st.data())
def test_the_next_question_is_always_the_first_that_is_due(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin()))
    due = interview.state.due
    assert interview.state.stage == (due[0] if due else REVIEW)


def test_an_answer_that_an_edit_puts_off_the_path_is_set_aside_and_comes_back(begin: Begin) -> None:
    interview = until(begin(), "last_specialist_result")
    interview.answer(QuestionId("last_specialist_result"), Answer(option=OptionId("named_expert")), "")
    aim(interview, "daily_work")
    assert interview.state.path.set_aside == ("last_specialist_result",)
    assert "expert.decision_owner" not in interview.facts
    aim(interview, "specialist_questions")
    assert interview.state.path.set_aside == ()
    assert "expert.decision_owner" in interview.facts


def test_what_an_answer_superseded_counts_again_when_it_is_withdrawn(begin: Begin) -> None:
    interview = begin()
    first = QuestionId(interview.state.stage)
    interview.skip(first)
    interview.answer(first, Answer(text="A title"), "")
    interview.answer(first, Answer(text="Another title"), "")
    interview.undo()
    assert interview.facts[TITLE] == "A title"
    interview.undo()
    assert TITLE not in interview.facts
    assert interview.state.skipped == {first}


def test_an_event_of_an_unknown_kind_changes_nothing_and_is_counted(begin: Begin) -> None:
    interview = begin()
    before = seen(interview.state)
    strange = Unrecognised(kind="applauded", body=b'{"kind":"applauded"}')
    interview.state.fold(
        Event(id=EventId("x"), seq=2, at="2026-05-04T09:30:00+00:00", who="me", what=strange)
    )
    assert seen(interview.state) == before
    assert interview.state.unrecognised == {"applauded": 1}


def in_force(interview: Interview) -> dict[QuestionId, Answer]:
    """The answers on the path, in order."""
    given, path = interview.state.answers, interview.state.path
    return {
        question: given[question].answer
        for question in path.questions
        if question in given and question not in path.set_aside
    }


def aim(interview: Interview, option: str) -> None:
    """Answer the question about the ambition."""
    question = next(q.id for q in interview.held.script.questions() if AMBITION in q.facts())
    interview.answer(question, Answer(option=OptionId(option)), "")


def until(interview: Interview, question: str) -> Interview:
    """Skip all questions before `question`, but aim at specialist work."""
    while interview.state.stage != question:
        asked = QuestionId(interview.state.stage)
        if AMBITION in interview.held.manager.route.question[asked].facts():
            aim(interview, "specialist_questions")
        else:
            interview.skip(asked)
    return interview
