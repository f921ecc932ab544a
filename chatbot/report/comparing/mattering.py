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
    together, each counts for its share. Changes that account for exactly the same stand together.
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
    groups: dict[tuple[int, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for change in order:
        if weight[change]:
            key = weight[change], tuple(alone.get(change, ())), tuple(together.get(change, ()))
            groups.setdefault(key, []).append(change)
    ranked = sorted(groups.items(), key=lambda group: -group[0][0])
    return tuple(
        Mattered(changes=tuple(changes), alone=alone_for, together=together_for)
        for (_, alone_for, together_for), changes in ranked
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
