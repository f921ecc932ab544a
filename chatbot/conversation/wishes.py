"""Wishes: what people want besides answering is carried out, or handed to the front end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeAlias

from chatbot.conversation.addressing import addressed
from chatbot.conversation.answering import NOTHING_ASKED
from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.stepping import DROPPED, finish, redo, skip, undo
from chatbot.conversation.turning_back import change, go_back
from chatbot.conversation.utterances import Kind, Speaker, bot
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.evidence import AwaitedEvidence
from chatbot.conversation.waiting.note import AwaitedNote
from chatbot.dialog.understanding.understood import Intent

LOOKS: Final = frozenset(
    {
        Intent.WHY, Intent.MEANING, Intent.EXAMPLE, Intent.HELP, Intent.REPEAT, Intent.PROGRESS,
        Intent.REVIEW, Intent.ADVICE, Intent.REPORT,
    }
)  # fmt: skip
"""Wishes that only look: what is awaited stays awaited, and is said again."""

_KEEPS: Final = frozenset({Intent.NOTE, Intent.EVIDENCE})
"""Wishes that keep something beside a question; with a text, what is awaited stays awaited too."""
_RECORDED: Final = _KEEPS | {Intent.SKIP, Intent.UNDO, Intent.REDO}


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
    if intent is Intent.UNDO and floor.has_begun:
        floor.clear()
        return Reply(utterances=(bot(Kind.ASIDE, DROPPED), floor.ask_again()))
    looks = intent in LOOKS or (intent is Intent.CHANGE and not target)
    stays = looks or bool(intent in _KEEPS and target)
    if not stays:
        floor.wait_for(None)
    reply = _WISHES[intent](floor, target, awaited) if intent in _WISHES else Reply(wants=intent)
    if awaited is None or reply.wants is not None:
        return reply
    if stays:
        says_again = awaited.insists or (intent is Intent.REPEAT and awaited.asks)
        if not says_again or floor.awaited is not awaited:
            return reply
        return Reply(utterances=(*reply.utterances, bot(Kind.ASIDE, awaited.asks, floor.question)))
    given_up = awaited.given_up if intent not in _KEEPS else ""
    return reply.after(bot(Kind.ASIDE, given_up)) if given_up else reply


def _why(floor: Floor) -> Reply:
    asked = floor.asking
    return floor.aside(asked.why if asked else NOTHING_ASKED)


def _meaning(floor: Floor) -> Reply:
    from chatbot.conversation.hints import meaning

    asked = floor.asking
    return floor.aside(meaning(asked) if asked else NOTHING_ASKED)


def _example(floor: Floor) -> Reply:
    from chatbot.conversation.explaining import example

    asked = floor.asking
    return floor.aside(example(floor.interview, asked) if asked else NOTHING_ASKED)


def _help(floor: Floor) -> Reply:
    from chatbot.conversation.hints import explained

    return floor.aside(explained(floor.asking))


def _progress(floor: Floor) -> Reply:
    from chatbot.conversation.explaining import progress

    return floor.aside(progress(floor.interview))


def _repeat(floor: Floor) -> Reply:
    return Reply(utterances=(floor.ask_again(),))


def _kept(floor: Floor, text: str, awaited: Awaited | None, *, is_evidence: bool) -> Reply:
    """A note or evidence, to the question named in the text or the one asked; asks for a missing text.

    Evidence that was just asked for belongs to the question that it was asked for.
    """
    question, text = addressed(floor, text)
    if is_evidence and isinstance(awaited, AwaitedEvidence) and question == floor.question:
        question = awaited.question
    answered = is_evidence and isinstance(awaited, AwaitedEvidence) and question == awaited.question
    if text:
        if answered:
            floor.wait_for(None)
        record = floor.interview.evidence if is_evidence else floor.interview.note
        return floor.told(record(text, question))
    waits = AwaitedNote(question, is_evidence, None if answered else awaited)
    floor.wait_for(waits)
    return floor.aside(waits.asks)


def _about(act: Callable[[Floor], Reply]) -> _Act:
    """What needs no target."""
    return lambda floor, _, __: act(floor)


def _to(act: Callable[[Floor, str], Reply]) -> _Act:
    """What goes to a target."""
    return lambda floor, target, _: act(floor, target)


_Act: TypeAlias = "Callable[[Floor, str, Awaited | None], Reply]"
_WISHES: Final[Mapping[Intent, _Act]] = {
    Intent.WHY: _about(_why),
    Intent.MEANING: _about(_meaning),
    Intent.EXAMPLE: _about(_example),
    Intent.HELP: _about(_help),
    Intent.PROGRESS: _about(_progress),
    Intent.REPEAT: _about(_repeat),
    Intent.BACK: _to(go_back),
    Intent.CHANGE: _to(change),
    Intent.SKIP: _about(skip),
    Intent.NOTE: partial(_kept, is_evidence=False),
    Intent.EVIDENCE: partial(_kept, is_evidence=True),
    Intent.UNDO: _about(undo),
    Intent.REDO: _about(redo),
    Intent.FINISH: _about(finish),
}
"""How each is carried out, given what was awaited when it was wished; what is missing here is the front
end's."""
