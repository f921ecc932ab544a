"""Every part of a script with the way to it, so that what is said of it can name its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.conditions import Condition
from chatbot.dialog.script import Question, Script, Topic
from chatbot.sources.nodes import Loc


@dataclass(frozen=True, slots=True)
class Placed:
    """A question, its topic, and the ways to both; `number` counts the questions from 0."""

    number: int
    topic: Topic
    topic_loc: Loc
    question: Question
    loc: Loc


def questions(script: Script) -> Iterator[Placed]:
    """Every question, in order."""
    number = 0
    for at, topic in enumerate(script.topics):
        for nth, question in enumerate(topic.questions):
            here: Loc = ("topics", at)
            yield Placed(number, topic, here, question, (*here, "questions", nth))
            number += 1


def conditions(script: Script) -> Iterator[tuple[Loc, Condition]]:
    """Every condition, in the order in which they stand in the file."""
    before: Loc = ()
    for placed in questions(script):
        if placed.topic_loc != before and placed.topic.when:
            yield (*placed.topic_loc, "when"), placed.topic.when
        before = placed.topic_loc
        if placed.question.when:
            yield (*placed.loc, "when"), placed.question.when
        for at, option in enumerate(placed.question.options):
            if option.when:
                yield (*placed.loc, "options", at, "when"), option.when


@dataclass(frozen=True, slots=True)
class Text:
    """A text that people read.

    Attributes:
        after: how many questions come before it, itself included where it answers one; `None` where
            that differs from time to time.
        filled: whether `{owner.name}` in it is replaced by what was said.
    """

    loc: Loc
    text: str
    after: int | None
    filled: bool = True


def texts(script: Script) -> Iterator[Text]:
    """Every text of a script that is shown; those left out are not among them."""
    return (text for text in _texts(script) if text.text)


def _texts(script: Script) -> Iterator[Text]:
    total = sum(1 for _ in script.questions())
    yield Text(("title",), script.title, None, filled=False)
    yield Text(("about",), script.about, None, filled=False)
    yield Text(("because_at_most",), script.because_at_most, None, filled=False)
    for at, greeting in enumerate(script.greeting):
        yield Text(("greeting", at), greeting, 0)
    for level, wording in script.levels.items():
        yield Text(("levels", level.value, "label"), wording.label, None, filled=False)
    yield Text(("unknown", "label"), script.unknown.label, None, filled=False)
    yield Text(("unknown_reply",), script.unknown_reply, None)
    yield Text(("closing",), script.closing, total)
    before: Loc = ()
    for placed in questions(script):
        if placed.topic_loc != before:
            yield Text((*placed.topic_loc, "title"), placed.topic.title, None, filled=False)
            yield Text((*placed.topic_loc, "opening"), placed.topic.opening, placed.number)
        before = placed.topic_loc
        yield from _of_question(placed)


def _of_question(placed: Placed) -> Iterator[Text]:
    question, loc, number = placed.question, placed.loc, placed.number
    for key in ("ask", "why", "help", "evidence"):
        yield Text((*loc, key), getattr(question, key), number)
    yield Text((*loc, "unknown_label"), question.unknown_label, number, filled=False)
    yield Text((*loc, "reply"), question.reply, number + 1)
    if question.facilitator:
        yield Text((*loc, "facilitator", "say"), question.facilitator.say, number)
        yield Text((*loc, "facilitator", "listen_for"), question.facilitator.listen_for, number)
        for at, whom in enumerate(question.facilitator.hear_from):
            yield Text((*loc, "facilitator", "hear_from", at), whom, number, filled=False)
    for at, option in enumerate(question.options):
        here: Loc = (*loc, "options", at)
        yield Text((*here, "label"), option.label, number, filled=False)
        yield Text((*here, "reason"), option.reason, number, filled=False)
        yield Text((*here, "reply"), option.reply, number + 1)
    for at, item in enumerate(question.items):
        here = (*loc, "items", at)
        yield Text((*here, "label"), item.label, number, filled=False)
        for level, text in item.levels.items():
            yield Text((*here, "levels", level.value), text, number, filled=False)
