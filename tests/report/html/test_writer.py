"""Every text of a document stands in its page, as text and in its place, whatever it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from chatbot.report.document.nodes import (
    Block,
    Callout,
    Column,
    Document,
    Items,
    Paragraph,
    Section,
    Table,
    Tone,
    Turn,
    line,
)
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Fonts, Paper, Theme
from chatbot.report.writers.html.writer import to_html
from tests.report.documents import HOSTILE, documents, everything
from tests.report.html.example import example
from tests.report.html.reading import Page, has, said
from tests.report.html.shapes import document_shape

THEME = our_theme()
AT = "2026-05-04T09:30:00+02:00"
ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """html head meta title style body header h1 h2 h3 h4 h5 h6 nav details summary main section
        footer time p a span strong em s ul ol li dl div dt dd blockquote
        table caption colgroup col thead tbody tr th td""",
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"[\w-]+",
        """lang dir charset http-equiv content name id href class role tabindex start scope style data-label
        datetime aria-labelledby""",
    )
)
REFERENCES = ("aria-labelledby", "aria-describedby")


WITHOUT_STYLE = replace(THEME, files={**THEME.files, "report.css": b""})
"""Nothing that is random depends on it, and reading it takes long."""


def page(document: Document, theme: Theme = THEME) -> Page:
    return Page(to_html(document, theme).data)


def one_section(*blocks: Block) -> Document:
    return Document(title="x", sections=(Section(id="one", title="One", blocks=blocks),), at=AT)


@settings(max_examples=40)
@given(documents())
def test_every_text_is_found_as_it_is_and_in_its_place(document: Document) -> None:
    assert page(document, WITHOUT_STYLE).shape() == document_shape(document)


@pytest.mark.parametrize("document", [everything(), example()], ids=["everything", "example"])
def test_every_kind_of_part_is_found_in_its_place(document: Document) -> None:
    assert page(document).shape() == document_shape(document)


@settings(max_examples=25)
@given(documents())
def test_nothing_typed_becomes_an_element_or_an_attribute(document: Document) -> None:
    read = page(document, WITHOUT_STYLE)
    for element in read.elements():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        assert element.get("href", "#").startswith("#")
        assert re.fullmatch(r"(width:[\d.]+%|min-width:[\d.]+rem)?", element.get("style", ""))
    assert read.errors <= {"invalid-codepoint"}  # characters that Unicode keeps for itself are text as well
    assert said(read.first("title")) == document.title


@settings(max_examples=25)
@given(documents())
def test_ids_are_unique_and_whatever_names_one_finds_it(document: Document) -> None:
    check_ids(page(document, WITHOUT_STYLE))


@pytest.mark.parametrize("document", [everything(), example()], ids=["everything", "example"])
def test_ids_in_pictures_are_unique_as_well(document: Document) -> None:
    twice = replace(document.sections[0], id="again", sections=())
    check_ids(page(replace(document, sections=(*document.sections, twice))))


def check_ids(read: Page) -> None:
    ids = [element.get("id") for element in read.elements() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in read.elements():
        named = [unquote(element.get("href", "")).removeprefix("#")]
        named += [name for reference in REFERENCES for name in element.get(reference, "").split()]
        named += [name for value in element.attrib.values() for name in re.findall(r"^url\(#(.+)\)$", value)]
        assert set(filter(None, named)) <= set(ids)


@settings(max_examples=25)
@given(documents())
def test_headings_begin_with_the_title_and_skip_no_level(document: Document) -> None:
    elements = page(document, WITHOUT_STYLE).elements()
    levels = [int(one.tag[1]) for one in elements if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_stay_within_what_html_has() -> None:
    deepest = Section(id="s9", title="s9", blocks=(Callout(title=line("c"), tone=Tone.STOP, blocks=()),))
    for depth in range(8, 0, -1):
        deepest = Section(id=f"s{depth}", title=f"s{depth}", sections=(deepest,))
    headings = [one.tag for one in page(Document(title="x", sections=(deepest,), at=AT)).elements()]
    assert {tag for tag in headings if re.fullmatch(r"h\d", tag)} == {"h1", "h2", "h3", "h4", "h5", "h6"}


def test_a_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    read = page(example())
    policy = next(one for one in read.root.iter("meta") if one.get("http-equiv"))
    assert policy.get("content").startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    tags = {element.tag for element in read.elements()}
    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not re.search(r"url\(|@import|@font-face", said(read.first("style")))
    assert not any(name.startswith("on") for one in read.elements() for name in one.attrib)


def test_landmarks_are_there_once_and_the_first_link_leads_to_the_report() -> None:
    read = page(example())
    tags = [element.tag for element in read.elements()]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert read.first("a").get("href") == f"#{read.first('main').get('id')}"


def test_the_contents_lead_to_every_section_on_the_first_two_levels() -> None:
    links = [unquote(link.get("href"))[1:] for link in page(example()).first("nav").iter("a")]
    assert links == [
        id for section in example().sections for id in (section.id, *(inner.id for inner in section.sections))
    ]


def test_what_was_typed_finds_its_own_direction() -> None:
    words = [one for one in page(example()).elements() if has(one, "words")]
    assert words
    assert all(one.get("dir") == "auto" for one in words)
    assert page(replace(example(), language="he-IL")).root.get("dir") == "rtl"


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import sys; from tests.report.html.test_writer import *; from hashlib import sha256;"
        "print(sha256(to_html(example(), THEME).data).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_ten_times_as_much_takes_ten_times_the_work() -> None:
    def work(turns: int) -> tuple[int, int]:
        talk = [Turn(words=f"said {n}", person=n % 2 == 0, marks=("09:30",)) for n in range(turns)]
        table = Table(caption="c", columns=(Column(title="t"),), rows=((line("x"),),) * turns)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            written = to_html(one_section(*talk, table, *(Paragraph(line("x")),) * turns), THEME)
        finally:
            sys.setprofile(before)
        return calls, len(written.data)

    (none_calls, none_size), (some_calls, some_size), (many_calls, many_size) = work(0), work(100), work(1000)
    assert many_calls - none_calls < 10.5 * (some_calls - none_calls)
    assert many_size - none_size < 10.5 * (some_size - none_size)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_logo_is_part_of_the_file_and_says_what_it_shows(text: str) -> None:
    logo = page(everything(), replace(THEME, logo=b"\x89PNG", logo_type="image/png", logo_says=text)).first(
        "img"
    )
    assert logo.get("src") == "data:image/png;base64,iVBORw=="
    assert set(logo.attrib) == {"class", "src", "alt"}


def test_paper_and_fonts_are_those_of_the_theme() -> None:
    theme = replace(THEME, paper=Paper.LETTER, fonts=Fonts(text='My "Font"', headings="Other"))
    css = said(page(everything(), theme).first("style"))
    assert "@page{size:letter;" in css
    assert (
        '--text-font:"My \\22 Font\\22 ",var(--system-font);--heading-font:"Other",var(--system-font)' in css
    )
    assert "@page{size:A4;" in said(page(everything()).first("style"))


def test_words_of_the_page_are_those_of_the_theme() -> None:
    theme = replace(THEME, texts={"contents": "<Inhalt>", "html.in_words": "In Worten"})
    summaries = [said(one) for one in page(everything(), theme).root.iter("summary")]
    assert summaries == ["<Inhalt>", "In Worten"]


def test_somebody_can_put_the_sections_into_a_frame_of_their_own() -> None:
    frame = b"<b>{{ title }}</b>{% for one in sections %}<i>{{ one.title }}</i>{{ one.html }}{% endfor %}"
    theme = replace(THEME, files={**THEME.files, "report.html.j2": frame})
    document = one_section(Paragraph(line("<p>")))
    assert to_html(document, theme).data == b"<b>x</b><i>One</i><p>&lt;p&gt;</p>"


def test_a_style_sheet_cannot_end_the_style() -> None:
    theme = replace(THEME, files={**THEME.files, "report.css": b"</style><script>"})
    assert not list(page(everything(), theme).root.iter("script"))


def test_boxes_to_tick_room_to_write_and_what_is_printed_on_one_page_are_told_to_the_style() -> None:
    answers = Items(items=((Paragraph(line("One")),),), ticks=True)
    table = Table(caption="Words", columns=(Column(title="Say", to_fill_in=True),), rows=(((),),), room=3)
    section = Section(id="a", title="Asked", blocks=(answers, table), together=True)
    made = page(Document(title="T", sections=(section,), at=AT))
    main = made.first("main")
    assert has(main[0], "together")
    assert any(has(one, "ticks") for one in main.iter("ul"))
    assert made.first("table").get("style") == "--room:3"
