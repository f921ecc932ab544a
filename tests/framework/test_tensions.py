"""Tensions: what the knowledge base declares, and which of them hold between the facts of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from chatbot.check.search import Search
from chatbot.dialog.load import load_script
from chatbot.facts import FactId, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.framework.tensions import Tensions, between
from chatbot.framework.vocabulary import judged_facts, levels_of
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.authored import write_knowledge
from tests.framework.cases import BEST, cases, stated


def test_there_are_enough_of_them_to_listen_and_not_so_many_as_to_interrogate(framework: Framework) -> None:
    assert 10 <= len(framework.tensions) <= 16


def test_each_can_come_up_in_the_long_dialog_and_not_by_one_option_alone(framework: Framework) -> None:
    script = load_script(dialog_bundle("readiness"))
    domains = {fact.id: levels_of(fact) for fact in judged_facts(framework)}
    tensions = Tensions(framework)
    for tension in framework.tensions:
        assert Search(script, domains, skipping=False, goal=tension.when).goal is not None, tension.id
    for question in script.questions():
        for option in question.options:
            facts = {str(fact): value for fact, value in option.facts.items()}
            assert tensions.holding(facts) == (), (question.id, option.id)


def test_each_is_an_open_question_of_two_sides(framework: Framework) -> None:
    for tension in framework.tensions:
        assert tension.ask.endswith("?"), tension.id
        assert len(tension.when.keys()) >= 2, tension.id


@pytest.mark.parametrize(
    ("changes", "held", "facts"),
    [
        ({}, [], []),
        (
            {"governance.approval_path": "absent"},
            ["trail_without_approval"],
            ["governance.audit_trail", "governance.approval_path"],
        ),
        (
            {"governance.plausibility_acceptance": "present", "governance.review_rights": "partial"},
            ["approval_and_plausibility"],
            ["governance.plausibility_acceptance", "governance.approval_path"],
        ),
        (
            {
                "operating_model.manages_adoption": "absent",
                "operating_model.manages_risk": "absent",
                "operating_model.manages_improvement": "absent",
            },
            ["owner_in_name"],
            [
                "operating_model.named_owner",
                "operating_model.manages_adoption",
                "operating_model.manages_risk",
                "operating_model.manages_improvement",
            ],
        ),
        ({"workforce.two_tier": "unknown"}, [], []),
    ],
)
def test_it_holds_once_both_sides_were_said_and_names_them(
    changes: dict[str, str], held: list[str], facts: list[str], framework: Framework
) -> None:
    case = {**BEST, **changes}
    found = Tensions(framework).holding(case)
    assert [tension.id for tension in found] == held
    assert [fact for tension in found for fact in between(tension, case)] == facts


@settings(max_examples=60, deadline=None, derandomize=True)
@given(facts=cases())
def test_it_rests_on_at_least_two_things_that_were_said(framework: Framework, facts: Facts) -> None:
    case = {str(fact): level for fact, level in facts.items()}
    for tension in Tensions(framework).holding(case):
        behind = between(tension, case)
        assert len(behind) >= 2
        assert all(case[fact] != "unknown" for fact in behind)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(facts=cases())
def test_it_never_changes_the_judgement(framework: Framework, assessor: Assessor, facts: Facts) -> None:
    without = Framework(
        **{name: getattr(framework, name) for name in framework.__struct_fields__ if name != "tensions"}
    )
    assert assessor.assess(facts) == Assessor(without).assess(facts)


def test_a_knowledge_base_without_any_is_read_as_before(tmp_path: Path) -> None:
    framework = load_framework(knowledge_bundle(write_knowledge(tmp_path)))
    assert framework.tensions == ()
    assert Tensions(framework).holding(stated({FactId("governance.audit_trail"): "established"})) == ()
