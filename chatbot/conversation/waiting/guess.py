"""Waiting for which of the best readings was meant, when words were not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from chatbot.conversation.agreeing import Which, said_back
from chatbot.conversation.hints import describe
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Speaker, Utterance, bot
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.understanding.understood import Heard

if TYPE_CHECKING:
    from chatbot.conversation.asking import Asking
    from chatbot.conversation.floor import Floor


class Guess(msgspec.Struct, frozen=True):
    """The next words say which reading is right, or are something new.

    Attributes:
        readings: the best one first; one or two, each with how it is said back.
        words: what they are readings of.
    """

    readings: tuple[tuple[Heard, str], ...]
    words: str
    insists: bool = True
    given_up: str = ""

    @property
    def asks(self) -> str:
        """The readings, to choose from by number."""
        if len(self.readings) == 1:
            return f"Did you mean: {self.readings[0][1]}? (yes / no)"
        (_, best), (_, other) = self.readings
        return f"Did you mean 1. {best}, or 2. {other}? (1 / 2 / no)"

    @property
    def ready(self) -> tuple[tuple[str, str], ...]:
        """The readings, and neither of them."""
        said = ("the first", "the second")
        offers = ((label[:1].upper() + label[1:], said[at]) for at, (_, label) in enumerate(self.readings))
        return (*offers, ("None of these" if len(self.readings) > 1 else "No", "no"))

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Take the reading that is meant; a no asks the question again."""
        which = said_back(said.words) or self._by_number(said.words)
        if which is None:
            return None
        echo = floor.echo(said.words)
        if which is Which.NO:
            sorry = bot(Kind.ASIDE, "Then I did not understand it. Say it in other words.", floor.question)
            return Reply(utterances=(echo, sorry, floor.ask_again()))
        if which is Which.SECOND and len(self.readings) == 1:
            return None
        heard, _ = self.readings[1 if which is Which.SECOND else 0]
        return self._taken(floor, heard, said, echo)

    def _taken(self, floor: Floor, heard: Heard, said: Said, echo: Utterance) -> Reply:
        if heard.intent:
            from chatbot.conversation.wishes import carry_out_typed

            return carry_out_typed(floor, heard.intent, heard.target, said.words)
        from chatbot.conversation.answering import take_answer

        reply = take_answer(floor, heard, self.words)
        spoken = reply.utterances
        told = bool(spoken) and spoken[0].speaker is Speaker.PERSON  # the words that the guess was about
        return Reply(utterances=(echo, *spoken[told:]), wants=reply.wants, kept=reply.kept)

    def _by_number(self, words: str) -> Which | None:
        """Which of two a number means; of a single reading, a number is an answer to the question."""
        if len(self.readings) == 1:
            return None
        return {"1": Which.FIRST, "2": Which.SECOND}.get(words.strip(" .)"))


def guess(asked: Asking | None, said: Said) -> Guess | None:
    """What to ask about words that are not certain; nothing where no reading of them can be offered."""
    readings = [one for one in (said.understood.heard, said.understood.runner_up) if one is not None]
    described = [(one, describe(asked, one)) for one in readings]
    distinct = {text: (one, text) for one, text in reversed(described) if text}
    ordered = tuple(distinct[text] for text in dict.fromkeys(text for _, text in described) if text)
    if not ordered:
        return None
    return Guess(ordered[:2], said.words)
