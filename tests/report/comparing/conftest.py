"""Interviews to compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.events import EventId, InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.report.comparing.compared import Compared, compared
from chatbot.report.sample import replay_sample, sample_names
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

Said = Mapping[str, Answer]
Holding = Callable[..., Compared]

_BEGINS = datetime(2026, 8, 3, 14, tzinfo=UTC)


@pytest.fixture(scope="session")
def example() -> Compared:
    """The worked example: every answer given, the aim is dependency management."""
    return of(replay_sample(sample_names()[0])[1], "sample")


@pytest.fixture(scope="session")
def holding(example: Compared) -> Holding:
    """Hold an interview that differs from the worked example in some answers, or from nothing known."""

    def hold(
        id: str,
        said: Said | None = None,
        *,
        dialog: str | Bundle = "readiness",
        days: int = 0,
        knowledge: Bundle | None = None,
        like_example: bool = True,
        until: str = "",
    ) -> Compared:
        numbers, ticks = count(1), count()
        interview = Interview.begin(
            MemoryStore(),
            dialog if isinstance(dialog, Bundle) else dialog_bundle(dialog),
            knowledge or knowledge_bundle(),
            clock=lambda: _BEGINS + timedelta(days=days, seconds=30 * next(ticks)),
            new_id=lambda: EventId(f"{id}-{next(numbers)}"),
        )
        given = _answers(example) if like_example else {}
        while interview.state.due and interview.state.stage != until:
            question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
            answer = (said or {}).get(question.id) or given.get(question.id) or unknown(question)
            interview.answer(question.id, answer, f"{id} on {question.id}")
        if not until:
            interview.finish()
        return of(interview, id)

    return hold


def edited(bundle: Bundle, name: str, old: str, new: str) -> Bundle:
    """Another version of a dialog or knowledge base: one place in one file reads differently."""
    files = dict(bundle.files)
    assert files[name].count(old) == 1, f"{old!r} is there {files[name].count(old)} times"
    files[name] = files[name].replace(old, new)
    return Bundle(bundle.kind, tuple(files.items()))


def renamed(bundle: Bundle, old: str, new: str) -> Bundle:
    """Another version in which something has another name."""
    return Bundle(bundle.kind, tuple((name, text.replace(old, new)) for name, text in bundle.files))


def of(interview: Interview, id: str) -> Compared:
    """An interview to compare, under an id."""
    return compared(InterviewId(id), interview.state.events, interview.held)


def unknown(question: Question) -> Answer:
    """That nobody could say."""
    if question.kind is QuestionKind.CHECKLIST:
        return Answer(levels={item.fact: Level.UNKNOWN for item in question.items})
    return Answer(option=UNKNOWN_OPTION) if question.fact is None or question.options else Answer(text="x")


def _answers(one: Compared) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for answer in one.content.spoken.answers:
        found[answer.question] = Answer(
            option=answer.option, levels=dict(answer.levels), reasons=dict(answer.reasons), text=answer.text
        )
    return found
