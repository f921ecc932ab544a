"""The advice in the linear mode: on one screen until the interview is finished, then all of it."""

from __future__ import annotations

from chatbot.plain.advising import advice_on
from tests.report.conftest import Answering, answering

__all__ = ["answering"]  # the fixture


def test_until_an_interview_is_finished_its_advice_is_short_and_then_whole(answering: Answering) -> None:
    interview = answering(ambition="whole_process", everyday_use="no_rules")
    before = advice_on(interview)
    interview.finish()
    after = advice_on(interview)
    assert sum(len(block.lines) for block in before) < 16
    assert sum(len(block.lines) for block in after) > 3 * sum(len(block.lines) for block in before)
    assert before[1].heading == after[1].heading
