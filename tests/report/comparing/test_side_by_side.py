"""Several initiatives side by side, and what settling something would change in each: by computing it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.errors import UsageError
from chatbot.facts import FactId, Level
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.compared import Compared, Seen
from chatbot.report.comparing.data import Caution
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.comparing.side_by_side import side_by_side_of
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.comparing.conftest import Holding, of

NAMED = {"initiative_title": Answer(text="Order intake")}


def test_each_initiative_stands_as_its_own_report_says(example: Compared, holding: Holding) -> None:
    several = side_by_side_of([example, holding("other", NAMED)])
    judged = example.content.judged
    assert judged
    first = several.initiatives[0]
    says = {one.id: one.says for one in first.standings}
    assert says["recommended"] == judged.recommended
    assert says["reachable"] == judged.reachable
    assert first.headline == judged.headline
    assert first.steps[0].action == judged.steps[0].action
    stops = [one.title for one in judged.warnings if (one.severity, one.certainty) == ("stop", "possible")]
    assert list(first.possible_stops) == stops and first.stops == ()


def test_what_settling_a_point_would_change_is_computed_in_each(example: Compared, holding: Holding) -> None:
    several = side_by_side_of([example, holding("other", NAMED)])
    evidence = next(one for one in several.signals if one.id == "expert.evidence_standard")
    assert [effect.recommended for effect in evidence.effects] == ["dependency", "dependency"]
    assert all(effect.unclear and not effect.lacking for effect in evidence.effects)
    assert several.signals[0] == evidence


def test_what_is_unsettled_in_one_alone_is_not_in_common(example: Compared, holding: Holding) -> None:
    written = NAMED | {"needed_evidence": Answer(option="written_evidence")}
    several = side_by_side_of([example, holding("other", written)])
    assert "expert.evidence_standard" not in {one.id for one in several.signals}


def test_what_does_not_count_for_an_aim_is_not_in_the_way_of_it(example: Compared, holding: Holding) -> None:
    several = side_by_side_of([example, holding("other", NAMED)])
    assert not {one.id for one in several.signals if one.id.startswith("process.")}
    assert "gate.process" not in {one.id for one in several.groups}


def test_initiatives_of_one_name_are_told_apart(example: Compared, holding: Holding) -> None:
    several = side_by_side_of([example, holding("other"), holding("third", NAMED)])
    assert [one.label for one in several.initiatives] == [
        "ChangeLink (sample)",
        "ChangeLink (other)",
        "Order intake",
    ]
    assert Caution.SAME_TITLE in several.cautions


def test_one_that_cannot_be_judged_has_its_row(example: Compared, holding: Holding) -> None:
    contrary = {"customer_reach": Answer(option="own_people"), "ambition": Answer(option="win_customers")}
    several = side_by_side_of([example, holding("contrary", contrary, until="reach_or_ambition")])
    assert [one.judged for one in several.initiatives] == [True, False]
    assert several.initiatives[1].interviewed.contradiction
    assert Caution.CONTRADICTORY in several.cautions
    assert several.signals == ()


def test_one_interview_or_the_same_one_twice_is_refused(example: Compared) -> None:
    for interviews in ([], [example], [example, example]):
        with pytest.raises(UsageError):
            side_by_side_of(interviews)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_settling_what_is_in_common_does_what_it_is_said_to_do(begin: Begin, data: st.DataObject) -> None:
    interviews = [of(data.draw(steps(begin())), f"id{number}") for number in range(3)]
    several = side_by_side_of(interviews)
    by = interviews[-1]
    seen = {str(one.interview): Seen(one, by) for one in interviews}
    for shared in (*several.signals, *several.groups):
        assert len({effect.interview for effect in shared.effects}) == len(shared.effects) > 1
        for effect in shared.effects:
            one = seen[effect.interview]
            best = {
                FactId(fact): Level.ABSENT if _is_sign(one, fact) else Level.ESTABLISHED
                for fact in (*effect.lacking, *effect.unclear)
            }
            after = conclusions.values(
                by.held.framework, by.held.assessor.assess({**one.facts, **best}, at_most=one.at_most)
            )
            assert one.assessment
            before = conclusions.values(by.held.framework, one.assessment)
            moved = after["recommended"] if after["recommended"] != before["recommended"] else ""
            assert effect.recommended == moved
            assert set(effect.moves) <= {id for id in after if before[id] != after[id]}
    _is_ranked(several)


def _is_ranked(several: SideBySideReport) -> None:
    for every in (several.signals, several.groups):
        counts = [sum(bool(effect.recommended) for effect in one.effects) for one in every]
        assert counts == sorted(counts, reverse=True)


def _is_sign(seen: Seen, fact: str) -> bool:
    layers = [layer.sign.id for layer in seen.rules.framework.layers]
    return fact in layers or fact in [model.failure_mode.id for model in seen.rules.framework.models]
