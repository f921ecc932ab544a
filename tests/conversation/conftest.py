"""Conversations at their first question, and the way to a later one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.conversation.talk import Talk
from tests.conftest import Begin

CROSSING = Path(__file__).with_name("crossing.yaml")
"""A dialog in which answers decide about questions, options and evidence."""

Until = Callable[..., Talk]


@pytest.fixture
def until(begin: Begin) -> Until:
    """A conversation at a question; what comes before it is answered as given, or passed over."""

    def talk(question: str, dialog: str = str(CROSSING), **answers: str) -> Talk:
        talk = Talk(begin(dialog))
        list(talk.so_far())
        while talk.question != question:
            assert talk.question
            talk.say(answers.get(talk.question, "/skip"))
        return talk

    return talk
