"""The start: what is offered, and where it leads."""

from __future__ import annotations

import subprocess
import sys

from chatbot.chat.screens.advice import AdviceScreen
from chatbot.chat.screens.start import StartScreen
from chatbot.chat.widgets.pick_list import PickList
from chatbot.conversation.talk import Talk


def finished(interview):
    talk = Talk(interview)
    for words in ("Old one", "1", "1 yes, 2 yes, 3 yes", "finish"):
        talk.say(words)
    assert interview.finished
    return interview


async def test_without_interviews_a_new_one_is_the_first_thing_offered(opens):
    async with opens() as hand:
        assert isinstance(hand.app.screen, StartScreen)
        await hand.press("enter")
        assert hand.talk.card.asking.id == "name"


async def test_what_is_unfinished_is_offered_first_and_resumed(opens, interview):
    Talk(interview).say("Finder")
    async with opens() as hand:
        assert hand.app.screen.query_one(PickList).picked == f"open:{interview.id}"
        await hand.press("enter")
        assert hand.interview.id == interview.id
        assert hand.talk.card.asking.id == "aim"


async def test_what_is_finished_opens_with_its_advice(opens, interview):
    finished(interview)
    async with opens() as hand:
        targets = hand.app.screen.query_one(PickList).targets
        assert targets == ["begin:small", f"open:{interview.id}"]
        await hand.press("end", "enter")
        await hand.pilot.pause()
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_one_can_go_back_to_the_start_which_then_lists_the_interview(opens):
    async with opens() as hand:
        await hand.press("enter")
        await hand.say("Finder")
        new = hand.interview.id
        await hand.press("ctrl+q", "down", "enter")
        assert isinstance(hand.app.screen, StartScreen)
        assert hand.app.screen.query_one(PickList).targets[0] == f"open:{new}"
        await hand.press("ctrl+q")
        assert hand.app.return_value == 0


def test_the_first_question_waits_for_nothing_heavy():
    heavy = [
        "pydantic",
        "yaml",
        "rapidfuzz",
        "jinja2",
        "chatbot.report",
        "chatbot.dialog.understanding.intents",
    ]
    code = (
        "import sys; import chatbot.chat.run; assert 'textual' not in sys.modules;"
        "import chatbot.chat.app, chatbot.chat.screens.interview;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
