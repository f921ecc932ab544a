"""What every assessment promises, whatever the facts."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Assessment, Certainty, Decision, Readiness
from chatbot.framework.contract import Contract
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Framework
from tests.framework.cases import cases, improvements
from tests.framework.oracle import SEQUENCE

OFTEN = settings(max_examples=100, deadline=None, derandomize=True)

_DECISIONS = list(Decision)
_READINESS = [Readiness.AT_RISK, Readiness.DEVELOPING, Readiness.READY]


def as_json(framework: Framework, assessor: Assessor, facts: Facts) -> bytes:
    """Everything that is concluded of facts, as bytes."""
    assessment = assessor.assess(facts)
    advice = advise(assessor, facts, assessment)
    return msgspec.json.encode(Contract(framework).of(assessment, advice, {}))


def certain_warnings(assessment: Assessment) -> set[str]:
    return {raised.id for raised in assessment.warnings if raised.certainty is Certainty.CERTAIN}


@settings(OFTEN, max_examples=40)
@given(facts=cases())
def test_every_set_of_facts_has_one_result_and_it_is_complete(
    assessor: Assessor, framework: Framework, facts: Facts
) -> None:
    assessment = assessor.assess(facts)
    assert assessment == assessor.assess(facts)
    assert [standing.model for standing in assessment.models] == [model.id for model in framework.models]
    assert [standing.layer for standing in assessment.layers] == [layer.id for layer in framework.layers]
    assert list(assessment.commitment.items) == [item.id for item in framework.commitment.items]
    assert SEQUENCE.index(assessment.recommended) <= SEQUENCE.index(assessment.reachable)
    assert assessment.certain == (assessment.recommended == assessment.reachable)


@pytest.mark.parametrize("sector", ["", "manufacturing"])
def test_an_ambition_that_does_not_apply_is_refused(assessor: Assessor, sector: str) -> None:
    facts = {AMBITION: "distribution", DISTRIBUTION_APPLIES: "false", FactId("initiative.sector"): sector}
    with pytest.raises(CaseError):
        assessor.assess(facts)


@OFTEN
@given(facts=cases())
def test_a_better_answer_never_leads_to_a_worse_conclusion(assessor: Assessor, facts: Facts) -> None:
    before = assessor.assess(facts)
    for fact, improved in improvements(facts):
        after = assessor.assess(improved)
        assert SEQUENCE.index(after.recommended) >= SEQUENCE.index(before.recommended), fact
        assert SEQUENCE.index(after.reachable) >= SEQUENCE.index(before.reachable), fact
        assert _DECISIONS.index(after.commitment.decision) >= _DECISIONS.index(before.commitment.decision), (
            fact
        )
        assert certain_warnings(after) <= certain_warnings(before), fact
        for was, is_ in zip(before.layers, after.layers, strict=True):
            assert _READINESS.index(is_.worst) >= _READINESS.index(was.worst), fact
            assert _READINESS.index(is_.best) >= _READINESS.index(was.best), fact


@settings(OFTEN, max_examples=40)
@given(facts=cases())
def test_no_certain_warning_is_without_a_cause_in_what_was_said(assessor: Assessor, facts: Facts) -> None:
    for raised in assessor.assess(facts).warnings:
        assert raised.because, raised.id
        for cause in raised.because:
            told = facts.get(cause.fact, "unknown" if cause.fact == AMBITION else None)
            assert cause.level == told, raised.id


@settings(OFTEN, max_examples=40)
@given(facts=cases())
def test_certain_warnings_come_first_and_the_gravest_before_the_others(
    assessor: Assessor, facts: Facts
) -> None:
    order = ["stop", "caution", "watch"]
    places = [
        (raised.certainty is Certainty.POSSIBLE, order.index(raised.severity))
        for raised in assessor.assess(facts).warnings
    ]
    assert places == sorted(places)


@settings(OFTEN, max_examples=40)
@given(facts=cases(), seed=st.integers(0, 1000))
def test_the_order_of_the_facts_makes_no_difference_to_a_single_byte(
    framework: Framework, assessor: Assessor, facts: Facts, seed: int
) -> None:
    shuffled = list(facts.items())
    random.Random(seed).shuffle(shuffled)
    assert as_json(framework, assessor, facts) == as_json(framework, Assessor(framework), dict(shuffled))


@settings(OFTEN, max_examples=40)
@given(facts=cases())
def test_a_cap_changes_nothing_but_a_commit(assessor: Assessor, facts: Facts) -> None:
    free = assessor.assess(facts).commitment
    capped = assessor.assess(facts, at_most="conditional").commitment
    if free.decision is Decision.COMMIT:
        assert (capped.decision, capped.capped) == (Decision.CONDITIONAL, True)
    else:
        assert capped == free
