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


def chosen_format(named: str | None, path: Path | None) -> Format:
    """The format that was named, else the one of a file's ending, else Markdown.

    Raises:
        UsageError: the ending is that of another format than the one named, or of none where none was named.
    """
    if named is None:
        return format_of(path) if path else Format.MARKDOWN
    form = Format(named)
    ending = path and _known(path)
    if ending and ending is not form:
        raise UsageError(
            f"The name ends as for {NAMES[ending]}, and --format says {NAMES[form]}.",
            where=str(path),
            todo=f"Leave --format out, or name a file that ends in .{form}.",
        )
    return form


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        UsageError: its ending is none that can be written.
    """
    if known := _known(path):
        return known
    ending = _ending(path)
    from chatbot.sources.problems import listed  # only an error needs it

    what = f"A report cannot be written as .{ending}." if ending else "The name of this file has no ending."
    raise UsageError(
        what, where=str(path), todo=f"Name a file that ends in {listed([f'.{form}' for form in Format])}."
    )


def _known(path: Path) -> Format | None:
    """The format whose ending a name has; nothing where it has another, or none."""
    ending = _ending(path)
    if ending in _ALSO:
        return _ALSO[ending]
    return Format(ending) if ending in list(Format) else None


def _ending(path: Path) -> str:
    return path.suffix.removeprefix(".").lower()
