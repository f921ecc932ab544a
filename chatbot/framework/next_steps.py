"""The next steps: every shortfall that matters, ordered by what removing it unlocks."""

from __future__ import annotations

import msgspec

from chatbot.facts import FactId, ModelId
from chatbot.framework.assessment import Certainty, Clarity, NextStep
from chatbot.framework.model import CommitmentItemId, Severity, WarningId
from chatbot.framework.support import Support


class _Stakes(msgspec.Struct):
    """What depends on one fact that is known not to be at its best."""

    unlocks: list[ModelId] = []
    items: list[CommitmentItemId] = []
    clears: list[WarningId] = []
    stops: bool = False


def next_steps(support: Support) -> tuple[NextStep, ...]:
    """What to do, in order: what stops the ambition, what the next value models need, then the rest."""
    stakes: dict[FactId, _Stakes] = {
        fact: _Stakes() for fact in support.mattering if support.can_improve(fact)
    }
    _add_models(support, stakes)
    _add_items(support, stakes)
    _add_warnings(support, stakes)

    def rank(fact: FactId) -> tuple[int, int, int]:
        at_stake, place = stakes[fact], support.order[fact]
        nearest = min((support.position(model) for model in at_stake.unlocks), default=None)
        if at_stake.stops:
            return (0, 0, place)
        if nearest is not None and nearest <= support.target:
            return (1, nearest, place)
        if at_stake.items:
            return (2, 0, place)
        if at_stake.clears:
            return (3, 0, place)
        return (4, nearest or 0, place)

    return tuple(
        NextStep(
            fact=fact,
            level=support.level(fact),
            unlocks=tuple(stakes[fact].unlocks),
            items=tuple(stakes[fact].items),
            clears=tuple(stakes[fact].clears),
        )
        for fact in sorted(stakes, key=rank)
    )


def _add_models(support: Support, stakes: dict[FactId, _Stakes]) -> None:
    """Up to the ambition, or to the next value model where the ambition is within reach."""
    horizon = max(support.target, support.next or 0)
    for index in support.chain:
        if support.recommended < index <= horizon:
            for fact in filter(support.can_improve, support.lacking_for(index)):
                stakes.setdefault(fact, _Stakes()).unlocks.append(support.framework.models[index].id)


def _add_items(support: Support, stakes: dict[FactId, _Stakes]) -> None:
    for item, clarity in support.assessment.commitment.items.items():
        if clarity is not Clarity.EXPLICIT:
            for fact in support.behind_item(item):
                if fact in stakes:
                    stakes[fact].items.append(item)


def _add_warnings(support: Support, stakes: dict[FactId, _Stakes]) -> None:
    for warning in support.assessment.warnings:
        certain_stop = warning.severity is Severity.STOP and warning.certainty is Certainty.CERTAIN
        for cause in warning.because:
            if cause.fact in stakes:
                stakes[cause.fact].clears.append(warning.id)
                stakes[cause.fact].stops |= certain_stop and str(cause.fact) == str(warning.id)
