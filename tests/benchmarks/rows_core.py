"""Rows about the core, measured within this process: events, loading, judging."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import yaml
from rapidfuzz import fuzz, process

from chatbot.dialog.load import load_script
from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.learning import choice_phrases
from chatbot.facts import FactId
from chatbot.framework.assess import Assessor
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.interview.events import Answered, Event, EventId, InterviewId, Started
from chatbot.interview.sqlite_store import open_store
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.benchmarks.generated_rules import generate
from tests.benchmarks.measuring import Row, in_turn, seconds
from tests.sayings.measuring import listen, question_of, script_of
from tests.sayings.sayings import Part, sayings


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """A durable event, loading after the first time, one assessment, one utterance."""
    yield from _durable_event(folder, rounds)
    yield _loading(rounds)
    yield _assessment(rounds)
    yield _utterance(rounds)


def _durable_event(folder: Path, rounds: int) -> Iterator[Row]:
    store = open_store(folder / "durable.db", create=True)
    interview = InterviewId("measured")
    started = Started(dialog="d", dialog_hash="h", framework="f", framework_hash="h", program="0")
    first = Event(id=EventId("first"), seq=1, at="2026-01-01T00:00:00+00:00", who="me", what=started)
    store.create(interview, first, {"h": "{}"})
    numbers = count(2)

    def append() -> None:
        number = next(numbers)
        answered = Answered(question="question", option="option", words="what somebody said")  # type: ignore[arg-type]  # plain text stands for an id here
        event = Event(
            id=EventId(f"event-{number}"), seq=number, at="2026-01-01T00:00:00+00:00", who="me", what=answered
        )
        store.append(interview, event)

    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE events (interview, seq, id, at, who, body, PRIMARY KEY (interview, seq))")
    bare_numbers = count(1)

    def insert() -> None:
        number = next(bare_numbers)
        body = '{"kind":"answered","question":"question","option":"option","words":"what somebody said"}'
        at = "2026-01-01T00:00:00+00:00"
        row = ("measured", number, f"event-{number}", at, "me", body)
        bare.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", row)

    ours, theirs = in_turn(seconds(append, 100), seconds(insert, 100), rounds)
    yield Row("a durable event", "a bare sqlite3 insert, WAL, FULL", ours, theirs, 1.3)

    log = os.open(folder / "appended.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append_line() -> None:
        os.write(log, b"what somebody said\n")
        os.fdatasync(log) if hasattr(os, "fdatasync") else os.fsync(log)

    ours, theirs = in_turn(seconds(append, 100), seconds(append_line, 100), rounds)
    yield Row("a durable event, for orientation", "append + fdatasync", ours, theirs, None)
    os.close(log)
    bare.close()
    store.close()


def _loading(rounds: int) -> Row:
    texts = [text for bundle in (dialog_bundle("readiness"), knowledge_bundle()) for _, text in bundle.files]

    def load() -> None:
        load_script(dialog_bundle("readiness"))
        load_framework(knowledge_bundle())

    def read_yaml() -> None:
        for text in texts:
            yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    ours, theirs = in_turn(seconds(load, 5), seconds(read_yaml), rounds)
    return Row("loading dialog and framework again", "reading the YAML", ours, theirs, 0.1)


def _assessment(rounds: int) -> Row:
    framework = load_framework(knowledge_bundle())
    assessor, judge = Assessor(framework), generate(framework)
    cases = cases_of(framework, Random(7))
    positions = {model.id: index for index, model in enumerate(framework.models)}
    for case in cases:
        assessment, judged = assessor.assess(case), judge(case)
        reached = (positions[assessment.recommended], positions[assessment.reachable])
        assert (*reached, assessment.commitment.decision) == (judged[0], judged[1], judged[-1]), case

    ours, theirs = in_turn(
        seconds(lambda: [assessor.assess(case) for case in cases]),
        seconds(lambda: [judge(case) for case in cases]),
        rounds,
    )
    return Row("one assessment", "the same rules as one generated function", ours, theirs, 8)


def _utterance(rounds: int) -> Row:
    """Understanding what was typed, against a fuzzy search over the same phrases.

    The search takes about a millisecond for an utterance where it was measured.
    """
    typed = [
        one
        for one in sayings(Part.TUNED)
        if question_of(one.dialog, one.question).kind is QuestionKind.CHOICE and one.means.option
    ][::20]
    phrases = {}
    for one in typed:
        found = choice_phrases(script_of(one.dialog), question_of(one.dialog, one.question))
        phrases[one.dialog, one.question] = [text for texts in found.values() for text in texts]
        listen(one)  # learned, or loaded

    ours, theirs = in_turn(
        seconds(lambda: [listen(one) for one in typed]),
        seconds(
            lambda: [
                process.extractOne(one.said, phrases[one.dialog, one.question], scorer=fuzz.WRatio)
                for one in typed
            ]
        ),
        rounds,
    )
    return Row("one utterance understood", "a fuzzy search over the same phrases", ours, theirs, 1.5)


def cases_of(framework: Framework, random: Random) -> list[dict[FactId, str]]:
    """Two hundred sets of facts, from nothing known to everything established."""
    signals = [signal.id for layer in framework.layers for signal in layer.signals]
    signals += [signal.id for model in framework.models for signal in model.gate.signals]
    signs = [layer.sign.id for layer in framework.layers]
    signs += [model.failure_mode.id for model in framework.models]
    cases = []
    for _ in range(200):
        weights = [random.random() ** 2 for _ in range(4)]
        case = {FactId("initiative.ambition"): str(random.choice(framework.models).id)}
        for fact, levels in [
            *((fact, ("established", "partial", "absent", "unknown")) for fact in signals),
            *((fact, ("absent", "absent", "present", "unknown")) for fact in signs),
        ]:
            case[fact] = random.choices(levels, weights)[0]
        cases.append(case)
    return cases
