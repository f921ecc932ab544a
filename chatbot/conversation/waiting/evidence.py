"""Waiting for what shows that an answer is so; any answer to the next question gets through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import goes_on, plain
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.conversation.waiting.guess import Reading, meant
from chatbot.conversation.waiting.keeping import either, kept_unless_meant
from chatbot.conversation.waiting.note import keep
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import QuestionId

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_LATER: Final = frozenset(
    {"later", "not now", "maybe later", "ask me later", "skip", "skip it", "skip that", "pass", "nothing",
     "there is none", "we have none", "not yet", "next", "go on", "no", "nope", "no thanks", "no thank you",
     "no evidence", "nothing shows it", "nothing yet", "rather not"}
)  # fmt: skip


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
        if plain(said.words) in _LATER or goes_on(said.words):
            answer = meant(floor, said.answer) if said.answer else None
            if answer is None:
                return _left(floor, said.words)
            return either(floor, said, answer, Reading("to leave the evidence for later", _left), self)
        kept = partial(_kept, question=self.question)
        return kept_unless_meant(floor, said, self, "keep it as what shows your answer before", kept)


def _kept(floor: Floor, words: str, *, question: QuestionId) -> Reply:
    return keep(floor, words, question, is_evidence=True, then=None)


def _left(floor: Floor, words: str) -> Reply:
    text = "That is fine. You can add it at any time: type evidence."
    return Reply(utterances=(floor.echo(words), bot(Kind.ASIDE, text, floor.question)))
