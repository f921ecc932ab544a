"""Interviews to report on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import UNKNOWN_OPTION, Option, OptionId, Question, QuestionId, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.report.sample import replay_sample, sample_names
from tests.conftest import Begin

Answering = Callable[..., Interview]


def content(interview: Interview) -> Content:
    """The content of an interview's report, under an id that is always the same."""
    return content_of(InterviewId("k3x7"), interview.state.events, interview.held)


@pytest.fixture(scope="session")
def sample() -> Content:
    """The report of the worked example."""
    _, interview = replay_sample(sample_names()[0])
    return content(interview)


@pytest.fixture
def answering(begin: Begin) -> Answering:
    """Answer by option, level or text, "I don't know" to the rest, until a question is asked or none is."""

    def answer(until: str = "", dialog: str = "readiness", **said: str) -> Interview:
        interview = begin(dialog)
        while interview.state.due and interview.state.stage != until:
            question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
            interview.answer(question.id, _answer(question, said.get(question.id)), "")
        return interview

    return answer


def _answer(question: Question, said: str | None) -> Answer:
    if question.kind is QuestionKind.CHECKLIST:
        return Answer(levels={item.fact: Level(said or Level.UNKNOWN) for item in question.items})
    if question.kind is QuestionKind.TEXT and said:
        return Answer(text=said)
    return Answer(option=OptionId(said or UNKNOWN_OPTION))


def option_for(interview: Interview, fact: FactId, value: str) -> tuple[QuestionId, Option]:
    """The first question of the dialog, and its option, that states a fact at a level."""
    return next(
        (question.id, option)
        for question in interview.held.script.questions()
        for option in question.options
        if option.facts.get(fact) == value
    )
