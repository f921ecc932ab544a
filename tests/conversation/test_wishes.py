"""What people want besides answering is carried out at any question."""

from __future__ import annotations

import pytest

from chatbot.conversation import hearing
from chatbot.conversation.explaining import NO_EXAMPLE
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind, Speaker
from chatbot.conversation.waiting.evidence import AwaitedEvidence
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from chatbot.facts import TITLE
from chatbot.interview.events import Answered, Reopened
from chatbot.interview.interview import Interview
from tests.conftest import Begin
from tests.conversation.conftest import Until
from tests.recorded import recorded

FRONT_ENDS = {Intent.REVIEW, Intent.CHANGE, Intent.ADVICE, Intent.REPORT, Intent.RESTART, Intent.QUIT}


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation at its third question."""
    return until("owner", name="ChangeLink", aim="2")


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("at_the_end", [False, True])
def test_every_wish_is_carried_out_or_handed_to_the_front_end(
    until: Until, intent: Intent, at_the_end: bool
) -> None:
    talk = until("owner", name="ChangeLink", aim="2")
    while at_the_end and talk.asking:
        talk.say("/skip")
    reply = talk.perform(intent)
    assert reply.utterances or reply.wants
    if intent in FRONT_ENDS:
        assert reply.wants in FRONT_ENDS


@pytest.mark.parametrize("target", ["1", "name"])
def test_change_goes_to_the_question_that_is_named(talk: Talk, target: str) -> None:
    talk.perform(Intent.CHANGE, target)
    assert talk.question == "name"
    assert talk.is_visiting


def test_change_without_a_target_is_the_review(talk: Talk) -> None:
    assert talk.perform(Intent.CHANGE).wants is Intent.REVIEW


@pytest.mark.parametrize("target", ["99", "judge", "nonsense", "0"])
def test_a_question_that_was_not_dealt_with_cannot_be_changed_and_that_is_said(
    talk: Talk, target: str
) -> None:
    reply = talk.perform(Intent.CHANGE, target)
    assert talk.question == "owner"
    assert [one.speaker for one in reply.utterances] == [Speaker.BOT]


def test_an_answer_behind_the_question_asked_can_be_visited_too(until: Until) -> None:
    talk = until("exceptions", aim="2", owner="1", settled="y y", looks="1")
    talk.say("back 4")
    talk.say("n n")
    talk.say("yes")
    talk.say("back 4")
    talk.say("y y")
    talk.say("yes")
    assert talk.question == "exceptions"
    talk.perform(Intent.CHANGE, "looks")
    assert talk.question == "looks"


def test_meaning_is_the_help_of_the_question(talk: Talk) -> None:
    assert talk.asking
    assert talk.asking.help in talk.perform(Intent.MEANING).utterances[0].text


def test_an_example_comes_from_the_levels_or_the_evidence_and_its_lack_is_said(
    until: Until,
) -> None:
    def example(question: str) -> str:
        return until(question, aim="2").perform(Intent.EXAMPLE).utterances[0].text

    assert "The name, and where it is written." in example("owner")
    assert "it is written who approves" in example("settled").lower()
    assert "The list of projects." in example("name")
    assert example("remarks") == NO_EXAMPLE


def test_an_example_comes_from_the_lens_where_it_has_one(begin: Begin) -> None:
    talk = Talk(begin())
    list(talk.so_far())
    lens = next(one for one in talk.interview.held.framework.lenses if one.lens == "manufacturing")
    shown = set()
    while talk.asking:
        shown |= {one.text for one in talk.perform(Intent.EXAMPLE).utterances}
        talk.say("1" if talk.question == "sector" else "/skip")
    assert any(example in text for example in lens.examples.values() for text in shown)


def test_progress_counts_what_is_dealt_with_and_what_is_left(talk: Talk) -> None:
    state = talk.interview.state
    text = talk.perform(Intent.PROGRESS).utterances[0].text
    assert f"2 of {len(state.path.questions)}" in text
    assert f"{len(state.due)} to go" in text


def test_an_undo_and_a_redo_go_back_and_forth_any_number_of_steps(talk: Talk) -> None:
    talk.say("1")
    for _ in range(3):
        talk.say("undo")
    assert TITLE not in talk.interview.facts
    for _ in range(3):
        talk.say("redo")
    assert talk.interview.facts[TITLE] == "ChangeLink"
    assert talk.question == "settled"
    events = len(recorded(talk.interview))
    talk.say("redo")
    assert len(recorded(talk.interview)) == events


def test_a_redo_after_the_end_opens_the_interview_again(talk: Talk) -> None:
    while talk.asking:
        talk.say("/skip")
    talk.say("undo")
    talk.say("/skip")
    talk.say("finish")
    talk.say("undo")
    talk.say("redo")
    assert not talk.interview.finished
    assert talk.interview.state.due == ()


def test_a_new_interview_begins_with_the_same_dialog_and_the_old_one_stays(talk: Talk) -> None:
    assert talk.perform(Intent.RESTART).wants is Intent.RESTART
    new = talk.interview.begin_again()
    assert new.id != talk.interview.id
    assert new.held.script == talk.interview.held.script
    assert len(new.state.events) == 1
    assert talk.interview.facts[TITLE] == "ChangeLink"


@pytest.mark.parametrize(
    "look", ["why", "meaning", "example", "help", "progress", "repeat", "review", "note: x"]
)
def test_looking_keeps_what_was_only_mentioned(until: Until, look: str) -> None:
    talk = until("owner", name="ChangeLink", aim="2")
    for words in ("1", "y y", "1"):
        talk.say(words)
    assert isinstance(talk._floor.awaited, AwaitedEvidence)
    talk.say(look)
    assert isinstance(talk._floor.awaited, AwaitedEvidence)
    talk.say("note")
    talk.say("something else")
    assert isinstance(talk._floor.awaited, AwaitedEvidence)
    talk.say("evidence")
    talk.say("the minutes of May")
    assert talk.interview.state.evidence[-1].what.question == "looks"  # type: ignore[union-attr]  # evidence
    assert not isinstance(talk._floor.awaited, AwaitedEvidence)


def test_what_another_window_recorded_is_told_step_by_step_and_what_arose_is_awaited(until: Until) -> None:
    ahead = until("owner", name="ChangeLink", aim="2")
    behind = Talk(Interview.resume(ahead.interview._store, ahead.interview.id))
    list(behind.so_far())
    told = [one for words in ("1", "y y", "1") for one in ahead.say(words).utterances]
    caught_up = behind.say("2").utterances
    questions = [one.question for one in told if one.kind is Kind.QUESTION]
    assert [one.question for one in caught_up if one.kind is Kind.QUESTION] == questions
    assert isinstance(behind._floor.awaited, AwaitedEvidence)


def test_a_change_proposed_here_is_dropped_when_another_window_went_on(until: Until) -> None:
    ahead = until("settled", name="ChangeLink", aim="2", owner="1")
    behind = Talk(Interview.resume(ahead.interview._store, ahead.interview.id))
    list(behind.so_far())
    behind.say("back 2")
    behind.say("3")
    assert ahead.say("y y").kept == "y y"  # the other window has said something meanwhile
    ahead.say("y y")
    behind.say("yes")
    assert not behind.awaits_words
    assert behind.interview.state.answers[QuestionId("aim")].answer.option == "experts"


def test_looking_at_an_answer_does_not_open_what_is_finished_and_a_change_does(talk: Talk) -> None:
    while talk.asking:
        talk.say("/skip")
    talk.say("finish")
    assert talk.interview.finished
    events = len(recorded(talk.interview))
    talk.visit(QuestionId("aim"))
    assert talk.question == "aim"
    talk.keep()
    talk.say("back 2")
    talk.say("3")
    talk.say("no")
    assert talk.interview.finished
    assert len(recorded(talk.interview)) == events
    talk.say("back 2")
    talk.say("3")
    talk.say("yes")
    assert not talk.interview.finished
    assert [type(event.what) for event in recorded(talk.interview)[events:]] == [Reopened, Answered]
    talk.say("finish")
    talk.say("back 1")
    talk.say("/skip")
    assert talk.interview.finished


SENTENCE = "it is the thing with which our people in sales will write their offers faster"


def test_a_sentence_given_as_the_name_is_asked_about_once_and_kept_beside_the_short_one(until: Until) -> None:
    talk = until("name")
    talk.say(SENTENCE)
    assert TITLE not in talk.interview.facts
    assert talk.awaits_words
    talk.say("why")
    talk.say("Offer Writer")
    assert talk.interview.facts[TITLE] == "Offer Writer"
    assert [one.text for one in talk.interview.state.kept] == [SENTENCE]
    assert talk.question == "aim"


@pytest.mark.parametrize("keep", ["keep it", "no", "yes", "1", "I don't know"])
def test_whoever_has_no_short_name_keeps_the_sentence(until: Until, keep: str) -> None:
    talk = until("name")
    talk.say(SENTENCE)
    talk.say(keep)
    assert talk.interview.facts[TITLE] == SENTENCE
    assert talk.question == "aim"


def test_another_sentence_is_taken_as_the_name_and_an_undo_drops_it_all(until: Until) -> None:
    talk = until("name")
    talk.say(SENTENCE)
    talk.say("undo")
    assert not talk.awaits_words
    talk.say(SENTENCE)
    talk.say("/skip")
    assert TITLE not in talk.interview.facts


def test_a_guess_of_a_change_says_which_answer_and_takes_new_content_for_it(
    until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand = hearing.understand
    guessed = Understood(
        outcome=Outcome.CONFIRM, heard=Heard(intent=Intent.CHANGE, target="aim"), confidence=0.5
    )

    def understood(script, question, offered, said, **more):
        return guessed if said == "hm" else understand(script, question, offered, said, **more)

    monkeypatch.setattr(hearing, "understand", understood)
    for words in ("daily work", "yes, daily work"):
        talk = until("settled", name="ChangeLink", aim="2", owner="1")
        talk.say("hm")
        assert "What should ChangeLink do?" in talk.awaits
        assert "??" not in talk.awaits
        talk.say(words)
        assert talk.interview.state.answers[QuestionId("aim")].answer.option == "experts"
        talk.say("yes")
        assert talk.interview.state.answers[QuestionId("aim")].answer.option == "everyday"
