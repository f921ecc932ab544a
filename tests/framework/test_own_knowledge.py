"""A knowledge base of one's own: the rules follow the data, not the shipped framework."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chatbot.conditions import Condition, Operator, is_
from chatbot.facts import FactId, ModelId
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.model import Floor, Framework, Severity, Warning, WarningId
from tests.framework.cases import BEST, stated
from tests.framework.oracle import AMBITION, APPLIES, SECTOR


def assessed(framework: Framework, facts: dict[str, str | None]) -> tuple[Assessment, Advice]:
    assessor, case = Assessor(framework), stated(facts)
    assessment = assessor.assess(case)
    return assessment, advise(assessor, case, assessment)


def with_floor(framework: Framework, model: str, needs: Condition) -> Framework:
    floor = Floor(needs=needs, says="A floor.", reason="A reason.", source="Ours")
    models = tuple(
        replace(one, floors=(*one.floors, floor)) if one.id == model else one for one in framework.models
    )
    return replace(framework, models=models)


def with_warning(framework: Framework, when: Condition, possible_when: Condition | None = None) -> Framework:
    warning = Warning(
        id=WarningId("ours.warning"),
        title="Ours",
        severity=Severity.CAUTION,
        when=when,
        possible_when=possible_when,
        cause="A cause.",
        action="Do something.",
        source="Ours",
        reason="A reason.",
    )
    return replace(framework, warnings=(*framework.warnings, warning))


@pytest.fixture(scope="session")
def on_data(framework: Framework) -> Framework:
    """Expert capability needs the data foundation to be at least developing."""
    return with_floor(framework, "expert", is_("readiness.data_foundation", "developing", "ready"))


AIMING_AT_EXPERT = {**BEST, AMBITION: "expert", APPLIES: "false"}


def test_a_floor_that_holds_asks_for_nothing_more(on_data: Framework) -> None:
    assessment, advice = assessed(
        on_data, AIMING_AT_EXPERT | {"data_foundation.owners": "absent", "workforce.governed_hr": "absent"}
    )
    assert assessment.recommended == "workforce"
    assert advice.unlock is not None
    assert [need.fact for need in advice.unlock.needs] == ["workforce.governed_hr"]
    raised = assessment.warning("sequence.skipped_step")
    assert raised is not None
    assert [cause.fact for cause in raised.because] == [AMBITION, "workforce.governed_hr"]


def test_what_may_still_hold_is_not_in_the_way_of_what_comes_after(on_data: Framework) -> None:
    facts = {"data_foundation.owners": "absent", "data_foundation.access_rules": "unknown"}
    facts |= {AMBITION: "dependency", "governance.audit_trail": "partial"}
    assessment, _ = assessed(on_data, AIMING_AT_EXPERT | facts)
    assert (assessment.recommended, assessment.reachable) == ("workforce", "expert")
    raised = assessment.warning("sequence.skipped_step")
    assert raised is not None
    assert [cause.fact for cause in raised.because] == [AMBITION, "governance.audit_trail"]


def test_a_floor_that_does_not_hold_is_in_the_way(on_data: Framework) -> None:
    absent = ("data_foundation.owners", "data_foundation.quality_checks")
    facts = AIMING_AT_EXPERT | dict.fromkeys(absent, "absent") | {"data_foundation.access_rules": "partial"}
    assessment, advice = assessed(on_data, facts)
    assert assessment.recommended == "workforce"
    assert advice.unlock is not None
    assert tuple(need.fact for need in advice.unlock.needs) == absent


def test_a_floor_can_ask_for_another_gate(framework: Framework) -> None:
    ours = with_floor(framework, "expert", is_("gate.process", "met"))
    assessment, advice = assessed(ours, AIMING_AT_EXPERT | {"process.permissions": "partial"})
    assert assessment.recommended == "workforce"
    assert advice.unlock is not None
    assert [need.fact for need in advice.unlock.needs] == ["process.permissions"]


@pytest.fixture(scope="session")
def without_systems(framework: Framework) -> Framework:
    """The signal of integration may not apply."""
    layers = tuple(
        replace(layer, signals=tuple(replace(one, may_not_apply="Without systems.") for one in layer.signals))
        if layer.id == "integration"
        else layer
        for layer in framework.layers
    )
    return replace(framework, layers=layers)


def test_a_layer_with_nothing_left_to_judge_satisfies_no_floor(without_systems: Framework) -> None:
    facts = AIMING_AT_EXPERT | {"integration.controlled_interface": "not_applicable", AMBITION: "dependency"}
    assessment, advice = assessed(without_systems, facts)
    assert assessment.layer("integration").standing == "not_applicable"
    assert assessment.layer("integration").worst == assessment.layer("integration").best == "not_applicable"
    assert assessment.recommended == assessment.reachable == "expert"
    raised = assessment.warning("sequence.skipped_step")
    assert raised is not None
    assert [cause.fact for cause in raised.because] == [AMBITION, "integration.controlled_interface"]
    assert advice.unlock is not None
    assert [need.level for need in advice.unlock.needs] == ["not_applicable"]


def test_a_layer_with_nothing_left_to_judge_is_not_at_risk(without_systems: Framework) -> None:
    facts = AIMING_AT_EXPERT | {"integration.controlled_interface": "not_applicable"}
    assessment, _ = assessed(without_systems, facts)
    assert assessment.commitment.items == dict.fromkeys(assessment.commitment.items, "explicit")
    assert assessment.warning("integration.at_risk") is None


def test_any_value_model_may_be_one_that_drops_out(framework: Framework) -> None:
    models = tuple(
        replace(one, applies_if="initiative.expert_applies") if one.id == "expert" else one
        for one in framework.models
    )
    ours = replace(framework, models=models)
    facts = AIMING_AT_EXPERT | {AMBITION: "dependency", "expert.evidence_standard": "absent"}
    open_, _ = assessed(ours, facts)
    assert (open_.recommended, open_.reachable) == ("expert", "dependency")
    conditions = Assessor(ours).relevance.conditions(ModelId("dependency"))
    assert [fact for _, fact in conditions] == [APPLIES, "initiative.expert_applies"]
    dropped, _ = assessed(ours, facts | {"initiative.expert_applies": "false"})
    assert (dropped.recommended, dropped.model("expert").standing) == ("dependency", "not_applicable")


def test_a_lens_may_say_that_distribution_applies(framework: Framework) -> None:
    lenses = tuple(replace(lens, distribution_applies=True) for lens in framework.lenses)
    ours = replace(framework, lenses=lenses)
    facts = BEST | {AMBITION: "expert", SECTOR: "manufacturing", "distribution.conversion_quality": "absent"}
    assessment, _ = assessed(ours, facts)
    assert assessment.recommended == assessment.reachable == "distribution"


BOTH = Condition(
    op=Operator.ALL, parts=(is_("workforce.two_tier", "present"), is_("readiness.governance", "at_risk"))
)


def test_a_warning_of_several_parts_names_the_facts_of_each(framework: Framework) -> None:
    signs = ("workforce.two_tier", "governance.plausibility_acceptance")
    facts = AIMING_AT_EXPERT | dict.fromkeys(signs, "present")
    assessment, _ = assessed(with_warning(framework, BOTH), facts)
    raised = assessment.warning("ours.warning")
    assert raised is not None
    facts_behind = [cause.fact for cause in raised.because]
    assert facts_behind[0] == "workforce.two_tier"
    assert "governance.plausibility_acceptance" in facts_behind


def test_only_the_parts_that_hold_are_causes(framework: Framework) -> None:
    either = Condition(op=Operator.ANY, parts=(is_("gate.workforce", "unmet", "partial"), BOTH))
    facts = AIMING_AT_EXPERT | {"workforce.two_tier": "present", "workforce.governed_hr": "absent"}
    assessment, _ = assessed(with_warning(framework, either), facts)
    raised = assessment.warning("ours.warning")
    assert raised is not None
    assert FactId("workforce.two_tier") not in [cause.fact for cause in raised.because]
    assert FactId("workforce.governed_hr") in [cause.fact for cause in raised.because]


def test_a_warning_that_counts_names_what_it_counted(framework: Framework) -> None:
    two_of = Condition(
        op=Operator.AT_LEAST,
        n=2,
        parts=(
            is_("expert.decision_owner", "absent"),
            is_("expert.evidence_standard", "absent"),
            is_("commitment.owner", "missing"),
        ),
    )
    facts = AIMING_AT_EXPERT | {"expert.decision_owner": "absent", "operating_model.named_owner": "absent"}
    assessment, _ = assessed(with_warning(framework, two_of), facts)
    raised = assessment.warning("ours.warning")
    assert raised is not None
    assert [cause.fact for cause in raised.because] == [
        "expert.decision_owner",
        "operating_model.named_owner",
    ]


def test_an_absence_can_be_part_of_a_warning(framework: Framework) -> None:
    neither = Condition(op=Operator.NONE, parts=(is_("layers.at_risk", "certain"),))
    with_sign = Condition(op=Operator.ALL, parts=(is_("workforce.two_tier", "present"), neither))
    assessment, _ = assessed(
        with_warning(framework, with_sign), AIMING_AT_EXPERT | {"workforce.two_tier": "present"}
    )
    raised = assessment.warning("ours.warning")
    assert raised is not None
    assert [cause.fact for cause in raised.because] == ["workforce.two_tier"]


def test_the_layer_rule_is_data(framework: Framework) -> None:
    one_is_too_many = is_("signals.absent", "under_half", "half_or_more", "all")
    strict = replace(framework, layer_rule=replace(framework.layer_rule, at_risk=one_is_too_many))
    facts = AIMING_AT_EXPERT | {"data_foundation.owners": "absent"}
    assert assessed(framework, facts)[0].layer("data_foundation").standing == "developing"
    assert assessed(strict, facts)[0].layer("data_foundation").standing == "at_risk"
