"""The review: every answer by topic, with what was passed over and what is set aside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chatbot.conversation.filling import fill
from chatbot.conversation.telling import answer_in_words
from chatbot.dialog.script import QuestionId
from chatbot.interview.interview import Interview


class Standing(StrEnum):
    """Where a question of the dialog stands in an interview."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    WAITING = "waiting"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question of the review; `number` counts the questions on the path, 0 off the path."""

    question: QuestionId
    number: int
    topic: str
    ask: str
    answer: str
    standing: Standing


def review(interview: Interview) -> tuple[ReviewLine, ...]:
    """Every question on the path in order, then the answers that are kept but set aside."""
    state, held = interview.state, interview.held
    route = held.manager.route
    lines: list[ReviewLine] = []
    aside: list[ReviewLine] = []
    for question, asked in route.question.items():
        given = state.answers.get(question)
        on_path = question in state.path.questions
        if not on_path and given is None:
            continue
        standing = Standing.WAITING
        if given and question in state.path.set_aside:
            standing = Standing.SET_ASIDE
        elif given:
            standing = Standing.ANSWERED
        elif question in state.skipped:
            standing = Standing.SKIPPED
        line = ReviewLine(
            question,
            state.path.questions.index(question) + 1 if on_path else 0,
            route.topic[question].title,
            fill(asked.ask, interview.facts, held.framework),
            answer_in_words(held.script, asked, given.answer) if given else "",
            standing,
        )
        (lines if on_path else aside).append(line)
    return (*lines, *aside)
