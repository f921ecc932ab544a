"""What to do: next steps in the order of what they unlock, what the next value model needs, conditions."""

from __future__ import annotations

from hypothesis import given, settings

from chatbot.facts import FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Advice, Decision
from chatbot.framework.model import Framework
from tests.framework.cases import BEST, cases, stated
from tests.framework.oracle import AMBITION, APPLIES, SEQUENCE, SIGNS

OFTEN = settings(max_examples=50, deadline=None, derandomize=True)

AIMING_AT_PROCESS = {**BEST, AMBITION: "process", APPLIES: "false"}


def advised(assessor: Assessor, facts: dict[str, str]) -> Advice:
    case = stated(dict(facts))
    return advise(assessor, case, assessor.assess(case))


def best(fact: FactId) -> str:
    return "absent" if fact in SIGNS else "established"


def test_what_stops_the_ambition_comes_before_what_the_sequence_needs(assessor: Assessor) -> None:
    facts = AIMING_AT_PROCESS | {
        "workforce.governed_it": "absent",
        "process.automation_before_controls": "present",
    }
    steps = [step.fact for step in advised(assessor, facts).next_steps]
    assert steps == ["process.automation_before_controls", "workforce.governed_it"]


def test_what_the_nearer_value_model_needs_comes_first(assessor: Assessor) -> None:
    facts = AIMING_AT_PROCESS | {
        "process.permissions": "absent",
        "governance.audit_trail": "partial",
        "expert.evidence_standard": "partial",
        "workforce.governed_hr": "partial",
    }
    steps = advised(assessor, facts).next_steps
    assert [step.unlocks[0] for step in steps] == ["expert", "dependency", "dependency", "process"]
    assert [step.fact for step in steps] == [
        "workforce.governed_hr",
        "expert.evidence_standard",
        "governance.audit_trail",
        "process.permissions",
    ]


def test_a_step_that_two_value_models_need_names_both(assessor: Assessor) -> None:
    (step,) = advised(assessor, AIMING_AT_PROCESS | {"governance.audit_trail": "partial"}).next_steps
    assert step.unlocks == ("dependency", "process")
    assert step.level == "partial"


def test_what_commitment_asks_for_comes_before_what_only_a_warning_names(assessor: Assessor) -> None:
    facts = {**BEST, AMBITION: "workforce", "workforce.two_tier": "present"}
    facts |= {"operating_model.named_owner": "partial"}
    steps = advised(assessor, facts).next_steps
    assert [step.fact for step in steps] == ["operating_model.named_owner", "workforce.two_tier"]
    assert steps[0].items == ("owner",)
    assert steps[1].clears == ("workforce.two_tier",)


def test_a_step_says_which_of_the_four_things_it_serves(assessor: Assessor) -> None:
    facts = {**BEST, AMBITION: "expert", APPLIES: "false", "expert.decision_owner": "partial"}
    facts |= {"business_case.value_metric": "absent"}
    served = {step.fact: step.items for step in advised(assessor, facts).next_steps}
    assert served == {"expert.decision_owner": ("controls",), "business_case.value_metric": ("readiness",)}


def test_the_step_to_the_next_value_model_is_listed_although_the_ambition_is_reached(
    assessor: Assessor,
) -> None:
    facts = {**BEST, AMBITION: "workforce", APPLIES: "false", "workforce.governed_it": "absent"}
    advice = advised(assessor, facts)
    assert [step.fact for step in advice.next_steps] == ["workforce.governed_it"]
    assert advice.unlock is not None
    assert advice.unlock.model == "expert"


def test_after_the_last_value_model_nothing_is_left_to_unlock(assessor: Assessor) -> None:
    advice = advised(assessor, AIMING_AT_PROCESS)
    assert advice.unlock is None
    assert not advice.next_steps


@OFTEN
@given(facts=cases())
def test_every_known_shortfall_that_matters_is_a_next_step_once(assessor: Assessor, facts: Facts) -> None:
    assessment = assessor.assess(facts)
    steps = [step.fact for step in advise(assessor, facts, assessment).next_steps]
    assert len(set(steps)) == len(steps)
    layers = {str(standing.layer) for standing in assessment.layers}
    for fact, level in facts.items():
        if fact in BEST and fact.partition(".")[0] in layers:
            short = level not in (best(fact), "unknown", "not_applicable")
            assert (fact in steps) == short, fact
    for fact in steps:
        assert facts[fact] not in (best(fact), "unknown", "not_applicable")


@OFTEN
@given(facts=cases())
def test_with_every_need_of_the_next_value_model_met_it_is_within_reach(
    assessor: Assessor, facts: Facts
) -> None:
    unlock = advise(assessor, facts, assessor.assess(facts)).unlock
    if unlock is None or any(need.level == "not_applicable" for need in unlock.needs):
        return
    met = {**facts, **{need.fact: best(need.fact) for need in unlock.needs}}
    if APPLIES in met and any(need.fact == APPLIES for need in unlock.needs):
        met[FactId(APPLIES)] = "false"
    met.pop(FactId(AMBITION), None)
    reached = assessor.assess(met).frontier_worst
    assert SEQUENCE.index(reached) >= SEQUENCE.index(unlock.model)


@OFTEN
@given(facts=cases())
def test_every_decision_but_commit_names_conditions(assessor: Assessor, facts: Facts) -> None:
    assessment = assessor.assess(facts)
    conditions = advise(assessor, facts, assessment).conditions
    assert bool(conditions) == (assessment.commitment.decision is not Decision.COMMIT)


@OFTEN
@given(facts=cases())
def test_conditions_come_in_the_order_of_the_framework(
    assessor: Assessor, framework: Framework, facts: Facts
) -> None:
    conditions = advise(assessor, facts, assessor.assess(facts)).conditions
    items = [str(item.id) for item in framework.commitment.items]
    named = [condition.id for condition in conditions if condition.kind == "item"]
    assert named == [item for item in items if item in named]
    kinds = [condition.kind for condition in conditions]
    assert kinds == sorted(kinds, key=["item", "warning", "cap"].index)
