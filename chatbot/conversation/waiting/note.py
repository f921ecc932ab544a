"""Waiting for the text of a note, or of a piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import QuestionId

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor


class AwaitedNote(msgspec.Struct, frozen=True):
    """The next words are a note to `question`, or to the interview as a whole."""

    question: QuestionId | None
    asks: str = "What should I note?"
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Whatever is not a wish is the note, word for word."""
        if said.wish:
            return None
        return floor.told(floor.interview.note(said.words, self.question))
