"""A question as somebody answers it on paper: boxes to tick, and room for words and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.dialog.script import Item, Question, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.framework.model import Signal
from chatbot.framework.vocabulary import judged_facts
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import TICK, Block, Column, Table, Text, Tone
from chatbot.report.preparing.prepared import Sheet

_LEVELS = (Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.PRESENT)
_LINES_FOR_WORDS = 2
_LINES_FOR_TEXT = 4


def to_answer(sheet: Sheet, question: Question, *, with_room: bool) -> Iterator[Block]:
    """What it means, its answers to tick, and where wanted room for words and evidence."""
    if question.help:
        yield paragraph(sheet.filled(question.help), tone=Tone.MUTED)
    if question.kind is QuestionKind.TEXT:
        yield _room(sheet, question, _LINES_FOR_TEXT)
        return
    yield from ticks(sheet, question)
    if with_room and _is_judged(sheet, question):
        yield _room(sheet, question, _LINES_FOR_WORDS)


def ticks(sheet: Sheet, question: Question) -> Iterator[Block]:
    """The answers of a choice or of a checklist, each with a box."""
    if question.kind is QuestionKind.CHOICE:
        unknown = question.unknown_label or sheet.prepared.script.unknown.label
        labels = [*(option.label for option in question.options), unknown]
        yield items([paragraph(label) for label in labels], ticks=True)
    elif question.kind is QuestionKind.CHECKLIST:
        yield _grid(sheet, question)


def _is_judged(sheet: Sheet, question: Question) -> bool:
    judged = {fact.id for fact in judged_facts(sheet.prepared.framework)}
    return not judged.isdisjoint(question.facts())


def _grid(sheet: Sheet, question: Question) -> Table:
    """A row for each item, a column for each level that one of them can have."""
    wording = sheet.prepared.script.levels
    may_not_apply = {
        fact.id
        for fact in judged_facts(sheet.prepared.framework)
        if isinstance(fact, Signal) and fact.may_not_apply
    }
    signs = {fact.id for fact in judged_facts(sheet.prepared.framework) if not isinstance(fact, Signal)}
    levels = [level for level in _LEVELS if any(_can_be(item, level, signs) for item in question.items)]
    without = any(item.fact in may_not_apply for item in question.items)
    last = [(Level.UNKNOWN, sheet.prepared.script.unknown.label)]
    if without:
        last.append((Level.NOT_APPLICABLE, sheet.texts("prepare.not_applicable")))
    titles = [(level, wording[level].label if level in wording else level) for level in levels]
    titles += [(level, wording[level].label if level in wording else label) for level, label in last]

    def cell(item: Item, level: Level) -> Text:
        if level is Level.NOT_APPLICABLE and item.fact not in may_not_apply:
            return ()
        if level in levels and not _can_be(item, level, signs):
            return ()
        return text(run(TICK), item.levels.get(level, ""))

    return Table(
        caption=sheet.texts("prepare.tick_each"),
        columns=(
            Column(title=sheet.texts("prepare.column.what"), share=5),
            *(
                Column(title=title, share=5 if level in levels and _described(question, level) else 2)
                for level, title in titles
            ),
        ),
        rows=tuple(
            (text(item.label), *(cell(item, level) for level, _ in titles)) for item in question.items
        ),
    )


def _can_be(item: Item, level: Level, signs: set[FactId]) -> bool:
    if item.fact in signs:
        return level in (Level.ABSENT, Level.PRESENT)
    return level is not Level.PRESENT


def _described(question: Question, level: Level) -> bool:
    return any(level in item.levels for item in question.items)


def _room(sheet: Sheet, question: Question, lines: int) -> Table:
    """Empty space with what belongs into it; what would show an answer stands over its column."""
    columns = [Column(title=sheet.texts("prepare.column.words"), to_fill_in=True)]
    if question.evidence and question.kind is not QuestionKind.TEXT:
        shows = sheet.texts("prepare.column.evidence", evidence=sheet.filled(question.evidence))
        columns.append(Column(title=shows, to_fill_in=True))
    return Table(
        caption=sheet.texts("prepare.in_words"),
        columns=tuple(columns),
        rows=(((),) * len(columns),),
        row_headers=False,
        room=lines,
    )
