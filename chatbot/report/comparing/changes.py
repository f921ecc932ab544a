"""Which facts are not at the same level in two interviews, and which way each of them changed."""

from __future__ import annotations

from typing import Final

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Level
from chatbot.framework.assessment import NOT_ASKED
from chatbot.framework.model import Sign
from chatbot.report.comparing.compared import Seen
from chatbot.report.comparing.moves import Change, FactChange

_NOT_KNOWN: Final = frozenset({Level.UNKNOWN, NOT_ASKED})
_FIRST: Final = (TITLE, AMBITION, SECTOR, DISTRIBUTION_APPLIES)
_SIGNALS: Final[dict[str, int]] = {Level.ABSENT: 0, Level.PARTIAL: 1, Level.ESTABLISHED: 2}
_SIGNS: Final[dict[str, int]] = {Level.PRESENT: 0, Level.ABSENT: 1}


def changes(before: Seen, after: Seen) -> tuple[FactChange, ...]:
    """Every fact that changed, once: the initiative's first, then the framework's in its order."""
    names = after.terms.facts
    every = dict.fromkeys((*_FIRST, *map(FactId, names), *before.stated, *after.stated))
    return tuple(
        _change(before, after, fact)
        for fact in every
        if before.stated.get(fact, NOT_ASKED) != after.stated.get(fact, NOT_ASKED)
    )


def _change(before: Seen, after: Seen, fact: FactId) -> FactChange:
    then, now = before.side(fact), after.side(fact)
    namer = before if fact in before.refused or fact not in after.stated else after
    known = after.terms.facts.get(fact)
    judged = fact not in before.refused and (known is not None or fact in _FIRST[1:])
    return FactChange(
        fact=fact,
        label=namer.label(fact),
        within=namer.within(fact),
        change=which_way(then.level, now.level, sign=isinstance(known, Sign), ordered=known is not None),
        before=then,
        after=now,
        judged=judged,
    )


def which_way(before: str, after: str, *, sign: bool, ordered: bool) -> Change:
    """Which way a fact changed.

    Args:
        sign: whether it is better absent.
        ordered: whether its levels have an order at all.
    """
    if (before in _NOT_KNOWN) != (after in _NOT_KNOWN):
        return Change.KNOWN if before in _NOT_KNOWN else Change.UNKNOWN
    places = _SIGNS if sign else _SIGNALS
    if ordered and before in places and after in places:
        return Change.BETTER if places[before] < places[after] else Change.WORSE
    return Change.OTHER
