"""Waiting for whether to finish: offered once nothing can change any more, or asked where much still can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, goes_on, heard_back, plain, said_back
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.said import Said

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor
    from chatbot.conversation.waiting.correction import Summarised

OFFER: Final = "Go on with the questions, or finish now? (go on / finish)"

_FINISH: Final = re.compile(
    r"(?:(?:yes|ok|okay|please|let's|let us|then|well|just|i(?:'d| would) like to|i want to|we can) )*"
    r"(?:finish|end|stop)(?: (?:it|this|here|now|the interview|please|then|thanks))*"
)


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
        """Finish, or ask the question again. Only words that say so finish; a yes to both is asked about."""
        from chatbot.conversation.stepping import finish

        which = said_back(said.words)
        if which in (Which.FIRST, Which.SECOND):  # of what is offered, or of the answers
            floor.wait_for(self)
            return floor.aside(self.asks).after(floor.echo(said.words))
        if said.authored_choice:
            return None
        if _FINISH.fullmatch(plain(said.words)):
            return finish(floor).after(floor.echo(said.words))
        if goes_on(said.words) or (plain(said.words) in _NO and not said.likely):
            return Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        corrected = self.summarised.correct(floor, said) if self.summarised else None
        if corrected is None and not said.likely and which is not None:
            floor.wait_for(self)
            return floor.aside(self.asks).after(floor.echo(said.words))
        return corrected


_NO: Final = frozenset({"no", "nope", "no thanks", "no thank you", "better not", "rather not"})


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
        from chatbot.conversation.hearing import hear_rest
        from chatbot.conversation.stepping import closed

        back = heard_back(said.words)
        if goes_on(said.words) or (back is not None and goes_on(back.rest)):
            return Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        if back is None or (back.rest and said.authored_choice):
            return None
        if back.which is Which.YES:
            return closed(floor, floor.interview.finish(all_the_same=True)).after(floor.echo(said.words))
        if back.which is Which.NO:
            reply = hear_rest(floor, back.rest, said.words) if back.rest else None
            return reply or Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        return None
