"""Trouble: hostile and huge texts, a store that fails, two windows, terminals that shrink."""

from __future__ import annotations

import pytest

from chatbot.conversation.talk import LONGEST
from chatbot.errors import ChatbotError
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.store import StoreFull


async def test_hostile_text_is_kept_and_shown_as_text_everywhere(opens, interview, hostile):
    async with opens(interview) as hand:
        await hand.paste(hostile)
        await hand.press("enter")
        kept = interview.state.answers["name"].answer.text
        assert kept == hostile.replace("\x1b", "")
        assert "[/b] <script>" in hand.picture
        assert "\x1b" not in hand.picture
        await hand.say(f"note: {hostile}")
        for key in ("f8", "escape", "f1", "escape", "f2", "ctrl+q", "n"):
            await hand.press(key)
        await hand.say("1")
        await hand.say("advice")
        await hand.press("escape")
        assert hand.app.is_running


async def test_hostile_text_in_an_interview_from_elsewhere_is_shown_as_text(opens, interview, store, hostile):
    interview.answer("name", _text(hostile), hostile)
    async with opens(Interview.resume(store, interview.id)) as hand:
        assert "\x1b" not in hand.picture
    async with opens() as hand:
        assert "[/b] <script>" in hand.picture


async def test_a_paste_that_is_too_long_is_handed_back_and_nothing_is_lost(opens, interview):
    async with opens(interview) as hand:
        hand.talk.prompt.put("what I had")
        await hand.paste("x" * 1_000_000)
        assert hand.talk.prompt.text == "what I had"
        assert "1,000,010" in hand.said[-1]
        assert interview.state.answers == {}


async def test_the_prompt_takes_as_much_as_can_be_recorded(opens, interview):
    async with opens(interview) as hand:
        await hand.paste("word " * (LONGEST // 5 - 1) + "words")
        await hand.press("x", "enter")
        await hand.say("keep it")  # it is long for a name
        assert len(interview.state.answers["name"].words) == LONGEST


async def test_words_that_could_not_be_stored_are_back_in_the_prompt(
    opens, interview, store, monkeypatch, tmp_path
):
    async with opens(interview) as hand:
        monkeypatch.setattr(store, "append", _full(tmp_path))
        await hand.say("Finder")
        assert hand.talk.prompt.text == "Finder"
        assert hand.talk.card.asking.id == "name"
        assert "not saved" in hand.header
        monkeypatch.undo()
        await hand.press("enter")
        assert interview.state.answers["name"].answer.text == "Finder"
        assert "not saved" not in hand.header


async def test_an_option_that_could_not_be_stored_is_asked_again(
    opens, interview, store, monkeypatch, tmp_path
):
    async with opens(interview, until="aim") as hand:
        monkeypatch.setattr(store, "append", _full(tmp_path))
        await hand.press("down", "enter")
        assert hand.talk.card.asking.id == "aim"
        assert "not saved" in hand.header


async def test_what_another_window_did_is_caught_up_with_and_the_words_are_kept(opens, interview, store):
    async with opens(interview) as hand:
        other = Interview.resume(store, interview.id)
        other.answer("name", _text("Theirs"), "Theirs")
        await hand.say("Mine")
        assert "Theirs" in hand.said
        assert hand.talk.prompt.text == "Mine"
        assert hand.talk.card.asking.id == "aim"


async def test_a_terminal_can_shrink_and_grow_and_the_prompt_keeps_focus_and_words(opens, interview):
    async with opens(interview, until="rules") as hand:
        hand.talk.prompt.put("half a sentence")
        for size in ((50, 20), (20, 10), (1, 1), (24, 9), (250, 70), (80, 24)):
            await hand.pilot.resize_terminal(*size)
            await hand.pilot.pause()
        assert hand.talk.prompt.has_focus
        assert hand.talk.prompt.text == "half a sentence"
        assert "Which rules are settled?" in hand.picture


async def test_a_terminal_that_is_too_small_says_so_and_how_to_go_on(opens, interview):
    async with opens(interview, size=(20, 10)) as hand:
        joined = "".join(hand.picture.split())
        assert "--plain" in joined
        assert interview.id in joined


async def test_an_interview_that_cannot_be_opened_says_why_at_the_start(opens, interview):
    def refuse(id: InterviewId) -> Interview:
        raise ChatbotError("It is damaged [/b].", todo="Restore a copy.")

    async with opens(resume=refuse) as hand:
        await hand.press("enter")
        assert "It is damaged [/b]." in hand.picture


@pytest.mark.parametrize("size", [(120, 36), (50, 20)])
async def test_a_store_that_cannot_be_read_says_so_and_a_new_interview_can_be_begun(opens, size):
    def unreadable():
        raise ChatbotError("The file is damaged.")

    async with opens(None, size, listing=unreadable) as hand:
        assert "The file is damaged." in hand.picture
        await hand.press("enter")
        assert hand.talk.card.asking.id == "name"


def _text(text):
    from chatbot.dialog.answers import Answer

    return Answer(text=text)


def _full(path):
    def append(*args):
        raise StoreFull(path)

    return append
