"""The JSON that other programs read."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings

from chatbot.facts import FactId, Facts, Statement
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.contract import Contract, Json
from chatbot.framework.model import Framework
from tests.framework.cases import BEST, cases, stated
from tests.framework.oracle import AMBITION

KEYS = {
    "": "ambition recommended reachable certain headline headroom models layers warnings commitment "
    "next_steps find_out unlock tensions boundary",
    "models": "model standing reach unmet unknown",
    "layers": "layer standing best worst established partial absent unknown sign",
    "warnings": "id certainty severity title cause because action source",
    "next_steps": "fact level label action unlocks items clears",
    "find_out": "fact level label decides",
    "tensions": "id title because ask reason source",
}
"""In order, those of the object itself and of the entries of each list in it."""


@pytest.fixture(scope="session")
def contract(framework: Framework) -> Contract:
    return Contract(framework)


def told(contract: Contract, assessor: Assessor, facts: Facts, **said: Statement) -> dict[str, Json]:
    assessment = assessor.assess(facts)
    statements = {statement.fact: statement for statement in said.values()}
    return contract.of(assessment, advise(assessor, facts, assessment), statements)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(facts=cases())
def test_the_keys_are_the_same_whatever_the_facts(
    contract: Contract, assessor: Assessor, framework: Framework, facts: Facts
) -> None:
    found = json.loads(msgspec.json.encode(told(contract, assessor, facts)))
    assert " ".join(found) == KEYS[""]
    for name, keys in KEYS.items():
        for entry in found.get(name, ()):
            assert " ".join(entry) == keys
    for warning in found["warnings"]:
        for cause in warning["because"]:
            assert list(cause) == ["fact", "level", "label"]
    commitment = found["commitment"]
    assert list(commitment)[:5] == ["decision", "value_model", "readiness", "controls", "owner"]
    assert commitment["decision"] in ("commit", "conditional", "hold")
    assert found["unlock"] is None or list(found["unlock"]) == ["model", "needs"]
    assert found["boundary"] == list(framework.about.boundary)


def test_without_an_ambition_it_is_null(contract: Contract, assessor: Assessor) -> None:
    assert told(contract, assessor, {})["ambition"] is None


def test_what_was_said_stands_beside_the_cause(contract: Contract, assessor: Assessor) -> None:
    facts = stated({**BEST, AMBITION: "workforce", "workforce.two_tier": "present"})
    statement = Statement(
        fact=FactId("workforce.two_tier"),
        value="present",
        words="only {two} of [us] use it",
        evidence="the licence list",
    )
    found = told(contract, assessor, facts, said=statement)
    (warning,) = [one for one in found["warnings"] if one["id"] == "workforce.two_tier"]
    (cause,) = warning["because"]
    assert cause["words"] == statement.words
    assert cause["evidence"] == statement.evidence
    assert "reason" not in cause


def test_a_hold_says_why_and_a_condition_what_is_behind_it(contract: Contract, assessor: Assessor) -> None:
    facts = stated({**BEST, AMBITION: "process", "initiative.distribution_applies": "false"})
    facts |= {FactId("dependency.audit_evidence"): "absent"}
    commitment = told(contract, assessor, facts)["commitment"]
    assert commitment["decision"] == "hold"
    assert [reason["id"] for reason in commitment["reasons"]] == ["stop_warning"]
    (condition,) = commitment["conditions"]
    assert (condition["kind"], condition["id"]) == ("item", "value_model")
    assert [cause["fact"] for cause in condition["facts"]] == ["dependency.audit_evidence"]


def test_what_is_unmet_comes_in_the_order_of_the_framework(contract: Contract, assessor: Assessor) -> None:
    levels = {"workforce.governed_hr": "absent", "workforce.governed_legal": "partial"}
    found = told(contract, assessor, stated({**BEST, **levels, "workforce.governed_finance": "absent"}))
    (workforce,) = [one for one in found["models"] if one["model"] == "workforce"]
    assert workforce["unmet"] == [
        "workforce.governed_hr",
        "workforce.governed_legal",
        "workforce.governed_finance",
    ]
