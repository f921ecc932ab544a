"""What is refused before anything is judged, and what is said about it."""

from __future__ import annotations

import pytest

from chatbot.facts import FactId, Statement
from chatbot.framework.case import CaseRules, Refusal, facts_of
from chatbot.framework.model import Framework


@pytest.fixture(scope="session")
def rules(framework: Framework) -> CaseRules:
    return CaseRules(framework)


def said(**levels: str) -> dict[FactId, Statement]:
    """Statements; `__` stands for the dot."""
    facts = {FactId(name.replace("__", ".")): level for name, level in levels.items()}
    return {fact: Statement(fact=fact, value=level) for fact, level in facts.items()}


def only(found: list[Refusal]) -> Refusal:
    (refusal,) = found
    return refusal


def test_facts_that_fit_are_accepted(rules: CaseRules) -> None:
    statements = said(
        initiative__title="Anything at all",
        initiative__ambition="unknown",
        initiative__sector="a sector without a lens",
        initiative__distribution_applies="unknown",
        governance__audit_trail="partial",
        workforce__two_tier="present",
    )
    assert rules.refusals(statements) == []
    assert facts_of(statements)[FactId("governance.audit_trail")] == "partial"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("governance.audit_trial", "governance.audit_trail"),
        ("governence.audit_trail", "governance.audit_trail"),
        ("named_owner", "operating_model.named_owner"),
    ],
)
def test_an_unknown_fact_is_answered_with_the_nearest(rules: CaseRules, written: str, meant: str) -> None:
    fact = FactId(written)
    refusal = only(rules.refusals({fact: Statement(fact=fact, value="absent")}))
    assert refusal.part == "fact"
    assert meant in refusal.todo


def test_a_fact_that_nothing_resembles_is_refused_without_a_guess(rules: CaseRules) -> None:
    refusal = only(rules.refusals(said(zzzz__qqqq="absent")))
    assert refusal.part == "fact"
    assert refusal.todo


@pytest.mark.parametrize("fact", ["governance.exception_handling", "process.exception_handling"])
def test_a_name_that_two_owners_have_needs_its_owner(rules: CaseRules, fact: str) -> None:
    assert rules.refusals({FactId(fact): Statement(fact=FactId(fact), value="absent")}) == []
    refusal = only(rules.refusals(said(exception_handling="absent")))
    assert refusal.part == "fact"


@pytest.mark.parametrize("level", ["present", "establishd", "yes", ""])
def test_a_signal_has_no_level_but_those_of_signals(rules: CaseRules, level: str) -> None:
    assert only(rules.refusals(said(governance__audit_trail=level))).part == "level"


@pytest.mark.parametrize("level", ["established", "partial", "not_applicable", "no"])
def test_a_sign_is_absent_present_or_unknown(rules: CaseRules, level: str) -> None:
    refusal = only(rules.refusals(said(workforce__two_tier=level)))
    assert refusal.part == "level"
    assert "present" in refusal.todo


def test_a_misspelt_level_is_answered_with_the_nearest(rules: CaseRules) -> None:
    assert "established" in only(rules.refusals(said(governance__audit_trail="establishd"))).todo


def test_an_ambition_has_to_be_a_value_model(rules: CaseRules) -> None:
    refusal = only(rules.refusals(said(initiative__ambition="exprt")))
    assert (refusal.fact, refusal.part) == ("initiative.ambition", "level")
    assert "expert" in refusal.todo


def test_what_always_applies_cannot_be_set_aside(rules: CaseRules) -> None:
    fact = FactId("governance.audit_trail")
    statement = Statement(fact=fact, value="not_applicable", reason="because")
    assert only(rules.refusals({fact: statement})).part == "level"


def test_what_does_not_apply_needs_a_reason(rules: CaseRules) -> None:
    fact = FactId("workforce.governed_legal")
    bare = Statement(fact=fact, value="not_applicable", reason=" ")
    assert only(rules.refusals({fact: bare})).part == "reason"
    reasoned = Statement(fact=fact, value="not_applicable", reason="There is no legal department.")
    assert rules.refusals({fact: reasoned}) == []


def test_a_reason_belongs_only_to_what_does_not_apply(rules: CaseRules) -> None:
    fact = FactId("workforce.governed_legal")
    statement = Statement(fact=fact, value="partial", reason="They are busy.")
    assert only(rules.refusals({fact: statement})).part == "reason"


def test_a_contradiction_is_refused_at_the_ambition(rules: CaseRules) -> None:
    refusal = only(
        rules.refusals(said(initiative__ambition="distribution", initiative__distribution_applies="false"))
    )
    assert refusal.fact == "initiative.ambition"


def test_everything_that_is_wrong_is_said_at_once_in_order(rules: CaseRules) -> None:
    found = rules.refusals(said(zzzz__q="absent", governance__audit_trail="x", workforce__two_tier="partial"))
    assert [refusal.fact for refusal in found] == ["zzzz.q", "governance.audit_trail", "workforce.two_tier"]
