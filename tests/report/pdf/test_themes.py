"""What a theme may replace in a PDF, and what is said where it cannot work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from chatbot.errors import ChatbotError
from chatbot.report.pictures.raster import to_png
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Fonts, Theme
from chatbot.report.typesetting.fonts import OURS, fonts_in
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import everything, figure
from tests.report.pdf.reading import opened, pages_of

OUR_THEME = our_theme()
SVG = figure().svg


def _with(folder: Path, template: str, **changes: object) -> Theme:
    place = str(folder / "report.typ")
    files = {**OUR_THEME.files, "report.typ": template.encode()}
    return replace(OUR_THEME, files=files, places={**OUR_THEME.places, "report.typ": place}, **changes)


def _refused(theme: Theme) -> ChatbotError:
    with pytest.raises(ChatbotError) as caught:
        to_pdf(everything(), theme)
    return caught.value


@pytest.mark.parametrize(
    ("template", "place", "why"),
    [
        ("ä #ü\n#nothing()\n", "1:4", "ü"),
        ("Hello\n#nothing()\n", "2:2", "nothing"),
        ("Hello\n\n#let x = (\n", "3:10", "unclosed"),
        ('#let f() = {\n  panic("no")\n}\n#f()\n', "2:3", "no"),
        ('#set text(font: "Nowhere To Be Found")\nx', "1:17", "nowhere to be found"),
    ],
)
def test_a_template_that_does_not_work_is_named_with_line_and_column(
    tmp_path: Path, template: str, place: str, why: str
) -> None:
    error = _refused(_with(tmp_path, template))
    line, column = place.split(":")
    assert error.where == f"{tmp_path / 'report.typ'}:{line}:{int(column)}"
    assert why in error.what


def test_a_template_reads_what_lies_beside_it_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("outside")
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "house.typ").write_text('#let house = "House style"')
    data = to_pdf(everything(), _with(folder, '#import "house.typ": house\n#house')).data
    assert "Housestyle" in pages_of(data)[0]
    assert _refused(_with(folder, '#read("../outside.txt")')).where.endswith("report.typ:1:7")


def test_a_mistake_in_a_file_beside_a_template_is_named_there(tmp_path: Path) -> None:
    (tmp_path / "house.typ").write_text("\n#let house = nothing")
    error = _refused(_with(tmp_path, '#import "house.typ": house\n#house'))
    assert error.where.endswith("house.typ:2:14")
    assert str(tmp_path) in str(Path(error.where).resolve())


def test_a_template_gets_the_document_as_data(tmp_path: Path) -> None:
    template = '#let given = json("report.json")\n#for one in given.document.sections [#one.title / ]'
    [page] = pages_of(to_pdf(everything(), _with(tmp_path, template)).data)
    assert page == "Inshort/Therest/"


def test_a_template_that_is_not_accessible_is_written_all_the_same(tmp_path: Path) -> None:
    template = '#image(bytes(json("report.json").document.sections.first().blocks.at(1).svg))'
    assert opened(to_pdf(everything(), _with(tmp_path, template)).data).pages


@pytest.mark.parametrize("field", ["text", "headings", "fallback"])
def test_a_font_that_is_not_there_is_no_silent_other_one(field: str) -> None:
    error = _refused(replace(OUR_THEME, fonts=replace(Fonts(), **{field: "Nowhere"})))
    assert '"Nowhere"' in error.what
    assert "Noto Sans" in error.todo


def test_a_font_of_the_themes_own_folder_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    shutil.copy(OURS / "DejaVuSans.ttf", folder)
    theme = replace(
        OUR_THEME,
        fonts=replace(Fonts(), text="dejavu sans"),
        font_folders=(str(folder), str(tmp_path / "no")),
    )
    fonts = opened(to_pdf(everything(), theme).data).pages[0]["/Resources"]["/Font"]
    names = {str(font["/BaseFont"]).partition("+")[2].partition("-")[0] for font in fonts.values()}
    assert "DejaVuSans" in names


@pytest.mark.parametrize(
    ("logo", "kind"),
    [(SVG.encode(), "image/svg+xml"), (to_png(SVG, 64, fonts_in(())), "image/png")],
    ids=["svg", "png"],
)
def test_a_logo_stands_on_the_first_page_and_says_what_it_shows(logo: bytes, kind: str) -> None:
    data = to_pdf(everything(), replace(OUR_THEME, logo=logo, logo_type=kind, logo_says="The house")).data
    assert b"The house" in data or "The house".encode("utf-16-be") in data
    assert len(data) > len(to_pdf(everything(), OUR_THEME).data)
