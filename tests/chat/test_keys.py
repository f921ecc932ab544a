"""Keys: every action can have others, and every place that names a key names the one in force."""

from __future__ import annotations

import pytest

from chatbot.chat.actions import ACTIONS, FIXED
from chatbot.chat.keys import Keys, names
from chatbot.chat.screens.advice import AdviceScreen
from chatbot.chat.screens.help import HelpScreen
from chatbot.chat.screens.leave import LeaveScreen
from chatbot.chat.screens.review import ReviewScreen
from chatbot.chat.themes import theme_names
from chatbot.dialog.understanding.understood import Intent
from chatbot.settings.key_names import key_named
from chatbot.settings.reading import Loaded, read_settings
from chatbot.settings.settings import Settings


def given(**keys):
    """Settings with other keys."""
    return Loaded(settings=Settings(keys={name: tuple(own) for name, own in keys.items()}))


def test_every_intent_is_an_action_that_can_have_a_key():
    assert {intent.value for intent in Intent} <= set(ACTIONS)


def test_no_two_actions_come_with_the_same_key_and_none_with_one_that_is_fixed():
    every = [key for action in ACTIONS.values() for key in action.keys]
    assert len(every) == len(set(every))
    assert not set(every) & set(FIXED)


def test_keys_that_actions_come_with_are_such_as_the_settings_can_name():
    assert all(key_named(key) == key for action in ACTIONS.values() for key in action.keys)


def test_no_action_comes_with_a_key_that_tmux_or_screen_keep():
    assert not {"ctrl+a", "ctrl+b"} & {key for action in ACTIONS.values() for key in action.keys}


def test_every_action_can_be_bound_in_the_settings():
    text = "keys:\n" + "".join(
        f"  {name}: alt+f{at % 12 + 1}\n" for at, name in enumerate(list(ACTIONS)[:12])
    )
    loaded = read_settings(text.encode(), "chatbot.yaml", names(theme_names()))
    assert not loaded.problems
    assert len(loaded.settings.keys) == 12


async def test_a_key_that_was_given_does_it_and_the_old_one_no_more(opens, interview):
    async with opens(interview, loaded=given(why=["ctrl+g", "f12"], review=["alt+r"])) as hand:
        why = hand.talk.card.asking.why
        await hand.press("f3")
        assert why not in hand.said
        await hand.press("ctrl+g")
        assert hand.said[-1] == why
        await hand.press("f12")
        assert hand.said.count(why) == 2
        await hand.press("f8")
        assert hand.app.screen is hand.talk
        await hand.press("alt+r")
        assert isinstance(hand.app.screen, ReviewScreen)


async def test_an_action_without_a_key_can_have_one_and_one_can_lose_its_own(opens, interview):
    async with opens(interview, until="rules", loaded=given(advice=["f12"], skip=[])) as hand:
        await hand.press("f6")
        assert not interview.state.skipped
        await hand.press("f12")
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_two_actions_can_trade_keys(opens, interview):
    async with opens(interview, until="rules", loaded=given(why=["f9"], undo=["f3"])) as hand:
        why = hand.talk.card.asking.why
        await hand.press("f9")
        assert hand.said[-1] == why
        await hand.press("f3")
        assert hand.talk.card.asking.id == "aim"


async def test_what_works_on_every_screen_can_have_other_keys(opens, interview):
    loaded = given(show_help=["f12"], quit=["ctrl+g"], command_palette=["alt+x"])
    async with opens(interview, loaded=loaded) as hand:
        await hand.press("f1")
        assert hand.app.screen is hand.talk
        await hand.press("f12")
        assert isinstance(hand.app.screen, HelpScreen)
        await hand.press("f12")
        assert hand.app.screen is hand.talk
        await hand.press("ctrl+q", "ctrl+p")
        assert hand.app.screen is hand.talk
        await hand.press("ctrl+g")
        assert isinstance(hand.app.screen, LeaveScreen)


async def test_help_footer_and_palette_show_the_keys_in_force(opens, interview):
    loaded = given(why=["ctrl+g"], skip=[], show_help=["f12"], example=["alt+e"])
    async with opens(interview, size=(160, 70), loaded=loaded) as hand:
        footer = hand.talk.footer.lines()[0].text
        assert "Ctrl+G why" in footer
        assert "F12 help" in footer
        assert "F3" not in footer
        assert "skip" not in footer
        described = {one.title: one.help for one in hand.app.get_system_commands(hand.talk)}
        assert "(Ctrl+G)" in described[ACTIONS["why"].title]
        assert "(" not in described[ACTIONS["skip"].title]
        await hand.press("f12")
        assert "Ctrl+G  why" in hand.picture
        assert "Alt+E   example" in hand.picture


@pytest.mark.parametrize("key", ["ctrl+b", "ctrl+a"])
async def test_help_says_what_tmux_and_screen_keep(opens, interview, key):
    async with opens(interview, size=(120, 90)) as hand:
        await hand.press("f1")
        assert key.title() in hand.picture


def test_what_is_not_given_stays_and_only_what_is_given_is_bound_anew():
    keys = Keys({"why": ("ctrl+g",)})
    assert keys.shown("why") == "Ctrl+G"
    assert keys.shown("undo") == "F9"
    assert set(keys.keymap) == {"why"}


async def test_what_is_wrong_with_the_settings_is_said_and_the_chat_starts(opens, interview):
    loaded = read_settings(b"theme: [/b]\nkeys: {why: f9}\n", "chatbot.yaml", names(theme_names()))
    async with opens(interview, loaded=loaded) as hand:
        await hand.pilot.pause()
        said = [notification.message for notification in hand.app._notifications]
        assert ["chatbot.yaml:1:8" in said[0], "chatbot.yaml:2:" in said[1]] == [True, True]
        assert hand.talk.card.asking.id == "name"
