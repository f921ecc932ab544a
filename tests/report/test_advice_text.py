"""The advice as sentences, for a screen or to be heard."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.cells import wrap
from chatbot.report.advice_text import Form, advice_blocks, advice_in_short
from chatbot.report.content.contents import Content
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content
from tests.report.shown import advice_lines

MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def said(report: Content) -> str:
    """The whole advice."""
    return "\n".join(advice_lines(report))


def test_the_headline_comes_first_and_the_boundary_last(sample: Content) -> None:
    first, *_, last = advice_blocks(sample)
    assert sample.judged
    assert first.lines[0].text == sample.judged.headline
    assert [line.text for line in last.lines] == list(sample.framing.boundary)


def test_lists_are_numbered_without_a_gap_and_the_steps_go_on_after_the_first_three(sample: Content) -> None:
    for block in advice_blocks(sample):
        numbers = [line.number for line in block.lines if line.form is Form.ITEM]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    assert sample.judged
    actions = [step.action for step in sample.judged.steps]
    steps_said = {line.text: line.number for block in advice_blocks(sample) for line in block.lines}
    assert [steps_said[action] for action in actions] == list(range(1, len(actions) + 1))


def test_a_warning_comes_with_its_cause_the_words_behind_it_and_what_to_do(sample: Content) -> None:
    assert sample.judged
    text = said(sample)
    for warning in sample.judged.warnings:
        assert warning.title in text
        assert warning.cause in text
        assert warning.action in text
        for finding in warning.because:
            assert finding.quote
            assert finding.quote.words in text


def test_a_contradiction_leaves_only_what_contradicts_and_the_boundary(answering: Answering) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    report = content(interview)
    opening, boundary = advice_blocks(report)
    assert report.contradiction
    assert report.contradiction.says in opening.lines[0].text
    assert boundary.lines


def test_an_unfinished_interview_has_advice_so_far_that_says_so(begin: Begin) -> None:
    report = content(begin())
    assert str(report.waiting) in advice_blocks(report)[0].lines[0].text


def test_the_short_form_fits_a_screen_and_says_how_much_more_there_is(answering: Answering) -> None:
    report = content(answering(ambition="whole_process", everyday_use="no_rules"))
    blocks = advice_in_short(report)
    lines = [line for block in blocks for line in block.lines]
    assert report.judged
    assert sum(len(list(wrap(line.text, 76))) for line in lines) + 2 * len(blocks) <= 40
    texts = "\n".join(line.text for line in lines)
    assert all(one in texts for one in (report.judged.headline, report.judged.decision.says))
    for warning in report.judged.warnings[:3]:
        assert warning.title in texts
        assert warning.action in texts
    assert [line.text for line in lines if line.text in {step.action for step in report.judged.steps}] == [
        step.action for step in report.judged.steps[:3]
    ]
    assert str(len(report.judged.find_out)) in texts


def test_the_short_form_of_a_contradiction_says_what_contradicts(answering: Answering) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    report = content(interview)
    (opening,) = advice_in_short(report)
    assert report.contradiction
    assert report.contradiction.says in opening.lines[0].text


def test_what_to_work_on_and_whether_to_commit_are_told_apart(sample: Content) -> None:
    assert sample.judged
    for blocks in (advice_blocks(sample), advice_in_short(sample)):
        decision = next(one for one in blocks if one.heading == sample.judged.decision.question)
        assert sample.judged.decision.apart in [line.text for line in decision.lines]
        assert sample.judged.work.within in sample.judged.decision.apart


@MANY
@given(data=st.data())
def test_nothing_that_is_concluded_is_left_out(begin: Begin, data: st.DataObject) -> None:
    report = content(data.draw(steps(begin(), most=25)))
    if report.judged is None:
        return
    judged, text = report.judged, said(report)
    wanted = [judged.headline, judged.decision.says, judged.work.measure, *judged.work.steps]
    wanted += [warning.action for warning in judged.warnings]
    wanted += [step.action for step in judged.steps]
    wanted += [item.says for item in judged.find_out]
    wanted += [condition.title for condition in judged.decision.conditions]
    assert [one for one in wanted if one not in text] == []
    assert all(line.text.strip() for block in advice_blocks(report) for line in block.lines)
