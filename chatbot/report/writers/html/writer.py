"""Write a document as one HTML file: the theme's template is the frame, the blocks go into it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from chatbot.report.document.nodes import Document, Section
from chatbot.report.theme.templates import compiled, rendered
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.html.blocks import DEEPEST, Blocks
from chatbot.report.writers.html.pictures import Pictures
from chatbot.report.writers.html.style import style
from chatbot.report.writers.html.text import text_html
from chatbot.report.writers.html.words import words_of
from chatbot.report.writers.written import Written

_TEMPLATE: Final = "report.html.j2"
_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose lines begin at the right."""


class PageSection(Struct, frozen=True, kw_only=True):
    """A section as the template gets it.

    Attributes:
        link: what leads to it, with its `#`.
        level: of its heading, 2 to 6.
        html: what stands before the sections inside it.
        own_page: it begins a printed page.
    """

    id: str
    link: str
    title: str
    level: int
    html: Markup
    children: tuple[PageSection, ...]
    own_page: bool


def to_html(document: Document, theme: Theme) -> Written:
    """A document as one HTML file in UTF-8 that needs nothing beside it."""
    words = words_of(theme)
    blocks = Blocks(words, Pictures(theme.colours))
    page = rendered(
        compiled(theme, _TEMPLATE, html=True),
        title=document.title,
        language=document.language,
        direction="rtl" if document.language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        author=document.author,
        at=document.at,
        date=document.at.partition("T")[0],
        footer=document.footer,
        lead=document.lead,
        # What a caller passed is made here in a fixed order, because pictures and tables are counted.
        notices=[Markup(text_html(notice)) for notice in document.notices],  # noqa: S704 - it was escaped
        about=Markup(blocks.html(document.about, 2)),  # noqa: S704 - it was escaped
        sections=_sections(document.sections, blocks, 2),
        css=Markup(style(theme, document.footer, words["page"])),  # noqa: S704 - our own style sheet
        logo=_logo(theme),
        logo_says=theme.logo_says,
        words=words,
    )
    return Written(page.encode("utf-8", "xmlcharrefreplace"))


def _sections(sections: Sequence[Section], blocks: Blocks, level: int) -> tuple[PageSection, ...]:
    deeper = min(level + 1, DEEPEST)
    return tuple(
        [
            PageSection(
                id=section.id,
                link=f"#{quote(section.id)}",
                title=section.title,
                level=level,
                html=Markup(blocks.html(section.blocks, deeper)),  # noqa: S704 - it was escaped
                children=_sections(section.sections, blocks, deeper),
                own_page=section.own_page,
            )
            for section in sections
        ]
    )


def _logo(theme: Theme) -> str:
    """The logo as an address that holds it; empty where there is none."""
    if not theme.logo:
        return ""
    return f"data:{theme.logo_type};base64,{b64encode(theme.logo).decode()}"
