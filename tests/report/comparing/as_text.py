"""A document as plain text, to look at it and to search in it."""

from __future__ import annotations

from collections.abc import Iterator

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


def as_text(document: Document) -> str:
    """Everything that a document says, in its order."""
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"# {document.title}"
    yield from (
        f"{name}: {value if isinstance(value, str) else plain(value)}" for name, value in document.lead
    )
    yield from (f"! {plain(notice)}" for notice in document.notices)
    for block in document.about:
        yield from _block(block)
    for section in document.sections:
        yield from _section(section, 2)
    yield f"[{document.footer}] [{document.author}] [{document.at}]"


def _section(section: Section, depth: int) -> Iterator[str]:
    yield f"\n{'#' * depth} {section.title}"
    for block in section.blocks:
        yield from _block(block)
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield plain(text)
        case Items(items=items, numbered=numbered, start=start):
            for place, item in enumerate(items, start):
                lines = [line for inner in item for line in _block(inner)]
                yield f"{f'{place}.' if numbered else '-'} {lines[0]}"
                yield from (f"   {line}" for line in lines[1:])
        case Table(caption=caption, columns=columns, rows=rows):
            yield f"[{caption}]"
            yield " | ".join(column.title for column in columns)
            yield from (" | ".join(map(plain, row)) for row in rows)
        case Pairs(pairs=pairs):
            yield from (f"{name}: {plain(value)}" for name, value in pairs)
        case Quote(words=words, to=to, by=by):
            yield f"> {to}"
            yield from (f">   {line}" for line in words.splitlines())
            yield f">   -- {by}"
        case Callout(title=title, blocks=blocks):
            yield f"* {plain(title)}"
            yield from (f"    {line}" for inner in blocks for line in _block(inner))
        case Turn(words=words, marks=marks):
            yield f"{words} ({', '.join(marks)})"
        case Figure(caption=caption, alt=alt):
            yield f"({caption}: {alt})"
