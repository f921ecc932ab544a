"""The formats of a report, by the ending of a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

from chatbot.errors import UsageError


class Format(StrEnum):
    """How a report is written; the value is the ending of its file."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    WORD = "docx"
    JSON = "json"
    CSV = "csv"


NAMES: Final = {
    Format.MARKDOWN: "Markdown",
    Format.HTML: "HTML",
    Format.PDF: "PDF",
    Format.WORD: "Word",
    Format.JSON: "JSON",
    Format.CSV: "CSV",
}
"""What people call them."""

FOR_PROGRAMS: Final = (Format.JSON, Format.CSV)
"""They hold the whole record as data, and no theme or audience changes them."""

BINARY: Final = (Format.PDF, Format.WORD)
"""A terminal cannot show them."""

_ALSO: Final = {"markdown": Format.MARKDOWN, "htm": Format.HTML}


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        UsageError: its ending is none that can be written.
    """
    ending = path.suffix.removeprefix(".").lower()
    if ending in _ALSO:
        return _ALSO[ending]
    if ending in list(Format):
        return Format(ending)
    from chatbot.sources.problems import listed  # only an error needs it

    what = f"A report cannot be written as .{ending}." if ending else "The name of this file has no ending."
    raise UsageError(
        what, where=str(path), todo=f"Name a file that ends in {listed([f'.{form}' for form in Format])}."
    )
