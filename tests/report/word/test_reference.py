"""Somebody's own reference document decides how a report looks, and loses nothing of what it needs."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as new_docx
from docx.document import Document as WordDocument
from msgspec.structs import replace

from chatbot.errors import ChatbotError
from chatbot.report.document.nodes import Tone
from chatbot.report.theme.ours import FOLDER, our_theme
from chatbot.report.theme.theme import Colours, Fonts, Paper, Theme
from chatbot.report.writers.word import names
from chatbot.report.writers.word.styles import Styles
from chatbot.report.writers.word.writing import to_word
from tests.report.documents import everything, figure
from tests.report.word.example import report
from tests.report.word.reading import DOC_PR, W, expected, opened, problems, told

OURS = our_theme()
PLACE = "themes/ours/report.docx"


def house(file: WordDocument) -> Theme:
    """A theme with a reference document of its own."""
    saved = BytesIO()
    file.save(saved)
    return of_bytes(saved.getvalue())


def of_bytes(data: bytes) -> Theme:
    return replace(
        OURS, files={**OURS.files, "report.docx": data}, places={**OURS.places, "report.docx": PLACE}
    )


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def everywhere(data: bytes) -> bytes:
    """All parts one after the other."""
    with ZipFile(BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_ours_has_every_style_that_a_report_is_written_in() -> None:
    ours = Styles(opened((FOLDER / "report.docx").read_bytes()).styles.element)
    levels = range(names.DEEPEST_LIST)
    wanted = [
        *names.Style,
        *(names.heading(level) for level in range(1, 5)),
        *(names.contents(level) for level in (1, 2)),
        *(names.listed(kind, depth) for kind in ("Bullet", "Number", "Continue") for depth in levels),
        *(style(tone) for tone in Tone for style in (names.paragraph, names.callout)),
        *(names.mark(tone) for tone in Tone if tone is not Tone.PLAIN),
    ]
    assert all(map(ours.id, wanted))


def test_colours_fonts_and_paper_of_a_theme_are_in_ours() -> None:
    theme = replace(
        OURS,
        colours=Colours(accent="#123456", stop="#654321", ground="#fffff0"),
        fonts=Fonts(text="Body & Co", headings="Head"),
        paper=Paper.LETTER,
    )
    data = to_word(everything(), theme).data
    styles, look, text = (
        part(data, name) for name in ("word/styles.xml", "word/theme/theme1.xml", "word/document.xml")
    )
    assert "1D4E89" not in styles + look
    assert {"123456", "654321"} <= set(re.findall(r'"([0-9A-F]{6})"', styles)) & set(
        re.findall(r'"([0-9A-F]{6})"', look)
    )
    assert '<a:latin typeface="Body &amp; Co"/>' in look
    assert '<a:latin typeface="Head"/>' in look
    assert 'w:color="FFFFF0"' in text
    page = opened(data).sections[0]
    assert (page.page_width.inches, page.page_height.inches) == (8.5, 11)
    assert problems(data) == []


def test_a_logo_stands_above_the_title_and_says_what_it_shows() -> None:
    theme = replace(OURS, logo=figure().svg.encode(), logo_type="image/svg+xml", logo_says="Our mark")
    first = opened(to_word(everything(), theme).data).paragraphs[0]
    assert first.style.name == "Logo"
    assert next(first._element.iter(DOC_PR)).get("descr") == "Our mark"


def test_a_house_style_stays_as_it_is_and_what_it_lacks_is_added() -> None:
    template = new_docx()
    template.styles["Heading 1"].font.name = "House"
    template.sections[0].header.paragraphs[0].text = "House of pumps"
    data = to_word(report(), replace(house(template), colours=Colours(accent="#123456"))).data
    file = opened(data)
    assert problems(data) == []
    assert told(file) == expected(report())
    assert file.styles["Heading 1"].font.name == "House"
    assert file.styles["Transcript answer"].base_style.name == "Normal"
    assert file.sections[0].header.paragraphs[0].text == "House of pumps"
    assert b"123456" not in everywhere(data)
    assert b"python-docx" not in everywhere(data)


def test_styles_are_found_in_whatever_language_word_spoke() -> None:
    template = new_docx()
    for element in template.styles.element.iter():
        for key in (f"{W}styleId", f"{W}val"):
            if element.get(key) in {"Heading1", "ListNumber", "Title"} and element.tag != f"{W}name":
                element.set(key, f"berschrift{element.get(key)}")
    data = to_word(everything(), house(template)).data
    assert problems(data) == []
    assert 'w:pStyle w:val="berschriftHeading1"' in part(data, "word/document.xml")


def test_lists_count_as_the_house_counts() -> None:
    template = new_docx()
    root = template.part.numbering_part.element
    style = template.styles["List Number"]
    counts_in = style.element.pPr.numPr.numId.val
    abstract = root.num_having_numId(counts_in).abstractNumId.val
    file = opened(to_word(everything(), house(template)).data)
    first = next(
        one
        for one in file.element.body.iter(f"{W}p")
        if "Name somebody." in [t.text for t in one.iter(f"{W}t")]
    )
    numbering = file.part.numbering_part.element
    assert numbering.num_having_numId(first.pPr.numPr.numId.val).abstractNumId.val == abstract


def test_text_of_the_reference_stays_out_with_everything_that_hung_on_it() -> None:
    template = opened(to_word(report(), OURS).data)
    template.add_comment(template.paragraphs[0].runs, text="a secret remark")
    template.paragraphs[0].add_run("an older secret")
    data = to_word(everything(), house(template)).data
    assert problems(data) == []
    assert told(opened(data)) == expected(everything())
    assert b"secret" not in everywhere(data)
    assert b"Specialists" not in everywhere(data)


def test_a_cover_stays_around_the_report_and_says_what_it_is_about() -> None:
    template = new_docx()
    cover = template.add_paragraph()
    for piece in ("For the board: {", "{ ti", "tle }} by {{author}}, {{ date }}", " in {{ unknown }}"):
        cover.add_run(piece)
    template.add_paragraph("  {{report}} ")
    template.add_paragraph("All rights are ours.")
    template.sections[0].footer.paragraphs[0].text = "{{ footer }}!"
    document = replace(everything(), title="About {{ author }}", footer="{ PAGE } <w:t>")
    data = to_word(document, house(template)).data
    file = opened(data)
    assert problems(data) == []
    assert told(file) == [
        "For the board: About {{ author }} by Anna, 2026-05-04 in {{ unknown }}",
        *expected(document),
        "All rights are ours.",
    ]
    assert file.sections[0].footer.paragraphs[0].text == "{ PAGE } <w:t>!"


def test_a_picture_on_the_cover_and_those_of_the_report_are_told_apart() -> None:
    template = opened(to_word(everything(), OURS).data)
    template.add_paragraph("{{ report }}")
    data = to_word(everything(), house(template)).data
    assert problems(data) == []
    assert len(list(opened(data).element.iter(DOC_PR))) == 2


@pytest.mark.parametrize("data", [b"", b"not a document", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_document_is_named_with_its_place(data: bytes) -> None:
    with pytest.raises(ChatbotError) as raised:
        to_word(everything(), of_bytes(data))
    assert raised.value.where == PLACE
    assert raised.value.todo


@pytest.mark.parametrize(
    "broken", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"]
)
def test_a_broken_document_is_named_with_its_place(broken: str) -> None:
    made = BytesIO()
    with ZipFile(BytesIO(OURS.files["report.docx"])) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name == broken else old.read(name))
    with pytest.raises(ChatbotError) as raised:
        to_word(everything(), of_bytes(made.getvalue()))
    assert raised.value.where == PLACE


def test_a_template_of_word_is_no_document() -> None:
    made = BytesIO()
    with ZipFile(BytesIO(OURS.files["report.docx"])) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main+xml", b"template.main+xml"))
    with pytest.raises(ChatbotError):
        to_word(everything(), of_bytes(made.getvalue()))
