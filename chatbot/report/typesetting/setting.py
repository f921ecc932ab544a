"""Hands a template and its data to typst, and says where a template is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    import typst

_MAIN: Final = "main.typ"
_PLACE: Final = re.compile(r"┌─ (?P<file>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
_ACCESSIBLE: Final = "PDF/UA-1 error"
_NO_FONT: Final = "unknown font family"
_CORRECT: Final = "Either correct this line or take the file out of the theme, so that ours is used."


class TypesettingError(ChatbotError):
    """A template does not work.

    Attributes:
        path: the file.
        line, column: where in it, from 1.
    """

    def __init__(self, message: str, place: tuple[str, int, int], hints: list[str]) -> None:
        self.path, self.line, self.column = place
        todo = " ".join(f"{hint}." for hint in hints) or _CORRECT
        where = f"{self.path}:{self.line}:{self.column}" if self.path else ""
        super().__init__(f"typst says: {message}.", where=where, todo=todo)


def set_pages(
    template: bytes, place: str, data: Mapping[str, bytes], fonts: typst.Fonts, at: datetime
) -> bytes:
    """A tagged PDF, by PDF/UA-1 unless the template stands in its way.

    Args:
        template: in typst's language.
        place: where it lies, for messages; it may read what else lies there.
        data: files by name that it reads; all are text in UTF-8.
        fonts: all that there are.
        at: the time that the file says it was made at.

    Raises:
        TypesettingError: the template does not work; the message says in which line.
    """
    try:
        return _compile("pdf", template, place, data, fonts, at=at, standard="ua-1")
    except ChatbotError as error:
        if _ACCESSIBLE not in error.what:
            raise
        return _compile("pdf", template, place, data, fonts, at=at)


def set_picture(template: bytes, data: Mapping[str, bytes], fonts: typst.Fonts, ppi: float) -> bytes:
    """A PNG of the only page of a template of ours, at so many dots per inch.

    Raises:
        ChatbotError: the data cannot be drawn.
    """
    return _compile("png", template, "", data, fonts, ppi=ppi)


def _compile(
    form: Literal["pdf", "png"],
    template: bytes,
    place: str,
    data: Mapping[str, bytes],
    fonts: typst.Fonts,
    *,
    at: datetime | None = None,
    standard: Literal["ua-1"] | None = None,
    ppi: float | None = None,
) -> bytes:
    import typst

    folder = Path(place).parent if place else Path(__file__).parent
    try:
        made, warnings = typst.Compiler(
            {_MAIN: template, **data},  # type: ignore[type-var]  # its stubs do not say that it takes files
            root=folder if folder.is_dir() else Path(__file__).parent,
            font_paths=fonts,
            ignore_system_fonts=True,
        ).compile_with_warnings(format=form, timestamp=at, pdf_standards=standard, ppi=ppi)
    except typst.TypstError as error:
        raise _said(error.message, error.diagnostic, error.hints, place) from error
    except RuntimeError as error:
        raise _said(str(error), "", [], place) from error
    for warning in warnings:
        if warning.message.startswith(_NO_FONT):
            raise _said(warning.message, warning.diagnostic, warning.hints, place)
    assert isinstance(made, bytes)
    return made


def _said(message: str, diagnostic: str, hints: list[str], place: str) -> TypesettingError:
    found = _PLACE.search(diagnostic)
    if found is None:
        return TypesettingError(message, (place, 1, 1), hints)
    file = place if Path(found["file"]).name == _MAIN else found["file"]
    column = int(found["column"]) + 1  # typst counts columns from 0
    return TypesettingError(message, (file, int(found["line"]), column), hints)
