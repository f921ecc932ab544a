"""The first page of a Word document: its text is made smaller where it would not fit."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as open_word
from msgspec.structs import replace

from chatbot.report.document.nodes import Document, Items, Paragraph, Section, line
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Paper
from chatbot.report.writers.word.writing import to_word

SENTENCE = "Name the person who should know, and put the open questions to them before the next decision. "


def report(sentences: int) -> Document:
    """A first page with so many sentences, and a section after it."""
    entries = tuple((Paragraph(line(SENTENCE)),) for _ in range(sentences))
    first = Section(
        id="first", title="First", own_page=True, blocks=(Paragraph(line(SENTENCE)), Items(items=entries))
    )
    then = Section(id="then", title="Then", own_page=True, blocks=(Paragraph(line(SENTENCE)),))
    return Document(title="A report", sections=(first, then), author="", at="2026-05-04T09:30:00+02:00")


def sizes(document: Document, paper: Paper = Paper.A4) -> list[float | None]:
    """The size of each sentence where it is said directly, in points; the last is on the second page."""
    file = open_word(BytesIO(to_word(document, replace(our_theme(), paper=paper)).data))
    runs = [run for one in file.paragraphs if SENTENCE.strip() in one.text for run in one.runs]
    return [run.font.size.pt if run.font.size else None for run in runs]


def test_a_page_that_fits_is_left_to_its_styles() -> None:
    assert set(sizes(report(10))) == {None}


@pytest.mark.parametrize("paper", list(Paper))
def test_the_fuller_a_page_the_smaller_its_text_and_no_other_page_changes(paper: Paper) -> None:
    found = [sizes(report(count), paper) for count in (10, 65, 72, 80)]
    assert all(last is None for *_, last in found)
    first = [one[0] or 99 for one in found]
    assert first == sorted(first, reverse=True)
    assert first[-1] < first[0]


def test_text_stays_large_enough_to_be_read_however_much_there_is() -> None:
    *page, _ = sizes(report(500))
    assert all(one is not None and one >= 7 for one in page)
