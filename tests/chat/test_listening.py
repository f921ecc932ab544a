"""The listener in the chat: what it asks stands above the card, on which the question stays."""

from __future__ import annotations

import pytest

from chatbot.chat.exchange import on_card
from chatbot.chat.screens.advice import AdviceScreen
from chatbot.conversation.talk import Talk
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle

AIM = ["ChangeLink", "skip", "3", "1", "5"]
USAGE = [*AIM, "1", "2"]
LAYERS = ["1", "1", "yyyy", "1", "nyyy", "later", "1", "1", "1", "1", "yyyy", "1", "yyny"]


@pytest.fixture
def long(store: MemoryStore, knowledge: Bundle):
    """An interview with the long dialog, in which these words were typed."""

    def talked(*words: str) -> Interview:
        interview = Interview.begin(store, dialog_bundle("readiness"), knowledge)
        talk = Talk(interview)
        for one in words:
            talk.say(one)
        return interview

    return talked


async def test_a_tension_can_be_explained_in_the_prompt(opens, long):
    interview = long(*USAGE[:-1])
    async with opens(interview, until="name") as hand:
        await hand.say("2")
        await hand.say("the board wants the figure")
        assert interview.state.notes[-1].what.text == "the board wants the figure"
        assert hand.talk.exchange.question == "data_care"


async def test_or_left_open_or_passed_by_with_an_answer(opens, long):
    for typed, declined in (("later", True), ("yyyy", None)):
        interview = long(*USAGE)
        async with opens(interview, until="name") as hand:
            await hand.say(typed)
            notes = [event.what.declined for event in interview.state.notes]
            assert notes == ([] if declined is None else [declined])
            assert ("data_care" in interview.state.answers) == (declined is None)


async def test_the_offer_to_finish_takes_a_word_and_a_number_answers_the_question(opens, long):
    interview = long(*AIM, *LAYERS)
    async with opens(interview, until="name") as hand:
        await hand.press("1", "enter")
        assert "last_week_use" in interview.state.answers
        await hand.say("finish")
        assert interview.finished
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_an_interview_that_left_questions_out_can_be_gone_on_with(opens, long):
    interview = long(*AIM, *LAYERS, "finish")
    async with opens(interview, until="name") as hand:
        await hand.press("escape")
        await hand.say("back")
        assert not interview.finished
        assert hand.talk.exchange.question == "last_week_use"


async def test_the_offer_to_finish_is_told_to_be_passed_by_with_an_answer(opens, long):
    interview = long(*AIM, *LAYERS)
    async with opens(interview, until="name") as hand:
        assert hand.talk.card.hint
        assert hand.talk.card.asking.id == "last_week_use"


async def test_what_is_asked_besides_stands_on_the_card_and_in_the_talk_once_it_is_answered(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.say("back")
        await hand.say("1")
        asks = hand.talk.exchange._talk.awaits
        leads_up = hand.said[-1]
        assert hand.talk.card.crossroads.ways[0][1] == "yes"
        assert asks and not any(asks in text for text in hand.said)
        await hand.say("no")
        assert hand.said.index(asks) == hand.said.index(leads_up) + 1


def test_the_card_says_a_reading_once():
    ready = (("Only our people", "the first"), ("Customers", "the second"), ("None of these", "no"))
    asks = "Did you mean 1. Only our people, or 2. customers? (1 / 2 / no)"
    assert on_card(asks, ready) == "Did you mean:"
    assert on_card("Shall I? (yes / no)", (("Yes, do", "yes"), ("No, leave it", "no"))) == "Shall I?"
