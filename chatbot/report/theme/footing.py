"""What a theme adds to the foot of every page: who hands the report on."""

from __future__ import annotations

from msgspec.structs import replace

from chatbot.report.document.nodes import Document
from chatbot.report.theme.theme import Theme

_BETWEEN = " \N{MIDDLE DOT} "


def footed(document: Document, theme: Theme) -> Document:
    """The document with the theme's organisation at its foot, if it has one; before any writer gets it."""
    if not theme.organisation:
        return document
    return replace(document, footer=_BETWEEN.join(filter(None, (document.footer, theme.organisation))))
