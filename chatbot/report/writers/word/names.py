"""The styles that a report is written in, by the names that Word shows."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from chatbot.report.document.nodes import Tone

DEEPEST_HEADING: Final = 4
DEEPEST_LIST: Final = 5


class Style(StrEnum):
    """The name of a style; Word's own have the names that it stores, whatever language it speaks."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    CONTENTS = "TOC Heading"
    BODY = "Body Text"
    QUOTE = "Quote"
    CAPTION = "caption"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    NOTICE = "Notice"
    LOGO = "Logo"
    FIGURE = "Figure"
    QUOTE_QUESTION = "Quote question"
    QUOTE_CHOSEN = "Quote chosen"
    QUOTE_SOURCE = "Quote source"
    TABLE_CAPTION = "Table caption"
    TABLE_HEADING = "Table heading"
    TABLE_LABEL = "Table label"
    TABLE_TEXT = "Table text"
    TABLE_END = "Table end"
    REPORT_TABLE = "Report table"
    REPORT_FORM = "Report form"
    REPORT_PAIRS = "Report pairs"
    CALLOUT_TITLE = "Callout title"
    TRANSCRIPT_BOT = "Transcript bot"
    TRANSCRIPT_QUESTION = "Transcript question"
    TRANSCRIPT_ANSWER = "Transcript answer"
    TRANSCRIPT_WITHDRAWN = "Transcript withdrawn"
    TRANSCRIPT_MARKS = "Transcript marks"


def heading(level: int) -> str:
    """The style of a heading; the deepest stands for all below it."""
    return f"heading {min(level, DEEPEST_HEADING)}"


def contents(level: int) -> str:
    """The style of a line in the table of contents."""
    return f"toc {level}"


def listed(kind: str, depth: int) -> str:
    """The style of a list so many lists deep: `Bullet`, `Number`, or `Continue` for more of an item."""
    return f"List {kind} {depth + 1}" if depth else f"List {kind}"


def paragraph(tone: Tone) -> str:
    """The style of a paragraph in this tone."""
    return Style.BODY if tone is Tone.PLAIN else tone.capitalize()


def mark(tone: Tone) -> str:
    """The style of a few words in this tone."""
    return "" if tone is Tone.PLAIN else f"Mark {tone}"


def callout(tone: Tone) -> str:
    """The style of a table that stands out in this tone."""
    return f"Callout {tone}"
