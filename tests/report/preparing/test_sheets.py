"""What is handed out before a session holds what it is for, each for its reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionKind
from chatbot.errors import UsageError
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, TITLE
from chatbot.report.document.nodes import (
    TICK,
    Block,
    Document,
    Items,
    Pairs,
    Paragraph,
    Section,
    Table,
    plain,
)
from chatbot.report.formats import Format
from chatbot.report.making import Wish, write
from chatbot.report.preparing.session import SheetKind, documents
from chatbot.report.theme.ours import our_theme
from chatbot.room.agenda import Held, Part
from chatbot.room.guests import Guest
from tests.report.documents import HOSTILE
from tests.report.pdf.reading import bare, pages_of
from tests.report.preparing.conftest import KNOWN, TEXTS, Preparing, sheet
from tests.report.word.reading import opened, told

PEOPLE = (Guest("Ada Osei", "Head of Quality", "Halden Valves"), Guest("Li Wei"))


def sections(document: Document) -> Iterator[Section]:
    def inside(one: Section) -> Iterator[Section]:
        yield one
        for inner in one.sections:
            yield from inside(inner)

    for section in document.sections:
        yield from inside(section)


def of(document: Document, id: str) -> Section:
    return next(section for section in sections(document) if section.id == id)


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def says(blocks: tuple[Block, ...] | list[Block]) -> str:
    parts = []
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(plain(block.text))
            case Items():
                parts += [says(list(item)) for item in block.items]
            case Pairs():
                parts += [f"{name} {plain(value)}" for name, value in block.pairs]
            case Table():
                parts += [block.caption, *(column.title for column in block.columns)]
                parts += [plain(cell) for row in block.rows for cell in row]
    return "\n".join(parts)


def whole(document: Document) -> str:
    lead = [f"{name} {value}" for name, value in document.lead]
    notices = [plain(notice) for notice in document.notices]
    parts = [f"{section.title}\n{says(section.blocks)}" for section in sections(document)]
    return "\n".join([document.title, *lead, *notices, *parts])


def test_the_timetable_has_every_part_of_the_session_by_the_clock(preparing: Preparing) -> None:
    ready = preparing()
    (timetable,) = tables(of(sheet(ready, SheetKind.AGENDA), "agenda"))
    begins = [plain(row[0]) for row in timetable.rows]
    assert (begins[0], len(begins)) == ("09:30", len(ready.agenda.slots))
    assert sum(int(plain(row[2])) for row in timetable.rows) == 90
    without = sheet(preparing(starts=None), SheetKind.AGENDA)
    assert plain(tables(of(without, "agenda"))[0].rows[1][0]) == "0:05"
    assert len(without.lead) == len(sheet(ready, SheetKind.AGENDA).lead) - 1


def test_the_agenda_names_each_question_where_it_is_answered(preparing: Preparing) -> None:
    ready = preparing()
    document = sheet(ready, SheetKind.AGENDA)
    asked, before = of(document, "asked"), of(document, "before")
    assert len(tables(asked)[0].rows) == sum(1 for _ in ready.agenda.in_room())
    assert len(tables(before)[0].rows) == len(ready.agenda.before)
    assert "ChangeLink" in says(asked.blocks)


def test_the_roster_is_the_list_of_who_takes_part_and_without_one_there_is_room(preparing: Preparing) -> None:
    (listed,) = tables(of(sheet(preparing(guests=PEOPLE), SheetKind.AGENDA), "attendance"))
    assert [[plain(cell) for cell in row] for row in listed.rows] == [
        ["Ada Osei", "Head of Quality", "Halden Valves", ""],
        ["Li Wei", "", "", ""],
    ]
    assert [column.to_fill_in for column in listed.columns] == [False, False, False, True]
    (empty,) = tables(of(sheet(preparing(), SheetKind.AGENDA), "attendance"))
    assert all(column.to_fill_in for column in empty.columns)
    assert empty.rows


@pytest.mark.parametrize("dialog", ["readiness", "quick"])
def test_a_participant_finds_every_question_with_all_its_answers_to_tick(
    preparing: Preparing, dialog: str
) -> None:
    ready = preparing(dialog, known={})
    document = sheet(ready, SheetKind.PARTICIPANTS)
    for id in ready.agenda.every():
        question = next(one for one in ready.script.questions() if one.id == id)
        section = of(document, f"question_{id}")
        assert section.together
        if question.kind is QuestionKind.CHOICE:
            (ticks,) = [block for block in section.blocks if isinstance(block, Items)]
            assert ticks.ticks
            assert len(ticks.items) == len(question.options) + 1
            assert all(option.label in says(section.blocks) for option in question.options)
        elif question.kind is QuestionKind.CHECKLIST:
            grid = tables(section)[0]
            assert [plain(row[0]) for row in grid.rows] == [item.label for item in question.items]
            for row, item in zip(grid.rows, question.items, strict=True):
                cells = [plain(cell) for cell in row[1:]]
                assert sum(cell.startswith(TICK) for cell in cells) >= 4
                assert all(any(text in cell for cell in cells) for text in item.levels.values())


def test_only_departments_can_be_said_not_to_apply(preparing: Preparing) -> None:
    document = sheet(preparing(), SheetKind.PARTICIPANTS)
    titles = {
        section.id: len(tables(section)[0].columns)
        for section in sections(document)
        if section.id in ("question_common_rules", "question_data_care")
    }
    assert titles == {"question_common_rules": 6, "question_data_care": 5}


def test_there_is_room_for_words_and_evidence_where_an_answer_is_sent_back(preparing: Preparing) -> None:
    ready = preparing()
    document = sheet(ready, SheetKind.PARTICIPANTS)
    for id, one in ready.agenda.every().items():
        room = [
            table
            for table in tables(of(document, f"question_{id}"))
            if all(column.to_fill_in for column in table.columns)
        ]
        assert bool(room) == (one.held is not Held.ROOM or id in ("intended_change", "anything_else")), id


def test_a_participant_is_told_how_to_answer_on_a_computer_instead(preparing: Preparing) -> None:
    said = says(of(sheet(preparing("quick"), SheetKind.PARTICIPANTS), "computer").blocks)
    assert all(command in said for command in ("chatbot interview quick", "chatbot export ID"))


def test_a_sheet_for_one_person_has_the_name_and_no_room_for_one(preparing: Preparing) -> None:
    ready = preparing(guests=PEOPLE, personal=True, send_to="Maria, room 7")
    made = list(documents(ready, (SheetKind.PARTICIPANTS,), TEXTS, personal=True))
    assert [one.guest for one in made] == list(PEOPLE)
    own = made[0].document
    assert "Ada Osei" in dict(own.lead).values()
    assert "Li Wei" not in whole(own)
    assert "Maria, room 7" in whole(own)
    for_all = sheet(ready, SheetKind.PARTICIPANTS)
    fields = [len(tables(of(one, "begin"))[0].columns) for one in (own, for_all)]
    assert fields[0] == fields[1] - 2


def test_a_facilitator_finds_what_to_say_and_to_hear_and_what_hangs_on_it(preparing: Preparing) -> None:
    ready = preparing()
    document = sheet(ready, SheetKind.FACILITATOR)
    for id, one in ready.agenda.every().items():
        question = next(each for each in ready.script.questions() if each.id == id)
        said = says(of(document, f"question_{id}").blocks)
        notes = question.facilitator
        assert notes is not None
        parts = (notes.say, notes.listen_for, question.evidence, question.why, question.help)
        assert all(part.replace("{initiative.title}", "ChangeLink") in said for part in parts)
        assert all(whom.casefold() in said.casefold() for whom in notes.hear_from)
        assert f"{one.minutes} minute" in said
        changes = tables(of(document, f"question_{id}"))
        assert bool(changes) == (id in ready.bearings)
        if changes and question.kind is QuestionKind.CHOICE:
            assert len(changes[0].rows) == len(question.options)
    times = [of(document, id).title for id in ("opening", "disagreements", "closing")]
    assert times[0].startswith("09:30")
    assert str(ready.agenda.of(Part.DISAGREEMENTS)) in times[1]


def test_the_notes_say_of_an_answer_what_the_rules_make_of_it(preparing: Preparing) -> None:
    document = sheet(preparing(), SheetKind.FACILITATOR)
    (table,) = tables(of(document, "question_last_wrong_result"))
    by_answer = {plain(answer): plain(effect) for answer, effect in table.rows}
    warning = "Output is trusted because it sounds right"
    assert warning in by_answer["The person using it, because something looked odd"]
    assert warning not in by_answer["A test that runs on every result"]
    (rules,) = tables(of(document, "question_common_rules"))
    assert all("Workforce empowerment" in plain(effect) for _, effect in rules.rows)


def test_examples_come_from_the_sector(preparing: Preparing) -> None:
    with_lens = says(of(sheet(preparing(), SheetKind.FACILITATOR), "question_data_care").blocks)
    known = {AMBITION: KNOWN[AMBITION]}
    without = says(of(sheet(preparing(known=known), SheetKind.FACILITATOR), "question_data_care").blocks)
    assert len(with_lens) > len(without)


def test_a_facilitator_is_told_that_the_aim_is_open(preparing: Preparing) -> None:
    assert sheet(preparing(known={}), SheetKind.FACILITATOR).notices
    known = {AMBITION: "process", DISTRIBUTION_APPLIES: "false"}
    settled = preparing(known=known)
    assert not sheet(settled, SheetKind.FACILITATOR).notices
    assert not sheet(settled, SheetKind.AGENDA).notices


def test_what_is_known_and_one_person_would_answer_is_not_asked(preparing: Preparing) -> None:
    assert "initiative_title" not in preparing().agenda.every()
    assert "initiative_title" in preparing(known={}).agenda.every()


def test_what_cannot_be_is_refused(preparing: Preparing) -> None:
    with pytest.raises(UsageError) as refused:
        preparing(known={AMBITION: "exprt"})
    assert "expert" in refused.value.todo
    with pytest.raises(UsageError):
        preparing(known={AMBITION: "distribution", DISTRIBUTION_APPLIES: "false"})


@settings(max_examples=15)
@given(st.sampled_from(HOSTILE), st.sampled_from(SheetKind))
def test_what_people_typed_is_text_in_every_format(preparing: Preparing, typed: str, kind: SheetKind) -> None:
    person = Guest(f"A{typed}"[:60], f"b{typed}"[:60])
    ready = preparing("quick", known={TITLE: f"T{typed}"}, guests=(person,), send_to=typed)
    document = sheet(ready, kind)
    written = {form: write(document, Wish(form=form), our_theme()).data for form in (Format.WORD, Format.PDF)}
    assert document.title in "\n".join(told(opened(written[Format.WORD])))
    assert Counter(bare(document.title)) <= Counter("".join(pages_of(written[Format.PDF])))
    for form in (Format.HTML, Format.MARKDOWN):
        data = write(document, Wish(form=form), our_theme()).data
        assert b"<script>" not in data
    again = write(document, Wish(form=Format.WORD), our_theme()).data
    assert again == written[Format.WORD]
