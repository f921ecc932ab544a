"""Accounting for what moved: changes are put back, one or a few at a time, and everything is judged again.

Nothing here knows a rule of the framework. A conclusion is accounted for by the smallest sets of changes
without which it would be as before; they are found by trying, so they are exact, and where there are too
many to try, it is said so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, combinations
from math import comb
from typing import Final, TypeAlias

from chatbot.report.comparing.moves import Account, Found

Values: TypeAlias = Mapping[str, str]
"""Conclusions by id."""

Judge: TypeAlias = Callable[[frozenset[str]], "Values | None"]
"""The conclusions with some changes put back; nothing where the facts contradict each other then."""

_MOST_TRIALS: Final = 1000
"""How many sets are tried for one conclusion: enough for any three of 18 changes, or any two of 44."""

_MOST_SHOWN: Final = 64


class Accounting:
    """Accounts for conclusions between one earlier and one later set of facts.

    Args:
        judge: judges with changes put back; every set is judged once at most.
        order: all changes, in the order in which they are to be named.
    """

    def __init__(self, judge: Judge, order: Sequence[str]) -> None:
        self._judge = judge
        self._order = order
        self._judged: dict[frozenset[str], Values | None] = {}

    def account(self, conclusion: str, before: str, reads: frozenset[str]) -> Account:
        """What accounts for a conclusion that is not what it was.

        Args:
            before: its earlier value.
            reads: what it may depend on.
        """
        pool = [change for change in self._order if change in reads]
        if not self._goes_back(conclusion, before, pool):
            pool = list(self._order)
        tried = 0
        for size in range(1, len(pool) + 1):
            tried += comb(len(pool), size)
            if tried > _MOST_TRIALS:
                break
            sets = [one for one in combinations(pool, size) if self._goes_back(conclusion, before, one)]
            if sets:
                return _exact(sets, pool)
        return self._one_way(conclusion, before, pool)

    def _one_way(self, conclusion: str, before: str, pool: list[str]) -> Account:
        """One set of which nothing can be left out, though there may be smaller ones."""
        kept, before_that = pool, list[str]()
        while kept != before_that:  # leaving one out may make another one needless
            before_that = kept
            for change in reversed(before_that):
                fewer = [one for one in kept if one != change]
                if self._goes_back(conclusion, before, fewer):
                    kept = fewer
        return Account(
            found=Found.AT_MOST, size=len(kept), sets=(tuple(kept),), total=1, any_of=(), among=tuple(pool)
        )

    def _goes_back(self, conclusion: str, before: str, changes: Sequence[str]) -> bool:
        key = frozenset(changes)
        if key not in self._judged:
            self._judged[key] = self._judge(key)
        values = self._judged[key]
        return values is not None and values.get(conclusion) == before


def _exact(sets: list[tuple[str, ...]], pool: list[str]) -> Account:
    size = len(sets[0])
    named = set(chain.from_iterable(sets))
    every = size > 1 and len(sets) > 1 and len(sets) == comb(len(named), size)
    return Account(
        found=Found.ALONE if size == 1 else Found.TOGETHER,
        size=size,
        sets=tuple(sets[:_MOST_SHOWN]),
        total=len(sets),
        any_of=tuple(change for change in pool if change in named) if every else (),
        among=tuple(pool),
    )
