"""The sequence: which value models apply, which are within reach, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, TypeAlias

import msgspec

from chatbot.conditions import Condition, Operator, Test, Values, compiled, is_
from chatbot.facts import FactId, Facts, Level, ModelId
from chatbot.framework.assessment import GateStanding, Readiness
from chatbot.framework.model import Framework, ValueModel

_LACKING: Final = frozenset({Level.PARTIAL, Level.ABSENT})

Rungs: TypeAlias = tuple[tuple[int, Test], ...]
"""In sequence order, the position of each value model but the first, with what it takes to get there."""


class Requirement(msgspec.Struct, frozen=True, gc=False):
    """A gate or a layer that a value model stands on, with the standings of it that are enough.

    Attributes:
        key: `gate.MODEL` or `readiness.LAYER`.
        owner: the value model or the layer.
        values: the standings that satisfy it.
        signals: the signals of that gate or layer.
        sign: the sign of that layer.
        exacting: whether every signal has to be established; otherwise none may be absent.
        applies_if: the fact that takes the whole requirement away when it is `false`.
    """

    key: str
    owner: str
    values: tuple[str, ...]
    signals: tuple[FactId, ...]
    sign: FactId | None = None
    exacting: bool = True
    applies_if: FactId | None = None

    def holds_at(self, standings: Mapping[str, str]) -> bool:
        """Whether these standings, by key, satisfy it."""
        return standings[self.key] in self.values

    def shortfall(self, facts: Facts) -> list[FactId]:
        """The facts that are known to stand in its way.

        Where none of the signals applies, nothing is left that could satisfy it: then it is all of them.
        """
        lacking = _LACKING if self.exacting else {Level.ABSENT}
        short = [signal for signal in self.signals if facts.get(signal) in lacking]
        if self.sign and facts.get(self.sign) == Level.PRESENT:
            short.append(self.sign)
        if not short and all(facts.get(signal) == Level.NOT_APPLICABLE for signal in self.signals):
            return list(self.signals)
        return short

    def unclear(self, facts: Facts) -> list[FactId]:
        """The facts that are unknown or were not asked."""
        of_interest = [*self.signals, *([self.sign] if self.sign else [])]
        return [fact for fact in of_interest if facts.get(fact, Level.UNKNOWN) == Level.UNKNOWN]


class Ladder:
    """The chain of value models, compiled from the knowledge base."""

    def __init__(self, framework: Framework) -> None:
        self.models = framework.models
        self.position = {model.id: index for index, model in enumerate(framework.models)}
        self._rungs: dict[tuple[int, ...], Rungs] = {}
        self._requirements: dict[tuple[tuple[int, ...], int, int], tuple[Requirement, ...]] = {}
        self._chains: dict[tuple[bool, ...], tuple[int, ...]] = {}
        self._layers = {str(layer.id): layer for layer in framework.layers}
        self._own = [tuple(self._of_model(model)) for model in framework.models]
        self._behind = [self._of_gate(model) for model in framework.models]

    def longest(self, applies: Mapping[ModelId, bool | None]) -> tuple[int, ...]:
        """The positions of the value models that apply or may apply, in order."""
        return self._chain(tuple([kept is not False for kept in applies.values()]), applies)

    def shortest(self, applies: Mapping[ModelId, bool | None]) -> tuple[int, ...]:
        """The positions of the value models that certainly apply, in order."""
        return self._chain(tuple([kept is True for kept in applies.values()]), applies)

    def _chain(self, kept: tuple[bool, ...], applies: Mapping[ModelId, bool | None]) -> tuple[int, ...]:
        if kept not in self._chains:
            out = {model for model, stays in zip(applies, kept, strict=True) if not stays}
            self._chains[kept] = tuple(at for at, model in enumerate(self.models) if model.id not in out)
        return self._chains[kept]

    def step(self, below: int, index: int) -> Condition:
        """What it takes to get from one value model to the next that applies, on standings in one world."""
        gate = is_(f"gate.{self.models[below].id}", GateStanding.MET)
        needs = (floor.needs for floor in self.models[index].floors)
        return Condition(op=Operator.ALL, parts=(gate, *needs))

    def frontier(self, chain: tuple[int, ...], standings: Mapping[str, str]) -> int:
        """The position of the last value model up to which all are within reach; the first always is."""
        rungs = self._rungs.get(chain)
        if rungs is None:
            rungs = tuple((index, compiled(self.step(below, index))) for below, index in pairwise(chain))
            self._rungs[chain] = rungs
        return furthest(chain[0], rungs, standings)

    def requirements(self, chain: tuple[int, ...], target: int, start: int = -1) -> tuple[Requirement, ...]:
        """What the value models after position `start`, up to `target`, stand on, in sequence order."""
        key = (chain, target, start)
        if key not in self._requirements:
            self._requirements[key] = tuple(self._between(chain, target, start))
        return self._requirements[key]

    def _between(self, chain: tuple[int, ...], target: int, start: int) -> Iterator[Requirement]:
        for previous, index in pairwise(chain):
            if start < index <= target:
                yield self._behind[previous]
                yield from self._own[index]

    def _of_model(self, model: ValueModel) -> Iterator[Requirement]:
        """The requirements that a value model's floors name."""
        for floor in model.floors:
            for atom in floor.needs.atoms():
                yield self._of_atom(atom)

    def _of_atom(self, atom: Condition) -> Requirement:
        kind, _, owner = atom.key.partition(".")
        if kind == "gate":
            return self._of_gate(self.models[self.position[ModelId(owner)]])
        layer = self._layers[owner]
        return Requirement(
            key=atom.key,
            owner=owner,
            values=atom.values,
            signals=tuple(signal.id for signal in layer.signals),
            sign=layer.sign.id,
            exacting=Readiness.DEVELOPING not in atom.values,
        )

    def _of_gate(self, model: ValueModel) -> Requirement:
        return Requirement(
            key=f"gate.{model.id}",
            owner=model.id,
            values=(GateStanding.MET,),
            signals=tuple(signal.id for signal in model.gate.signals),
            applies_if=FactId(model.applies_if) if model.applies_if else None,
        )


def furthest(first: int, rungs: Rungs, standings: Values) -> int:
    """The last position that is reached without a gap, from the first one on."""
    last = first
    for index, holds in rungs:
        if not holds(standings):
            break
        last = index
    return last
