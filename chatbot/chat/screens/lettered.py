"""Screens on which letters are keys, and on which a sentence typed by mistake does nothing."""

from __future__ import annotations

from typing import ClassVar, Final, TypeVar

from textual import events
from textual.screen import Screen
from textual.timer import Timer

from chatbot.chat.services import Services
from chatbot.chat.typing_run import TypingRun

ResultT = TypeVar("ResultT")

_SOON: Final = 0.6
"""A letter counts after this part of the grace, if no other has followed: so quickly goes who types."""
_TO_READ: Final = 5
"""Seconds for which the line is shown that says where one can type."""


class Lettered(Screen[ResultT]):
    """A page without a prompt. A letter in `LETTERS` runs its action, unless others are typed around it.

    Args:
        services: for the clock, and for how long the moment of grace is.
    """

    LETTERS: ClassVar[dict[str, str]] = {}
    TYPE_ELSEWHERE: ClassVar[str] = "There is nothing to type into here. Esc goes back."

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._grace = services.grace
        self._run = TypingRun(services.clock, 2 * services.grace)
        self._soon: Timer | None = None

    def on_key(self, event: events.Key) -> None:
        """Take a letter; the keys that are bound have been taken before."""
        if not event.is_printable or event.character is None:
            return
        event.stop()
        action = self.LETTERS.get(event.character.casefold())
        begun = self._run.goes_on()
        self._run.typed()
        if action is None or begun:
            self._say_where()
        elif self._grace:
            self._soon = self.set_timer(_SOON * self._grace, lambda: self._act(action))
        else:
            self._act(action)

    def on_paste(self, event: events.Paste) -> None:
        """Say that there is nothing to paste into."""
        event.stop()
        self._run.typed()
        self._say_where()

    def _act(self, action: str) -> None:
        self._soon = None
        self._run.end()
        if self.is_current:
            self.call_later(self.run_action, action)

    def _say_where(self) -> None:
        """Say once for each run of letters where one can type, and drop the letter that waits."""
        if self._soon:
            self._soon.stop()
            self._soon = None
        if not self._run.told:
            self._run.told = True
            self.notify(self.TYPE_ELSEWHERE, timeout=_TO_READ, markup=False)
