"""What would change the advice: each open fact judged both ways."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.facts import DISTRIBUTION_APPLIES
from chatbot.framework.model import Sign
from chatbot.framework.terms import Terms
from chatbot.report.content.contents import Content
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content

MANY = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_there_is_one_for_each_thing_to_find_out_in_their_order(sample: Content, begin: Begin) -> None:
    for report in (sample, content(begin())):
        assert report.judged
        assert [one.finding.fact for one in report.judged.turnings] == [
            one.finding.fact for one in report.judged.find_out
        ]


def test_the_one_fact_that_decides_moves_the_recommendation_and_its_warning(sample: Content) -> None:
    assert sample.judged
    (turning,) = sample.judged.turnings
    assert sample.judged.reachable in turning.if_so[0]
    assert sample.judged.recommended in turning.if_not[0]
    warning = next(one for one in sample.judged.warnings if one.certainty == "possible")
    assert any(warning.title in says for says in turning.if_so)
    assert any(warning.title in says for says in turning.if_not)


def test_what_contradicts_the_ambition_says_that_an_answer_has_to_change(answering: Answering) -> None:
    report = content(answering(until="reach_or_ambition", dialog="quick", ambition="win_customers"))
    assert report.judged
    applies = [one for one in report.judged.turnings if one.finding.fact == DISTRIBUTION_APPLIES]
    assert all(len(one.if_not) == 1 for one in applies)


@MANY
@given(data=st.data())
def test_a_sign_does_harm_if_it_is_so_and_a_signal_if_it_is_not(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin("quick"), most=12))
    report = content(interview)
    facts = Terms(interview.held.framework).facts
    for one in report.judged.turnings if report.judged else ():
        known = facts.get(one.finding.fact)
        if known is None:
            continue
        worse = one.if_so if isinstance(known, Sign) else one.if_not
        better = one.if_not if isinstance(known, Sign) else one.if_so
        assert not [says for says in better if says.startswith("Missing for a commitment")]
        assert not [says for says in worse if "what to work on now" in says]
        assert not [says for says in worse if says.startswith("Explicit for a commitment")]
