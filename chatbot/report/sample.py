"""A worked example: the answers of one person, replayed as an interview of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.errors import ChatbotError, UsageError
from chatbot.facts import FactId, Level
from chatbot.interview.events import EventId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.sources.problems import Problems, SourceError, listed, nearest, quoted
from chatbot.sources.shipped import dialog_bundle, dialogs_folder, knowledge_bundle
from chatbot.sources.text import decode

if TYPE_CHECKING:
    from chatbot.sources.typed import Authored

_BEGINS: Final = datetime(2026, 5, 4, 9, 30, tzinfo=timezone(timedelta(hours=2)))
_PACE: Final = timedelta(seconds=35)
_FOLDER: Final = "samples"


class SampleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: what was said, and how it was understood.

    Attributes:
        option: of a choice.
        levels: of a checklist.
        text: of a text.
        reasons: for each fact that does not apply, why.
        note: what the person noted before answering.
    """

    question: QuestionId
    words: str
    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = {}
    text: str = ""
    reasons: dict[FactId, str] = {}
    note: str = ""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """A worked example: who answers and why, and an answer to every question on the path."""

    sample: str
    dialog: str
    title: str
    story: str
    answers: tuple[SampleAnswer, ...]


def sample_names() -> tuple[str, ...]:
    """The worked examples that ship with the program."""
    return tuple(sorted(path.stem for path in (dialogs_folder() / _FOLDER).glob("*.yaml")))


def replay_sample(name: str) -> tuple[Sample, Interview]:
    """Hold the interview of a worked example, in memory and always at the same time.

    Raises:
        UsageError: there is no such example.
        SourceError: its file is not one.
        ChatbotError: its answers are not those that its dialog asks for.
    """
    names = sample_names()
    if name not in names:
        meant = nearest(name, names)
        raise UsageError(
            f"There is no example {quoted(name)}.",
            todo=f"Do you mean {quoted(meant)}?" if meant else f"Use {listed(names)}.",
        )
    return replay(dialogs_folder() / _FOLDER / f"{name}.yaml")


def replay(path: Path) -> tuple[Sample, Interview]:
    """The same for the example in a file; raises as `replay_sample` does."""
    authored = _read(path)
    sample = authored.value
    interview = Interview.begin(
        MemoryStore(), dialog_bundle(sample.dialog), knowledge_bundle(), clock=_clock(), new_id=_ids()
    )
    for place, said in enumerate(sample.answers):
        where = authored.at("answers", place)
        try:
            _give(interview, said)
        except ChatbotError as error:
            at = f"{path.name}:{where.line}:{where.column}"
            raise ChatbotError(error.what, where=at, todo=error.todo) from error
    if interview.state.due:
        raise ChatbotError(
            f"It has no answer to {listed(interview.state.due)}.",
            where=path.name,
            todo="Add what is missing.",
        )
    interview.finish()
    return sample, interview


def _give(interview: Interview, said: SampleAnswer) -> None:
    if said.question != interview.state.stage:
        raise ChatbotError(
            f"Here the dialog asks {quoted(interview.state.stage)}, and not {quoted(said.question)}.",
            todo="Answer each question on the path once, in the order in which the dialog asks.",
        )
    if said.note:
        interview.note(said.note, said.question)
    answer = Answer(option=said.option, levels=said.levels, reasons=said.reasons, text=said.text)
    interview.answer(said.question, answer, said.words)


def _read(path: Path) -> Authored[Sample]:
    from chatbot.sources.typed import read_as  # reading needs PyYAML and pydantic

    problems = Problems(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ChatbotError(
            f"The example cannot be read: {error.strerror or 'the system refused'}.", where=path.name
        ) from error
    text = decode(data, problems)
    authored = None if problems.found else read_as(Sample, text, problems)
    if authored is None:
        raise SourceError(problems.in_order())
    return authored


def _clock() -> Callable[[], datetime]:
    ticks = count()
    return lambda: _BEGINS + next(ticks) * _PACE


def _ids() -> Callable[[], EventId]:
    numbers = count(1)
    return lambda: EventId(f"sample-{next(numbers)}")
