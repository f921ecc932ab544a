"""What an interview left out that was finished before its last question, in words."""

from __future__ import annotations

from msgspec import Struct

from chatbot.dialog.manager import FINISHED
from chatbot.framework.terms import Terms, enumerated
from chatbot.interview.ahead import look_ahead
from chatbot.interview.events import Finished
from chatbot.interview.held import Held
from chatbot.interview.state import State


class LeftOut(Struct, frozen=True, kw_only=True):
    """What was left out.

    Attributes:
        questions: their ids, in the order of the dialog.
        decided: whether no answer to them could have changed the recommendation or the commitment.
        warnings: the titles of the warnings that they could still have raised.
        says: all of it in two or three sentences.
    """

    questions: tuple[str, ...]
    decided: bool
    warnings: tuple[str, ...]
    says: str


def left_out(held: Held, state: State) -> LeftOut | None:
    """What was left out when the interview was finished; nothing if every question was asked."""
    if state.stage != FINISHED:
        return None
    latest = next((event.what for event in reversed(state.events) if isinstance(event.what, Finished)), None)
    if latest is None or not latest.left_out:
        return None
    terms = Terms(held.framework)
    may_come = look_ahead(held, state).outlook.may_come if latest.decided else ()
    warnings = tuple(terms.title(one) for one in may_come)
    return LeftOut(
        questions=tuple(latest.left_out),
        decided=latest.decided,
        warnings=warnings,
        says=" ".join(_sentences(len(latest.left_out), latest.decided, warnings)),
    )


def _sentences(count: int, decided: bool, warnings: tuple[str, ...]) -> list[str]:
    left = f"{count} question{'s were' if count != 1 else ' was'} left out"
    if not decided:
        return [
            f"Finished on request: {left}, and the answers could have changed what to work on now"
            " or whether to commit."
        ]
    sentences = [
        f"{left}, because no answer could have changed what to work on now or whether to commit.",
        "What was not asked counts as not asked.",
    ]
    if warnings:
        titles = enumerated([f'"{title}"' for title in warnings])
        sentences.append(f"The answers could have led to further warnings: {titles}.")
    return sentences
