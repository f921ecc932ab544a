"""Wishes: what people want besides answering is carried out, or handed to the front end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from chatbot.conversation.answering import NOTHING_ASKED
from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.stepping import DROPPED, finish, skip, undo
from chatbot.conversation.turning_back import go_back
from chatbot.conversation.utterances import Kind, Speaker, bot
from chatbot.conversation.waiting.note import AwaitedNote
from chatbot.dialog.understanding.understood import Intent

LOOKS: Final = frozenset(
    {
        Intent.WHY, Intent.MEANING, Intent.EXAMPLE, Intent.HELP, Intent.REPEAT, Intent.PROGRESS,
        Intent.REVIEW, Intent.ADVICE, Intent.REPORT,
    }
)  # fmt: skip
"""Wishes that only look: what is awaited stays awaited, and is said again."""

_RECORDED: Final = frozenset({Intent.NOTE, Intent.SKIP, Intent.UNDO})


def carry_out_typed(floor: Floor, intent: Intent, target: str, said: str) -> Reply:
    """Carry out a wish that was typed; what is recorded tells the words itself."""
    echo = floor.echo(said)
    reply = carry_out(floor, intent, target)
    if intent in _RECORDED and reply.utterances and reply.utterances[0].speaker is Speaker.PERSON:
        return reply
    return reply.after(echo)


def carry_out(floor: Floor, intent: Intent, target: str = "") -> Reply:
    """Carry out a wish.

    Args:
        target: what it is about, as `Heard` has it; may be empty.
    """
    awaited = floor.awaited
    if intent in LOOKS:
        reply = _WISHES[intent](floor, target) if intent in _WISHES else Reply(wants=intent)
        if awaited and reply.wants is None:
            again = bot(Kind.ASIDE, awaited.asks, floor.question)
            return Reply(utterances=(*reply.utterances, again))
        return reply
    if intent is Intent.UNDO and floor.has_begun:
        floor.clear()
        return Reply(utterances=(bot(Kind.ASIDE, DROPPED), floor.ask_again()))
    floor.wait_for(None)
    reply = _WISHES[intent](floor, target) if intent in _WISHES else Reply(wants=intent)
    if awaited and awaited.given_up:
        return reply.after(bot(Kind.ASIDE, awaited.given_up))
    return reply


def _why(floor: Floor, _: str) -> Reply:
    asked = floor.asking
    return floor.aside(asked.why if asked else NOTHING_ASKED)


def _help(floor: Floor, _: str) -> Reply:
    from chatbot.conversation.hints import explained

    return floor.aside(explained(floor.asking))


def _repeat(floor: Floor, _: str) -> Reply:
    return Reply(utterances=(floor.ask_again(),))


def _note(floor: Floor, text: str) -> Reply:
    if text:
        return floor.told(floor.interview.note(text, floor.question))
    awaited = AwaitedNote(floor.question)
    floor.wait_for(awaited)
    return floor.aside(awaited.asks)


_WISHES: Final[Mapping[Intent, Callable[[Floor, str], Reply]]] = {
    Intent.WHY: _why,
    Intent.HELP: _help,
    Intent.REPEAT: _repeat,
    Intent.BACK: go_back,
    Intent.SKIP: skip,
    Intent.NOTE: _note,
    Intent.UNDO: undo,
    Intent.FINISH: finish,
}
"""How each is carried out; what is missing here is the front end's."""
