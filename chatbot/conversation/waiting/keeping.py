"""Words that are to be kept beside an answer, unless they may have been meant for the question in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatbot.conversation.agreeing import asks_back, heard_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.guess import Guess, Reading, meant
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.understanding.understood import Intent

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor


def kept_unless_meant(
    floor: Floor,
    said: Said,
    awaited: Awaited,
    says: str,
    keep: Callable[[Floor, str], Reply],
) -> Reply | None:
    """Keep the words; leave them alone, or ask which is meant, where they may be something else.

    What is certainly an answer to the question in view, or a wish, is left alone. A question back tells
    nothing, so what is awaited is said again. Of what may be an answer, the person decides.

    Args:
        says: how keeping them is said, beside the other reading.
    """
    is_text = said.answer is not None and bool(said.answer.text)
    torn = said.wish is not None and said.wish.intent is Intent.UNDO and not said.command  # "it was a slip"
    if (said.wish and not torn) or (said.authored and not is_text):
        return None
    tells_nothing = asks_back(said.words) or ((back := heard_back(said.words)) is not None and not back.rest)
    reading = meant(floor, said.likely) if said.likely else None
    if reading is None:
        if not tells_nothing:
            return keep(floor, said.words)
        floor.wait_for(awaited)
        return floor.aside(awaited.asks).after(floor.echo(said.words))
    if tells_nothing:
        return None
    return either(floor, said, reading, Reading(says, keep), awaited)


def either(floor: Floor, said: Said, answer: Reading, other: Reading, awaited: Awaited) -> Reply:
    """Ask whether the words are the answer in view, or were said to what is awaited."""
    if answer.heard is not None and answer.heard.intent is None:
        answer = Reading(f"{answer.says} as the answer", answer.take, heard=answer.heard)
    asked = Guess((answer, other), said.words, awaited)
    floor.wait_for(asked)
    return floor.aside(asked.asks).after(floor.echo(said.words))
