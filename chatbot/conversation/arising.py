"""What arises: what the bot waits for because of what was just recorded and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from chatbot.conversation.waiting.awaited import Awaited

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor


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


_ARISING: Final[tuple[Callable[[Floor], Awaited | None], ...]] = (_evidence,)
