"""The sentences are short, name what they have to name, and quote nothing as a format."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from chatbot.facts import FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.model import Framework
from chatbot.framework.wording import Wording
from tests.framework.cases import BEST, cases, stated
from tests.framework.oracle import AMBITION, APPLIES


@pytest.fixture(scope="session")
def wording(framework: Framework) -> Wording:
    return Wording(framework)


def judged(assessor: Assessor, facts: dict[str, str | None] | Facts) -> tuple[Assessment, Advice]:
    case = stated(dict(facts))
    assessment = assessor.assess(case)
    return assessment, advise(assessor, case, assessment)


def headline(wording: Wording, assessor: Assessor, changes: dict[str, str | None]) -> str:
    return wording.headline(*judged(assessor, {**BEST, APPLIES: "false", **changes})).lower()


def title(framework: Framework, model: str) -> str:
    return next(one.title for one in framework.models if one.id == model).lower()


def test_what_is_certain_is_said_alone(wording: Wording, assessor: Assessor, framework: Framework) -> None:
    said = headline(wording, assessor, {AMBITION: "expert", "dependency.audit_evidence": "absent"})
    assert title(framework, "expert") in said
    assert title(framework, "workforce") not in said


@pytest.mark.parametrize(
    ("changes", "decision"),
    [
        ({AMBITION: "expert"}, "commit"),
        ({AMBITION: "expert", "data_foundation.owners": "partial", "governance.audit_trail": "partial"}, ""),
        ({AMBITION: "expert", "expert.unaccountable_demo": "present"}, "hold"),
        ({AMBITION: "process", "workforce.governed_hr": "absent"}, "hold"),
        ({AMBITION: None}, "conditional"),
    ],
)
def test_what_to_work_on_and_whether_to_commit_are_told_apart_by_name(
    wording: Wording, assessor: Assessor, framework: Framework, changes: dict[str, str | None], decision: str
) -> None:
    assessment, _ = judged(assessor, {**BEST, APPLIES: "false", **changes})
    said = wording.apart(assessment).lower()
    assert decision in ("", assessment.commitment.decision)
    assert "two questions" in said
    if assessment.ambition:
        assert title(framework, assessment.recommended) in said
        assert title(framework, assessment.ambition) in said


def test_headroom_is_said(wording: Wording, assessor: Assessor, framework: Framework) -> None:
    said = headline(wording, assessor, {AMBITION: "workforce"})
    assert title(framework, "workforce") in said
    assert title(framework, "process") in said


@pytest.mark.parametrize(("applies", "conditional"), [(None, True), ("unknown", True), ("true", False)])
def test_headroom_that_may_not_apply_is_said_as_such(
    wording: Wording, assessor: Assessor, framework: Framework, applies: str | None, conditional: bool
) -> None:
    facts = {AMBITION: "workforce", "distribution.conversion_quality": "absent", APPLIES: applies}
    said = headline(wording, assessor, facts)
    assert title(framework, "distribution") in said
    assert ("if it applies" in said) is conditional


def test_headroom_beyond_a_value_model_that_may_not_apply_is_certain(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    said = headline(wording, assessor, {AMBITION: "workforce", APPLIES: None})
    assert title(framework, "process") in said
    assert "if it applies" not in said


def test_an_open_recommendation_is_a_pair_with_what_decides_it(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    facts = {
        AMBITION: "dependency",
        "expert.decision_owner": "unknown",
        "governance.plausibility_acceptance": "unknown",
    }
    said = headline(wording, assessor, facts)
    assert said.index(title(framework, "expert")) < said.index(title(framework, "dependency"))
    expert = next(one for one in framework.models if one.id == "expert")
    governance = next(one for one in framework.layers if one.id == "governance")
    assert expert.gate.signals[0].holds.lower() in said
    assert governance.sign.clear.lower() in said
    assert governance.sign.holds.lower() not in said


def test_many_deciding_facts_are_counted_and_the_first_is_named(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    process = next(one for one in framework.models if one.id == "process")
    unknown = {str(signal.id): "unknown" for signal in process.gate.signals}
    said = headline(wording, assessor, {AMBITION: "process", **unknown})
    named = [signal for signal in process.gate.signals if signal.holds.lower() in said]
    assert len(named) == 1
    assert f"{len(process.gate.signals)} points" in said


def test_what_is_said_to_be_missing_tells_whether_an_ambition_was_named(
    wording: Wording, assessor: Assessor
) -> None:
    named, unnamed = (
        wording.item("value_model", assessor.assess({**aim}))
        for aim in ({AMBITION: "expert", "workforce.governed_hr": "absent"}, {})
    )
    assert named != unnamed


def test_facts_that_differ_in_a_name_only_are_said_once(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    workforce = next(one for one in framework.models if one.id == "workforce")
    unknown = {str(signal.id): "unknown" for signal in workforce.gate.signals}
    said = headline(wording, assessor, {AMBITION: "expert", **unknown})
    shared = workforce.gate.signals[0].holds.partition(" ")[2].lower()
    assert said.count(shared) == 1
    for signal in workforce.gate.signals:
        assert signal.holds.partition(" ")[0].lower() in said


def test_an_answer_that_makes_a_gate_needless_is_the_other_way(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    facts: dict[str, str | None] = {
        AMBITION: "expert",
        APPLIES: None,
        "distribution.conversion_quality": None,
    }
    said = headline(wording, assessor, facts)
    distribution = next(one for one in framework.models if one.id == "distribution")
    assert said.count(distribution.gate.signals[0].holds.lower()) == 1
    assert "either" in said
    assert "if it applies" in said


def test_a_skipped_step_names_what_is_between(
    wording: Wording, assessor: Assessor, framework: Framework
) -> None:
    facts = {AMBITION: "process", "workforce.governed_hr": "absent", "expert.decision_owner": "absent"}
    said = headline(wording, assessor, facts)
    for model in ("workforce", "process", "expert", "dependency"):
        assert title(framework, model) in said
    assert title(framework, "distribution") not in said
    assert wording.label(FactId("workforce.governed_hr")).lower() in said


@settings(max_examples=50, deadline=None, derandomize=True)
@given(facts=cases())
def test_every_sentence_is_whole(wording: Wording, assessor: Assessor, facts: Facts) -> None:
    assessment, advice = judged(assessor, facts)
    sentences = [wording.headline(assessment, advice), wording.decision(assessment.commitment)]
    sentences += [wording.layer(standing) for standing in assessment.layers]
    sentences += [wording.because(raised) for raised in assessment.warnings]
    sentences += [says for _, says in wording.reasons(assessment)]
    sentences += [wording.condition(one, assessment) for one in advice.conditions]
    sentences += [wording.find_out(item) for item in advice.find_out]
    sentences += [text for step in advice.next_steps if (text := wording.purpose(step))]
    sentences += [wording.unlock(advice.unlock)] if advice.unlock else []
    for sentence in sentences:
        assert re.match(r"[A-Z].*\.$", sentence), sentence
        assert not re.search(r"  | ,|\.\.|[a-z]_[a-z]|\b(None|not_asked)\b|!", sentence), sentence
    for item in advice.find_out:
        assert wording.decides(item)
    assert len(wording.headline(assessment, advice)) < 700


def test_every_fact_has_a_label_and_every_conclusion_a_title(wording: Wording, framework: Framework) -> None:
    for fact in (*BEST, AMBITION, APPLIES):
        assert wording.label(FactId(fact)) != fact
    for owner in (*framework.models, *framework.layers, *framework.warnings):
        assert wording.title(owner.id) == owner.title
