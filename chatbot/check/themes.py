"""Checking a theme: its files, and whether its templates can be filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from chatbot.report.document.nodes import Document
from chatbot.report.theme.example import example
from chatbot.report.theme.folder import FONTS, ThemeFolder
from chatbot.report.theme.ours import FILES, our_theme
from chatbot.report.theme.overlaying import examine_theme
from chatbot.report.theme.reading import AUTHORED, TEMPLATE, THEME_FILE
from chatbot.report.theme.templates import TemplateError, compiled
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.html.writer import to_html
from chatbot.report.writers.markdown.writer import to_markdown
from chatbot.report.writers.written import Written
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Problem, listed, nearest, quoted

_WRITERS: Final[dict[str, Callable[[Document, Theme], Written]]] = {
    "report.html.j2": to_html,
    "report.md.j2": to_markdown,
}
"""By template, what fills it in."""

_FONT_ENDINGS: Final = (".ttf", ".otf", ".ttc", ".otc")
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
    return (*found, *_fonts(ThemeFolder(folder), theme), *_templates(theme))


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
            yield Problem(
                code=Code.TEMPLATE_BROKEN,
                path=error.path,
                line=error.line,
                column=1,
                message=error.what,
                fix=error.todo,
            )


def _names(folder: ThemeFolder) -> Iterator[Problem]:
    """Files whose names are nearly those of a theme, so that nothing reads them."""
    known = (*AUTHORED, *FILES, FONTS)
    for name in folder.names():
        if name in known or name in _NOTES or name.endswith(TEMPLATE):
            continue
        meant = nearest(name, [one for one in known if not folder.has(one)])
        if meant:
            yield Problem(
                code=Code.THEME_FILE_NAME,
                path=folder.shown(name),
                line=START.line,
                column=START.column,
                message=f"Nothing reads {quoted(name)}.",
                fix=f"Either rename it to {quoted(meant)} or remove it.",
            )


def _fonts(folder: ThemeFolder, theme: Theme) -> Iterator[Problem]:
    """Fonts that are named and that no PDF will have."""
    ours = our_theme().fonts
    brought = {ours.text, ours.headings, ours.fallback}
    files = [name for name in folder.names(FONTS) if name.lower().endswith(_FONT_ENDINGS)]
    for name in dict.fromkeys((theme.fonts.text, theme.fonts.headings, theme.fonts.fallback)):
        if name not in brought and not files:
            yield Problem(
                code=Code.FONT_NOT_THERE,
                path=folder.shown(THEME_FILE),
                line=START.line,
                column=START.column,
                message=f"A PDF cannot use the font {quoted(name)}: there are no fonts in the theme.",
                fix=f"Either put its files into {quoted(FONTS)} or name one of {listed(sorted(brought))}.",
            )
