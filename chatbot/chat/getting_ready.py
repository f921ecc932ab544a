"""Getting ready for words: what a question needs for them is learned beside the chat, before they come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from chatbot.chat.exchange import Exchange
from chatbot.dialog.script import QuestionId

AFTER: Final = 0.6
"""Seconds after a question has appeared from when on it is got ready for; whoever types sooner begins it."""
BLINK: Final = 0.15
"""Seconds that nobody notices; after that it is said that the words are being read."""
READING: Final = "Reading that \N{HORIZONTAL ELLIPSIS}"

_PLAIN: Final = 3
"""Words of so many letters need nothing that is learned: yes, no, why, a number."""


class GettingReady:
    """Keeps which questions are ready for words, and the words that were sent too soon.

    Args:
        exchange: tells which questions come.

    Attributes:
        early: words that wait for their question to be ready; nothing when `None`.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._begun: set[QuestionId] = set()
        self._done: set[QuestionId] = set()
        self.early: str | None = None

    @property
    def has_begun(self) -> bool:
        """Whether the question in view, and the one after it, are ready or nearly so."""
        return self._begun.issuperset(self._exchange.coming)

    def is_ready_for(self, words: str) -> bool:
        """Whether these words can be listened to without learning first."""
        if self._exchange.question is None or len(words) <= _PLAIN or not any(map(str.isalpha, words)):
            return True
        return self._exchange.question in self._done

    async def begin(self, ready: Callable[[], None]) -> None:
        """Get ready for the question in view and the one after it, and call `ready` after each."""
        new = [question for question in self._exchange.coming if question not in self._begun]
        self._begun.update(new)
        for question in new:
            try:
                await asyncio.to_thread(self._exchange.get_ready, question)
            finally:  # what went wrong will go wrong again where it can be told, when it is listened
                self._done.add(question)
            ready()
        if new:
            await asyncio.to_thread(self._exchange.get_ready_for_names)
