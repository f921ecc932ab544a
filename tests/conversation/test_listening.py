"""The listener: tensions asked about once, summaries that take corrections, and the offer to finish."""

from __future__ import annotations

import pytest

from chatbot.conversation.reply import Reply
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind, Speaker, Utterance
from chatbot.conversation.waiting.change import Change
from chatbot.conversation.waiting.correction import WhichAnswer
from chatbot.conversation.waiting.finishing import OFFER
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import FactId, Level
from chatbot.framework.tensions import Tensions
from chatbot.interview.events import Answered, Finished, Noted, decode_what, encode_what
from chatbot.interview.interview import Interview
from chatbot.interview.state import State
from tests.conftest import Begin
from tests.recorded import recorded

AIM = ["ChangeLink", "skip", "3", "1", "5"]
"""Answers that lead `readiness` to its first question of substance: the ambition is a whole process."""

USAGE = [*AIM, "1", "2"]
"""A measured figure, and usage as the first argument: a tension, at the end of a topic."""

DATA = [*AIM, "1", "1", "yyyy", "1"]
"""Two layers in good order; the second has just been summed up."""

SETTLED = [*DATA, "nyyy", "1", "1", "1", "1", "yyyy", "1", "yyny"]
"""Governance without an approval path and Finance without rules: nothing later can change the advice."""

CHECKS = FactId("data_foundation.quality_checks")


@pytest.fixture
def talk(begin: Begin) -> Talk:
    """A conversation at its first question."""
    talk = Talk(begin())
    list(talk.so_far())
    return talk


def say(talk: Talk, *words: str) -> Reply:
    """Type several things; the reply to the last."""
    replies = [talk.say(one) for one in words]
    return replies[-1]


def asked_about(talk: Talk, utterances: tuple[Utterance, ...]) -> list[str]:
    """The tensions that the bot asks about in what it says."""
    tensions = talk.interview.held.framework.tensions
    return [str(tension.id) for one in utterances for tension in tensions if one.text.startswith(tension.ask)]


def all_asked(talk: Talk) -> list[str]:
    """The same in the whole conversation, told again from its events."""
    told = Talk(Interview.resume(talk.interview._store, talk.interview.id)).so_far()
    return asked_about(talk, tuple(told))


def explanations(talk: Talk) -> list[tuple[str, str, bool]]:
    notes = [event.what for event in talk.interview.state.notes]
    return [(one.tension, one.text, one.declined) for one in notes if isinstance(one, Noted) and one.tension]


def test_a_tension_is_asked_about_when_its_last_fact_is_stated_and_after_the_next_question(
    talk: Talk,
) -> None:
    reply = say(talk, *USAGE)
    assert asked_about(talk, reply.utterances) == ["metric_and_usage"]
    assert asked_about(talk, reply.utterances[-1:]) == ["metric_and_usage"]
    assert any(one.kind is Kind.QUESTION for one in reply.utterances)
    assert talk.awaits


@pytest.mark.parametrize("words", ["the figure was made for the board", "[b]\x1b[2J{x.y}\u202e"])
def test_what_explains_it_is_kept_word_for_word_and_the_question_is_asked_again(
    talk: Talk, words: str
) -> None:
    say(talk, *USAGE)
    before = talk.question
    reply = talk.say(words)
    assert explanations(talk) == [("metric_and_usage", words, False)]
    assert talk.question == before
    assert (reply.utterances[-1].kind, reply.utterances[-1].question) == (Kind.QUESTION, before)
    assert talk.awaits == ""


@pytest.mark.parametrize("words", ["later", "no", "Skip.", "not now", "let's go on please"])
def test_there_need_not_be_an_explanation(talk: Talk, words: str) -> None:
    say(talk, *USAGE)
    before = talk.question
    talk.say(words)
    assert explanations(talk) == [("metric_and_usage", words, True)]
    assert talk.question == before


@pytest.mark.parametrize("words", ["yyyy", "1 yes, 2 partly, 3 no, 4 yes"])
def test_an_answer_to_the_next_question_gets_through(talk: Talk, words: str) -> None:
    say(talk, *USAGE)
    before = talk.question
    talk.say(words)
    assert before in talk.interview.state.answers
    assert explanations(talk) == []
    assert talk.awaits == ""


def test_so_does_a_wish_and_a_key_on_an_option(talk: Talk) -> None:
    say(talk, *DATA[:-1], "4")
    assert talk.awaits
    assert talk.say("why").utterances[-1].kind is Kind.ASIDE
    assert explanations(talk) == []
    asked = talk.asking
    assert asked
    talk.mark({item.fact: Level.ESTABLISHED for item in asked.items}, {})
    assert asked.id in talk.interview.state.answers


def test_it_is_asked_about_once_however_often_it_comes_and_goes(talk: Talk) -> None:
    say(talk, *USAGE, "yyyy")
    for _ in range(2):
        say(talk, "back 7", "1", "yes")
        reply = say(talk, "back 7", "2", "yes")
        assert asked_about(talk, reply.utterances) == []
    assert all_asked(talk) == ["metric_and_usage"]


def test_of_several_that_come_up_together_the_next_waits_until_something_was_said_to_the_first(
    talk: Talk,
) -> None:
    say(talk, *DATA[:-2], "nyyy")
    reply = say(talk, "4")
    assert asked_about(talk, reply.utterances) == ["data_rules_by_hand"]
    first = say(talk, "back 8", "1 no, 2 yes, 3 yes, 4 yes")
    assert asked_about(talk, first.utterances) == []


def test_taking_the_answer_back_takes_the_question_about_it_back(talk: Talk) -> None:
    say(talk, *USAGE)
    talk.say("undo")
    assert talk.question == "last_argument"
    assert talk.awaits == ""
    assert asked_about(talk, talk.say("2").utterances) == []


def test_an_explanation_that_is_taken_back_can_be_given_again_and_put_back(talk: Talk) -> None:
    say(talk, *USAGE, "the first words")
    reply = talk.say("undo")
    assert explanations(talk) == []
    assert asked_about(talk, reply.utterances) == ["metric_and_usage"]
    talk.say("redo")
    assert explanations(talk) == [("metric_and_usage", "the first words", False)]
    say(talk, "undo", "made for the board")
    assert explanations(talk) == [("metric_and_usage", "made for the board", False)]


def test_an_interview_that_is_taken_up_again_still_waits_for_it(talk: Talk) -> None:
    say(talk, *USAGE)
    again = Talk(Interview.resume(talk.interview._store, talk.interview.id))
    told = list(again.so_far())
    assert asked_about(again, tuple(told[-1:])) == ["metric_and_usage"]
    again.say("it was a slip")
    again.say("the second")  # not a wish to take it back
    assert explanations(again) == [("metric_and_usage", "it was a slip", False)]


def test_what_one_option_says_alone_is_not_asked_about(begin: Begin) -> None:
    held = begin("quick").held
    tensions = Tensions(held.framework)
    for question in held.script.questions():
        for option in question.options:
            facts = {str(fact): value for fact, value in option.facts.items()}
            if tensions.holding(facts):
                talk = Talk(begin("quick"))
                while talk.question != question.id:
                    talk.say("skip")
                talk.choose(option.id)
                assert all_asked(talk) == []


def test_an_earlier_version_reads_an_explanation_as_a_note() -> None:
    body = encode_what(Noted(text="so", tension="metric_and_usage"))
    assert decode_what(body.replace(b'"tension":"metric_and_usage"', b'"new_field":1')) == Noted(text="so")
    assert encode_what(Noted(text="so")) == b'{"kind":"noted","text":"so"}'
    assert encode_what(Finished()) == b'{"kind":"finished"}'


def test_a_summary_takes_a_correction_in_words_and_shows_what_it_would_do_first(talk: Talk) -> None:
    say(talk, *DATA)
    due = talk.question
    before = len(recorded(talk.interview))
    talk.say("no, the quality checks are only partial")
    assert len(recorded(talk.interview)) == before
    assert talk.awaits_words
    talk.say("yes")
    assert talk.interview.facts[CHECKS] == Level.PARTIAL
    assert talk.interview.facts[FactId("data_foundation.owners")] == Level.ESTABLISHED
    assert talk.question == due


def test_a_correction_that_is_not_confirmed_changes_nothing(talk: Talk) -> None:
    say(talk, *DATA)
    facts = dict(talk.interview.facts)
    say(talk, "actually, somebody collects it by hand for each occasion", "no")
    assert talk.interview.facts == facts


def test_what_may_explain_it_or_answer_the_question_is_asked_about(talk: Talk) -> None:
    for words in ("the figure is for the board, the rest is talk", "I don't know"):
        say(talk, *USAGE) if not talk.interview.state.answers else None
        events = len(recorded(talk.interview))
        talk.say(words)
        assert len(talk.ready) == 3
        talk.say("yes")
        assert len(recorded(talk.interview)) == events
        talk.say("no")
        assert talk.awaits
    talk.say("I don't know")
    talk.say("the second")
    assert explanations(talk) == [("metric_and_usage", "I don't know", True)]


@pytest.mark.parametrize("words", ["what?", "can you rephrase?", "ok", "I would like to finish and see it"])
def test_a_question_back_or_a_wish_explains_nothing(talk: Talk, words: str) -> None:
    say(talk, *USAGE)
    events = len(recorded(talk.interview))
    talk.say(words)
    assert len(recorded(talk.interview)) == events


@pytest.mark.parametrize("words", ["no way yet", "nope not done", "no one has said how", "no procedure"])
def test_a_no_that_belongs_to_what_follows_does_not_object_to_a_summary(talk: Talk, words: str) -> None:
    say(talk, *DATA)
    due = talk.question
    talk.say(words)
    assert talk.question == due
    assert not isinstance(talk._floor.awaited, Change)


def test_an_answer_to_the_next_question_is_never_taken_as_a_correction(talk: Talk) -> None:
    say(talk, *SETTLED[: SETTLED.index("nyyy") + 1], "1")
    assert talk.question == "way_of_results"
    say(talk, "no way yet")
    say(talk, "yes") if talk.awaits_words else None
    answered = talk.interview.state.answers[QuestionId("way_of_results")]
    assert answered.answer.option == "no_way_yet"


def test_words_that_fit_the_next_question_and_the_summary_are_asked_about(talk: Talk) -> None:
    say(talk, *DATA, "no")
    assert len(talk.ready) == 3
    say(talk, "the second")
    assert isinstance(talk._floor.awaited, WhichAnswer)


@pytest.mark.parametrize("words", ["other", "the other", "yes", "ok", "the second", "sure"])
def test_only_words_of_finishing_finish(talk: Talk, words: str) -> None:
    say(talk, *SETTLED, words)
    assert not talk.interview.finished
    assert talk.question == "last_week_use"
    assert talk.awaits


@pytest.mark.parametrize("words", ["finish please", "let's finish", "ok, finish now", "end it here"])
def test_courtesy_finishes_too(talk: Talk, words: str) -> None:
    say(talk, *SETTLED, words)
    assert talk.interview.finished


@pytest.mark.parametrize("words", ["that is wrong", "That's not quite right!", "Wrong."])
def test_an_objection_without_more_asks_which_answer_and_that_question_again_with_what_was_said(
    talk: Talk, words: str
) -> None:
    say(talk, *DATA)
    due = talk.question
    assert len(say(talk, words).utterances) == 2
    assert len(talk.ready) == 3
    talk.say("1")
    assert talk.question == "data_care"
    assert set(talk.draft.values()) == {Level.ESTABLISHED}
    say(talk, "4 no", "yes")
    assert talk.interview.facts[CHECKS] == Level.ABSENT
    assert talk.question == due


def test_whoever_says_nothing_about_a_summary_just_goes_on(talk: Talk) -> None:
    say(talk, *DATA, "yyny")
    answered = talk.interview.state.answers["result_rules"]  # type: ignore[index]  # a plain word is its id
    assert list(answered.answer.levels.values()).count(Level.ABSENT) == 1


def test_a_summary_can_be_corrected_after_a_tension_was_explained(talk: Talk) -> None:
    say(talk, *DATA[:-1], "4", "it was a copy for a test", "no, the quality checks are only partial", "yes")
    assert talk.interview.facts[CHECKS] == Level.PARTIAL


def test_once_nothing_can_change_any_more_it_says_so_once_and_offers_to_finish(talk: Talk) -> None:
    framework = talk.interview.held.framework
    reply = say(talk, *SETTLED)
    text = reply.utterances[-1].text
    titles = {warning.id: warning.title for warning in framework.warnings}
    assert titles["process.automation_before_controls"] in text  # type: ignore[index]  # ids are words
    assert talk.awaits == OFFER
    while talk.asking:
        later = talk.say("I don't know")
        assert all(one.text != text for one in later.utterances)
        assert talk.awaits != OFFER


def test_it_can_be_finished_then_and_says_what_was_left_out(talk: Talk) -> None:
    say(talk, *SETTLED)
    due = talk.interview.state.due
    reply = talk.say("finish")
    assert talk.interview.finished
    assert reply.wants is Intent.ADVICE
    assert talk.interview.state.events[-1].what == Finished(left_out=due, decided=True)
    again = State(talk.interview.held.manager, talk.interview.state.events)
    assert (again.stage, again.path) == (talk.interview.state.stage, talk.interview.state.path)
    assert all(fact not in talk.interview.facts for fact in ("expert.decision_owner", "workforce.two_tier"))


@pytest.mark.parametrize(
    "words", ["go on", "continue", "Not yet.", "let's go on please", "go on with the questions", "no, go on"]
)
def test_or_gone_on_with(talk: Talk, words: str) -> None:
    say(talk, *SETTLED)
    due = talk.question
    reply = talk.say(words)
    assert talk.question == due
    assert (reply.utterances[-1].kind, reply.utterances[-1].question) == (Kind.QUESTION, due)
    assert not talk.interview.finished


def test_typing_the_next_answer_goes_on(talk: Talk) -> None:
    say(talk, *SETTLED)
    due = talk.question
    talk.say("1")
    assert due in talk.interview.state.answers


def test_what_was_left_out_can_be_taken_up_again(talk: Talk) -> None:
    say(talk, *SETTLED)
    due = talk.question
    talk.say("finish")
    talk.say("back")
    assert not talk.interview.finished
    assert talk.question == due


def test_before_that_it_finishes_only_after_a_yes(talk: Talk) -> None:
    say(talk, *DATA)
    due = talk.interview.state.due
    talk.say("finish")
    assert not talk.interview.finished
    talk.say("no")
    assert talk.interview.state.due == due
    reply = say(talk, "finish", "yes")
    assert reply.wants is Intent.ADVICE
    assert talk.interview.state.events[-1].what == Finished(left_out=due, typed="yes")


def test_an_answer_in_place_of_that_yes_goes_on(talk: Talk) -> None:
    say(talk, *DATA, "finish", "yyyy")
    assert not talk.interview.finished
    assert isinstance(talk.interview.state.events[-1].what, Answered)


def test_nothing_is_offered_where_only_a_last_word_is_left(talk: Talk) -> None:
    offered = 0
    for _ in range(60):
        if not talk.asking:
            break
        reply = talk.say("I don't know")
        offered += talk.awaits == OFFER
        if talk.question == "anything_else":
            assert talk.awaits != OFFER
            assert reply.utterances[-1].speaker is Speaker.BOT
    assert offered <= 1
