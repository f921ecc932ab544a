"""Which changes account for most of what moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from chatbot.report.comparing.conclusions import DECISION, ITEM, LAYER, REACHABLE, RECOMMENDED
from chatbot.report.comparing.data import Mattered
from chatbot.report.comparing.moves import Conclusion, Found

_WEIGHTS: Final = {RECOMMENDED: 12, DECISION: 10, REACHABLE: 8}
_ITEM: Final = 4
_LAYER: Final = 3
_STOP: Final = 5
_WARNING: Final = 2
_UNIT: Final = 60
"""So that shares of a few changes stay whole numbers."""


def mattered(conclusions: Iterable[Conclusion], order: Sequence[str]) -> tuple[Mattered, ...]:
    """The changes that account for something, those first that account for what a reader asks about first.

    A change that a conclusion would not have moved without counts in full; where it takes several
    together, each counts for its share.
    """
    weight: dict[str, int] = dict.fromkeys(order, 0)
    alone: dict[str, list[str]] = {}
    together: dict[str, list[str]] = {}
    for conclusion in conclusions:
        account = conclusion.account
        if account is None:
            continue
        named = dict.fromkeys(account.any_of or [change for one in account.sets for change in one])
        for change in named:
            where = alone if account.found is Found.ALONE else together
            where.setdefault(change, []).append(conclusion.id)
            weight[change] += _UNIT * _weight(conclusion) // account.size
    places = {change: place for place, change in enumerate(order)}
    counting = sorted((one for one in order if weight[one]), key=lambda one: (-weight[one], places[one]))
    return tuple(
        Mattered(change=one, alone=tuple(alone.get(one, ())), together=tuple(together.get(one, ())))
        for one in counting
    )


def _weight(conclusion: Conclusion) -> int:
    if conclusion.id in _WEIGHTS:
        return _WEIGHTS[conclusion.id]
    if conclusion.id.startswith(ITEM):
        return _ITEM
    if conclusion.id.startswith(LAYER):
        return _LAYER
    grave = "stop" in (conclusion.before.value.rpartition(".")[2], conclusion.after.value.rpartition(".")[2])
    return _STOP if grave else _WARNING
