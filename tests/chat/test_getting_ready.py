"""Getting ready for words: before they come where that can be, and without a frozen screen where not."""

from __future__ import annotations

import threading

import pytest

from chatbot.chat.exchange import Exchange
from chatbot.chat.getting_ready import READING


@pytest.fixture
def slow(monkeypatch):
    """Learning that goes on until it is let go; it keeps the questions it was begun for."""
    go, begun = threading.Event(), []
    learn = Exchange.get_ready

    def held_up(self, question):
        begun.append(question)
        go.wait(60)
        learn(self, question)

    monkeypatch.setattr(Exchange, "get_ready", held_up)
    yield go, begun
    go.set()


async def settled(hand):
    """Everything that was begun is done."""
    await hand.app.workers.wait_for_complete()
    await hand.pilot.pause()


async def test_the_question_in_view_and_the_next_one_are_got_ready_for(opens, interview, slow):
    go, begun = slow
    go.set()
    async with opens(interview, until="aim") as hand:
        hand.talk._get_ready()
        await settled(hand)
        assert begun == ["aim", "rules"]
        await hand.say("specialist work")
        hand.talk._get_ready()
        await settled(hand)
        assert begun == ["aim", "rules", "spread"]


async def test_words_that_come_early_wait_and_are_then_taken(opens, interview, slow):
    go, _ = slow
    async with opens(interview, until="aim") as hand:
        hand.talk.prompt.put("specialist work")
        await hand.press("enter")
        assert "aim" not in interview.state.answers
        hand.talk._tell_reading()
        assert hand.talk.card.hint == READING
        go.set()
        await settled(hand)
        assert interview.state.answers["aim"].answer.option == "expert"
        assert hand.talk.prompt.text == ""


async def test_words_that_are_changed_meanwhile_are_not_sent(opens, interview, slow):
    go, _ = slow
    async with opens(interview, until="aim") as hand:
        hand.talk.prompt.put("specialist work")
        await hand.press("enter")
        await hand.press("x")
        go.set()
        await settled(hand)
        assert "aim" not in interview.state.answers
        assert hand.talk.prompt.text == "specialist workx"


async def test_a_number_waits_for_nothing(opens, interview, slow):
    async with opens(interview, until="aim") as hand:
        hand.talk.prompt.put("2")
        await hand.press("enter")
        assert interview.state.answers["aim"].answer.option == "expert"


async def test_early_words_are_taken_while_another_page_is_looked_at(opens, interview, slow):
    go, _ = slow
    async with opens(interview, until="aim") as hand:
        hand.talk.prompt.put("specialist work")
        await hand.press("enter", "f1")
        go.set()
        await settled(hand)
        assert interview.state.answers["aim"].answer.option == "expert"
        await hand.press("escape")
        assert hand.talk.card.asking.id == "rules"
