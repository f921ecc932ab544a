"""Our readings of the framework that bear on one report: where its page leaves open what a rule needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from chatbot.facts import Facts, Level, ModelId
from chatbot.framework.assessment import Advice, Assessment, Clarity, Decision, GateStanding, Reach, Readiness
from chatbot.framework.initiative import lens_of
from chatbot.framework.model import Framework, ValueModel


class Reading(Struct, frozen=True, kw_only=True):
    """One reading.

    Attributes:
        subject: what it is about.
        statement: the rule in words; empty where the report says it elsewhere.
    """

    subject: str
    statement: str
    reading: str


class _Case(Struct, frozen=True):
    """What was said and what follows from it."""

    framework: Framework
    facts: Facts
    assessment: Assessment
    advice: Advice


def readings(
    framework: Framework, facts: Facts, assessment: Assessment, advice: Advice
) -> tuple[Reading, ...]:
    """The readings that something in the report rests on, from the general to the particular."""
    case = _Case(framework, facts, assessment, advice)
    found = [*_rules(case), *_commitment(case), *_models(case), *_layers(case), *_warnings(case)]
    lens = lens_of(framework, facts)
    if lens:
        found.append(Reading(subject=f"Lens: {lens.title}", statement="", reading=lens.reading))
    return tuple(reading for reading in found if reading.reading)


def _rules(case: _Case) -> Iterator[Reading]:
    for rule in case.framework.rules:
        bears = _BEARS_ONLY_IF.get(rule.id)
        if bears is None or bears(case):
            subject = rule.id.replace("_", " ").capitalize()
            yield Reading(subject=subject, statement=rule.statement, reading=rule.reading)


def _commitment(case: _Case) -> Iterator[Reading]:
    rule, given = case.framework.commitment, case.assessment.commitment
    yield Reading(subject="Commitment", statement="", reading=rule.reading)
    for item in rule.items:
        if given.items[item.id] is not Clarity.EXPLICIT:
            yield Reading(subject=f"Commitment: {item.title}", statement="", reading=item.reading)


def _models(case: _Case) -> Iterator[Reading]:
    """Of the value models up to the one after the recommended, and of gates that are not met on the way."""
    for model in _on_the_way(case):
        yield Reading(subject=model.title, statement="", reading=model.reading)
        if case.assessment.model(model.id).standing is not GateStanding.MET:
            yield Reading(subject=f"{model.title}: gate", statement="", reading=model.gate.reading)


def _layers(case: _Case) -> Iterator[Reading]:
    yield Reading(
        subject="Standing of a readiness layer", statement="", reading=case.framework.layer_rule.reading
    )
    for layer in case.framework.layers:
        if case.assessment.layer(layer.id).standing is not Readiness.READY:
            yield Reading(subject=layer.title, statement="", reading=layer.reading)


def _warnings(case: _Case) -> Iterator[Reading]:
    for warning in case.framework.warnings:
        if case.assessment.warning(warning.id):
            yield Reading(subject=f"Warning: {warning.title}", statement="", reading=warning.reading)


def _on_the_way(case: _Case) -> Iterator[ValueModel]:
    assessment = case.assessment
    last: tuple[ModelId | None, ...] = (
        assessment.ambition,
        assessment.reachable,
        case.advice.unlock.model if case.advice.unlock else None,
    )
    ends = max(place for place, model in enumerate(case.framework.models) if model.id in last)
    for model in case.framework.models[: ends + 1]:
        if assessment.model(model.id).reach is not Reach.NOT_APPLICABLE:
            yield model


def _has_floors(case: _Case) -> bool:
    return any(model.floors for model in _on_the_way(case))


def _is_skip(case: _Case) -> bool:
    return case.assessment.conclusions["ambition.reach"] in (Reach.BEYOND, Reach.ONCE_KNOWN)


_BEARS_ONLY_IF: Final[dict[str, Callable[[_Case], bool]]] = {
    "distribution_drops_out": lambda case: not all(case.assessment.applies.values()),
    "floors": _has_floors,
    "recommended_and_reachable": lambda case: not case.assessment.certain,
    "headroom": lambda case: case.advice.headroom or _is_skip(case),
    "not_applicable": lambda case: Level.NOT_APPLICABLE in case.facts.values(),
    "readiness_range": lambda case: any(layer.standing is Readiness.OPEN for layer in case.assessment.layers),
    "warnings_need_a_cause": lambda case: bool(case.assessment.warnings),
    "what_matters": lambda case: case.assessment.commitment.decision is Decision.HOLD,
    "dialog_cap": lambda case: case.assessment.commitment.capped,
}
"""Rules that are silent in a case to which they do not apply; a rule that is not named always speaks."""
