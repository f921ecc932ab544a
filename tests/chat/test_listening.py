"""The listener in the chat: what it asks besides the question stands on the card, to be answered by a key."""

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


async def test_or_left_open_by_a_key_or_passed_by_with_an_answer(opens, long):
    for typed, declined in (("1", True), ("yyyy", None)):
        interview = long(*USAGE)
        async with opens(interview, until="name") as hand:
            await hand.say(typed)
            notes = [event.what.declined for event in interview.state.notes]
            assert notes == ([] if declined is None else [declined])
            assert ("data_care" in interview.state.answers) == (declined is None)


@pytest.mark.parametrize(("key", "finished"), [("1", False), ("2", True)])
async def test_the_offer_to_finish_stands_on_the_card(opens, long, key, finished):
    interview = long(*AIM, *LAYERS)
    async with opens(interview, until="name") as hand:
        await hand.press(key, "enter")
        assert interview.finished is finished
        assert isinstance(hand.app.screen, AdviceScreen) is finished
        if not finished:
            assert hand.talk.exchange.question == "last_week_use"
            await hand.press("1", "enter")
            assert "last_week_use" in interview.state.answers


async def test_an_interview_that_left_questions_out_can_be_gone_on_with(opens, long):
    interview = long(*AIM, *LAYERS, "finish")
    async with opens(interview, until="name") as hand:
        await hand.press("escape")
        await hand.say("back")
        assert not interview.finished
        assert hand.talk.exchange.question == "last_week_use"
