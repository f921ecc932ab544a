"""Waiting for the text of a note, or of a piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from chatbot.conversation.agreeing import asks_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import QuestionId

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor


class AwaitedNote(msgspec.Struct, frozen=True):
    """The next words are a note or a piece of evidence.

    Attributes:
        question: what it belongs to; `None` for the interview as a whole.
        then: what was awaited before, and is again afterwards.
    """

    question: QuestionId | None
    is_evidence: bool = False
    then: Awaited | None = None
    insists: bool = True
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    @property
    def asks(self) -> str:
        """What to type."""
        return "What shows that it is so?" if self.is_evidence else "What should I note?"

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Whatever is not a command is the text, word for word.

        Where nothing is asked, and of evidence, a wish is one too; and a question back shows nothing.
        """
        strict = self.is_evidence or floor.question is None
        if said.command or (strict and said.wish):
            return None
        if strict and asks_back(said.words):
            if said.likely is not None and said.likely.intent:
                return None
            if self.is_evidence:
                floor.wait_for(self)
                return floor.aside(self.asks).after(floor.echo(said.words))
        return keep(floor, said.words, self.question, is_evidence=self.is_evidence, then=self.then)


def keep(
    floor: Floor, text: str, question: QuestionId | None, *, is_evidence: bool, then: Awaited | None
) -> Reply:
    """Record a note or a piece of evidence; `then` is awaited afterwards, and said again."""
    record = floor.interview.evidence if is_evidence else floor.interview.note
    reply = floor.told(record(text, question))
    floor.wait_for(then)
    if then is None or not then.insists:
        return reply
    return Reply(utterances=(*reply.utterances, bot(Kind.ASIDE, then.asks, floor.question)))
