"""A document as lines of the screen: a report as it will read, before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.wrapping import width_of
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
    plain,
)
from chatbot.visible import visible

_TONES: Final = {
    Tone.LEAD: Role.HEADING,
    Tone.MUTED: Role.MUTED,
    Tone.GOOD: Role.GOOD,
    Tone.OPEN: Role.ACCENT,
    Tone.WATCH: Role.MUTED,
    Tone.CAUTION: Role.WARN,
    Tone.STOP: Role.BAD,
}
_INSET: Final = "  "


def document_lines(document: Document, width: int) -> list[Line]:
    """The whole document. Of a picture only its title: what it shows is also said in the text around it."""
    lines = [*paragraph(visible(document.title), width, Role.HEADING), BLANK]
    for name, value in document.lead:
        lines += _pair(name, value, width)
    for notice in document.notices:
        lines += [BLANK, *_text(plain(notice), width, Role.WARN)]
    for block in document.about:
        lines += [BLANK, *_block(block, width)]
    for section in document.sections:
        lines += _section(section, width, 0)
    return lines


def _section(section: Section, width: int, depth: int) -> Iterator[Line]:
    yield BLANK
    heading = paragraph(visible(section.title), width, Role.HEADING if depth < 2 else Role.STRONG)
    yield from heading[:-1]
    rest = width - width_of(heading[-1].text) - 1 if depth == 0 else 0
    yield Line((*heading[-1].spans, Span(f" {'─' * max(rest, 0)}" if rest > 0 else "", Role.RULE)))
    for block in section.blocks:
        yield BLANK
        yield from _block(block, width)
    for inner in section.sections:
        yield from _section(inner, width, depth + 1)


def _block(block: Block, width: int, lead: tuple[Span, ...] = ()) -> list[Line]:
    """The lines of one block; `lead` stands before its first line."""
    match block:
        case Paragraph():
            role = _TONES.get(block.tone) or _role(block.text)
            return paragraph(visible(plain(block.text)), width, role, lead=lead or (Span(_INSET),))
        case Items():
            return list(_items(block, width))
        case Table():
            return list(_table(block, width))
        case Pairs():
            return [line for name, text in block.pairs for line in _pair(name, plain(text), width)]
        case Quote():
            return list(_quote(block, width))
        case Callout():
            inner = [line for one in block.blocks for line in _block(one, width)]
            return [*_text(plain(block.title), width, _TONES.get(block.tone, Role.STRONG)), *inner]
        case Turn():
            return list(_turn(block, width))
        case Figure():
            return _text(f"[Picture: {block.caption}]", width, Role.MUTED)


def _items(items: Items, width: int) -> Iterator[Line]:
    for number, (first, *more) in enumerate(items.items, items.start):
        mark = f"{number:>2}. " if items.numbered else "•  "
        yield from _block(first, width, (Span(f"{_INSET}{mark}", Role.KEY),))
        for block in more:
            yield from _indented(_block(block, width - 4), 4)


def _table(table: Table, width: int) -> Iterator[Line]:
    """Each row as its first cell with the others named beneath it: no table is too wide for a terminal."""
    for row in table.rows:
        first, *rest = row
        yield from _text(plain(first), width, Role.STRONG)
        for column, cell in zip(table.columns[1:], rest, strict=True):
            said = plain(cell)
            if said:
                mark = "" if column.title.endswith("?") else ":"
                name = f"{column.title}{mark} " if column.title else ""
                lead = (Span(f"    {visible(name)}", Role.MUTED),)
                yield from paragraph(visible(said), width, _role(cell), lead=lead)


def _pair(name: str, value: str, width: int) -> list[Line]:
    return paragraph(visible(value), width, lead=(Span(f"{_INSET}{visible(name)}: ", Role.MUTED),))


def _quote(quote: Quote, width: int) -> Iterator[Line]:
    if quote.to:
        yield from _text(quote.to, width, Role.MUTED)
    bar = (Span(f"{_INSET}│ ", Role.RULE),)
    for line in quote.words.split("\n"):
        yield from paragraph(visible(line), width, lead=bar)
    if quote.by:
        yield from _text(quote.by, width, Role.MUTED)


def _turn(turn: Turn, width: int) -> Iterator[Line]:
    lead = (Span(f"{_INSET}│ " if turn.person else _INSET, Role.RULE),)
    role = Role.MUTED if turn.withdrawn else Role.STRONG if turn.question else Role.PLAIN
    for line in turn.words.split("\n"):
        yield from paragraph(visible(line), width, role, lead=lead)
    if turn.marks:
        yield from _text(", ".join(turn.marks), width, Role.MUTED)


def _role(text: Text) -> Role:
    """How a short text looks: as its first mark says."""
    tones: Iterable[Role] = (_TONES[run.tone] for run in text if run.tone in _TONES)
    return next(iter(tones), Role.STRONG if text and all(run.strong for run in text) else Role.PLAIN)


def _text(text: str, width: int, role: Role = Role.PLAIN) -> list[Line]:
    return paragraph(visible(text), width, role, lead=(Span(_INSET),))


def _indented(lines: Iterable[Line], by: int) -> Iterator[Line]:
    for line in lines:
        yield replace(line, spans=(Span(" " * by), *line.spans), frame=line.frame + by)
