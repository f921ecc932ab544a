"""Copying: what is copied, and how it gets out of the terminal."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from chatbot.chat.clipboard import desktop_program, passed_on
from chatbot.chat.screens.advice import AdviceScreen
from chatbot.chat.screens.leave import LeaveScreen

TEXT = "some words [/b] ä 日本 " * 40


def carried(sequence):
    """The text in a sequence, once everything in between has taken off its wrapping."""
    (coded,) = re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    return b64decode(coded).decode()


def test_tmux_is_given_the_sequence_to_pass_on():
    (wrapped,) = passed_on(TEXT, {"TMUX": "/tmp/tmux"})
    assert wrapped.startswith("\x1bPtmux;")
    assert wrapped.endswith("\x1b\\")
    inner = wrapped.removeprefix("\x1bPtmux;").removesuffix("\x1b\\")
    assert carried(inner.replace("\x1b\x1b", "\x1b")) == TEXT


def test_screen_is_given_it_in_pieces_that_it_takes():
    pieces = passed_on(TEXT, {"STY": "1.pts"})
    assert all(len(piece) <= 256 for piece in pieces)
    assert carried("".join(piece.removeprefix("\x1bP").removesuffix("\x1b\\") for piece in pieces)) == TEXT


def test_nothing_is_wrapped_where_nothing_lies_between():
    assert passed_on(TEXT, {}) == ()


@pytest.mark.parametrize(
    ("environment", "platform", "program"),
    [
        ({}, "darwin", ("pbcopy",)),
        ({}, "win32", ("clip",)),
        ({}, "linux", ()),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ("wl-copy",)),
        ({"SSH_CONNECTION": "a b", "DISPLAY": ":0"}, "linux", ()),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", ()),
    ],
)
def test_the_program_of_the_desktop_is_used_where_there_is_one(monkeypatch, environment, platform, program):
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert desktop_program(environment, platform) == program


def test_a_program_that_is_not_there_is_not_used(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert desktop_program({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux") == ()


async def test_a_key_copies_the_last_message(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("ctrl+o")
        assert hand.app.clipboard == hand.said[-1]


async def test_the_message_that_a_search_found_is_copied(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("ctrl+f", *"finder", "up", "ctrl+o")
        assert hand.app.clipboard == [text for text in hand.said if "finder" in text.casefold()][-2]


async def test_the_whole_advice_is_copied_as_text(opens, interview):
    async with opens(interview, until="") as hand:
        await hand.talk.run_action("copy_advice")
        copied = hand.app.clipboard
        await hand.say("advice")
        assert isinstance(hand.app.screen, AdviceScreen)
        hand.app.copy_to_clipboard("")
        await hand.press("c")
        assert hand.app.clipboard == copied
        assert all(len(line) <= 76 and line == line.rstrip() for line in copied.split("\n"))
        assert len(copied.split("\n")) > 30


async def test_a_selection_in_the_advice_is_copied_without_the_frame(opens, interview):
    async with opens(interview, until="") as hand:
        await hand.say("advice")
        hand.app.screen.query_one("#page").text_select_all()
        await hand.press("ctrl+c")
        assert len(hand.app.clipboard) > 500
        assert not isinstance(hand.app.screen, LeaveScreen)


async def test_without_a_selection_ctrl_c_asks_before_leaving(opens, interview):
    async with opens(interview) as hand:
        await hand.press("ctrl+c")
        assert isinstance(hand.app.screen, LeaveScreen)
