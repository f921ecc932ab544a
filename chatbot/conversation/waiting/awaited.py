"""What can be awaited: something that the next words may be about instead of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said

if TYPE_CHECKING:  # the floor holds what is awaited
    from chatbot.conversation.floor import Floor


class Awaited(Protocol):
    """One thing that the bot waits for. It is frozen; the floor keeps it until words were taken or given up.

    Attributes:
        asks: what the bot says to have it, said again when something else came between.
        insists: whether a number or a letter is for it too, and an undo drops it first; what does not insist
            was only mentioned, and the question goes on as if it had not been.
        ready: what can be said to it with one key, each with its label; empty where only words will do.
        given_up: what the bot says when a wish that does something drops it; empty where nothing is lost.
    """

    @property
    def asks(self) -> str:
        """See the class."""

    @property
    def insists(self) -> bool:
        """See the class."""

    @property
    def ready(self) -> tuple[tuple[str, str], ...]:
        """See the class; pairs of a label and the words that are said for it."""

    @property
    def given_up(self) -> str:
        """See the class."""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """What comes of the words; `None` when they are not for it, and then nothing may have happened.

        While it takes the words it is off the floor already, so whatever `floor.wait_for` is given here is
        awaited next. What raises puts it back: what could not be stored can be said again.
        An accepted wish (`said.wish`) is hardly ever for it; leave it alone, so that it gets through. Where
        any words are awaited, only a wish that shows by its form (`said.command`) is sure to be one.
        """
