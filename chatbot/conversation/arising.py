"""What arises: what the bot waits for because of what was just recorded and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the first question does not wait for it
    from chatbot.conversation.floor import Floor
    from chatbot.conversation.waiting.awaited import Awaited
    from chatbot.conversation.waiting.correction import Summarised


def arising(floor: Floor) -> Awaited | None:
    """What to wait for after the event that the narrator told last: the first of these that has something.

    What is said to have it is the narrator's, so that transcript and report have it too.
    """
    return next((awaited for one in _ARISING if (awaited := one(floor)) is not None), None)


def _evidence(floor: Floor) -> Awaited | None:
    claimed = floor.narrator.asked_evidence
    if claimed is None:
        return None
    from chatbot.conversation.waiting.evidence import AwaitedEvidence

    return AwaitedEvidence(*claimed)


def _tension(floor: Floor) -> Awaited | None:
    heeded = floor.narrator.heeded
    if heeded is None or heeded.tension is None:
        return None
    from chatbot.conversation.waiting.explanation import AwaitedExplanation

    return AwaitedExplanation(tension=heeded.tension, summarised=_summarised(floor))


def _offer_to_finish(floor: Floor) -> Awaited | None:
    heeded = floor.narrator.heeded
    if heeded is None or heeded.decided is None:
        return None
    from chatbot.conversation.waiting.finishing import OfferToFinish

    return OfferToFinish(summarised=_summarised(floor))


def _correction(floor: Floor) -> Awaited | None:
    summarised = _summarised(floor)
    if summarised is None:
        return None
    from chatbot.conversation.waiting.correction import AwaitedCorrection

    return AwaitedCorrection(summarised)


def _summarised(floor: Floor) -> Summarised | None:
    """The answers that were summed up just now, which the next words may correct."""
    question = floor.narrator.summed_up
    if question is None:
        return None
    from chatbot.conversation.waiting.correction import summarised

    return summarised(floor, question)


_ARISING: Final[tuple[Callable[[Floor], Awaited | None], ...]] = (
    _tension,
    _offer_to_finish,
    _evidence,
    _correction,
)
