"""The formats of a report, by the ending of a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

from chatbot.errors import UsageError
from chatbot.report.content.contents import Content


class Format(StrEnum):
    """How a report is written; the value is the ending of its file."""

    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"


_ENDINGS: Final = {"md": Format.MARKDOWN, "markdown": Format.MARKDOWN, "json": Format.JSON, "csv": Format.CSV}
_TODO: Final = "Name a file that ends in .md, .json or .csv; a Markdown file opens in most editors."


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        UsageError: its ending is none that can be written.
    """
    ending = path.suffix.removeprefix(".").lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    what = f"not .{ending}" if ending else "and this file has no ending"
    raise UsageError(f"Reports are written as Markdown, JSON or CSV, {what}.", where=str(path), todo=_TODO)


def render(content: Content, form: Format) -> str:
    """One report in a format; the same content always gives the same text."""
    # Each renderer is loaded only when it is wanted: the template engine takes a while.
    if form is Format.JSON:
        from chatbot.report.data.interview_json import to_json

        return to_json(content)
    if form is Format.CSV:
        from chatbot.report.data.answers_csv import answers_csv

        return answers_csv(content)
    from chatbot.report.markdown import to_markdown

    return to_markdown(content)
