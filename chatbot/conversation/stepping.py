"""Stepping: passing over a question, taking back, and coming to the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from chatbot.conversation.answering import NOTHING_ASKED
from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.dialog.manager import REVIEW, StageError
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.events import Event

DROPPED: Final = "What you began to say is dropped; nothing of it counts."


def skip(floor: Floor) -> Reply:
    """Pass over the question; one that has an answer keeps it."""
    asked = floor.asking
    if asked is None:
        return floor.aside(NOTHING_ASKED)
    if asked.given or asked.id in floor.interview.state.skipped:
        floor.visiting = None
        floor.clear()
        text = "Your answer stays as it is." if asked.given else "It stays open."
        return Reply(utterances=(bot(Kind.ASIDE, text), floor.ask_again()))
    return floor.told(floor.interview.skip(asked.id))


def undo(floor: Floor) -> Reply:
    """Withdraw what was recorded last; what is finished is opened again first."""
    if floor.interview.state.last_change() is None:
        return floor.aside("There is nothing to undo.")
    return _step(floor, floor.interview.undo)


def redo(floor: Floor) -> Reply:
    """Put back what was withdrawn last; what is finished is opened again first."""
    if floor.interview.state.last_undone() is None:
        return floor.aside("There is nothing to put back.")
    return _step(floor, floor.interview.redo)


def _step(floor: Floor, act: Callable[[], Event | None]) -> Reply:
    interview = floor.interview
    opened = floor.told(interview.reopen()).utterances[:1] if interview.finished else ()
    event = act()
    return (floor.told(event) if event else Reply()).after(*opened)


def finish(floor: Floor) -> Reply:
    """Close the interview with its advice, ask whether to, or say what keeps it open."""
    interview = floor.interview
    if interview.finished:
        return Reply(wants=Intent.ADVICE)
    if floor.visiting and interview.state.stage == REVIEW:
        floor.visiting = None
    left = len(interview.state.due)
    if left and interview.assessment() is not None and not interview.ahead().outlook.decided:
        from chatbot.conversation.waiting.finishing import ConfirmFinish

        open_ = f"{left} question{'s are' if left != 1 else ' is'} still open"
        asked = ConfirmFinish(
            f"{open_}, and the answers could still change what to work on now or whether to commit. "
            "Finish all the same? (yes / no)"
        )
        floor.wait_for(asked)
        return floor.aside(asked.asks)
    try:
        return closed(floor, interview.finish())
    except StageError as error:
        again = (floor.ask_again(),) if left else ()
        return Reply(utterances=(bot(Kind.ASIDE, str(error), floor.question), *again))


def closed(floor: Floor, event: Event) -> Reply:
    """What is said once the interview is finished."""
    return Reply(utterances=floor.told(event).utterances, wants=Intent.ADVICE)
