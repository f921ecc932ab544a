"""What a participant gets before a session: why, what to answer, where to send it, what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.report.document.building import items, paragraph, run, section, text
from chatbot.report.document.nodes import Block, Column, Document, Section, Table, Text
from chatbot.report.preparing.agenda_sheet import lead, who_answers
from chatbot.report.preparing.answering import to_answer
from chatbot.report.preparing.prepared import Sheet
from chatbot.room.agenda import Held, Planned
from chatbot.room.guests import Guest


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
    yield section("computer", texts("prepare.participants.computer"), _computer(sheet))


def _begin(sheet: Sheet, guest: Guest | None, alone: list[Planned]) -> Iterator[Block]:
    texts = sheet.texts
    yield paragraph(texts("prepare.participants.why"))
    if alone:
        takes = max(round(_minutes_alone(sheet, alone)), 1)
        yield paragraph(texts.counted("prepare.participants.takes", takes))
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


def _minutes_alone(sheet: Sheet, questions: list[Planned]) -> float:
    """What somebody who answers alone takes for a part of the dialog, by what it takes as a whole."""
    every = sum(1 for _ in sheet.prepared.script.questions())
    return sheet.prepared.script.minutes * len(questions) / every


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
            f"question_{one.question}", sheet.texts("prepare.numbered", number=at, title=ask), blocks
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
    texts = sheet.texts
    yield paragraph(texts("prepare.participants.computer_why"))
    yield items(
        [
            paragraph(texts("prepare.participants.hold", command=_command("interview", sheet))),
            paragraph(texts("prepare.participants.find", command="chatbot sessions")),
            paragraph(texts("prepare.participants.export", command="chatbot export ID > answers.jsonl")),
        ],
        numbered=True,
    )
    yield paragraph(texts("prepare.participants.stays"))


def _command(name: str, sheet: Sheet) -> str:
    return f"chatbot {name} {sheet.prepared.script.dialog}"
