"""What was typed before: found again by a key, also after a restart, and nothing typed is ever lost."""

from __future__ import annotations

from chatbot.chat.typed_before import TypedBefore, typed_in
from chatbot.interview.interview import Interview


def test_one_goes_back_and_forth_and_ends_at_what_was_begun():
    typed = TypedBefore(["one", "two", "two", " "])
    assert typed.recall(-1, "beg") == "two"
    assert typed.recall(-1, "two") == "one"
    assert typed.recall(-1, "one") is None
    assert typed.recall(1, "one") == "two"
    assert typed.recall(1, "two") == "beg"
    assert typed.recall(1, "beg") is None


def test_what_was_recalled_and_changed_is_not_lost():
    typed = TypedBefore(["one", "two"])
    assert typed.recall(-1, "") == "two"
    assert typed.recall(-1, "two and more") == "two"
    assert typed.recall(1, "two") == "two and more"


async def test_keys_bring_back_what_was_typed(opens, interview):
    async with opens(interview) as hand:
        await hand.say("Finder")
        await hand.say("something odd")
        await hand.press("h", "ctrl+up")
        assert hand.talk.prompt.text == "something odd"
        await hand.press("alt+p")
        assert hand.talk.prompt.text == "Finder"
        await hand.press("ctrl+up")
        assert hand.talk.prompt.text == "Finder"
        await hand.press("alt+n", "ctrl+down")
        assert hand.talk.prompt.text == "h"


async def test_it_survives_a_restart(opens, interview, store):
    async with opens(interview) as hand:
        await hand.say("Finder")
        await hand.press("down", "down", "enter")
        await hand.say("note: ask Kim")
    again = Interview.resume(store, interview.id)
    assert list(typed_in(again))[-2:] != []
    async with opens(again) as hand:
        await hand.press("ctrl+up")
        assert hand.talk.prompt.text == "ask Kim"
        await hand.press("ctrl+up")
        assert hand.talk.prompt.text == "Finder"


async def test_a_checklist_that_was_said_comes_back_as_it_was_typed(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("right")
        await hand.say("2 no, 3 no")
        assert "rules" in interview.state.answers
        assert "2 no, 3 no" in list(typed_in(interview))
