"""Pages on which letters are keys: one letter does something, a sentence typed there does nothing."""

from __future__ import annotations

import pytest

from chatbot.chat.screens.advice import AdviceScreen
from chatbot.chat.screens.help import HelpScreen
from chatbot.chat.screens.interview import InterviewScreen
from chatbot.chat.screens.report import ReportScreen
from chatbot.chat.screens.review import ReviewScreen
from chatbot.chat.screens.save import SaveScreen
from chatbot.chat.screens.start import StartScreen
from chatbot.chat.typing_run import TypingRun
from tests.recorded import recorded

LONG = 3600.0
"""A grace that does not end while a test runs."""


def told(hand) -> int:
    """How many lines are shown for a moment."""
    return len(hand.app._notifications)


@pytest.mark.parametrize(("page", "words"), [("advice", "so cool"), ("review", "quite so"), ("help", "quit")])
async def test_a_sentence_typed_on_a_page_does_nothing_and_is_told_once_where_to_type(
    opens, interview, page, words
):
    screens = {"advice": AdviceScreen, "review": ReviewScreen, "help": HelpScreen}
    async with opens(interview, until="rules", grace=LONG) as hand:
        if page == "help":
            await hand.press("f1")
        else:
            await hand.say(page)
        before = len(recorded(interview))
        await hand.press(*("space" if letter == " " else letter for letter in words))
        assert isinstance(hand.app.screen, screens[page])
        assert len(recorded(interview)) == before
        assert told(hand) == 1
        await hand.press("escape")
        assert isinstance(hand.app.screen, InterviewScreen)


async def test_what_is_pasted_on_a_page_does_nothing(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.say("advice")
        await hand.paste("s")
        assert isinstance(hand.app.screen, AdviceScreen)
        assert told(hand) == 1


async def test_a_sentence_at_the_start_does_not_leave(opens):
    async with opens(grace=LONG) as hand:
        await hand.press(*"quit")
        assert isinstance(hand.app.screen, StartScreen)
        assert hand.app.is_running


async def test_one_letter_shows_the_report_another_asks_where_to_and_neither_writes(
    opens, interview, tmp_path
):
    async with opens(interview, until="") as hand:
        await hand.say("advice")
        await hand.press("s")
        assert isinstance(hand.app.screen, ReportScreen)
        await hand.press("s")
        assert isinstance(hand.app.screen, SaveScreen)
        assert not list(tmp_path.glob("report.*"))


async def test_an_enter_just_after_a_question_neither_asks_nor_saves(opens, interview, tmp_path):
    now = [100.0]
    async with opens(interview, until="", grace=0.5, clock=lambda: now[0]) as hand:
        await hand.say("report")
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReportScreen)
        now[0] += 0.6
        await hand.press("enter")
        assert isinstance(hand.app.screen, SaveScreen)
        await hand.press("enter")
        assert isinstance(hand.app.screen, SaveScreen)
        assert not list(tmp_path.glob("report.*"))
        now[0] += 0.6
        await hand.press("enter")
        assert list(tmp_path.glob("report.*"))


def test_a_run_of_letters_ends_with_a_pause_or_with_a_key_that_counted():
    now = [0.0]
    run = TypingRun(lambda: now[0], 1.0)
    assert not run.goes_on()
    run.typed()
    now[0] = 0.9
    assert run.goes_on()
    run.end()
    assert not run.goes_on()
    run.typed()
    run.told = True
    now[0] = 3.0
    run.typed()
    assert not run.told
