"""Deciding whether resources should be committed to the ambition now."""

from __future__ import annotations

from typing import Final

from chatbot.conditions import compiled
from chatbot.framework.assessment import Clarity, Commitment, Decision
from chatbot.framework.model import CommitmentItemId, CommitmentRule

_EXPLICIT: Final = Clarity.EXPLICIT
_MISSING: Final = Clarity.MISSING
_OPEN: Final = Clarity.OPEN


class Committing:
    """The commitment rule of one framework, compiled."""

    def __init__(self, rule: CommitmentRule) -> None:
        self._items = [
            (item.id, f"commitment.{item.id}", compiled(item.explicit), compiled(item.missing))
            for item in rule.items
        ]
        self._holds = [(reason.id, compiled(reason.when)) for reason in rule.hold]
        self._commit = compiled(rule.commit)

    def items(self, conclusions: dict[str, str]) -> dict[CommitmentItemId, Clarity]:
        """How far each thing that has to be explicit is so; entered among the conclusions when all are."""
        clarities = {
            item: _EXPLICIT if explicit(conclusions) else _MISSING if missing(conclusions) else _OPEN
            for item, _, explicit, missing in self._items
        }
        for item, key, _, _ in self._items:
            conclusions[key] = clarities[item]
        return clarities

    def decide(
        self, conclusions: dict[str, str], items: dict[CommitmentItemId, Clarity], at_most: str
    ) -> Commitment:
        """The decision, from everything concluded and the best that may be; empty for no cap."""
        holds = tuple([reason for reason, applies in self._holds if applies(conclusions)])
        if holds:
            return Commitment(decision=Decision.HOLD, items=items, holds=holds)
        decision = Decision.COMMIT if self._commit(conclusions) else Decision.CONDITIONAL
        capped = at_most == Decision.HOLD or (at_most == Decision.CONDITIONAL and decision is Decision.COMMIT)
        return Commitment(
            decision=Decision(at_most) if capped else decision, items=items, holds=(), capped=capped
        )
