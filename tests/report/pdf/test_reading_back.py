"""What is found in a PDF when it is read back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from pypdf.generic import Destination

from chatbot.report.document.nodes import Document, Figure, Paragraph, Quote, Section, Turn, line
from chatbot.report.document.signs import on_one_line, signs
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import HOSTILE, documents, everything
from tests.report.pdf.reading import ACCESSIBLE, bare, found, opened, pages_of
from tests.report.pdf.texts import texts_of, titles_of

THEME = our_theme()


def _bookmarks(outline: list[Destination | list[Destination]]) -> list[str]:
    return [
        title for one in outline for title in (_bookmarks(one) if isinstance(one, list) else [str(one.title)])
    ]


@settings(max_examples=40)
@given(document=documents())
def test_every_text_of_a_document_is_found_again(document: Document) -> None:
    data = to_pdf(document, THEME).data
    said = "".join(pages_of(data))
    assert [text for text in texts_of(document) if not found(text, said)] == []
    reader = opened(data)
    assert [bare(one) for one in _bookmarks(reader.outline)] == [bare(one) for one in titles_of(document)]
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == (document.title, document.author)
    assert ACCESSIBLE in data


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_what_somebody_typed_is_text_wherever_it_stands(words: str) -> None:
    flat = on_one_line(words)
    blocks = (Paragraph(line(flat)), Quote(words=signs(words)), Turn(words=signs(words), marks=(flat,)))
    page = Section(id="a", title=flat, blocks=blocks)
    document = replace(everything(), title=flat, sections=(page,), notices=(line(flat),))
    said = "".join(pages_of(to_pdf(document, THEME).data))
    assert [text for text in texts_of(document) if not found(text, said)] == []


def test_text_of_all_planes_is_found_even_where_one_sign_stands_for_many_characters() -> None:
    words = "".join(
        chr(plane << 16 | 0x234 + step) for plane in range(17) for step in range(3) if plane != 14
    )
    page = Section(id="a", title="A", blocks=(Paragraph(line(words)),))
    data = to_pdf(replace(everything(), sections=(page,)), THEME).data
    assert words in "".join(pages_of(data))
    assert ACCESSIBLE in data


def test_a_report_with_a_table_of_contents_is_accessible_as_well() -> None:
    sections = tuple(
        Section(id=f"s{count}", title=f"Section {count}", blocks=(Paragraph(line("Text")),))
        for count in range(12)
    )
    assert ACCESSIBLE in to_pdf(replace(everything(), sections=sections), THEME).data


def test_spaces_and_empty_lines_of_a_quote_stay() -> None:
    page = Section(id="a", title="A", blocks=(Quote(words="one  two\n\n    three\tfour"),))
    data = to_pdf(replace(everything(), sections=(page,)), THEME).data
    shown = opened(data).pages[0].extract_text()
    assert "one  two" in shown
    assert "\n    three    four" in shown


def test_properties_say_who_when_and_in_which_language() -> None:
    document = replace(everything(), language="de-CH")
    reader = opened(to_pdf(document, THEME).data)
    assert reader.metadata
    assert reader.metadata.creation_date == datetime.fromisoformat(document.at)
    assert reader.metadata.creation_date.utcoffset() in (timedelta(0), timedelta(hours=2))
    assert reader.trailer["/Root"]["/Lang"] == "de-CH"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_document_without_an_author_names_none() -> None:
    metadata = opened(to_pdf(replace(everything(), author=""), THEME).data).metadata
    assert metadata
    assert not metadata.author


def test_a_picture_says_in_words_what_it_shows() -> None:
    document = everything()
    reader = opened(to_pdf(document, THEME).data)
    tags = _tags(reader.trailer["/Root"]["/StructTreeRoot"])
    [figure] = [block for block in document.sections[0].blocks if isinstance(block, Figure)]
    assert figure.alt in [tag.get("/Alt") for tag in tags]


def test_headings_tables_lists_and_quotes_are_tagged_as_such() -> None:
    reader = opened(to_pdf(everything(), THEME).data)
    kinds = {tag.get("/S") for tag in _tags(reader.trailer["/Root"]["/StructTreeRoot"])}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Caption"} <= kinds
    assert "/BlockQuote" in kinds


def _tags(root: object) -> list[dict[str, object]]:
    tags, waiting = [], [root]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            tags.append(one)
            waiting.append(one.get("/K"))
    return tags
