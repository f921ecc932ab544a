"""Waiting for what shows that an answer is so; any answer to the next question gets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, said_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.conversation.waiting.guess import Guess
from chatbot.conversation.waiting.note import keep
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_LATER: Final = frozenset(
    {"later", "not now", "maybe later", "ask me later", "skip", "skip it", "skip that", "pass", "nothing",
     "there is none", "we have none", "not yet", "next", "go on"}
)  # fmt: skip
_LIKELY: Final = 0.3
"""From which confidence on an uncertain reading of the words is offered beside their being evidence."""


class AwaitedEvidence(msgspec.Struct, frozen=True):
    """The next words may be evidence for the answer to `question`, which was just given.

    The question after it is asked already, so what is certainly an answer to that, or a wish, is left alone;
    of what might be one, the person decides.
    """

    question: QuestionId
    asks: str
    insists: bool = False
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Keep the words as evidence, or leave it for later."""
        plain = said.words.casefold().strip(" .!,")
        if plain in _LATER or said_back(said.words) is Which.NO:
            text = "That is fine. You can add it at any time: type evidence."
            return Reply(utterances=(floor.echo(said.words), bot(Kind.ASIDE, text, floor.question)))
        if said.command or said.authored:
            return None
        heard = said.understood.heard
        if heard and said.understood.outcome is not Outcome.ASK and said.understood.confidence >= _LIKELY:
            return self._which(floor, said, heard)
        return keep(floor, said.words, self.question, is_evidence=True, then=None)

    def _which(self, floor: Floor, said: Said, heard: Heard) -> Reply | None:
        from chatbot.conversation.hints import describe

        reading = describe(floor.asking, heard)
        if not reading:
            return None
        evidence = Heard(intent=Intent.EVIDENCE, target=f"on {self.question}: {said.words}")
        readings = ((heard, reading), (evidence, "that as what shows your answer before"))
        asked = Guess(readings, said.words)
        floor.wait_for(asked)
        return floor.aside(asked.asks).after(floor.echo(said.words))
