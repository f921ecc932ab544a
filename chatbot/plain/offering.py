"""Offering what is unfinished before a new interview is begun."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.interview.events import InterviewId
from chatbot.interview.listing import Listed
from chatbot.interview.times import local
from chatbot.plain.channel import Channel
from chatbot.visible import on_one_line

_MOST = 9


class InputEnded(Exception):
    """There is nobody left to ask."""


def offer(channel: Channel, unfinished: Sequence[Listed]) -> InterviewId | None:
    """Let a person choose to go on with an interview; `None` means a new one.

    Raises:
        InputEnded: the input ended before an answer.
    """
    offered = unfinished[:_MOST]
    channel.say("There are interviews to go on with. Type a number; Enter begins a new one.")
    for number, one in enumerate(offered, start=1):
        channel.list(number, _described(one))
    channel.list(len(offered) + 1, "A new interview")
    while (typed := channel.ask()) is not None:
        said = typed.words.strip().casefold()
        if said in ("", "new", str(len(offered) + 1)):
            return None
        for number, one in enumerate(offered, start=1):
            if said in (str(number), one.id):
                return one.id
        channel.say(f"Type a number from 1 to {len(offered) + 1}, or Enter for a new interview.")
    raise InputEnded


def _described(one: Listed) -> str:
    title = on_one_line(one.title, 60) or "No title yet"
    return f"{title}: {one.dialog}, {one.done} of {one.of} questions, last changed {local(one.updated)}"
