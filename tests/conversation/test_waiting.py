"""What the bot waits for besides the question: one thing at a time, and everything else gets through."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation import hearing
from chatbot.conversation.agreeing import Which, asks_back, goes_on, keeps, said_back
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from chatbot.facts import FactId, Level
from tests.conversation.conftest import Until
from tests.recorded import recorded

MUMBLED = "well, you know"


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation at a choice."""
    return until("owner", name="ChangeLink", aim="2")


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch):
    """Make certain words mean one of some readings, without certainty."""
    understand = hearing.understand

    def teach(best: Heard, other: Heard | None = None, outcome: Outcome = Outcome.CONFIRM) -> None:
        taught = Understood(outcome=outcome, heard=best, confidence=0.6, runner_up=other)

        def understood(script, question, offered, said, **more):
            return taught if said == MUMBLED else understand(script, question, offered, said, **more)

        monkeypatch.setattr(hearing, "understand", understood)

    return teach


NAMED, NOBODY = Heard(option=OptionId("named")), Heard(option=OptionId("nobody"))


def chosen(talk: Talk) -> str | None:
    given = talk.interview.state.answers.get("owner")
    return given.answer.option if given else None


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("the first", "named"),
        ("The first one, please.", "named"),
        ("the second of the two", "nobody"),
        ("number two", "nobody"),
        ("1", "named"),
        ("the second", "nobody"),
        ("no, the other one", "nobody"),
        ("2", "nobody"),
        ("no", None),
        ("neither", None),
        ("one person", "named"),
        ("no one", "nobody"),
    ],
)
def test_of_two_readings_the_one_that_is_meant_is_recorded(
    talk: Talk, unsure, said: str, option: str | None
) -> None:
    unsure(NAMED, NOBODY)
    talk.say(MUMBLED)
    assert talk.awaits_words
    assert chosen(talk) is None
    talk.say(said)
    assert chosen(talk) == option
    assert not talk.awaits_words


@pytest.mark.parametrize("yes", ["yes", "Yes.", "ok", "yes, that's right"])
def test_a_yes_to_two_readings_does_not_choose_between_them(talk: Talk, unsure, yes: str) -> None:
    unsure(NAMED, NOBODY)
    talk.say(MUMBLED)
    talk.say(yes)
    assert chosen(talk) is None
    assert talk.awaits_words
    talk.say("the second")
    assert chosen(talk) == "nobody"


def test_a_yes_takes_an_answer_before_a_wish_that_only_looks(talk: Talk, unsure) -> None:
    unsure(NAMED, Heard(intent=Intent.EXAMPLE))
    talk.say(MUMBLED)
    talk.say("yes")
    assert chosen(talk) == "named"


def test_an_answer_behind_a_no_is_taken(talk: Talk, unsure) -> None:
    unsure(NAMED)
    talk.say(MUMBLED)
    talk.say("not that, no one")
    assert chosen(talk) == "nobody"


def test_what_follows_a_no_is_heard_as_new_words(until: Until, unsure) -> None:
    talk = until("name")
    unsure(Heard(text=MUMBLED))
    talk.say(MUMBLED)
    talk.say("No, I do not like that")
    assert talk.awaits_words
    talk.say("No, show me an example")
    assert talk.interview.state.answers == {}


def test_words_that_are_not_understood_leave_a_proposed_change_and_say_it_again(until: Until, unsure) -> None:
    talk = until("settled", aim="2", owner="1")
    talk.say("back 2")
    talk.say("3")
    asks = talk.awaits
    unsure(NAMED, outcome=Outcome.ASK)
    assert asks in talk.say(MUMBLED).utterances[-1].text
    assert talk.awaits == asks
    unsure(Heard(intent=Intent.WHY))
    talk.say(MUMBLED)
    talk.say("no")
    assert talk.awaits == asks
    talk.say("yes, do that please")
    assert talk.interview.state.answers["aim"].answer.option == "whole"


@pytest.mark.parametrize(
    "no", ["no, keep the old one", "No, leave it alone.", "no, leave everything as it was", "never mind"]
)
def test_a_no_in_more_words_is_one(until: Until, no: str) -> None:
    talk = until("settled", name="ChangeLink", aim="2", owner="1")
    talk.say("back 1")
    talk.say("Second name")
    talk.say(no)
    assert talk.interview.state.answers["name"].answer.text == "ChangeLink"
    assert not talk.awaits_words
    assert talk.question == "settled"
    assert talk.draft == {}


def test_another_wish_behind_a_no_is_carried_out_and_never_kept_as_a_text(until: Until) -> None:
    talk = until("settled", name="ChangeLink", aim="2", owner="1")
    talk.say("back 1")
    talk.say("Second name")
    talk.say("No, go back to question 2")
    assert talk.interview.state.answers["name"].answer.text == "ChangeLink"
    assert talk.question == "aim"


def test_what_was_declined_is_in_nothing_that_comes_after(until: Until) -> None:
    talk = until("exceptions", aim="2", owner="1", settled="y y", looks="1")
    talk.say("back 4")
    talk.say("n n")
    talk.say("no, 1 is only partly")
    draft = talk.draft
    assert draft == {} or list(draft.values()) == [Level.PARTIAL, Level.ESTABLISHED]
    talk.say("no")
    talk.say("back 4")
    assert talk.draft == {}
    assert talk.asking
    assert talk.asking.given
    assert set(talk.asking.given.levels.values()) == {Level.ESTABLISHED}


@pytest.mark.parametrize(
    "words",
    ["no, keep the answer I gave", "let's carry on where we were", "leave it as it is", "go on please"],
)
def test_a_question_that_was_gone_back_to_is_left_in_words(until: Until, words: str) -> None:
    talk = until("settled", name="ChangeLink", aim="2", owner="1")
    for question in ("name", "aim"):
        talk.visit(QuestionId(question))
        events = len(recorded(talk.interview))
        talk.say(words)
        assert not talk.is_visiting
        assert not talk.awaits_words
        assert len(recorded(talk.interview)) == events


def test_what_is_recorded_after_a_yes_keeps_the_words_that_were_guessed_from(talk: Talk, unsure) -> None:
    unsure(NAMED)
    talk.say(MUMBLED)
    talk.say("yes")
    assert talk.interview.state.answers["owner"].words == MUMBLED


def test_everything_that_can_be_said_with_one_key_is_taken(talk: Talk, unsure) -> None:
    unsure(NAMED, NOBODY)
    for at, option in enumerate(("named", "nobody", None)):
        talk.say(MUMBLED)
        talk.say(talk.ready[at][1])
        assert chosen(talk) == option
        if option:
            talk.say("undo")


@pytest.mark.parametrize("wish", ["back", "skip", "undo", "quit", "finish", "review", "note: a remark"])
def test_any_wish_gets_through_while_a_reading_waits_for_a_yes(talk: Talk, unsure, wish: str) -> None:
    unsure(NAMED, NOBODY)
    talk.say(MUMBLED)
    talk.say(wish)
    assert chosen(talk) is None


def test_a_wish_that_was_guessed_is_carried_out_after_a_yes(talk: Talk, unsure) -> None:
    unsure(Heard(intent=Intent.SKIP))
    talk.say(MUMBLED)
    talk.say("yes")
    assert "owner" in talk.interview.state.skipped


def test_part_of_a_checklist_that_was_guessed_is_kept_with_the_rest(until: Until, unsure) -> None:
    talk = until("settled")
    path, trail = FactId("governance.approval_path"), FactId("governance.audit_trail")
    unsure(Heard(levels={path: Level.PARTIAL}), Heard(levels={path: Level.ABSENT}))
    talk.sketch({trail: Level.ESTABLISHED})
    talk.say(MUMBLED)
    talk.say("2")
    levels = talk.interview.state.answers["settled"].answer.levels
    assert levels == {path: Level.ABSENT, trail: Level.ESTABLISHED}


def test_marks_that_change_drop_a_guess(until: Until, unsure) -> None:
    talk = until("settled")
    path, trail = FactId("governance.approval_path"), FactId("governance.audit_trail")
    unsure(Heard(levels={path: Level.PARTIAL}))
    talk.say(MUMBLED)
    talk.sketch({trail: Level.ABSENT})
    assert not talk.awaits


def test_other_words_than_a_label_are_said_back_with_the_label(talk: Talk) -> None:
    said = talk.say("directors, one person").utterances
    if chosen(talk) is None:  # not understood at once by the present understanding
        said = talk.say("no one").utterances
    label = {option.id: option.label for option in _options(talk)}[chosen(talk)]
    assert any(label in one.text and one.kind is Kind.UNDERSTOOD for one in said)


def test_a_label_that_was_chosen_is_not_said_twice(talk: Talk) -> None:
    said = talk.choose(OptionId("named")).utterances
    assert not any(one.kind is Kind.UNDERSTOOD for one in said)


def _options(talk: Talk):
    return talk.interview.held.manager.route.question["owner"].options


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    said=st.lists(
        st.sampled_from(
            ["1", "2", "3", "yes", "no", "y y", "1 na", "because", "back", "back 1", "back 2", "/skip",
             "undo", "redo", "note", "/note on 1: x", "/evidence", "/progress", "why", "/change", "finish",
             "/example", "later", "the second", "I don't know", "hm", "say"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_whatever_is_said_in_any_order_only_one_thing_is_awaited_and_a_replay_agrees(
    until: Until, said: list[str]
) -> None:
    talk = until("name")
    for words in said:
        talk.say(words)
        assert bool(talk.awaits) >= talk.awaits_words
        assert talk.question is None or talk.question in talk.interview.state.path.questions
        assert talk.asking is None or talk.asking.id == talk.question
    again = Talk(type(talk.interview).resume(talk.interview._store, talk.interview.id))
    assert list(again.so_far())
    assert again.interview.state.kept == talk.interview.state.kept
    assert again.interview.facts == talk.interview.facts


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("Yes, please!", Which.YES),
        ("go ahead", Which.YES),
        ("no, leave it as it is", Which.NO),
        ("the former", Which.FIRST),
        ("I meant the second one", Which.SECOND),
        ("yes but only on Mondays", None),
        ("yes, but only on Mondays", None),
        ("yes, that's fine", Which.YES),
        ("yes please record it", Which.YES),
        ("sure", Which.YES),
        ("absolutely", Which.YES),
        ("no, keep the old one", Which.NO),
        ("no way yet", None),
        ("no idea", None),
        ("", None),
    ],
)
def test_yes_and_no_are_told_from_everything_else(words: str, which: Which | None) -> None:
    assert said_back(words) is which


def test_marks_beside_a_note_that_is_awaited_do_not_make_an_answer_of_its_text(until: Until) -> None:
    talk = until("settled")
    talk.perform(Intent.NOTE)
    talk.sketch({FactId("governance.audit_trail"): Level.ABSENT})
    talk.say("y y")
    assert [one.text for one in talk.interview.state.kept] == ["y y"]
    assert talk.draft == {FactId("governance.audit_trail"): Level.ABSENT}


@pytest.mark.parametrize(
    "piece", ["please record it ", "no, ", "yes ", "?", "? a", "the ", "hm", "keep it as it is "]
)
def test_any_amount_of_yes_and_no_is_read_at_once(piece: str) -> None:
    words = piece * 4_000 + "x"
    assert said_back(words) in (None, Which.YES, Which.NO)
    assert not goes_on(words)
    assert not keeps(words)
    assert asks_back(words) in (True, False)
