"""Waiting for whether to finish: offered once nothing can change any more, or asked where much still can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, plain, said_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor
    from chatbot.conversation.waiting.correction import Summarised

OFFER: Final = "Go on with the questions, or finish now? (go on / finish)"

_FINISH: Final = frozenset(
    {"finish now", "let's finish", "let us finish", "end it", "end it here", "stop here"}
)
_GO_ON: Final = frozenset(
    {
        "go on", "go on with the questions", "continue", "carry on", "keep going", "let's go on",
        "let us go on", "next", "next question", "the rest", "ask the rest", "not yet",
    }
)  # fmt: skip


class OfferToFinish(msgspec.Struct, frozen=True):
    """The next words may finish the interview although questions are left; an answer goes on with them.

    The question stays in view, and a number is for it: nobody finishes who only meant to answer.

    Attributes:
        summarised: what the bot has just summed up, which the words may also correct.
    """

    summarised: Summarised | None = None
    asks: str = OFFER
    insists: bool = False
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Finish, or ask the question again; "finish" alone is a wish and gets through as one."""
        from chatbot.conversation.stepping import finish

        words, which = plain(said.words), None if said.answer else said_back(said.words)
        if words in _FINISH or which is Which.SECOND:
            return finish(floor).after(floor.echo(said.words))
        if words in _GO_ON or which in (Which.FIRST, Which.NO):
            return Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        return self.summarised.correct(floor, said) if self.summarised else None


class ConfirmFinish(msgspec.Struct, frozen=True):
    """The next words say whether to finish although answers could still change the advice."""

    asks: str
    insists: bool = True
    ready: tuple[tuple[str, str], ...] = (
        ("Yes, finish with what is there", "yes"),
        ("No, go on with the questions", "no"),
    )
    given_up: str = ""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """A yes finishes; a no asks the question again."""
        from chatbot.conversation.stepping import closed

        which = said_back(said.words)
        if which is Which.YES:
            return closed(floor, floor.interview.finish(all_the_same=True)).after(floor.echo(said.words))
        if which is Which.NO:
            return Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        return None
