"""Checking a theme: its files, and whether its templates can be filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from chatbot.check.style_sheets import check_style
from chatbot.errors import ChatbotError
from chatbot.report.document.nodes import Document
from chatbot.report.theme.example import example
from chatbot.report.theme.folder import FONTS, ThemeFolder
from chatbot.report.theme.ours import FILES
from chatbot.report.theme.overlaying import examine_theme
from chatbot.report.theme.reading import AUTHORED, TEMPLATE
from chatbot.report.theme.templates import TemplateError, compiled
from chatbot.report.theme.theme import Theme
from chatbot.report.typesetting.fonts import FontMissing
from chatbot.report.typesetting.setting import TypesettingError
from chatbot.report.writers.extras import require
from chatbot.report.writers.html.writer import to_html
from chatbot.report.writers.markdown.writer import to_markdown
from chatbot.report.writers.pdf.writer import TEMPLATE as TYPST
from chatbot.report.writers.pdf.writer import to_pdf
from chatbot.report.writers.written import Written
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problem, nearest, quoted

_WRITERS: Final[dict[str, Callable[[Document, Theme], Written]]] = {
    "report.html.j2": to_html,
    "report.md.j2": to_markdown,
}
"""By template, what fills it in."""

_SHEET: Final = "report.css"
_NOTES: Final = ("README.md", "LICENSE", "CHANGELOG.md")


def check_theme(folder: Path) -> tuple[Problem, ...]:
    """Everything that can be said of a theme by itself.

    Raises:
        UsageError: there is no such folder, or nothing of a theme in it.
    """
    theme, problems = examine_theme(folder)
    found = [*problems, *_names(ThemeFolder(folder))]
    if theme is None:
        return tuple(found)
    return (*found, *_styles(theme), *_templates(theme), *_pages(theme))


def _templates(theme: Theme) -> Iterator[Problem]:
    """What is wrong with templates, each compiled, and ours by name filled in with an example as well."""
    seen: set[tuple[str, int]] = set()
    for name in sorted(name for name in theme.files if name.endswith(TEMPLATE)):
        try:
            compiled(theme, name, html=".html" in name)
            if name in _WRITERS:
                _WRITERS[name](example(), theme)
        except TemplateError as error:
            if (error.path, error.line) in seen:
                continue
            seen.add((error.path, error.line))
            yield _broken(error, Place(error.line, 1))


def _pages(theme: Theme) -> Iterator[Problem]:
    """What is wrong with the template of a PDF, or with the fonts that it needs, as an example shows."""
    try:
        require("pdf")
    except ChatbotError as missing:
        yield _problem(Code.TEMPLATE_NOT_TRIED, theme.places[TYPST], START, missing.what, missing.todo)
        return
    try:
        to_pdf(example(), theme)
    except TypesettingError as error:
        yield _broken(error, Place(error.line, error.column))
    except FontMissing as error:
        yield _problem(Code.FONT_NOT_THERE, error.where, START, error.what, error.todo)


def _styles(theme: Theme) -> Iterator[Problem]:
    """What of the style sheet has no effect."""
    return check_style(theme.files[_SHEET].decode(), theme.places[_SHEET])


def _broken(error: TemplateError | TypesettingError, at: Place) -> Problem:
    return _problem(Code.TEMPLATE_BROKEN, error.path, at, error.what, error.todo)


def _problem(code: Code, path: str, at: Place, message: str, fix: str) -> Problem:
    return Problem(code=code, path=path, line=at.line, column=at.column, message=message, fix=fix)


def _names(folder: ThemeFolder) -> Iterator[Problem]:
    """Files whose names are nearly those of a theme, so that nothing reads them."""
    known = (*AUTHORED, *FILES, FONTS)
    for name in folder.names():
        if name in known or name in _NOTES or name.endswith(TEMPLATE):
            continue
        meant = nearest(name, [one for one in known if not folder.has(one)])
        if meant:
            what, fix = f"Nothing reads {quoted(name)}.", f"Either rename it to {quoted(meant)} or remove it."
            yield _problem(Code.THEME_FILE_NAME, folder.shown(name), START, what, fix)
