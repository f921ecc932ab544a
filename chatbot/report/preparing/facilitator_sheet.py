"""What a facilitator leads a session by: the way through it, and what to say and to hear at each question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.conversation.filling import examples
from chatbot.dialog.script import Facilitation, Question
from chatbot.facts import AMBITION
from chatbot.report.document.building import items, paragraph, section, text
from chatbot.report.document.nodes import Block, Column, Document, Pairs, Section, Table, Text
from chatbot.report.preparing.agenda_sheet import is_open, lead, views
from chatbot.report.preparing.changing import what_changes
from chatbot.report.preparing.prepared import Sheet
from chatbot.room.agenda import Part, Planned, Slot

_ROWS: Final = 6
"""Of the tables for what is parked and for actions."""

_MOST_WANTED: Final = 8
"""Of so many views the notes say that they should be in the room; the questions name each of theirs."""


def facilitator_sheet(sheet: Sheet) -> Document:
    """The document."""
    texts = sheet.texts
    return Document(
        title=texts("prepare.facilitator.title", name=sheet.name),
        lead=tuple(lead(sheet)),
        notices=tuple(_notices(sheet)),
        sections=tuple(_sections(sheet)),
        language=texts("document.language"),
        at=sheet.prepared.made,
        footer=texts("prepare.facilitator.title", name=sheet.name),
    )


def _notices(sheet: Sheet) -> Iterator[Text]:
    if AMBITION not in sheet.prepared.known:
        yield text(sheet.texts("prepare.facilitator.aim_open"))
    elif is_open(sheet):
        yield text(sheet.texts("prepare.agenda.may_be_left_out"))


def _sections(sheet: Sheet) -> Iterator[Section]:
    texts = sheet.texts
    yield section("beforehand", texts("prepare.facilitator.beforehand"), _beforehand(sheet))
    seen: set[Part] = set()
    for slot in sheet.agenda.slots:
        if slot.topic is not None:
            yield _topic(sheet, slot)
        elif slot.part not in seen:
            yield from _between(sheet, slot)
        seen.add(slot.part)
    if sheet.agenda.before:
        inside = [_question(sheet, one) for one in sheet.agenda.before]
        how = paragraph(texts("prepare.facilitator.before_how"))
        yield section("before", texts("prepare.facilitator.before"), [how], inside)


def _beforehand(sheet: Sheet) -> Iterator[Block]:
    texts = sheet.texts
    yield paragraph(texts("prepare.facilitator.about"))
    yield items(
        [
            paragraph(texts("prepare.facilitator.invite", whom=views(sheet, _most_wanted(sheet)))),
            paragraph(texts("prepare.facilitator.send")),
            paragraph(texts("prepare.facilitator.collect")),
            paragraph(texts("prepare.facilitator.cards")),
        ]
    )


def _most_wanted(sheet: Sheet) -> tuple[str, ...]:
    """Whose views the questions in the room call for, those most often called for first."""
    counted: dict[str, int] = {}
    for one in sheet.agenda.in_room():
        for whom in _facilitation(sheet.question(one.question)).hear_from:
            counted[whom] = counted.get(whom, 0) + 1
    return tuple(sorted(counted, key=lambda whom: -counted[whom]))[:_MOST_WANTED] or (
        sheet.texts("prepare.facilitator.those_concerned"),
    )


def _between(sheet: Sheet, slot: Slot) -> Iterator[Section]:
    """What is no topic: the welcome, the discussion, the end; a break needs no notes."""
    texts = sheet.texts
    clock, minutes = sheet.clock(slot.starts), sheet.agenda.of(slot.part)
    if slot.part is Part.OPENING:
        steps = [
            paragraph(texts("prepare.facilitator.welcome_1")),
            paragraph(texts("prepare.facilitator.welcome_2")),
            paragraph(texts("prepare.facilitator.welcome_3")),
        ]
        yield section(
            "opening",
            texts("prepare.facilitator.opening", clock=clock, minutes=minutes),
            [items(steps, numbered=True)],
        )
    elif slot.part is Part.DISAGREEMENTS:
        steps = [
            paragraph(texts("prepare.facilitator.disagree_1")),
            paragraph(texts("prepare.facilitator.disagree_2")),
            paragraph(texts("prepare.facilitator.disagree_3")),
            paragraph(texts("prepare.facilitator.disagree_4")),
        ]
        yield section(
            "disagreements",
            texts("prepare.facilitator.disagreements", clock=clock, minutes=minutes),
            [paragraph(texts("prepare.facilitator.disagree")), items(steps, numbered=True)],
        )
    elif slot.part is Part.CLOSING:
        steps = [
            paragraph(texts("prepare.facilitator.closing_1")),
            paragraph(texts("prepare.facilitator.closing_2")),
            paragraph(texts("prepare.facilitator.closing_3")),
        ]
        yield section(
            "closing",
            texts("prepare.facilitator.closing", clock=clock, minutes=minutes),
            [items(steps, numbered=True), _actions(sheet), _parked(sheet)],
        )


def _topic(sheet: Sheet, slot: Slot) -> Section:
    assert slot.topic is not None
    topic = sheet.topic(slot.topic)
    title = sheet.texts(
        "prepare.facilitator.topic",
        topic=topic.title,
        clock=sheet.clock(slot.starts),
        minutes=slot.minutes,
    )
    return section(f"topic_{topic.id}", title, sections=[_question(sheet, one) for one in slot.planned])


def _question(sheet: Sheet, one: Planned) -> Section:
    question = sheet.question(one.question)
    blocks: list[Block] = [Pairs(tuple(_notes(sheet, question, one)))]
    if changes := what_changes(sheet, question):
        blocks.append(changes)
    elif one.question in sheet.prepared.steering:
        blocks.append(paragraph(sheet.texts("prepare.changes.steers")))
    return section(f"question_{question.id}", sheet.filled(question.ask), blocks, together=True)


def _notes(sheet: Sheet, question: Question, one: Planned) -> Iterator[tuple[str, Text]]:
    texts, notes = sheet.texts, _facilitation(question)
    takes = texts.counted("prepare.minutes", one.minutes)
    yield texts("prepare.note.minutes"), text(takes, "" if one.certain else texts("prepare.if_it_applies"))
    for name, said in (
        (texts("prepare.note.say"), notes.say),
        (texts("prepare.note.listen_for"), notes.listen_for),
        (texts("prepare.note.hear_from"), views(sheet, notes.hear_from)),
        (texts("prepare.note.evidence"), question.evidence),
        (texts("prepare.note.why"), question.why),
        (texts("prepare.note.help"), question.help),
    ):
        if said:
            yield name, text(sheet.filled(said))
    if found := examples(question, sheet.prepared.known, sheet.prepared.framework):
        yield texts("prepare.note.example"), text(*found)


def _actions(sheet: Sheet) -> Table:
    texts = sheet.texts
    columns = (
        Column(title=texts("prepare.column.action"), share=7, to_fill_in=True),
        Column(title=texts("next_steps.column_owner"), share=3, to_fill_in=True),
        Column(title=texts("next_steps.column_by"), share=2, to_fill_in=True),
    )
    return Table(
        caption=texts("prepare.facilitator.actions"),
        columns=columns,
        rows=(((),) * 3,) * _ROWS,
        row_headers=False,
    )


def _parked(sheet: Sheet) -> Table:
    texts = sheet.texts
    columns = (
        Column(title=texts("prepare.column.parked"), share=7, to_fill_in=True),
        Column(title=texts("prepare.column.raised_by"), share=3, to_fill_in=True),
    )
    return Table(
        caption=texts("prepare.facilitator.parked"),
        columns=columns,
        rows=(((),) * 2,) * _ROWS,
        row_headers=False,
    )


def _facilitation(question: Question) -> Facilitation:
    return question.facilitator or Facilitation()
