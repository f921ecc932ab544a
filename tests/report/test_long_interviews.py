"""The content of a long interview: the work grows with the number of its events, and no faster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.state import State
from chatbot.report.content.composing import content_of
from tests.conftest import Begin
from tests.long_interviews import long_interview

FEW, MANY = 150, 600
TITLE = QuestionId("initiative_title")

Step = Callable[[Interview, int], object]


def of(begin: Begin, step: Step, times: int) -> Interview:
    """An interview in which a step was taken so many times."""
    interview = begin()
    interview.answer(TITLE, Answer(text="A title"), "")
    for number in range(times):
        step(interview, number)
    return interview


def lines_run(act: Callable[[], object]) -> int:
    """How many lines of Python an act runs, which is the same on every machine."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: object) -> object:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return lines


def composing(interview: Interview) -> Callable[[], object]:
    return lambda: content_of(InterviewId("k3x7"), interview.state.events, interview.held)


def change(interview: Interview, number: int) -> None:
    interview.answer(TITLE, Answer(text=f"Title {number}"), "in other words", "and a remark")


def undo_and_redo(interview: Interview, number: int) -> None:
    interview.undo()
    interview.redo()


def finish_and_reopen(interview: Interview, number: int) -> None:
    interview.finish(all_the_same=True)
    interview.reopen()


ONE_THING: dict[str, Step] = {
    "notes": lambda interview, number: interview.note(f"Note {number}", TITLE),
    "evidence": lambda interview, number: interview.evidence(f"Document {number}", TITLE),
    "explanations": lambda interview, number: interview.explain(
        "metric_and_usage", f"Note {number}", TITLE, declined=bool(number % 2)
    ),
    "changes": change,
    "undoing": undo_and_redo,
    "finishing": finish_and_reopen,
}


@pytest.mark.parametrize("name", ONE_THING)
def test_each_thing_that_can_be_done_again_and_again_costs_the_same_each_time(
    begin: Begin, name: str
) -> None:
    few, many = (of(begin, ONE_THING[name], times) for times in (FEW, MANY))
    composing(few)()  # what is made once is made
    assert lines_run(composing(many)) < lines_run(composing(few)) * MANY / FEW * 1.1


def test_so_does_taking_back_one_after_the_other_what_was_said(begin: Begin) -> None:
    def taken_back(times: int) -> Interview:
        interview = of(begin, change, times)
        while interview.undo():
            pass
        while interview.redo():
            pass
        return interview

    few, many = taken_back(FEW), taken_back(MANY)
    composing(few)()
    assert lines_run(composing(many)) < lines_run(composing(few)) * MANY / FEW * 1.1


def test_and_so_does_everything_together() -> None:
    few, many = long_interview(FEW), long_interview(MANY)
    composing(few)()
    assert lines_run(composing(many)) < lines_run(composing(few)) * MANY / FEW * 1.3


def kinds(interview: Interview) -> Iterator[str]:
    return (type(event.what).__name__ for event in interview.state.events)


def test_a_long_interview_has_everything_that_people_do_and_is_always_the_same() -> None:
    interview = long_interview(1500)
    assert len(interview.state.events) == 1500
    assert set(kinds(interview)) == {
        *("Started", "Answered", "Noted", "Evidenced", "Skipped", "Withdrawn", "Finished", "Reopened")
    }
    assert interview.state.events == long_interview(1500).state.events
    replayed = State(interview.held.manager, interview.state.events)
    assert (replayed.path, replayed.kept, replayed.stage) == (
        interview.state.path,
        interview.state.kept,
        interview.state.stage,
    )
