"""A document in Word says what it should, in real styles, and nothing in it comes to life."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from chatbot.report.document.nodes import (
    TICK,
    Column,
    Document,
    Items,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Tone,
    Turn,
    line,
)
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.word.writing import to_word
from tests.report.documents import documents, everything
from tests.report.word.example import AT, report
from tests.report.word.reading import DOC_PR, W, body_paragraphs, expected, headings, opened, problems, told

THEME = our_theme()
CHECK = """
import hashlib, sys
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.word.writing import to_word
from tests.report.word.example import report
sys.stdout.write(hashlib.sha256(to_word(report(), our_theme()).data).hexdigest())
"""


def written(*blocks: object, **document: object) -> bytes:
    sections = (Section(id="one", title="One", blocks=blocks),)
    return to_word(Document(title="T", sections=sections, at=AT, **document), THEME).data


@settings(max_examples=40)
@given(documents())
def test_every_text_is_there_as_it_was_and_in_its_order(document: Document) -> None:
    data = to_word(document, THEME).data
    file = opened(data)
    assert told(file) == expected(document)
    assert problems(data) == []
    titles = [
        (one.style.name, one.text) for one in body_paragraphs(file) if one.style.name.startswith("Head")
    ]
    assert titles == list(headings(document.sections))


@settings(max_examples=25)
@given(documents())
def test_no_field_link_or_mark_comes_from_what_somebody_typed(document: Document) -> None:
    root = opened(to_word(document, THEME).data).element
    for name in ("fldSimple", "instrText", "fldChar", "hyperlink", "object", "altChunk", "sym"):
        assert not list(root.iter(W + name))


@pytest.mark.parametrize("document", [everything(), report()], ids=["everything", "report"])
def test_a_full_report_is_a_sound_package_with_all_its_texts(document: Document) -> None:
    data = to_word(document, THEME).data
    assert problems(data) == []
    assert told(opened(data)) == expected(document)


def test_what_xml_cannot_hold_becomes_a_sign_even_if_nobody_replaced_it() -> None:
    data = written(Paragraph(line("a\x00b\x1bc\ud800d\ufffee")), author="\x07", footer="\x0b")
    assert "a\u2400b\u241bc\u27e8U+D800\u27e9d\u27e8U+FFFE\u27e9e" in told(opened(data))
    assert opened(data).core_properties.author == "\u2407"


def test_lines_tabs_and_spaces_of_what_was_said_stay() -> None:
    said = "  two  spaces\n\n\tand a tab  "
    data = written(Quote(words=said), Turn(words=said, person=True))
    assert told(opened(data))[-2:] == [said, said]


def test_each_line_of_the_contents_is_a_link_with_its_page_as_a_field_and_asks_nothing() -> None:
    file = opened(to_word(report(), THEME).data)
    contents = next(file.element.body.iter(f"{W}sdt"))
    codes = [one.text.split() for one in file.element.body.iter(f"{W}instrText")]
    links = ["".join(told.text for told in one.iter(f"{W}t")) for one in contents.iter(f"{W}hyperlink")]
    wanted = [title for style, title in headings(report().sections) if style == "Heading 1"]
    bookmarks = [one.get(f"{W}name") for one in file.element.body.iter(f"{W}bookmarkStart")]
    assert links == wanted
    assert codes == [["PAGEREF", bookmark, "\\h"] for bookmark in bookmarks]
    assert not list(file.element.iter(f"{W}updateFields"))
    assert not any(one.get(f"{W}dirty") for one in file.element.iter(f"{W}fldChar"))


def test_pages_are_counted_at_their_foot() -> None:
    foot = opened(to_word(everything(), THEME).data).sections[0].footer
    assert foot.paragraphs[0].text.startswith("ChangeLink\t")
    assert [one.text.strip() for one in foot._element.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_a_picture_is_there_as_vector_and_as_pixels_and_in_words() -> None:
    data = to_word(everything(), THEME).data
    (told_by,) = (one.get("descr") for one in opened(data).element.iter(DOC_PR))
    with ZipFile(BytesIO(data)) as package:
        pictures = {
            name.rpartition(".")[2]: package.read(name) for name in package.namelist() if "/media/" in name
        }
    assert told_by == "The first bar is twice as long as the second."
    assert pictures["png"].startswith(b"\x89PNG")
    assert pictures["svg"].startswith(b"<svg")


def test_a_table_says_what_it_shows_and_repeats_its_header() -> None:
    rows = ((line("a"), ()), (line("word " * 400), ()))
    columns = (Column(title="What", share=3), Column(title="Owner", to_fill_in=True))
    file = opened(written(Table(caption="Shown", columns=columns, rows=rows)))
    (table,) = file.tables
    element = table._element
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in element.iter(f"{W}tr")]
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in element.iter(f"{W}tr")]
    assert table.style.name == "Report form"
    assert element.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == "Shown"
    assert repeated == [True, False, False]
    assert whole == [True, True, False]
    widths = [int(one.get(f"{W}w")) for one in element.iter(f"{W}gridCol")]
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)
    assert table.cell(1, 1).text == ""


def test_every_numbered_list_counts_for_itself_and_nests() -> None:
    def item(text: str) -> Paragraph:
        return Paragraph(line(text))

    inner = Items(items=((item("c"),),), numbered=True)
    file = opened(
        written(
            Items(items=((item("a"),), (item("b"), inner)), numbered=True),
            Items(items=((item("d"),),), numbered=True, start=7),
            Items(items=((item("e"), Items(items=((item("f"),),))),)),
        )
    )
    listed = {one.text: one for one in file.paragraphs if one.style.name.startswith("List")}
    assert [listed[text].style.name for text in "abcdef"] == [
        "List Number",
        "List Number",
        "List Number 2",
        "List Number",
        "List Bullet",
        "List Bullet 2",
    ]
    counted = {text: listed[text]._element.pPr.numPr.numId.val for text in "abcd"}
    assert counted["a"] == counted["b"]
    assert len({counted[text] for text in "acd"}) == 3
    num = file.part.numbering_part.element.num_having_numId(counted["d"])
    assert next(num.iter(f"{W}startOverride")).get(f"{W}val") == "7"


def test_a_look_is_a_style_and_what_a_second_one_would_add_is_direct() -> None:
    runs = (
        Run("a", strong=True),
        Run("b", emphasis=True),
        Run("c", tone=Tone.STOP),
        Run("d", strong=True, tone=Tone.OPEN),
    )
    paragraph = opened(written(Paragraph(runs))).paragraphs[-1]
    assert [run.style.name for run in paragraph.runs] == ["Strong", "Emphasis", "Mark stop", "Mark open"]
    assert [run.bold for run in paragraph.runs] == [None, None, None, True]


def test_text_from_right_to_left_is_told_so() -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd PDM 2021"
    first, second = opened(
        written(Paragraph(line(hebrew)), Paragraph(line(f"In Hebrew: {hebrew}")))
    ).paragraphs[-2:]
    assert first._element.pPr.find(f"{W}bidi") is not None
    assert second._element.pPr.find(f"{W}bidi") is None
    for paragraph in (first, second):
        leftwards = [run.text for run in paragraph.runs if run.font.rtl]
        assert leftwards == ["\u05e9\u05dc\u05d5\u05dd"]


def test_the_file_says_what_it_is_about_and_in_which_language() -> None:
    file = opened(to_word(replace(everything(), language="de-CH"), THEME).data)
    about = file.core_properties
    assert (about.title, about.author, about.language) == (everything().title, "Anna", "de-CH")
    assert about.created == about.modified
    assert about.created.isoformat() == "2026-05-04T07:30:00+00:00"
    assert about.comments == ""
    assert {one.get(f"{W}val") for one in file.styles.element.iter(f"{W}lang")} == {"de-CH"}


def test_sections_begin_a_page_where_they_should_but_the_first_has_the_title_on_it() -> None:
    file = opened(to_word(everything(), THEME).data)
    begins = {one.text: one.paragraph_format.page_break_before for one in file.paragraphs}
    assert begins["In short"] is None
    assert begins["The rest"] is True


def test_the_bytes_are_the_same_whenever_and_wherever() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", CHECK],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(made) == 1


def test_an_answer_to_tick_has_a_box_that_hangs_out_and_no_bullet() -> None:
    answers = Items(items=((Paragraph(line("One")),), (Paragraph(line("Other")),)), ticks=True)
    paragraphs = [one for one in body_paragraphs(opened(written(answers))) if one.text.startswith(TICK)]
    assert [one.text for one in paragraphs] == [f"{TICK}\tOne", f"{TICK}\tOther"]
    assert all(one._p.find(f"{W}pPr/{W}numPr") is None for one in paragraphs)
    assert all(int(one._p.find(f"{W}pPr/{W}ind").get(f"{W}hanging")) > 0 for one in paragraphs)


def test_a_row_has_room_for_as_many_lines_as_were_asked_for() -> None:
    def height(room: int) -> int:
        table = Table(
            caption="Words", columns=(Column(title="Say", to_fill_in=True),), rows=(((),),), room=room
        )
        element = opened(written(table)).element
        return int(next(element.iter(f"{W}trHeight")).get(f"{W}val"))

    assert height(3) == 3 * height(1)


def test_a_section_that_stays_together_keeps_each_part_with_the_next() -> None:
    def kept(together: bool) -> list[bool]:
        table = Table(caption="All", columns=(Column(title="What"),), rows=((line("a"),),) * 9)
        section = Section(
            id="a",
            title="Asked",
            blocks=(Paragraph(line("b")), Paragraph(line("c")), table),
            together=together,
        )
        file = opened(to_word(Document(title="T", sections=(section,), at=AT), THEME).data)
        every = [one for one in body_paragraphs(file) if one.text in ("b", "c", "a")]
        return [one._p.find(f"{W}pPr/{W}keepNext") is not None for one in every]

    assert all(kept(True))
    assert not all(kept(False))


def test_what_is_read_from_first_to_last_has_no_table_of_contents() -> None:
    sections = tuple(Section(id=f"s{number}", title=f"Part {number}") for number in range(6))
    long = opened(to_word(Document(title="T", sections=sections, at=AT), THEME).data)
    short = opened(to_word(Document(title="T", sections=sections, at=AT, short=True), THEME).data)
    assert [bool(list(file.element.iter(f"{W}sdt"))) for file in (long, short)] == [True, False]
