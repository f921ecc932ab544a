"""Which fonts are read for a text: the slow last one only where another could lack a character."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from chatbot.report.document.nodes import Paragraph, Section, line
from chatbot.report.theme.ours import our_theme
from chatbot.report.typesetting.fonts import LAST, may_need_last, typefaces
from chatbot.report.typesetting.setting import set_pages
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import everything
from tests.report.pdf.reading import opened

THEME = our_theme()
AT = datetime(2026, 5, 4, tzinfo=UTC)
TEMPLATE = b"""#set document(title: "Characters")
#let families = json("families.json")
#for one in read("characters.txt").clusters() {
  text(font: families, one)
  [ ]
  text(font: families, strong(one))
  [ ]
}"""


def _set(characters: str, *, last: bool) -> bytes:
    faces = typefaces(THEME, last=last)
    families = "[" + ", ".join(f'"{name}"' for name in faces.families.text) + "]"
    data = {"characters.txt": characters.encode(), "families.json": families.encode()}
    return set_pages(TEMPLATE, "", data, faces.fonts, AT)


def test_what_does_not_need_the_last_font_looks_the_same_without_it() -> None:
    common = "".join(one for one in map(chr, range(0x20, 0x10000)) if not may_need_last(one))
    assert len(common) > 1500
    assert _set(common, last=False) == _set(common, last=True)


@pytest.mark.parametrize("rare", ["\u0378", "\u200b", "\ue000", "\U0001fbff", "\U000e0041", "\U0010fffd"])
def test_rare_characters_need_it(rare: str) -> None:
    assert may_need_last(f"Common, and {rare}.")


@pytest.mark.parametrize(("words", "needed"), [("Plain words", False), ("A rare \U0010fffd", True)])
def test_a_document_has_signs_for_all_its_characters(words: str, needed: bool) -> None:
    section = Section(id="one", title="One", blocks=(Paragraph(line(words)),))
    pages = opened(to_pdf(replace(everything(), about=(), sections=(section,)), THEME).data).pages
    fonts = {str(font["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert any("LastResort" in name for name in fonts) is needed
    assert list(LAST.glob("*.ttf"))
