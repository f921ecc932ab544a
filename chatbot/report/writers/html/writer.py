"""Write a document as one HTML file: the theme's template is the frame, the blocks go into it."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from chatbot.report.document.nodes import Document
from chatbot.report.theme.templates import compiled, rendered
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.html.blocks import Blocks
from chatbot.report.writers.html.pictures import Pictures
from chatbot.report.writers.html.sections import body, contents, page_sections
from chatbot.report.writers.html.style import style
from chatbot.report.writers.html.text import text_html
from chatbot.report.writers.html.words import words_of
from chatbot.report.writers.written import Written

_TEMPLATE: Final = "report.html.j2"
_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose lines begin at the right."""


def to_html(document: Document, theme: Theme) -> Written:
    """A document as one HTML file in UTF-8 that needs nothing beside it."""
    words = words_of(theme)
    blocks = Blocks(words, Pictures(theme.colours))
    # Pictures and tables are counted, so that what comes first in the page is made first.
    notices = [Markup(text_html(notice)) for notice in document.notices]  # noqa: S704 - it was escaped
    about = Markup(blocks.html(document.about, 2))  # noqa: S704 - it was escaped
    sections = page_sections(document.sections, blocks)
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
        notices=notices,
        about=about,
        contents=Markup(contents(sections)),  # noqa: S704 - it was escaped
        body=Markup(body(sections)),  # noqa: S704 - it was escaped
        sections=sections,
        css=Markup(style(theme, document.footer, words["page"])),  # noqa: S704 - our own style sheet
        logo=_logo(theme),
        logo_says=theme.logo_says,
        words=words,
    )
    return Written(page.encode("utf-8", "xmlcharrefreplace"))


def _logo(theme: Theme) -> str:
    """The logo as an address that holds it; empty where there is none."""
    if not theme.logo:
        return ""
    from base64 import b64encode  # ours has no logo

    return f"data:{theme.logo_type};base64,{b64encode(theme.logo).decode()}"
