"""A few pictures of what has to look right; look at the new one before accepting it (`--snapshot-update`)."""

from __future__ import annotations

import time

import pytest
from textual.widgets import TextArea

from chatbot.chat.app import ChatApp
from chatbot.chat.themes import LIGHT
from chatbot.conversation.talk import Talk


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch):
    """One time zone, no blinking cursor."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def picture(snap_compare, services):
    """Compares a picture of the chat after some answers and keys."""

    def compare(interview, size, *keys, answers=(), theme=""):
        if interview:
            talk = Talk(interview)
            list(talk.so_far())
            for answer in answers:
                talk.say(answer)
        app = ChatApp(services(), interview)
        if theme:
            app.theme = theme
        return snap_compare(app, press=keys, terminal_size=size)

    return compare


def test_a_choice_on_a_wide_terminal(picture, interview):
    assert picture(interview, (120, 36), "down", "down", answers=["Finder"])


def test_a_checklist_on_a_usual_terminal(picture, interview):
    assert picture(interview, (80, 24), "right", "right", answers=["Finder", "2"])


def test_a_checklist_on_a_narrow_terminal_in_light_colours(picture, interview):
    assert picture(interview, (50, 20), "down", "right", answers=["Finder", "3"], theme=LIGHT.name)


def test_the_overview_over_the_talk(picture, interview):
    answers = ["Finder", "3", "1 yes, 2 partly, 3 no"]
    assert picture(interview, (80, 24), "f2", answers=answers)


def test_the_review(picture, interview):
    answers = ["Finder [/b] <script>", "3", "1 yes, 2 partly, 3 no", "1", "back 2", "1", "yes"]
    assert picture(interview, (80, 24), "f8", answers=answers)


def test_the_start(picture, interview):
    Talk(interview).say("Finder")
    assert picture(None, (100, 30))
