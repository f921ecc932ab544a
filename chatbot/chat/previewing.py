"""What a report will read like, worked out beside the screen; no step is taken twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Final

from msgspec import Struct

from chatbot.chat.document_lines import document_lines
from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.wishing import explained, possible
from chatbot.report.document.nodes import Document
from chatbot.report.making import Contents, Source, Wish, contents_of, document_from
from chatbot.report.theme.theme import Theme
from chatbot.visible import on_one_line

_NAMES: Final = 12
"""So many names are shown with what takes their place."""

_LONGEST_NAME: Final = 60


class Shown(Struct, frozen=True, kw_only=True):
    """A preview.

    Attributes:
        width: how wide its lines are at most.
        names: how many names give way to roles; `None` where they are kept.
    """

    width: int
    lines: Sequence[Line]
    theme: Theme
    names: int | None = None


class Preview:
    """Previews of one report. May be asked by several threads; they wait for each other.

    Args:
        theme: gives the theme in force.
    """

    def __init__(self, source: Source, theme: Callable[[], Theme]) -> None:
        self._source = source
        self._find_theme = theme
        self._theme: Theme | None = None
        self._contents: dict[bool, Contents] = {}
        self._documents: dict[tuple[object, ...], Document] = {}
        self._working = Lock()

    def shown(self, wish: Wish, width: int) -> Shown:
        """How the report will read, in lines of a width.

        Raises:
            ChatbotError: the theme has a mistake.
        """
        with self._working:
            theme = self._theme = self._theme or self._find_theme()
            contents = self._contents_for(wish)
            document = self._document_for(possible(wish), contents, theme)
        lines = [*_before(wish, contents, width), *document_lines(document, width)]
        names = len(contents.replaced) if wish.redact else None
        return Shown(width=width, lines=lines, theme=theme, names=names)

    def _contents_for(self, wish: Wish) -> Contents:
        if wish.redact not in self._contents:
            self._contents[wish.redact] = contents_of(self._source, wish)
        return self._contents[wish.redact]

    def _document_for(self, wish: Wish, contents: Contents, theme: Theme) -> Document:
        key = (wish.redact, wish.audience, wish.transcript)
        if key not in self._documents:
            self._documents[key] = document_from(contents.content, wish, theme)
        return self._documents[key]


def _before(wish: Wish, contents: Contents, width: int) -> list[Line]:
    """What only whoever saves it is told: for whom it is, and what becomes of names."""
    lines = paragraph(explained(wish), width, Role.MUTED)
    if wish.redact:
        lines += _names(contents, width)
    return [*lines, Line((Span("─" * width, Role.RULE),)), BLANK]


def _names(contents: Contents, width: int) -> list[Line]:
    if not contents.replaced:
        lines = paragraph("No name was given as one, so none gives way.", width, Role.MUTED)
    else:
        lines = paragraph("Names that give way; this list is not in the report:", width, Role.MUTED)
    for one in contents.replaced[:_NAMES]:
        times = f" ({one.times} times)" if one.times != 1 else ""
        lines += paragraph(f"{_name(one.name)} → [{one.by}]{times}", width, lead=(Span("  "),))
    if more := len(contents.replaced) - _NAMES:
        lines += paragraph(f"and {more} more", width, Role.MUTED, lead=(Span("  "),)) if more > 0 else []
    if contents.unsure:
        kept = ", ".join(_name(name) for name in contents.unsure[:_NAMES])
        more = len(contents.unsure) - _NAMES
        kept += f" and {more} more" if more > 0 else ""
        says = (
            f"Left as they are, and perhaps names: {kept}. chatbot report --redact --name replaces them too."
        )
        lines += paragraph(says, width, Role.WARN)
    return lines


def _name(name: str) -> str:
    return on_one_line(name, _LONGEST_NAME)
