"""Waiting for the reason why a point of a checklist does not apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.understanding.understood import Heard
from chatbot.facts import FactId, Level

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor


class AwaitedReason(msgspec.Struct, frozen=True):
    """The next words say why `fact` does not apply, unless they say something else of a numbered point."""

    fact: FactId
    label: str
    insists: bool = True
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    @property
    def asks(self) -> str:
        """The question back."""
        return f"Why does it not apply: {self.label}?"

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """The reason, word for word."""
        from chatbot.conversation.answering import take_answer

        if said.command or (said.answer and said.words[:1].isdecimal()):
            return None
        heard = Heard(levels={self.fact: Level.NOT_APPLICABLE}, reasons={self.fact: said.words})
        return take_answer(floor, heard, said.words)
