"""The agenda of a session, for everybody: what happens when, what is asked, what to do before, who comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.report.document.building import paragraph, run, section, text
from chatbot.report.document.nodes import Column, Document, Section, Table, Text, line
from chatbot.report.preparing.prepared import Sheet
from chatbot.room.agenda import Held, Part, Planned, Slot

_EMPTY_SEATS = 8
"""Rows of the list of who is there where nobody knows beforehand."""


def agenda_sheet(sheet: Sheet) -> Document:
    """The document."""
    texts = sheet.texts
    return Document(
        title=texts("prepare.agenda.title", name=sheet.name),
        lead=tuple(lead(sheet)),
        notices=(text(texts("prepare.agenda.may_be_left_out")),) if is_open(sheet) else (),
        sections=tuple(_sections(sheet)),
        language=texts("document.language"),
        at=sheet.prepared.made,
        footer=texts("prepare.agenda.title", name=sheet.name),
        short=True,
    )


def lead(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """When the session is and how long, and with which questions."""
    if day := sheet.day():
        yield sheet.texts("prepare.lead.when"), day
    yield sheet.texts("prepare.lead.takes"), sheet.texts.counted("prepare.minutes", sheet.agenda.minutes)
    yield sheet.texts("prepare.lead.dialog"), sheet.prepared.script.title


def is_open(sheet: Sheet) -> bool:
    """Whether what is asked still depends on an answer."""
    return not all(one.certain for one in sheet.agenda.in_room())


def _sections(sheet: Sheet) -> Iterator[Section]:
    texts = sheet.texts
    yield section("agenda", texts("prepare.agenda.what_happens"), [_timetable(sheet)])
    yield section(
        "asked",
        texts("prepare.agenda.asked"),
        [paragraph(texts("prepare.agenda.asked_how")), _asked(sheet)],
    )
    if sheet.agenda.before:
        yield section(
            "before",
            texts("prepare.agenda.before"),
            [paragraph(texts("prepare.agenda.before_why")), before_table(sheet)],
        )
    yield section("attendance", texts("prepare.agenda.attendance"), [_attendance(sheet)])


def _timetable(sheet: Sheet) -> Table:
    texts = sheet.texts
    return Table(
        caption=texts("prepare.agenda.timetable"),
        columns=(
            Column(title=texts("prepare.column.from"), share=2),
            Column(title=texts("prepare.column.part"), share=13),
            Column(title=texts("prepare.column.minutes"), share=3),
        ),
        rows=tuple(
            (text(sheet.clock(slot.starts)), _part(sheet, slot), line(str(slot.minutes)))
            for slot in sheet.agenda.slots
        ),
    )


def _part(sheet: Sheet, slot: Slot) -> Text:
    if slot.topic is None:
        continued = slot.part is Part.DISAGREEMENTS and slot != _first(sheet, slot.part)
        if continued:
            return text(sheet.texts("prepare.continued"))
        part = (run(sheet.texts.named("prepare.part", slot.part), strong=True),)
        return sheet.texts.runs(
            "prepare.part_is", part=part, what=text(sheet.texts.named("prepare.what_happens", slot.part))
        )
    title = (run(sheet.topic(slot.topic).title, strong=True),)
    count = text(sheet.texts.counted("prepare.questions", len(slot.planned)))
    return sheet.texts.runs("prepare.topic_with", topic=title, count=count)


def _first(sheet: Sheet, part: Part) -> Slot:
    return next(slot for slot in sheet.agenda.slots if slot.part is part)


def _asked(sheet: Sheet) -> Table:
    texts = sheet.texts
    return Table(
        caption=texts("prepare.agenda.asked_table"),
        columns=(
            Column(title=texts("prepare.column.topic"), share=8),
            Column(title=texts("prepare.column.question"), share=17),
            Column(title=texts("prepare.column.minutes"), share=5),
            Column(title=texts("prepare.column.bring"), share=12),
        ),
        rows=tuple(
            (
                text(sheet.topic(one.topic).title),
                asked(sheet, one),
                line(str(one.minutes)),
                text(sheet.filled(sheet.question(one.question).evidence)),
            )
            for one in sheet.agenda.in_room()
        ),
    )


def asked(sheet: Sheet, one: Planned) -> Text:
    """A question, and whether it may be left out."""
    ask = sheet.filled(sheet.question(one.question).ask)
    return text(ask) if one.certain else text(ask, sheet.texts("prepare.if_it_applies"))


def before_table(sheet: Sheet) -> Table:
    """The questions that are answered before the session, and by whom."""
    texts = sheet.texts
    return Table(
        caption=texts("prepare.agenda.before_table"),
        columns=(
            Column(title=texts("prepare.column.question"), share=9),
            Column(title=texts("prepare.column.who"), share=4),
        ),
        rows=tuple((asked(sheet, one), text(who_answers(sheet, one))) for one in sheet.agenda.before),
        row_headers=False,
    )


def views(sheet: Sheet, whom: Sequence[str]) -> str:
    """People whose views are to be heard, set apart so that each stays one."""
    said = whom[0] if whom else ""
    for one in whom[1:]:
        said = sheet.texts("prepare.more_views", before=said, other=one)
    return f"{said[:1].upper()}{said[1:]}"


def who_answers(sheet: Sheet, one: Planned) -> str:
    """Who answers a question before the session."""
    if one.held is not Held.ONE:
        return sheet.texts("prepare.everybody")
    facilitation = sheet.question(one.question).facilitator
    whom = facilitation.hear_from if facilitation else ()
    return sheet.texts("prepare.one_person", whom=views(sheet, whom))


def _attendance(sheet: Sheet) -> Table:
    texts = sheet.texts
    guests = sheet.prepared.guests
    known = not guests
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (text(guest.name), text(guest.role), text(guest.organisation), ()) for guest in guests
    )
    return Table(
        caption=texts("prepare.agenda.attendance_table"),
        columns=(
            Column(title=texts("prepare.column.name"), share=5, to_fill_in=known),
            Column(title=texts("prepare.column.role"), share=5, to_fill_in=known),
            Column(title=texts("prepare.column.organisation"), share=5, to_fill_in=known),
            Column(title=texts("prepare.column.present"), share=3, to_fill_in=True),
        ),
        rows=rows or (((), (), (), ()),) * _EMPTY_SEATS,
    )
