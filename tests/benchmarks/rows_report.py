"""Rows about reports: whole commands against a one-line document, and how they grow with the interview."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.sqlite_store import open_store
from chatbot.report.formats import Format
from chatbot.report.sample import replay_sample, sample_names
from tests.benchmarks.measuring import Row, in_turn
from tests.benchmarks.terminal import whole_process
from tests.long_interviews import long_interview

BOUNDS: Final = {"md": 1.5, "html": 1.5, "pdf": 2.5, "docx": 2.5}
"""By format, how long the command may take, against a program that writes one line in that format."""

FEW: Final = 2_500
MANY: Final = 10_000
GROWTH: Final = MANY / FEW * 1.3
"""Linear, with room for what grows with the logarithm and for the noise of the machine."""

_COMMAND: Final = (sys.executable, "-m", "chatbot", "report")
_BASELINES: Final = "tests.benchmarks.baselines"
_LONG_ROUNDS: Final = 3


def rows(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    """Every format that the program writes, of an interview as people hold it and of long ones."""
    formats = [str(form) for form in Format]
    sample = replay_sample(sample_names()[0])[1]
    few, many = (long_interview(events) for events in (FEW, MANY))
    store = folder / "interviews.db"
    for interview in (sample, few, many):
        _keep(interview, store)
    for form in formats:
        report = [*_COMMAND, sample.id, "-o", str(folder / f"advice.{form}"), "--force"]
        bare = [sys.executable, "-m", f"{_BASELINES}.one_line_{form}", str(folder / f"line.{form}")]
        if form in BOUNDS:
            ours, theirs = in_turn(
                lambda report=report: whole_process(report, env),
                lambda bare=bare: whole_process(bare, env),
                rounds,
            )
            yield Row(f"chatbot report, {form}", "one line in that format", ours, theirs, BOUNDS[form])
    for form in formats:
        long, short = (
            [*_COMMAND, interview.id, "-o", str(folder / f"long.{form}"), "--force"]
            for interview in (many, few)
        )
        ours, theirs = in_turn(
            lambda long=long: whole_process(long, env),
            lambda short=short: whole_process(short, env),
            min(rounds, _LONG_ROUNDS),
        )
        yield Row(f"a report of {MANY:,} events, {form}", f"of {FEW:,} events", ours, theirs, GROWTH)


def _keep(interview: Interview, path: Path) -> InterviewId:
    """Put an interview that was held in memory into a store file, with what it is pinned to."""
    memory = interview._store
    store = open_store(path, create=True)
    try:
        store.extend(interview.id, memory.records(interview.id), memory.pins(interview.id))
    finally:
        store.close()
    return interview.id
