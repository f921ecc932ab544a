"""What follows from given facts, scenario by scenario; they are data, see scenarios/README.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from chatbot.facts import FactId
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Advice, Assessment, Cause
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Framework
from tests.framework.cases import BEST, NOTHING_KNOWN, WORST
from tests.framework.oracle import SIGNALS

Scenario = dict[str, Any]

STARTS = {"best": BEST, "worst": WORST, "unknown": NOTHING_KNOWN, "unasked": {}}
SETUP = {"scenario", "start", "initiative", "facts", "at_most"}


def scenarios() -> list[Scenario]:
    found: list[Scenario] = []
    for path in sorted((Path(__file__).parent / "scenarios").glob("*.yaml")):
        found += yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


SCENARIOS = scenarios()


@dataclass
class Concluded:
    """What came of a scenario."""

    assessment: Assessment
    advice: Advice


def facts_of(scenario: Scenario) -> dict[FactId, str]:
    facts = dict(STARTS[scenario.get("start", "best")])
    for name, level in scenario.get("facts", {}).items():
        meant = [name] if "." in name else [fact for fact in SIGNALS if fact.startswith(f"{name}.")]
        assert meant, f"no fact {name}"
        for fact in meant:
            assert fact in BEST, f"no fact {fact}"
            facts[fact] = level
    for name, value in scenario.get("initiative", {}).items():
        facts[f"initiative.{name}"] = {True: "true", False: "false"}.get(value, value)
    return {FactId(fact): level for fact, level in facts.items() if level != "unasked"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[one["scenario"] for one in SCENARIOS])
def test_the_conclusions_are_those_expected(assessor: Assessor, scenario: Scenario) -> None:
    facts = facts_of(scenario)
    if "refused" in scenario:
        with pytest.raises(CaseError) as refused:
            assessor.assess(facts)
        assert refused.value.where == scenario["refused"]
        assert refused.value.todo
        return
    assessment = assessor.assess(facts, at_most=scenario.get("at_most", ""))
    concluded = Concluded(assessment, advise(assessor, facts, assessment))
    expected = {key: value for key, value in scenario.items() if key not in SETUP}
    assert expected
    for key, value in expected.items():
        assert LOOKS[key](concluded, value) == value, key


def _models(concluded: Concluded, expected: dict[str, str]) -> dict[str, str]:
    return {model: concluded.assessment.model(model).standing for model in expected}


def _reach(concluded: Concluded, expected: dict[str, str]) -> dict[str, str]:
    return {model: concluded.assessment.model(model).reach for model in expected}


def _layers(concluded: Concluded, expected: dict[str, str]) -> dict[str, str]:
    found = {}
    for layer in expected:
        standing = concluded.assessment.layer(layer)
        is_open = standing.standing == "open"
        found[layer] = f"{standing.worst} to {standing.best}" if is_open else str(standing.standing)
    return found


def _raised(concluded: Concluded, expected: dict[str, str]) -> dict[str, str]:
    raised = {one.id: f"{one.certainty} {one.severity}" for one in concluded.assessment.warnings}
    return {warning: raised.get(warning, "not raised") for warning in expected}


def _because(concluded: Concluded, expected: dict[str, list[str]]) -> dict[str, list[str]]:
    raised = {one.id: one.because for one in concluded.assessment.warnings}
    return {warning: _facts(raised[warning]) for warning in expected}


def _unlock(concluded: Concluded, _: object) -> object:
    unlock = concluded.advice.unlock
    return {unlock.model: _facts(unlock.needs)} if unlock else "nothing"


def _facts(causes: Iterable[Cause]) -> list[str]:
    return [cause.fact for cause in causes]


LOOKS: dict[str, Callable[[Concluded, Any], object]] = {
    "recommended": lambda concluded, _: concluded.assessment.recommended,
    "reachable": lambda concluded, _: concluded.assessment.reachable,
    "models": _models,
    "reach": _reach,
    "layers": _layers,
    "raised": _raised,
    "not_raised": lambda concluded, ids: [id for id in ids if not concluded.assessment.warning(id)],
    "because": _because,
    "items": lambda concluded, items: {id: concluded.assessment.commitment.items[id] for id in items},
    "decision": lambda concluded, _: concluded.assessment.commitment.decision,
    "holds": lambda concluded, _: list(concluded.assessment.commitment.holds),
    "capped": lambda concluded, _: concluded.assessment.commitment.capped,
    "conditions": lambda concluded, _: [condition.id for condition in concluded.advice.conditions],
    "headroom": lambda concluded, _: concluded.advice.headroom,
    "next_steps": lambda concluded, first: [
        s.fact for s in concluded.advice.next_steps[: len(first) or None]
    ],
    "find_out": lambda concluded, facts: [f for f in facts if f in _to_find_out(concluded)],
    "not_to_find_out": lambda concluded, facts: [f for f in facts if f not in _to_find_out(concluded)],
    "unlock": _unlock,
}


def _to_find_out(concluded: Concluded) -> set[str]:
    return {str(item.fact) for item in concluded.advice.find_out}


def test_every_value_model_is_the_outcome_of_a_scenario(framework: Framework) -> None:
    outcomes = {scenario.get("recommended") for scenario in SCENARIOS}
    assert outcomes >= {model.id for model in framework.models}


def test_every_warning_is_raised_in_one_scenario_and_absent_in_another(framework: Framework) -> None:
    ids = {warning.id for warning in framework.warnings}
    assert {id for scenario in SCENARIOS for id in scenario.get("raised", ())} == ids
    assert {id for scenario in SCENARIOS for id in scenario.get("not_raised", ())} == ids


def test_every_layer_gate_and_commitment_item_is_open_in_a_scenario(framework: Framework) -> None:
    layers = {id for one in SCENARIOS for id, is_ in one.get("layers", {}).items() if " to " in is_}
    gates = {id for one in SCENARIOS for id, is_ in one.get("models", {}).items() if is_ == "open"}
    items = {id for one in SCENARIOS for id, is_ in one.get("items", {}).items() if is_ == "open"}
    assert layers == {layer.id for layer in framework.layers}
    assert gates == {model.id for model in framework.models}
    assert items == {item.id for item in framework.commitment.items}


def test_no_two_scenarios_have_the_same_name() -> None:
    names = [scenario["scenario"] for scenario in SCENARIOS]
    assert len(set(names)) == len(names)
