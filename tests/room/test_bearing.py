"""What a question bears on follows from the rules of the framework alone."""

from __future__ import annotations

import pytest

from chatbot.dialog.load import load_script
from chatbot.dialog.script import Question
from chatbot.facts import ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Decision
from chatbot.framework.load import load_framework
from chatbot.room.bearing import Bearing, Bearings
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

ASSESSOR = Assessor(load_framework(knowledge_bundle()))
SCRIPT = load_script(dialog_bundle("readiness"))
QUESTIONS = {question.id: question for question in SCRIPT.questions()}


def bearing(question: str, aim: str) -> Bearing:
    found = Bearings(ASSESSOR, SCRIPT, {}).of(QUESTIONS[question], ModelId(aim))  # type: ignore[index]  # a test's own id
    assert found is not None
    return found


def test_a_gate_that_stays_open_stops_the_recommendation_there() -> None:
    found = bearing("common_rules", "process")
    assert found.best.recommended == "process"
    assert found.best.decision is Decision.COMMIT
    assert {one.recommended for one in found.answers} == {"workforce"}
    assert found.models == 4
    assert "sequence.skipped_step" in {id for one in found.answers for id in one.warnings}


def test_a_floor_counts_only_for_an_aim_that_stands_on_it() -> None:
    assert bearing("result_rules", "dependency").models > 0
    assert bearing("result_rules", "workforce").models == 0


def test_a_sign_raises_its_warning_and_the_answer_without_it_changes_nothing() -> None:
    answers = {one.option: one for one in bearing("last_wrong_result", "expert").answers}
    best = bearing("last_wrong_result", "expert").best
    assert "governance.plausibility_acceptance" in answers["looked_odd"].warnings
    assert not answers["planned_check"].warnings
    assert (answers["planned_check"].recommended, answers["planned_check"].decision) == (
        best.recommended,
        best.decision,
    )


def test_a_failure_mode_of_the_aim_weighs_more_than_a_vanity_metric() -> None:
    assert bearing("last_demonstration", "expert").weight > bearing("last_argument", "expert").weight


@pytest.mark.parametrize("question", ["initiative_title", "intended_change", "sector", "anything_else"])
def test_what_is_not_judged_bears_on_nothing(question: str) -> None:
    one: Question = QUESTIONS[question]  # type: ignore[index]  # a test's own id
    assert Bearings(ASSESSOR, SCRIPT, {}).of(one, ModelId("process")) is None
