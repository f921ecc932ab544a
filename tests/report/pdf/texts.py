"""Every text that a document has for its readers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from chatbot.report.document.nodes import Document

_NOT_ON_A_PAGE = {"id", "tone", "svg", "alt", "language", "at", "author", "footer"}


def texts_of(part: object) -> Iterator[str]:
    """The texts of a part and of all parts inside it, in their order."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts_of(one)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            if name not in _NOT_ON_A_PAGE:
                yield from texts_of(getattr(part, name))


def titles_of(document: Document) -> list[str]:
    """The titles of all sections."""
    waiting = list(document.sections)
    titles = []
    while waiting:
        section = waiting.pop(0)
        titles.append(section.title)
        waiting[:0] = section.sections
    return titles
