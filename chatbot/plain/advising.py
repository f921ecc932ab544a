"""The advice in the linear mode: what the report says first, as messages and numbered lines."""

from __future__ import annotations

from collections.abc import Iterable

from chatbot.interview.interview import Interview
from chatbot.plain.channel import Channel
from chatbot.report.advice_text import Block, Form, advice_blocks, advice_in_short


def advice_on(interview: Interview) -> list[Block]:
    """What follows from the answers so far, the most important first; until it is finished, on one screen."""
    from chatbot.report.content.composing import content_of  # not before the first question

    content = content_of(interview.id, interview.state.events, interview.held)
    return advice_blocks(content) if interview.finished else advice_in_short(content)


def show_advice(channel: Channel, blocks: Iterable[Block]) -> None:
    """Write each heading as a message, with its sentences and lists beneath it."""
    for block in blocks:
        channel.gap()
        channel.say(block.heading)
        for line in block.lines:
            if line.form is Form.ITEM:
                channel.list(line.number, line.text)
            else:
                channel.more(line.text)
