"""What a document shows: its texts, and its parts of one kind, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from chatbot.report.advice_text import advice_blocks
from chatbot.report.content.contents import Content
from chatbot.report.document.nodes import (
    Block,
    Callout,
    Document,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Section,
    Table,
    Turn,
    plain,
)

B = TypeVar("B", bound=Block)


def sections_of(document: Document) -> Iterator[Section]:
    """Every section, with those inside it."""
    for section in document.sections:
        yield from _sections(section)


def section(document: Document, id: str) -> Section:
    """One section by its id."""
    return next(one for one in sections_of(document) if one.id == id)


def ids(document: Document) -> list[str]:
    """The ids of the sections at the top."""
    return [one.id for one in document.sections]


def texts_of(part: Document | Section | Block) -> list[str]:
    """Every text of a part, each as it stands in the document."""
    match part:
        case Document():
            head = [part.title, part.author, part.footer, *(text for pair in part.lead for text in pair)]
            head += [plain(notice) for notice in part.notices]
            return [*head, *_all(part.about), *_all(part.sections)]
        case Section():
            return [part.title, *_all(part.blocks), *_all(part.sections)]
        case Paragraph():
            return [plain(part.text)]
        case Items():
            return [text for item in part.items for text in _all(item)]
        case Table():
            titles = [column.title for column in part.columns]
            return [part.caption, *titles, *(plain(cell) for row in part.rows for cell in row)]
        case Pairs():
            return [text for name, value in part.pairs for text in (name, plain(value))]
        case Quote():
            return [part.to, part.words, part.by]
        case Callout():
            return [plain(part.title), *_all(part.blocks)]
        case Turn():
            return [part.words, *part.marks]
        case Figure():
            return [part.caption, part.alt]


def shown(part: Document | Section | Block) -> str:
    """All of that, one text a line."""
    return "\n".join(texts_of(part))


def blocks_of(part: Document | Section | Block, kind: type[B]) -> list[B]:
    """Every block of a kind, however deep."""
    found = [part] if isinstance(part, kind) else []
    match part:
        case Document():
            inside: tuple[Section | Block, ...] = (*part.about, *part.sections)
        case Section():
            inside = (*part.blocks, *part.sections)
        case Items():
            inside = tuple(block for item in part.items for block in item)
        case Callout():
            inside = part.blocks
        case _:
            inside = ()
    return found + [block for one in inside for block in blocks_of(one, kind)]


def _all(parts: tuple[Section | Block, ...]) -> list[str]:
    return [text for part in parts for text in texts_of(part)]


def _sections(one: Section) -> Iterator[Section]:
    yield one
    for inner in one.sections:
        yield from _sections(inner)


def advice_lines(content: Content) -> list[str]:
    """Every heading and sentence of the advice, in order."""
    return [
        text
        for block in advice_blocks(content)
        for text in (block.heading, *(one.text for one in block.lines))
    ]
