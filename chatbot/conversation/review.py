"""The review: every answer by topic, with what was passed over and what is set aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from chatbot.conversation.filling import fill
from chatbot.conversation.telling import answer_in_words
from chatbot.dialog.script import QuestionId
from chatbot.interview.interview import Interview
from chatbot.interview.kept import KeptAs


class Standing(StrEnum):
    """Where a question of the dialog stands in an interview."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    WAITING = "waiting"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question of the review.

    Attributes:
        number: its place among the questions on the path, from 1; 0 off the path.
        answer: in words; empty without one.
        changed: how often another answer took the place of one.
        notes: how many notes and remarks belong to it.
        evidence: how many pieces of evidence do.
    """

    question: QuestionId
    number: int
    topic: str
    ask: str
    answer: str
    standing: Standing
    changed: int = 0
    notes: int = 0
    evidence: int = 0


def beside(line: ReviewLine) -> str:
    """What is worth knowing of a line besides the answer: "changed, 2 notes"; empty where nothing is."""
    counted = ((line.notes, "note"), (line.evidence, "piece of evidence"))
    words = ["changed"] if line.changed else []
    words += [f"{count} {_many(thing) if count > 1 else thing}" for count, thing in counted if count]
    return ", ".join(words)


def _many(thing: str) -> str:
    first, _, rest = thing.partition(" ")
    return f"{first}s {rest}".rstrip()


def review(interview: Interview) -> tuple[ReviewLine, ...]:
    """Every question on the path in order, then the answers that are kept but set aside."""
    state, held = interview.state, interview.held
    route = held.manager.route
    lines: list[ReviewLine] = []
    aside: list[ReviewLine] = []
    kept = Counter((one.question, one.kind is KeptAs.EVIDENCE) for one in state.kept)
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
            changed=max(len(state.changes(question)) - 1, 0),
            notes=kept[question, False],
            evidence=kept[question, True],
        )
        (lines if on_path else aside).append(line)
    return (*lines, *aside)
