"""Changing an answer: what it would do is said beforehand, only a yes records it, and it comes true."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.asking import Signs, asking
from chatbot.conversation.consequences import Consequences, consequences
from chatbot.conversation.previewing import preview
from chatbot.conversation.review import Standing, review
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Speaker
from chatbot.conversation.waiting.change import Change
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import OptionId, Question, QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import AMBITION, TITLE
from chatbot.interview.interview import Interview
from tests.conftest import Begin
from tests.conversation.conftest import CROSSING, Until
from tests.interviewees import answers, steps
from tests.recorded import recorded

relaxed = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def proposed(talk: Talk) -> Consequences | None:
    """What the bot waits for a yes to."""
    awaited = talk._floor.awaited
    return awaited.what if isinstance(awaited, Change) else None


def give(talk: Talk, question: Question, answer: Answer) -> None:
    """Answer as a front end does."""
    match question.kind:
        case QuestionKind.CHOICE:
            talk.choose(answer.option)
        case QuestionKind.CHECKLIST:
            talk.mark(answer.levels, answer.reasons)
        case QuestionKind.TEXT:
            talk.say(f'"{answer.text}"')


def standings(interview: Interview) -> dict[QuestionId, Standing]:
    return {line.question: line.standing for line in review(interview)}


def options(interview: Interview, signs: Signs) -> dict[QuestionId, list[OptionId]]:
    """The options of every choice on the path, as they are offered."""
    asked = (asking(interview, question, signs) for question in interview.state.path.questions)
    return {one.id: [option.id for option in one.options] for one in asked if one.kind is QuestionKind.CHOICE}


def told(interview: Interview, signs: Signs) -> dict[str, object]:
    """What a person can see of an interview, as far as a preview speaks of it."""
    standing, assessment = standings(interview), interview.assessment()
    return {
        "path": [line.question for line in review(interview) if line.number],
        "aside": {one for one, how in standing.items() if how is Standing.SET_ASIDE},
        "options": options(interview, signs),
        "advice": assessment
        and (
            assessment.recommended,
            assessment.reachable,
            assessment.commitment.decision,
            {warning.id: warning.certainty for warning in assessment.warnings},
        ),
    }


@relaxed
@given(data=st.data())
def test_whatever_is_changed_comes_out_as_the_preview_said_and_as_if_it_had_been_said_so_at_once(
    begin: Begin, data: st.DataObject
) -> None:
    interview = data.draw(steps(begin(data.draw(st.sampled_from(["readiness", "quick", str(CROSSING)]))), 25))
    talk = Talk(interview)
    route, state = interview.held.manager.route, interview.state
    dealt_with = [
        one
        for one in state.path.questions
        if one != state.stage and (one in state.answers or one in state.skipped)
    ]
    if not dealt_with:
        return
    question = data.draw(st.sampled_from(dealt_with))
    answer = data.draw(answers(route.question[question]))
    if route.question[question].kind is QuestionKind.TEXT:
        answer = Answer(text=data.draw(st.sampled_from(["First name", "Second name"])))
    talk.visit(question)
    offered = talk.asking
    assert offered
    if answer.option and answer.option not in [option.id for option in offered.options]:
        return
    before, events = told(interview, talk.signs), len(recorded(interview))
    given_before = state.answers.get(question)
    give(talk, route.question[question], answer)
    what = proposed(talk)
    if what is None:  # the same as before, or a first answer that changes nothing else
        assert len(recorded(interview)) == events or given_before is None or question in before["aside"]
        return
    assert len(recorded(interview)) == events
    assert told(interview, talk.signs) == before
    talk.say("yes")
    assert len(recorded(interview)) == events + 1
    after = told(interview, talk.signs)
    assert set(what.appear) == set(after["path"]) - set(before["path"])
    assert set(what.go) == set(before["path"]) - set(after["path"])
    assert set(what.set_aside) == after["aside"] - before["aside"] - {question}
    assert set(what.come_back) == before["aside"] - after["aside"] - {question}
    for offers in what.offers:
        new, old = after["options"][offers.question], before["options"][offers.question]
        assert set(offers.gained) == set(new) - set(old)
        assert set(offers.lost) == set(old) - set(new)
    both = set(before["options"]) & set(after["options"])
    differ = {one for one in both if before["options"][one] != after["options"][one]}
    assert {one for one in differ if one in state.answers} <= {offers.question for offers in what.offers}
    for said, seen in ((what.now, before["advice"]), (what.then, after["advice"])):
        assert (said and (said.recommended, said.reachable, said.decision, said.warnings)) == seen
    assert what.is_plain == (before == after)
    straight = interview.begin_again()
    for one in state.path.questions:
        if one in state.answers and one not in state.path.set_aside:
            straight.answer(one, state.answers[one].answer, "")
    assert straight.state.path.questions == state.path.questions
    assert straight.facts == interview.facts
    assert straight.assessment() == interview.assessment()


@relaxed
@given(data=st.data())
def test_a_preview_of_any_answer_can_be_said_and_changes_nothing(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), 25))
    state = interview.state
    question = data.draw(st.sampled_from(state.path.questions))
    answer = data.draw(answers(interview.held.manager.route.question[question]))
    before = (recorded(interview), state.path, dict(state.answers))
    what = consequences(interview.held, state, question, answer)
    assert preview(interview.held, state, what)
    assert (recorded(interview), state.path, dict(state.answers)) == before


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation in which the first questions are answered."""
    return until("settled", name="ChangeLink", aim="2", owner="1")


def test_a_first_answer_is_recorded_at_once(talk: Talk) -> None:
    events = len(recorded(talk.interview))
    talk.say("y y")
    assert len(recorded(talk.interview)) == events + 1


def test_only_a_yes_records_a_change(talk: Talk) -> None:
    talk.say("back 2")
    events = len(recorded(talk.interview))
    talk.say("3")
    assert proposed(talk)
    assert len(recorded(talk.interview)) == events
    talk.say("yes, do it")
    assert talk.interview.facts[AMBITION] == "process"
    assert not talk.is_visiting


def test_a_no_leaves_the_old_answer_and_goes_on_where_the_interview_stands(talk: Talk) -> None:
    stage = talk.interview.state.stage
    talk.say("back 2")
    events = len(recorded(talk.interview))
    talk.say("3")
    talk.say("no")
    assert len(recorded(talk.interview)) == events
    assert talk.interview.facts[AMBITION] == "expert"
    assert talk.question == stage


def test_another_answer_instead_of_yes_or_no_takes_the_place_of_the_proposal(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("3")
    talk.say("daily work")
    what = proposed(talk)
    assert what
    assert what.answer.option == "everyday"
    talk.say("yes")
    assert talk.interview.facts[AMBITION] == "workforce"


def test_an_undo_drops_the_proposal_and_takes_nothing_back(talk: Talk) -> None:
    talk.say("back 2")
    events = len(recorded(talk.interview))
    talk.say("3")
    talk.say("undo")
    assert proposed(talk) is None
    assert len(recorded(talk.interview)) == events


@pytest.mark.parametrize("look", ["why", "help", "progress", "example", "meaning", "repeat"])
def test_a_proposal_outlasts_a_question_to_the_bot_and_is_asked_again(talk: Talk, look: str) -> None:
    talk.say("back 2")
    talk.say("3")
    reply = talk.perform(Intent(look))
    assert proposed(talk)
    assert reply.utterances[-1].text == talk.awaits
    talk.say("yes")
    assert talk.interview.facts[AMBITION] == "process"


def test_a_note_while_a_change_is_proposed_is_kept_and_the_proposal_stays(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("3")
    talk.say("note: ask the board")
    assert proposed(talk)
    talk.say("note")
    talk.say("and the lawyers")
    assert proposed(talk)
    assert len(talk.interview.state.kept) == 2
    talk.say("yes")
    assert talk.interview.facts[AMBITION] == "process"


def test_going_elsewhere_gives_the_proposal_up(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("3")
    talk.say("back 1")
    assert proposed(talk) is None
    talk.say("yes")
    assert proposed(talk)  # a title, like any other words
    assert talk.interview.facts[AMBITION] == "expert"


def test_the_same_answer_again_changes_nothing_and_is_not_asked_about(talk: Talk) -> None:
    stage = talk.question
    talk.say("back 2")
    events = len(recorded(talk.interview))
    talk.say("2")
    assert not talk.awaits
    assert len(recorded(talk.interview)) == events
    assert talk.question == stage


def test_a_change_without_consequences_is_asked_about_all_the_same(talk: Talk) -> None:
    talk.say("back 1")
    talk.say("Second name")
    what = proposed(talk)
    assert what
    assert what.is_plain
    talk.say("yes")
    assert talk.interview.facts[TITLE] == "Second name"


def test_what_was_passed_over_is_answered_at_once_where_no_other_question_depends_on_it(until: Until) -> None:
    talk = until("settled")
    talk.say("back 1")
    talk.say("A title")
    assert talk.interview.facts[TITLE] == "A title"


def test_what_was_passed_over_is_previewed_where_other_questions_depend_on_it(until: Until) -> None:
    talk = until("settled")
    talk.say("back 2")
    talk.say("3")
    what = proposed(talk)
    assert what
    assert what.before is None
    assert what.touches_others


def test_a_checklist_is_changed_through_the_same_question_back(begin: Begin) -> None:
    talk = Talk(begin())
    list(talk.so_far())
    while talk.asking and talk.asking.kind is not QuestionKind.CHECKLIST:
        talk.say("I don't know")
    checklist = talk.question
    assert checklist
    talk.say("y y y y")
    talk.visit(checklist)
    events = len(recorded(talk.interview))
    talk.say("y y y n")
    assert proposed(talk)
    assert len(recorded(talk.interview)) == events
    talk.say("3 no")
    what = proposed(talk)
    assert what
    assert list(what.answer.levels.values()) == ["established", "established", "absent", "absent"]
    talk.say("yes")
    assert talk.interview.state.answers[checklist].answer == what.answer
    assert talk.draft == {}


def test_an_earlier_choice_that_gains_an_option_is_named_beforehand(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("3")
    what = proposed(talk)
    assert what
    assert [(one.question, one.gained, one.lost) for one in what.offers] == [("owner", ("board",), ())]


def test_an_answer_that_is_no_longer_offered_is_set_aside_beforehand_and_asked_again(until: Until) -> None:
    talk = until("settled", aim="3", owner="2")
    talk.say("back 2")
    talk.say("1")
    what = proposed(talk)
    assert what
    assert what.set_aside == ("owner",)
    assert "owner" not in what.go
    talk.say("yes")
    assert talk.question == "owner"
    talk.visit(QuestionId("aim"))
    talk.say("3")
    what = proposed(talk)
    assert what
    assert what.come_back == ("owner",)


def test_a_contradiction_that_a_change_would_bring_is_said_beforehand(begin: Begin) -> None:
    talk = Talk(begin())
    list(talk.so_far())
    while talk.question != "customer_reach":
        talk.say("/skip")
    assert talk.asking
    talk.choose(talk.asking.options[0].id)
    talk.choose(OptionId("daily_work"))
    talk.visit(QuestionId("ambition"))
    talk.choose(OptionId("win_customers"))
    what = proposed(talk)
    assert what
    assert (what.now is None, what.then is None) == (False, True)
    talk.say("yes")
    assert talk.interview.assessment() is None


def test_the_transcript_of_a_change_is_the_same_told_live_and_again(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("3")
    live = talk.say("yes").utterances
    again = list(Talk(Interview.resume(talk.interview._store, talk.interview.id)).so_far())
    spoken = [one for one in live if one.speaker is Speaker.BOT]
    assert again[-len(spoken) :] == spoken
