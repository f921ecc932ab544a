"""The listener in the chat: what it asks stands above the card, on which the question stays."""

from __future__ import annotations

import pytest

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
