"""Writes a document as a PDF: what it says goes to the theme's `report.typ` as data, never as markup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct

from chatbot.report.document.nodes import Document
from chatbot.report.theme.ours import FOLDER
from chatbot.report.theme.theme import Colours, Fonts, Paper, Theme
from chatbot.report.typesetting.fonts import Families, may_need_last, typefaces
from chatbot.report.typesetting.setting import set_pages
from chatbot.report.writers.extras import require
from chatbot.report.writers.written import Written

TEMPLATE: Final = "report.typ"
_DATA: Final = "report.json"
_FORMATS: Final = {"image/svg+xml": "svg", "image/png": "png"}


class _Given(Struct, frozen=True, rename={"remark": "//"}):
    """What a template is given; `report.typ` says in its head what each is.

    Attributes:
        remark: first of all, because typst takes every file for one of its own at first, and all that follows
            `//` on a line for a remark. All of this is one line, which it need not parse in vain.
    """

    remark: str
    document: msgspec.Raw
    paper: Paper
    colours: Colours
    fonts: Fonts
    families: Families
    texts: Mapping[str, str]
    logo: tuple[int, ...]
    logo_format: str
    logo_says: str


def to_pdf(document: Document, theme: Theme) -> Written:
    """A document as a tagged PDF.

    Raises:
        ChatbotError: typst is not installed, the theme names a font that is not there, or its template does
            not work.
    """
    require("pdf")
    said = msgspec.json.encode(document)
    last = not _is_ours(theme) or any(map(may_need_last, (said.decode(), *theme.texts.values())))
    faces = typefaces(theme, last=last)
    given = _Given(
        remark="",
        document=msgspec.Raw(said),
        paper=theme.paper,
        colours=theme.colours,
        fonts=theme.fonts,
        families=faces.families,
        texts=theme.texts,
        logo=tuple(theme.logo),
        logo_format=_FORMATS.get(theme.logo_type, ""),
        logo_says=theme.logo_says,
    )
    pages = set_pages(
        theme.files[TEMPLATE],
        theme.places[TEMPLATE],
        {_DATA: msgspec.json.encode(given)},
        faces.fonts,
        datetime.fromisoformat(document.at),
    )
    return Written(pages)


def _is_ours(theme: Theme) -> bool:
    """Whether all that can be shown besides the document is text of ours; another template reads files."""
    return theme.places[TEMPLATE] == str(FOLDER / TEMPLATE) and not theme.logo
