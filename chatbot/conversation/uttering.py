"""Uttering: what was typed and became no answer, note or evidence is recorded too, with what came of it."""

from __future__ import annotations

import msgspec

from chatbot.conversation.floor import Begun, Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Speaker
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.said import Said
from chatbot.conversation.wishes import LOOKS
from chatbot.dialog.script import QuestionId
from chatbot.errors import ChatbotError
from chatbot.interview.events import Made


class Before(msgspec.Struct, frozen=True):
    """Where a conversation stood before something was said: what was asked, awaited, recorded and begun."""

    question: QuestionId | None
    awaited: Awaited | None
    events: int
    begun: Begun

    @classmethod
    def of(cls, floor: Floor) -> Before:
        """Where it stands now."""
        return cls(floor.question, floor.awaited, len(floor.interview.state.events), floor.begun)


def utter(floor: Floor, before: Before, said: Said, reply: Reply) -> None:
    """Record the words of this turn if no event of it has them; nobody's words are lost, whatever they are.

    A bare command says nothing that what it does would not say, unless the bot has to ask something first:
    then what is said next would be an answer to nothing.
    """
    interview = floor.interview
    asks = _asks(floor, before)
    if said.is_bare_command and asks and len(interview.state.events) == before.events:
        with interview.hearing(said.words):
            _record(floor, before, said, reply, asks=True)
    elif interview.unrecorded and not reply.kept:
        _record(floor, before, said, reply, asks=asks)


def utter_or_restore(floor: Floor, before: Before, said: Said, reply: Reply) -> None:
    """The same; what could not be stored was not said, so that nothing unseen is asked or begun by it."""
    try:
        utter(floor, before, said, reply)
    except ChatbotError:
        floor.go_back_to(before.begun)
        raise


def _record(floor: Floor, before: Before, said: Said, reply: Reply, *, asks: bool) -> None:
    asides = (one for one in reply.utterances if one.speaker is Speaker.BOT and one.kind is Kind.ASIDE)
    made = reply.made or (Made.ASKED_BACK if asks else _made(said))
    event = floor.interview.utter(before.question, made, "\n".join(one.text for one in asides))
    floor.narrator.tell(event, floor.interview.state)  # it is on screen already


def _asks(floor: Floor, before: Before) -> bool:
    """Whether the bot now asks for something besides the question that it did not ask for before."""
    awaited = floor.awaited
    if awaited is not None and awaited.insists:
        return awaited != before.awaited
    return bool(floor.draft.levels) and floor.question == before.question


def _made(said: Said) -> Made:
    if said.wish is None:
        return Made.REPLIED
    return Made.ASKED_HELP if said.wish.intent in LOOKS else Made.WISHED
