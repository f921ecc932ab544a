"""What has to be found in a page: a document as nested tuples, in which only looks that show are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

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
    Text,
    Tone,
    Turn,
)

Look = tuple[bool, bool, str]
Stretch = tuple[str, Look]
PLAIN: Look = (False, False, "")


def document_shape(document: Document) -> dict[str, object]:
    """All of it, by what it is."""
    return {
        "title": document.title,
        "language": document.language,
        "author": document.author,
        "lead": list(document.lead),
        "notices": [text_shape(notice) for notice in document.notices],
        "about": [block_shape(block) for block in document.about],
        "sections": [section_shape(section) for section in document.sections],
        "footer": document.footer,
        "at": document.at,
    }


def section_shape(section: Section) -> object:
    """A section with everything in it."""
    blocks = [block_shape(block) for block in section.blocks]
    return (
        section.id,
        section.title,
        section.own_page,
        blocks,
        [section_shape(one) for one in section.sections],
    )


def block_shape(block: Block) -> object:
    """A block with everything in it."""
    match block:
        case Paragraph():
            return "paragraph", _tone(block.tone), text_shape(block.text)
        case Items():
            items = [[block_shape(one) for one in item] for item in block.items]
            return "items", block.start if block.numbered else None, items
        case Table():
            columns = [(column.title, column.to_fill_in) for column in block.columns]
            rows = [[text_shape(cell) for cell in row] for row in block.rows]
            headed = [block.row_headers and bool(row[0]) for row in block.rows]
            return "table", block.caption, columns, headed, rows
        case Pairs():
            return "pairs", [(name, text_shape(value)) for name, value in block.pairs]
        case Quote():
            return "quote", block.to, block.words, block.by, block.chosen
        case Callout():
            return (
                "callout",
                text_shape(block.title),
                block.tone.value,
                [block_shape(one) for one in block.blocks],
            )
        case Turn():
            return "turn", block.person, block.question, block.withdrawn, block.words, list(block.marks)
        case Figure():
            return "figure", block.caption, block.alt


def text_shape(text: Text) -> list[Stretch]:
    """A text as stretches in one look each; spaces beside a word have none."""
    return merged(_stretches(text))


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours in the same look as one, and nothing empty."""
    kept = [one for one in stretches if one[0]]
    return [("".join(text for text, _ in group), look) for look, group in groupby(kept, lambda one: one[1])]


def _stretches(text: Text) -> Iterator[Stretch]:
    for run in text:
        core = run.text.strip()
        start = run.text.find(core)
        yield run.text[:start] if core else run.text, PLAIN
        yield core, (run.strong, run.emphasis, _tone(run.tone))
        yield run.text[start + len(core) :] if core else "", PLAIN


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else tone.value
