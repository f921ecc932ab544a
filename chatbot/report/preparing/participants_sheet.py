"""What a participant gets before a session: why, what to answer, where to send it, what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Final

from chatbot.report.document.building import items, paragraph, run, section, text
from chatbot.report.document.nodes import Block, Column, Document, Paragraph, Section, Table, Text
from chatbot.report.preparing.agenda_sheet import lead, who_answers
from chatbot.report.preparing.answering import to_answer
from chatbot.report.preparing.prepared import Sheet
from chatbot.room.agenda import Held, Planned
from chatbot.room.guests import Guest

_TO_MINUTES: Final = 5
_BY_HAND: Final = 2


def participants_sheet(sheet: Sheet, guest: Guest | None = None) -> Document:
    """The document.

    Args:
        guest: whom it is for; without one, it has room for a name.
    """
    texts = sheet.texts
    return Document(
        title=texts("prepare.participants.title", name=sheet.name),
        lead=(*lead(sheet), *(_for(sheet, guest) if guest else ())),
        sections=tuple(_sections(sheet, guest)),
        language=texts("document.language"),
        at=sheet.prepared.made,
        footer=texts("prepare.participants.title", name=sheet.name),
        short=True,
    )


def _for(sheet: Sheet, guest: Guest) -> Iterator[tuple[str, str]]:
    yield sheet.texts("prepare.lead.for"), guest.name
    if guest.role or guest.organisation:
        yield sheet.texts("prepare.lead.role"), ", ".join(filter(None, (guest.role, guest.organisation)))


def _sections(sheet: Sheet, guest: Guest | None) -> Iterator[Section]:
    texts = sheet.texts
    before = sheet.agenda.before
    alone = [one for one in before if one.held is Held.BEFORE]
    for_one = [one for one in before if one.held is Held.ONE]
    yield section("begin", texts("prepare.participants.begin"), _begin(sheet, guest, alone))
    yield section("computer", texts("prepare.participants.computer"), _computer(sheet))
    number = 1
    for id, title, intro, questions, with_room in (
        ("alone", texts("prepare.participants.alone"), texts("prepare.participants.alone_how"), alone, True),
        ("one", texts("prepare.participants.one"), texts("prepare.participants.one_how"), for_one, True),
        (
            "room",
            texts("prepare.participants.room"),
            texts("prepare.participants.room_how"),
            list(sheet.agenda.in_room()),
            False,
        ),
    ):
        if questions:
            inside = _questions(sheet, questions, number, with_room=with_room)
            yield section(id, title, [paragraph(intro)], inside)
            number += len(questions)


def _begin(sheet: Sheet, guest: Guest | None, alone: list[Planned]) -> Iterator[Block]:
    texts = sheet.texts
    yield paragraph(texts("prepare.participants.why"))
    if alone:
        yield paragraph(texts("prepare.participants.takes", minutes=str(_minutes_alone(sheet, alone))))
    yield items(
        [
            paragraph(run(texts("prepare.participants.by_yourself"), strong=True), _why_alone(sheet)),
            paragraph(texts("prepare.participants.what_happened")),
            paragraph(texts("prepare.participants.not_knowing")),
            paragraph(texts("prepare.participants.evidence")),
        ]
    )
    yield paragraph(
        run(texts("prepare.participants.afterwards"), strong=True), texts("prepare.participants.what_becomes")
    )
    if sheet.prepared.send_to:
        yield paragraph(texts("prepare.participants.send_to", to=sheet.prepared.send_to))
    yield _fill_in(sheet, guest)


def _why_alone(sheet: Sheet) -> str:
    return sheet.texts("prepare.participants.why_alone")


def _minutes_alone(sheet: Sheet, questions: list[Planned]) -> int:
    """What somebody takes for a part of the dialog on paper, to five minutes.

    By what the whole takes in the chat; to write by hand and to look something up takes twice as long.
    """
    every = sum(1 for _ in sheet.prepared.script.questions())
    return _TO_MINUTES * ceil(_BY_HAND * sheet.prepared.script.minutes * len(questions) / every / _TO_MINUTES)


def _fill_in(sheet: Sheet, guest: Guest | None) -> Table:
    texts = sheet.texts
    titles = [] if guest else [texts("prepare.column.name"), texts("prepare.column.role")]
    titles += [] if sheet.prepared.send_to else [texts("prepare.column.send_to")]
    titles.append(texts("prepare.column.until"))
    return Table(
        caption=texts("prepare.participants.fill_in"),
        columns=tuple(Column(title=title, to_fill_in=True) for title in titles),
        rows=(((),) * len(titles),),
        row_headers=False,
    )


def _questions(
    sheet: Sheet, questions: Iterable[Planned], number: int, *, with_room: bool
) -> Iterator[Section]:
    for at, one in enumerate(questions, start=number):
        question = sheet.question(one.question)
        ask = sheet.filled(question.ask)
        blocks: list[Block] = []
        if note := _note(sheet, one):
            blocks.append(paragraph(*note))
        blocks += to_answer(sheet, question, with_room=with_room)
        if not with_room and question.evidence:
            blocks.append(paragraph(sheet.texts("prepare.bring", evidence=sheet.filled(question.evidence))))
        yield section(
            f"question_{one.question}",
            sheet.texts("prepare.numbered", number=at, title=ask),
            blocks,
            together=True,
        )


def _note(sheet: Sheet, one: Planned) -> Text:
    """What to know before a question is answered: that one person does, or that it may not apply."""
    said = []
    if one.held is Held.ONE:
        said.append(sheet.texts("prepare.for_one", whom=who_answers(sheet, one)))
    if not one.certain:
        said.append(sheet.texts("prepare.if_it_applies"))
    return text(*(run(part, emphasis=True) for part in said))


def _computer(sheet: Sheet) -> Iterator[Block]:
    """How to hold the interview alone instead."""
    texts, dialog = sheet.texts, sheet.prepared.script.dialog
    yield paragraph(texts("prepare.participants.computer_why"))
    yield items(
        [
            Paragraph(texts.runs("prepare.participants.hold", command=_command("interview", dialog))),
            Paragraph(texts.runs("prepare.participants.find", command=_command("sessions"))),
            Paragraph(
                texts.runs("prepare.participants.export", command=_command("export ID > answers.jsonl"))
            ),
        ],
        numbered=True,
    )
    yield paragraph(texts("prepare.participants.stays"))


def _command(*words: str) -> Text:
    return (run(" ".join(("chatbot", *words)), strong=True),)
