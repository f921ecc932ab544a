"""Stepping: passing over a question, taking back, and coming to the end."""

from __future__ import annotations

from typing import Final

from chatbot.conversation.answering import NOTHING_ASKED
from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.dialog.manager import REVIEW, StageError
from chatbot.dialog.understanding.understood import Intent

DROPPED: Final = "What you began to say is dropped; nothing of it was recorded."


def skip(floor: Floor, _: str) -> Reply:
    """Pass over the question; one that has an answer keeps it."""
    asked = floor.asking
    if asked is None:
        return floor.aside(NOTHING_ASKED)
    if asked.given:
        floor.visiting = None
        floor.clear()
        return Reply(utterances=(bot(Kind.ASIDE, "Your answer stays as it is."), floor.ask_again()))
    return floor.told(floor.interview.skip(asked.id))


def undo(floor: Floor, _: str) -> Reply:
    """Withdraw what was recorded last; what is finished is opened again first."""
    interview = floor.interview
    if interview.state.last_change() is None:
        return floor.aside("There is nothing to undo.")
    opened = floor.told(interview.reopen()).utterances[:1] if interview.finished else ()
    undone = interview.undo()
    return (floor.told(undone) if undone else Reply()).after(*opened)


def finish(floor: Floor, _: str) -> Reply:
    """Close the interview with its advice, or say what keeps it open."""
    interview = floor.interview
    if interview.finished:
        return Reply(wants=Intent.ADVICE)
    if floor.visiting and interview.state.stage == REVIEW:
        floor.visiting = None
    try:
        event = interview.finish()
    except StageError as error:
        left = interview.state.due
        text = str(error) if not left else f"{len(left)} questions are still open. {error.todo}"
        return Reply(utterances=(bot(Kind.ASIDE, text), *((floor.ask_again(),) if left else ())))
    return Reply(utterances=floor.told(event).utterances, wants=Intent.ADVICE)
