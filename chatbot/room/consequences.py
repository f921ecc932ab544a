"""What would follow if one of several positions were right, in a few words for the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.framework.assessment import Readiness
from chatbot.framework.model import Framework
from chatbot.framework.terms import Terms
from chatbot.room.disagreement import Hanging

_STANDINGS: Final = {
    Readiness.READY: "ready",
    Readiness.DEVELOPING: "developing",
    Readiness.AT_RISK: "at risk",
    Readiness.OPEN: "open",
    Readiness.NOT_APPLICABLE: "of no weight",
}
NOTHING: Final = "nothing changes"
CONTRADICTS: Final = "contradicts another answer"


def consequences(hanging: Sequence[Hanging | None], framework: Framework) -> list[str]:
    """For each position, what would follow; recommendation and decision only where positions part in them."""
    known = [one for one in hanging if one]
    parts_in_model = len({one.recommended for one in known}) > 1
    parts_in_decision = len({one.decision for one in known}) > 1
    terms = Terms(framework)

    def of(one: Hanging | None) -> str:
        if one is None:
            return CONTRADICTS
        parts = [terms.title(one.recommended)] if parts_in_model else []
        parts += [f"commitment: {terms.decision(one.decision)}"] if parts_in_decision else []
        return ", ".join([*parts, *_layers(one, terms), *_warnings(one, terms)]) or NOTHING

    return [of(one) for one in hanging]


def _layers(one: Hanging, terms: Terms) -> Iterator[str]:
    yield from (f"{terms.title(layer)} {_STANDINGS[standing]}" for layer, standing in one.layers)


def _warnings(one: Hanging, terms: Terms) -> Iterator[str]:
    for change in one.changes:
        if change.after is None:
            yield f"no warning “{terms.title(change.warning)}”"
        elif change.before is None:
            yield f"warning “{terms.title(change.warning)}”"
