"""A number is for the list that is on screen last: never for one that has gone out of view."""

from __future__ import annotations

import pytest

from chatbot.conversation.floor import NOT_ON_THE_LIST
from chatbot.conversation.talk import Talk
from chatbot.conversation.waiting.change import Change
from chatbot.conversation.waiting.correction import WhichAnswer
from chatbot.conversation.waiting.finishing import ConfirmFinish
from chatbot.conversation.waiting.guess import Guess, guess
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from tests.conversation.conftest import Until
from tests.recorded import recorded

NUMBERS = ["3", "5", "option 3", "(4)", "the third one", "four", "c", "99"]


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation at its third question."""
    return until("aim", name="ChangeLink")


def guessing(talk: Talk, *readings: str) -> None:
    """Ask whether one of these options was meant."""
    heard = [Heard(option=OptionId(one)) for one in readings]
    understood = Understood(
        outcome=Outcome.CONFIRM, heard=heard[0], runner_up=heard[1] if heard[1:] else None, confidence=0.5
    )
    asked = guess(talk._floor, Said("something with experts", understood))
    assert isinstance(asked, Guess) and len(asked.readings) == len(readings)
    talk._floor.wait_for(asked)


@pytest.mark.parametrize("readings", [("experts",), ("experts", "whole")])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_a_question_back_does_not_offer_takes_no_option(
    talk: Talk, readings: tuple[str, ...], number: str
) -> None:
    guessing(talk, *readings)
    before, asks = recorded(talk.interview), talk.awaits
    reply = talk.say(number)
    assert recorded(talk.interview) == before
    assert reply.utterances[-1].text == f"{NOT_ON_THE_LIST} {asks}"
    assert talk.awaits == asks
    talk.say("the first")
    assert talk.interview.state.answers[QuestionId("aim")].answer.option == readings[0]


@pytest.mark.parametrize("number", ["1", "2", "3", "b"])
def test_a_number_is_no_yes_and_no_other_answer_while_a_change_is_proposed(until: Until, number: str) -> None:
    talk = until("owner", name="ChangeLink", aim="2")
    talk.say("back 2")
    talk.say("3")
    assert isinstance(talk._floor.awaited, Change)
    proposed, before = talk._floor.awaited, recorded(talk.interview)
    talk.say(number)
    assert recorded(talk.interview) == before
    assert talk._floor.awaited is proposed


def test_a_number_is_no_answer_while_it_is_asked_whether_to_finish(talk: Talk) -> None:
    talk._floor.wait_for(ConfirmFinish("Finish all the same? (yes / no)"))
    before = recorded(talk.interview)
    talk.say("1")
    assert recorded(talk.interview) == before
    assert isinstance(talk._floor.awaited, ConfirmFinish)


def test_only_the_numbers_of_the_answers_listed_say_which_is_wrong(talk: Talk) -> None:
    talk.say("2")
    answers = ((QuestionId("name"), "ChangeLink"), (QuestionId("aim"), "the aim"))
    talk._floor.wait_for(WhichAnswer(answers))
    before = recorded(talk.interview)
    talk.say("3")
    assert recorded(talk.interview) == before
    assert isinstance(talk._floor.awaited, WhichAnswer)
    talk.say("2")
    assert talk.question == "aim"


def test_after_a_no_a_number_is_for_the_question_again(talk: Talk) -> None:
    guessing(talk, "experts")
    talk.say("no")
    talk.say("2")
    assert QuestionId("aim") in talk.interview.state.answers
