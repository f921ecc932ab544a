"""What moved between two interviews: each change once, each move accounted for, backwards as plainly."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.errors import UsageError
from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.initiative import CaseError
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.compared import Compared, Seen
from chatbot.report.comparing.data import Caution, ProgressReport
from chatbot.report.comparing.moves import (
    Change,
    Conclusion,
    Found,
    Movement,
    NotAsked,
    WarningStatus,
)
from chatbot.report.comparing.progress import progress_of, progress_since
from chatbot.sources.shipped import dialog_bundle
from tests.conftest import Begin
from tests.interviewees import answers, steps
from tests.report.comparing.conftest import Holding, edited, of

MIRRORED = {
    Movement.FORWARD: Movement.BACK,
    Movement.BACK: Movement.FORWARD,
    Movement.SAME: Movement.SAME,
    Movement.CLEARER: Movement.LESS_CLEAR,
    Movement.LESS_CLEAR: Movement.CLEARER,
    Movement.DIFFERENT: Movement.DIFFERENT,
}
CHANGED = {
    Change.BETTER: Change.WORSE,
    Change.WORSE: Change.BETTER,
    Change.KNOWN: Change.UNKNOWN,
    Change.UNKNOWN: Change.KNOWN,
    Change.OTHER: Change.OTHER,
}
CAREFUL = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])

INTERFACE_LOST = {"way_of_results": Answer(option="clicked_in")}
EVIDENCE_WRITTEN = {"needed_evidence": Answer(option="written_evidence")}
HANDED_OVER = {"after_the_project": Answer(option="agreed_team")}
BEST = (
    EVIDENCE_WRITTEN
    | HANDED_OVER
    | {"way_of_results": Answer(option="interface")}
    | {
        question: Answer(levels={FactId(f"{owner}.{fact}"): Level.ESTABLISHED for fact in facts.split()})
        for question, owner, facts in (
            ("data_care", "data_foundation", "owners access_rules update_cadence quality_checks"),
            (
                "regular_care",
                "operating_model",
                "manages_adoption manages_measurement manages_risk manages_improvement",
            ),
            ("change_control", "dependency", "dependency_graph approval_path audit_evidence"),
        )
    }
)
"""With these answers instead of its own, everything in the worked example is settled."""


def _by_id(progress: ProgressReport) -> dict[str, Conclusion]:
    return {one.id: one for one in progress.conclusions}


def _only(progress: ProgressReport, id: str) -> tuple[tuple[str, ...], ...]:
    account = _by_id(progress)[id].account
    assert account is not None
    return account.sets


def test_what_a_single_answer_changed_is_accounted_for_by_it(example: Compared, holding: Holding) -> None:
    progress = progress_of(example, holding("later", EVIDENCE_WRITTEN))
    assert [change.fact for change in progress.facts] == ["expert.evidence_standard"]
    assert _by_id(progress)["recommended"].movement is Movement.FORWARD
    assert _by_id(progress)["recommended"].after.value == "dependency"
    assert _only(progress, "recommended") == (("expert.evidence_standard",),)
    assert progress.mattered[0].changes == ("expert.evidence_standard",)
    assert "recommended" in progress.mattered[0].alone


def test_steps_back_are_named_like_steps_forward(example: Compared, holding: Holding) -> None:
    progress = progress_of(example, holding("later", INTERFACE_LOST | HANDED_OVER))
    moved = {id: one.movement for id, one in _by_id(progress).items() if one.moved}
    assert moved["layer.integration"] is Movement.BACK
    assert moved["decision"] is Movement.BACK
    assert moved["layer.operating_model"] is Movement.FORWARD
    assert {one.fact: one.change for one in progress.facts} == {
        "integration.controlled_interface": Change.WORSE,
        "operating_model.temporary_task_force": Change.BETTER,
    }


def test_what_was_said_then_and_now_stands_beside_each_change(example: Compared, holding: Holding) -> None:
    (change,) = progress_of(example, holding("later", EVIDENCE_WRITTEN)).facts
    assert change.before.told and change.after.told
    assert "whether that is written down I don't know" in change.before.told.words
    assert change.after.told.words == "later on needed_evidence"
    assert change.before.told.at < change.after.told.at
    assert change.change is Change.KNOWN


def test_warnings_are_new_still_there_or_gone(example: Compared, holding: Holding) -> None:
    progress = progress_of(example, holding("later", INTERFACE_LOST | HANDED_OVER))
    status = {warning.id: warning.status for warning in progress.warnings}
    assert status["integration.at_risk"] is WarningStatus.NEW
    assert status["sequence.skipped_step"] is WarningStatus.STILL
    assert status["operating_model.temporary_task_force"] is WarningStatus.GONE
    gone = next(one for one in progress.warnings if one.status is WarningStatus.GONE)
    assert gone.after is None
    assert gone.told_now[0].words == "later on after_the_project"


def test_what_was_done_without_moving_anything_is_said(example: Compared, holding: Holding) -> None:
    checked = Answer(
        levels={
            FactId("data_foundation.owners"): Level.ESTABLISHED,
            FactId("data_foundation.access_rules"): Level.PARTIAL,
            FactId("data_foundation.update_cadence"): Level.ESTABLISHED,
            FactId("data_foundation.quality_checks"): Level.ESTABLISHED,
        }
    )
    progress = progress_of(example, holding("later", {"data_care": checked}))
    unmoved = {one.conclusion: one for one in progress.unmoved}
    assert unmoved["layer.data_foundation"].done == ("data_foundation.quality_checks",)
    assert [one.fact for one in unmoved["layer.data_foundation"].lacking] == ["data_foundation.access_rules"]
    assert "layer.governance" not in unmoved


def test_what_only_one_dialog_asks_is_not_known_in_the_other(example: Compared, holding: Holding) -> None:
    quick = holding("quick", dialog="quick", days=-100, like_example=False)
    progress = progress_since(example, quick)
    assert {Caution.OTHER_DIALOG, Caution.OTHER_LIMIT, Caution.OTHER_AMBITION} <= set(progress.cautions)
    sector = next(one for one in progress.facts if one.fact == "initiative.sector")
    assert sector.before.not_asked is NotAsked.NO_QUESTION
    assert not {Change.BETTER, Change.WORSE} & {one.change for one in progress.facts}
    assert progress.limit and (progress.limit.before, progress.limit.after) == ("conditional", "")


def test_a_limit_of_the_dialog_can_account_for_a_decision(holding: Holding) -> None:
    limited = edited(
        dialog_bundle("readiness"),
        "readiness.yaml",
        "dialog: readiness\n",
        "dialog: readiness\nat_most: conditional\nbecause_at_most: It was a try.\n",
    )
    progress = progress_of(holding("before", BEST, dialog=limited), holding("after", BEST))
    assert progress.facts == ()
    assert _by_id(progress)["decision"].movement is Movement.FORWARD
    assert _only(progress, "decision") == (("dialog.at_most",),)
    assert progress.mattered[0].changes == ("dialog.at_most",)


def test_another_title_and_another_aim_are_asked_about_first(example: Compared, holding: Holding) -> None:
    other = {
        "initiative_title": Answer(text="Something else"),
        "ambition": Answer(option="daily_work"),
    }
    progress = progress_of(example, holding("later", other))
    assert progress.cautions[:2] == (Caution.OTHER_TITLE, Caution.OTHER_AMBITION)
    same = {"initiative_title": Answer(text="  changelink ")}
    assert Caution.OTHER_TITLE not in progress_of(example, holding("later", same)).cautions


def test_answers_that_were_set_aside_count_as_not_asked(example: Compared, holding: Holding) -> None:
    before = holding("before")
    interview_aim = holding("after", {"ambition": Answer(option="daily_work")})
    progress = progress_of(before, interview_aim)
    lost = [one for one in progress.facts if one.change is Change.UNKNOWN]
    assert {one.after.not_asked for one in lost} == {NotAsked.OFF_PATH}


def test_the_earlier_interview_comes_first_however_they_are_named(holding: Holding) -> None:
    early, late = holding("early"), holding("late", EVIDENCE_WRITTEN, days=30)
    straight, swapped = progress_since(late, early), progress_since(early, late)
    assert (swapped.before.interview, swapped.after.interview) == ("early", "late")
    assert Caution.SWAPPED in swapped.cautions and Caution.SWAPPED not in straight.cautions
    assert swapped.conclusions == straight.conclusions
    assert swapped.again == "chatbot report early --since late -o FILE"
    assert Caution.REVERSED in progress_of(late, early).cautions


def test_an_interview_is_not_compared_with_itself(example: Compared) -> None:
    with pytest.raises(UsageError):
        progress_of(example, example)


def test_a_contradiction_leaves_the_facts_and_concludes_nothing(example: Compared, holding: Holding) -> None:
    contrary = {
        "customer_reach": Answer(option="own_people"),
        "ambition": Answer(option="win_customers"),
    }
    progress = progress_of(example, holding("later", contrary, until="reach_or_ambition"))
    assert not progress.judged
    assert Caution.CONTRADICTORY in progress.cautions
    assert progress.conclusions == () and progress.mattered == ()
    assert AMBITION in {one.fact for one in progress.facts}


def test_an_unfinished_interview_is_said_to_be_one(example: Compared, holding: Holding) -> None:
    progress = progress_of(example, holding("later", until="result_rules"))
    assert Caution.UNFINISHED in progress.cautions
    assert progress.judged
    waiting = next(one for one in progress.facts if one.fact == "governance.audit_trail")
    assert (waiting.change, waiting.after.not_asked) == (Change.UNKNOWN, NotAsked.WAITS)


@CAREFUL
@given(st.data())
def test_nothing_moves_from_an_interview_to_the_same_answers(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin()))
    progress = progress_of(of(interview, "one"), of(interview, "other"))
    assert progress.facts == () and progress.mattered == () and progress.unmoved == ()
    assert not any(one.moved for one in progress.conclusions)
    assert {one.status for one in progress.warnings} <= {WarningStatus.STILL}
    assert {one.movement for one in progress.ladder} <= {Movement.SAME}


@CAREFUL
@given(st.data())
def test_the_way_back_mirrors_the_way_there(begin: Begin, data: st.DataObject) -> None:
    dialogs = st.sampled_from(["readiness", "quick"])
    one, other = (of(data.draw(steps(begin(data.draw(dialogs)))), id) for id in ("one", "other"))
    there, back = progress_of(one, other), progress_of(other, one)
    assert {change.fact: CHANGED[change.change] for change in there.facts} == {
        change.fact: change.change for change in back.facts
    }
    assert {id: MIRRORED[move.movement] for id, move in _by_id(there).items()} == {
        id: move.movement for id, move in _by_id(back).items()
    }
    assert {rung.id: MIRRORED[rung.movement] for rung in there.ladder} == {
        rung.id: rung.movement for rung in back.ladder
    }
    assert {warning.id for warning in there.warnings if warning.status is WarningStatus.NEW} == {
        warning.id for warning in back.warnings if warning.status is WarningStatus.GONE
    }


@CAREFUL
@given(st.data())
def test_every_fact_that_changed_is_there_once(begin: Begin, data: st.DataObject) -> None:
    one, other = (of(data.draw(steps(begin())), id) for id in ("one", "other"))
    before, after = ({**Seen(each, each).stated} for each in (one, other))
    changed = [fact for fact in {**before, **after} if before.get(fact) != after.get(fact)]
    assert sorted(change.fact for change in progress_of(one, other).facts) == sorted(changed)


@CAREFUL
@given(st.data())
def test_what_accounts_for_a_move_is_what_trying_all_sets_finds(
    example: Compared, holding: Holding, data: st.DataObject
) -> None:
    questions = {str(one.id): one for one in example.held.script.questions() if one.options or one.items}
    chosen = data.draw(st.lists(st.sampled_from(sorted(questions)), unique=True, max_size=4))
    later = holding("later", {one: data.draw(answers(questions[one])) for one in chosen})
    progress = progress_of(example, later)
    changes = [one.fact for one in progress.facts]
    if not progress.judged or len(changes) > 8:
        return
    then, now = Seen(example, later), Seen(later, later)
    judged = {
        frozenset(back): _judge(then, now, back)
        for size in range(len(changes) + 1)
        for back in combinations(changes, size)
    }
    for one in progress.conclusions:
        if one.account is None:
            continue
        back = [sets for sets, values in judged.items() if values and values[one.id] == one.before.value]
        least = min(map(len, back))
        assert one.account.found is not Found.AT_MOST
        smallest = {sets for sets in back if len(sets) == least}
        assert (one.account.size, one.account.total) == (least, len(smallest))
        assert {frozenset(sets) for sets in one.account.sets} <= smallest


def _judge(then: Seen, now: Seen, back: tuple[str, ...]) -> Mapping[str, str] | None:
    facts = {**now.facts}
    for fact in map(FactId, back):
        facts.pop(fact, None)
        if fact in then.facts:
            facts[fact] = then.facts[fact]
    try:
        assessment = now.rules.assessor.assess(facts)
    except CaseError:
        return None
    return conclusions.values(now.rules.framework, assessment)
