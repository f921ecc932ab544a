"""Surveying a set of facts: what each layer and gate counts, and how far the sequence reaches."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from chatbot.facts import Facts, ModelId
from chatbot.framework.assessment import GateStanding
from chatbot.framework.initiative import Initiatives
from chatbot.framework.model import Framework
from chatbot.framework.sequence import Ladder
from chatbot.framework.standing import LayerRow, LayerTable, Tally, gate_range, tally

GateRange: TypeAlias = tuple[GateStanding, GateStanding]


class Survey(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an assessment rests on.

    Attributes:
        aim: the position of the ambition, if one is known.
        applies: for value models that may drop out, whether they do; `None` where that is not known.
        layers: the signals of each readiness layer, in the framework's order.
        gates: the signals of each gate, in sequence.
        rows: the standing of each layer.
        ranges: the standing of each gate at worst and at best.
        at_worst: `readiness.LAYER` and `gate.MODEL` with every unknown at its worst.
        worst: the position of the frontier with unknowns at their worst.
        best: the same with unknowns at their best.
        recommended: the position of what can be worked on now, whatever turns out.
        reachable: the same with unknowns at their best.
    """

    facts: Facts
    ambition: ModelId | None
    aim: int | None
    applies: dict[ModelId, bool | None]
    layers: list[Tally]
    gates: list[Tally]
    rows: list[LayerRow]
    ranges: list[GateRange]
    at_worst: dict[str, str]
    worst: int
    best: int
    recommended: int
    reachable: int


class Surveyor:
    """Surveys any facts by the rules of one framework."""

    def __init__(self, framework: Framework, ladder: Ladder) -> None:
        self._ladder = ladder
        self._initiatives = Initiatives(framework)
        self._table = LayerTable(framework.layer_rule)
        self._layers = [(tuple(s.id for s in layer.signals), layer.sign.id) for layer in framework.layers]
        self._gates = [tuple(signal.id for signal in model.gate.signals) for model in framework.models]
        self._keys = [f"readiness.{layer.id}" for layer in framework.layers]
        self._keys += [f"gate.{model.id}" for model in framework.models]

    def survey(self, facts: Facts) -> Survey:
        """Count `facts` and find the frontier at both ends of what they could turn out to be.

        Raises:
            CaseError: the facts contradict each other, as an ambition that does not apply.
        """
        ambition = self._initiatives.ambition(facts)
        applies = self._initiatives.applicability(facts)
        layers: list[Tally] = []
        rows: list[LayerRow] = []
        for index in range(len(self._layers)):
            counted, row = self.layer(index, facts)
            layers.append(counted)
            rows.append(row)
        gates = [self.gate(index, facts) for index in range(len(self._gates))]
        ranges = [gate_range(counted) for counted in gates]
        worsts = [*[row.worst for row in rows], *[worst for worst, _ in ranges]]
        bests = [*[row.best for row in rows], *[best for _, best in ranges]]
        at_worst: dict[str, str] = dict(zip(self._keys, worsts, strict=True))
        at_best: dict[str, str] = dict(zip(self._keys, bests, strict=True))
        worst = self._ladder.frontier(self._ladder.longest(applies), at_worst)
        best = self._ladder.frontier(self._ladder.shortest(applies), at_best)
        aim = None if ambition is None else self._ladder.position[ambition]
        return Survey(
            facts=facts,
            ambition=ambition,
            aim=aim,
            applies=applies,
            layers=layers,
            gates=gates,
            rows=rows,
            ranges=ranges,
            at_worst=at_worst,
            worst=worst,
            best=best,
            recommended=earlier(aim, worst),
            reachable=earlier(aim, best),
        )

    def layer(self, index: int, facts: Facts) -> tuple[Tally, LayerRow]:
        """What one layer counts, and what that comes to."""
        signals, sign = self._layers[index]
        counted = tally(signals, facts)
        return counted, self._table.row(counted, facts.get(sign))

    def gate(self, index: int, facts: Facts) -> Tally:
        """What one gate counts."""
        return tally(self._gates[index], facts)


def earlier(aim: int | None, frontier: int) -> int:
    """The earlier of ambition and frontier; the frontier where nothing is aimed at."""
    return frontier if aim is None else min(aim, frontier)
