"""Waiting for a short name, where a sentence was given as the name that other questions use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, asks_back, chosen, heard_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import Question
from chatbot.dialog.understanding.understood import Heard, Outcome
from chatbot.facts import TITLE

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_LONGEST: Final = 8
"""How many words a name has at most before a shorter one is asked for."""


class AwaitedName(msgspec.Struct, frozen=True):
    """The next words are a short name, or say to keep the sentence. It is asked for once.

    Attributes:
        heard: the sentence, as it was understood.
        words: what was typed for it; kept as a remark beside a short name.
    """

    heard: Heard
    words: str
    asks: str = (
        "That is long for a name, and the questions will use it. What shall I call it in a few words? "
        "(a short name, or: keep it)"
    )
    insists: bool = True
    ready: tuple[tuple[str, str], ...] = (("Keep it as it is", "keep it"),)
    given_up: str = "The name is not recorded."

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """The short name, with the sentence kept beside it; whoever has none keeps the sentence."""
        from chatbot.conversation.answering import take_named

        if chosen(said.words) not in (None, 1):  # the list of what can be said has one thing on it
            return None
        heard, back = said.understood.heard, heard_back(said.words)
        is_number = not any(map(str.isalpha, said.words))  # on the list of what can be said, not a name
        if is_number or (back is not None and not back.rest) or (said.answer and said.answer.option):
            return take_named(floor, self.heard, self.words, said=said.words)
        if back is not None and back.which is Which.NO:
            return None
        if said.wish:
            return None
        if said.understood.outcome is not Outcome.ACCEPT or heard is None or asks_back(said.words):
            floor.wait_for(self)
            return floor.aside(self.asks).after(floor.echo(said.words))
        return take_named(floor, Heard(text=heard.text, remark=self.words), said.words)


def is_long(question: Question, heard: Heard) -> bool:
    """Whether a text is too long for the name that other questions use."""
    return question.fact == TITLE and len(heard.text.split()) > _LONGEST
