"""Long interviews by script: answers changed again and again, notes, evidence, undoing, redoing, skipping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import SIGN_LEVELS, Level
from chatbot.interview.events import Event, EventId
from chatbot.interview.held import Held
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.store import Store
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

_BEGINS = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
_COMMON = sorted(SIGN_LEVELS - {Level.PRESENT})
_ACTS = ("answer", "change", "change", "note", "evidence", "undo", "redo", "undo", "skip", "remark")
_RARELY = 40
"""One in so many events finishes the interview, where it can be, and the next opens it again."""


def long_interview(events: int, *, store: Store | None = None, dialog: str = "readiness") -> Interview:
    """An interview of exactly so many events, always the same; all of them are of kinds that people cause."""
    numbers, ticks, random = count(1), count(), Random(events)
    interview = Interview.begin(
        store or MemoryStore(),
        dialog_bundle(dialog),
        knowledge_bundle(),
        clock=lambda: _BEGINS + next(ticks) * timedelta(seconds=7),
        new_id=lambda: EventId(f"{events}-{next(numbers)}"),
    )
    while (so_far := len(interview.state.events)) < events:
        _act(interview, random, so_far)
    return interview


def long_log(events: int) -> tuple[Held, list[Event]]:
    """What such an interview is held with, and its events."""
    interview = long_interview(events)
    return interview.held, list(interview.state.events)


def _act(interview: Interview, random: Random, number: int) -> None:
    route, state = interview.held.manager.route, interview.state
    if interview.finished:
        interview.reopen()
        return
    stage = QuestionId(state.stage)
    asked = stage if stage in route.question else None
    if asked is None and number % _RARELY == 0 and interview.assessment() is not None:
        interview.finish(all_the_same=True)
        return
    about = random.choice(state.path.questions)
    match random.choice(_ACTS):
        case "undo" if interview.undo() or interview.redo():
            pass
        case "redo" if interview.redo():
            pass
        case "note":
            interview.note(f"Note {number}: what somebody said about it.", about)
        case "evidence":
            interview.evidence(f"Document {number}, kept by the quality department.", about)
        case "skip" if asked:
            interview.skip(asked)
        case "remark":
            _answer(interview, random, asked or about, remark=f"Remark {number}.")
        case "answer":
            _answer(interview, random, asked or about)
        case _:
            _answer(interview, random, about)


def _answer(interview: Interview, random: Random, id: QuestionId, remark: str = "") -> None:
    question = interview.held.manager.route.question[id]
    interview.answer(id, _random_answer(question, random), random.choice(["", "in words of my own"]), remark)


def _random_answer(question: Question, random: Random) -> Answer:
    match question.kind:
        case QuestionKind.TEXT:
            return Answer(text=f"Assistant for change control {random.randrange(100)}")
        case QuestionKind.CHOICE:
            return Answer(option=random.choice([*(one.id for one in question.options), UNKNOWN_OPTION]))
        case QuestionKind.CHECKLIST:
            return Answer(levels={item.fact: random.choice(_COMMON) for item in question.items})
