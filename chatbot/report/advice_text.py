"""The advice as plain text, to be read on a screen or heard: headings with sentences, no marks of any format.

What a person typed stands in it as typed; whoever shows it makes control characters visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from chatbot.framework.terms import enumerated
from chatbot.report.content.contents import Content, Progress
from chatbot.report.content.judged import Condition, DecisionText, Finding, Judged, RaisedText, Step
from chatbot.report.content.phrases import in_short
from chatbot.report.content.quoting import quotes

_FIRST_STEPS: Final = 3
_FIRST_WARNINGS: Final = 3
_MOST_QUOTES: Final = 3
_ORDINALS: Final = ("The next step", "The next two steps", "The next three steps")


class Form(StrEnum):
    """What a line is."""

    TEXT = "text"
    STRONG = "strong"
    """The conclusion of its block."""

    ITEM = "item"
    """One of a numbered list."""

    MORE = "more"
    """What belongs to the item before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `number` counts the items of a list from 1 and is 0 for anything else."""

    form: Form
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with what belongs under it."""

    heading: str
    lines: tuple[Line, ...]


def advice_blocks(content: Content) -> list[Block]:
    """The whole advice, the most important first."""
    judged = content.judged
    blocks = [Block(_heading(content), tuple(_opening(content)))]
    if judged is not None:
        blocks += [Block(judged.decision.question, tuple(_decision(judged.decision)))]
        blocks += [Block("What to be warned about", tuple(_warnings(judged.warnings)))]
        blocks += _steps(judged.steps)
        blocks += [Block("What to find out", tuple(_find_out(judged)))] if judged.find_out else []
        blocks += [Block("What comes next", (_text(judged.next.says),))] if judged.next else []
        blocks += [Block(f"What working on {judged.work.within} looks like", tuple(_work(judged)))]
    blocks.append(Block("What this is not", tuple(map(_text, content.framing.boundary))))
    return blocks


def advice_in_short(content: Content) -> list[Block]:
    """What fits on a screen, for whoever asks in the middle of an interview; it says where the rest is."""
    judged = content.judged
    blocks = [Block(_heading(content), tuple(_opening(content, with_why=False)))]
    if judged is None:
        return blocks
    decision = judged.decision
    says = (Line(Form.STRONG, decision.says), _text(decision.apart))
    blocks.append(Block(decision.question, says))
    if judged.warnings:
        blocks.append(Block("What to be warned about", tuple(_warnings_in_short(judged.warnings))))
    if judged.steps:
        first = judged.steps[:_FIRST_STEPS]
        actions = tuple(Line(Form.ITEM, step.action, number) for number, step in enumerate(first, 1))
        blocks.append(Block(_ORDINALS[len(first) - 1], actions))
    blocks.append(Block("Where the rest is", tuple(_rest(judged))))
    return blocks


def _heading(content: Content) -> str:
    return "The advice" if content.progress is Progress.FINISHED else "The advice so far"


def _opening(content: Content, *, with_why: bool = True) -> Iterator[Line]:
    if content.contradiction:
        yield Line(Form.STRONG, f"There is no advice yet. {content.contradiction.says}")
        yield from _said(content.contradiction.between)
        yield _text("One of the two answers has to change first.")
        return
    if content.waiting and not content.left_out:
        questions = "question waits" if content.waiting == 1 else "questions wait"
        yield _text(f"{content.waiting} {questions} for an answer, so this may still change.")
    if content.judged is not None:
        yield Line(Form.STRONG, content.judged.headline)
        if with_why:
            yield _text(content.judged.why)
    if content.left_out:
        yield _text(content.left_out.says)


def _decision(decision: DecisionText) -> Iterator[Line]:
    yield Line(Form.STRONG, decision.says)
    if decision.apart:
        yield _text(decision.apart)
    for reason in decision.reasons:
        yield _text(reason)
    for item in decision.items:
        yield _text(f"{item.title}, {item.clarity}: {item.says}")
    if decision.conditions:
        yield _text("To clear, in this order:")
    for number, condition in enumerate(decision.conditions, start=1):
        yield Line(Form.ITEM, _condition(condition), number)


def _condition(condition: Condition) -> str:
    if condition.kind == "item" and condition.findings:
        return f"{condition.title}: {in_short(condition.findings)}."
    return f"{condition.title}: {condition.says}"


def _warnings(warnings: Sequence[RaisedText]) -> Iterator[Line]:
    if not warnings:
        yield _text("Nothing that was said raises a warning.")
    for number, warning in enumerate(warnings, start=1):
        grade, cause = warning.severity, warning.cause
        if warning.certainty == "possible":
            grade, cause = f"{grade}, if confirmed", f"If so: {cause}"
        yield Line(Form.ITEM, f"{warning.title} ({grade}). {cause}", number)
        yield from _said(warning.because)
        if warning.further:
            yield Line(Form.MORE, warning.further)
        yield Line(Form.MORE, f"What to do: {warning.action}")


def _warnings_in_short(warnings: Sequence[RaisedText]) -> Iterator[Line]:
    for number, warning in enumerate(warnings[:_FIRST_WARNINGS], start=1):
        grade = f"{warning.severity}, if confirmed" if warning.certainty == "possible" else warning.severity
        yield Line(Form.ITEM, f"{warning.title} ({grade}). {warning.action}", number)


def _rest(judged: Judged) -> Iterator[Line]:
    counted = [
        f"{count} {one if count == 1 else several}"
        for count, one, several in (
            (
                len(judged.decision.conditions),
                "point to clear before committing",
                "points to clear before committing",
            ),
            (len(judged.warnings), "warning", "warnings"),
            (len(judged.steps), "step", "steps"),
            (len(judged.find_out), "thing to find out", "things to find out"),
        )
        if count
    ]
    if counted:
        yield _text(f"In all there are {enumerated(counted)}.")
    yield _text("The whole advice comes when the interview is finished, and the report has it at any time.")


def _said(findings: Sequence[Finding]) -> Iterator[Line]:
    """What somebody said that a conclusion rests on; what was chosen is not in quotation marks."""
    every = quotes(findings)
    for quote in every[:_MOST_QUOTES]:
        said = f'"{quote.words}"' if quote.verbatim else quote.words
        yield Line(Form.MORE, f"{quote.ask} The answer was: {said}")
    if len(every) > _MOST_QUOTES:
        yield Line(
            Form.MORE, f"It rests on {len(every) - _MOST_QUOTES} more answers; the report quotes them."
        )


def _steps(steps: Sequence[Step]) -> Iterator[Block]:
    first, rest = steps[:_FIRST_STEPS], steps[_FIRST_STEPS:]
    if first:
        yield Block(_ORDINALS[len(first) - 1], tuple(_numbered([(one.action, one.why) for one in first], 1)))
    if rest:
        after = [(one.action, one.why) for one in rest]
        yield Block("After these", tuple(_numbered(after, _FIRST_STEPS + 1)))


def _find_out(judged: Judged) -> Iterator[Line]:
    return _numbered([(one.says, f"Depends on it: {one.decides}.") for one in judged.find_out], 1)


def _numbered(entries: Sequence[tuple[str, str]], start: int) -> Iterator[Line]:
    """What to do, and why; a reason that several in a row have is given once, with the first of them."""
    number = start
    for why, group in groupby(entries, key=lambda entry: entry[1]):
        for place, (says, _) in enumerate(alike := list(group)):
            yield Line(Form.ITEM, says, number + place)
            if why and place == 0:
                yield Line(Form.MORE, f"{why} {_the_same_for(number + 1, len(alike) - 1)}".rstrip())
        number += len(alike)


def _the_same_for(first: int, count: int) -> str:
    """That a reason is that of so many more, from this number on; empty where there are none."""
    if not count:
        return ""
    last = first + count - 1
    numbers = {1: f"{first}", 2: f"{first} and {last}"}.get(count, f"{first} to {last}")
    return f"The same goes for {numbers}."


def _work(judged: Judged) -> Iterator[Line]:
    work = judged.work
    yield _text(work.delivers)
    if work.here:
        yield _text(f"In {work.lens}: {work.here}")
    for number, step in enumerate(work.steps, start=1):
        yield Line(Form.ITEM, step, number)
    yield _text(f"What tells whether it pays: {work.measure}")


def _text(text: str) -> Line:
    return Line(Form.TEXT, text)
