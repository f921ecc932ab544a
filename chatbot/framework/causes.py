"""From a condition back to the facts that made it hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from chatbot.conditions import Condition, Operator, compiled
from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.model import Framework
from chatbot.framework.relevance import Relevance
from chatbot.framework.sequence import Ladder
from chatbot.framework.survey import Survey

Trace: TypeAlias = Callable[[Survey], Sequence[FactId]]
"""The facts that a conclusion is made of, where they say something."""

Tracing: TypeAlias = Callable[[Mapping[str, str], Survey], Sequence[FactId]]
"""The facts behind a condition that holds, from the conclusions and what they rest on."""

_CONTROL_LEVELS: Final = {
    "controls.absent": frozenset({Level.ABSENT}),
    "controls.unknown": frozenset({Level.UNKNOWN}),
    "controls.established": frozenset({Level.ABSENT, Level.PARTIAL, Level.UNKNOWN}),
}


class Causes:
    """Which facts each conclusion of a framework is made of."""

    def __init__(self, framework: Framework, ladder: Ladder, relevance: Relevance) -> None:
        self._ladder = ladder
        self._relevance = relevance
        self._traces: dict[str, Trace] = {
            "ambition": lambda survey: (AMBITION,),
            "ambition.known": lambda survey: (AMBITION,),
            "ambition.recommended": lambda survey: (AMBITION,),
            "ambition.reach": lambda survey: (AMBITION, *self._in_the_way(survey)),
        }
        for index, layer in enumerate(framework.layers):
            self._trace_layer(layer.id, index, (*(signal.id for signal in layer.signals), layer.sign.id))
        for model in framework.models:
            self._traces[f"gate.{model.id}"] = _stated(tuple(signal.id for signal in model.gate.signals))
        for key in _CONTROL_LEVELS:
            self._traces[key] = self._of_controls(key)
        layers = _all_of([self._traces[f"readiness.{layer.id}"] for layer in framework.layers])
        self._traces["layers.at_risk"] = self._traces["layers.unknown"] = lambda survey: [
            fact for fact in layers(survey) if survey.facts[fact] != Level.ESTABLISHED
        ]
        for item in framework.commitment.items:
            keys = sorted(item.explicit.keys() | item.missing.keys())
            self._traces[f"commitment.{item.id}"] = _all_of([self._trace(key) for key in keys])

    def tracing(self, condition: Condition) -> Tracing:
        """How to get from `condition`, where it holds, to the facts behind the parts that make it hold."""
        if condition.op is Operator.IS:
            trace = self._trace(condition.key)
            return lambda conclusions, survey: trace(survey)
        if condition.op is Operator.NONE:
            return lambda conclusions, survey: ()
        parts = [(compiled(part), self.tracing(part)) for part in condition.parts]

        def behind(conclusions: Mapping[str, str], survey: Survey) -> Sequence[FactId]:
            found: dict[FactId, None] = {}
            for holds, facts in parts:
                if holds(conclusions):
                    found.update(dict.fromkeys(facts(conclusions, survey)))
            return tuple(found)

        return behind

    def _trace(self, key: str) -> Trace:
        """The trace of a conclusion; whatever else a condition reads is a fact."""
        fact = (FactId(key),)
        return self._traces.get(key) or (lambda survey: fact)

    def _trace_layer(self, layer: str, index: int, facts: tuple[FactId, ...]) -> None:
        self._traces[f"absent.{layer}"] = lambda survey: survey.layers[index].absent
        self._traces[f"known.{layer}"] = lambda survey: survey.layers[index].unknown
        self._traces[f"doubt.{layer}"] = self._traces[f"known.{layer}"]
        self._traces[f"readiness.{layer}"] = _stated(facts)

    def _of_controls(self, key: str) -> Trace:
        wanted = _CONTROL_LEVELS[key]
        controls = self._relevance.controls
        return lambda survey: [fact for fact in controls(survey.ambition) if survey.facts.get(fact) in wanted]

    def _in_the_way(self, survey: Survey) -> list[FactId]:
        """What was said that keeps the ambition out of reach: what is known to lack, or is not known."""
        if survey.aim is None:
            return []
        beyond = survey.aim > survey.best
        start = survey.best if beyond else survey.worst
        chain = self._ladder.longest(survey.applies)
        found: list[FactId] = []
        for requirement in self._ladder.requirements(chain, survey.aim, start):
            if requirement.holds_at(survey.at_worst):
                continue
            if beyond:
                found += requirement.shortfall(survey.facts)
                continue
            found += requirement.unclear(survey.facts)
            if requirement.applies_if and survey.facts.get(requirement.applies_if) == Level.UNKNOWN:
                found.append(requirement.applies_if)
        return [fact for fact in dict.fromkeys(found) if fact in survey.facts]


def _stated(facts: tuple[FactId, ...]) -> Trace:
    return lambda survey: [fact for fact in facts if fact in survey.facts]


def _all_of(traces: list[Trace]) -> Trace:
    return lambda survey: [fact for trace in traces for fact in trace(survey) if fact in survey.facts]
