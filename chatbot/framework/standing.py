"""Counting a layer's or gate's facts, and the standing that the counts make at worst and at best."""

from __future__ import annotations

from typing import Final

import msgspec

from chatbot.conditions import compiled
from chatbot.facts import FactId, Facts, Level
from chatbot.framework.assessment import GateStanding, Readiness
from chatbot.framework.model import LayerRule

SHARES: Final = ("none", "under_half", "half_or_more", "all")


def share(count: int, total: int) -> str:
    """Which of `SHARES` `count` out of `total` is; nothing out of nothing is none."""
    if count == 0:
        return "none"
    if count >= total:
        return "all"
    return "half_or_more" if 2 * count >= total else "under_half"


class Tally(msgspec.Struct, frozen=True, gc=False):
    """The signals of one owner by level; those that do not apply drop out.

    Attributes:
        unknown: asked, and nobody could say.
        missing: not asked.
    """

    established: list[FactId]
    partial: list[FactId]
    absent: list[FactId]
    unknown: list[FactId]
    missing: list[FactId]

    @property
    def not_known(self) -> tuple[FactId, ...]:
        """Signals that could still turn out either way; those that were asked come first."""
        return (*self.unknown, *self.missing)

    @property
    def judged(self) -> int:
        """How many signals are left to judge."""
        return len(self.established) + len(self.partial) + len(self.absent) + len(self.not_known)


def tally(signals: tuple[FactId, ...], facts: Facts) -> Tally:
    """Sort `signals` by the level that `facts` gives them."""
    established: list[FactId] = []
    partial: list[FactId] = []
    absent: list[FactId] = []
    unknown: list[FactId] = []
    missing: list[FactId] = []
    by_level: dict[str | None, list[FactId]] = {
        "established": established,
        "partial": partial,
        "absent": absent,
        "unknown": unknown,
        None: missing,
        "not_applicable": [],
    }
    level_of = facts.get
    for signal in signals:
        by_level[level_of(signal)].append(signal)
    return Tally(established, partial, absent, unknown, missing)


class LayerRow(msgspec.Struct, frozen=True, gc=False):
    """What the counts of a layer come to.

    Attributes:
        standing: the one standing, or open where worst and best differ.
        absent: the share of its signals that are absent, with unknowns at their best.
        known: the share of its signals that are known.
    """

    worst: Readiness
    best: Readiness
    standing: Readiness
    absent: str
    known: str


_Counts = tuple[int, int, int, int, str | None]

_EMPTY_LAYER: Final = LayerRow(
    Readiness.NOT_APPLICABLE, Readiness.NOT_APPLICABLE, Readiness.NOT_APPLICABLE, "none", "all"
)


class LayerTable:
    """The layer rule of the knowledge base, worked out once for every count that comes up."""

    def __init__(self, rule: LayerRule) -> None:
        self._at_risk, self._ready = compiled(rule.at_risk), compiled(rule.ready)
        self._rows: dict[_Counts, LayerRow] = {}

    def row(self, signals: Tally, sign: str | None) -> LayerRow:
        """The standing of a layer; it is not applicable where no signal is left to judge."""
        counts = (
            len(signals.established),
            len(signals.partial),
            len(signals.absent),
            len(signals.unknown) + len(signals.missing),
            sign,
        )
        row = self._rows.get(counts)
        if row is None:
            row = self._rows[counts] = self._worked_out(counts)
        return row

    def deciding(self, signals: Tally, sign: str | None) -> tuple[bool, bool]:
        """Whether an unclear signal can still make a difference to the standing, and whether the sign can.

        A difference counts in any of the ways in which the other unclear facts may turn out.
        """
        unclear = len(signals.not_known)
        sure, lacking = len(signals.established), len(signals.absent)
        total = signals.judged
        signs = (sign == Level.PRESENT,) if sign in (Level.ABSENT, Level.PRESENT) else (False, True)

        def standing(good: int, bad: int, present: bool) -> Readiness:
            return self._standing(sure + good, lacking + bad, total, present)

        by_signal = any(
            standing(good + 1, bad, present) != standing(good, bad + 1, present)
            for good in range(unclear)
            for bad in range(unclear - good)
            for present in signs
        )
        by_sign = len(signs) > 1 and any(
            standing(good, bad, False) != standing(good, bad, True)
            for good in range(unclear + 1)
            for bad in range(unclear + 1 - good)
        )
        return by_signal, by_sign

    def _worked_out(self, counts: _Counts) -> LayerRow:
        established, partial, absent, unclear, sign = counts
        total = established + partial + absent + unclear
        if not total:
            return _EMPTY_LAYER
        worst = self._standing(established, absent + unclear, total, sign != Level.ABSENT)
        best = self._standing(established + unclear, absent, total, sign == Level.PRESENT)
        return LayerRow(
            worst=worst,
            best=best,
            standing=best if worst is best else Readiness.OPEN,
            absent=share(absent, total),
            known=share(total - unclear, total),
        )

    def _standing(self, established: int, absent: int, total: int, present: bool) -> Readiness:
        values = {
            "signals.established": share(established, total),
            "signals.absent": share(absent, total),
            "sign": Level.PRESENT if present else Level.ABSENT,
        }
        if self._at_risk(values):
            return Readiness.AT_RISK
        return Readiness.READY if self._ready(values) else Readiness.DEVELOPING


_UNMET: Final = GateStanding.UNMET
_PARTIAL: Final = GateStanding.PARTIAL
_MET: Final = GateStanding.MET
_NO_GATE: Final = GateStanding.NOT_APPLICABLE


def gate_range(signals: Tally) -> tuple[GateStanding, GateStanding]:
    """The standing of a gate at worst and at best: met with all established, partial with some."""
    unclear = bool(signals.unknown or signals.missing)
    if signals.partial or signals.absent:
        sure = _PARTIAL if signals.established else _UNMET
        return sure, _PARTIAL if unclear else sure
    if not unclear:
        return (_MET, _MET) if signals.established else (_NO_GATE, _NO_GATE)
    return _PARTIAL if signals.established else _UNMET, _MET
