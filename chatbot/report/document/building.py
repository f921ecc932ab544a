"""Parts of a document out of any text: whatever a person typed goes through here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from chatbot.report.document.nodes import (
    Block,
    Column,
    Figure,
    Items,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Tone,
)
from chatbot.report.document.signs import on_one_line, signs

_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


def run(text: str, *, strong: bool = False, emphasis: bool = False, tone: Tone = Tone.PLAIN) -> Run:
    """A stretch of text in one look."""
    return Run(on_one_line(text), strong, emphasis, tone)


def text(*parts: str | Run) -> Text:
    """A line out of sentences or stretches, with a blank between any two; empty ones drop out."""
    runs: list[Run] = []
    for part in parts:
        said = run(part) if isinstance(part, str) else part
        if said.text:
            runs += [Run(" "), said] if runs else [said]
    return tuple(runs)


def paragraph(*parts: str | Run, tone: Tone = Tone.PLAIN) -> Paragraph:
    """A paragraph out of sentences or stretches."""
    return Paragraph(text(*parts), tone)


def quote(words: str, *, to: str = "", by: str = "", chosen: bool = False) -> Quote:
    """What somebody said, in all its lines."""
    return Quote(words=signs(words), to=on_one_line(to), by=on_one_line(by), chosen=chosen)


def items(
    entries: Iterable[Block | tuple[Block, ...]],
    *,
    numbered: bool = False,
    start: int = 1,
    ticks: bool = False,
) -> Items:
    """A list of entries, each a paragraph or a paragraph with what belongs to it."""
    every = tuple(entry if isinstance(entry, tuple) else (entry,) for entry in entries)
    return Items(items=every, numbered=numbered, start=start, ticks=ticks)


def table(caption: str, columns: Iterable[tuple[str, int]], rows: Iterable[tuple[Text, ...]]) -> Table:
    """A table from its columns' titles and shares of the width."""
    return Table(
        caption=caption,
        columns=tuple(Column(title=title, share=share) for title, share in columns),
        rows=tuple(rows),
    )


def section(
    id: str,
    title: str,
    blocks: Iterable[Block] = (),
    sections: Iterable[Section] = (),
    *,
    own_page: bool = False,
    together: bool = False,
) -> Section:
    """A section with what belongs under it."""
    return Section(
        id=id,
        title=on_one_line(title),
        blocks=tuple(blocks),
        sections=tuple(sections),
        own_page=own_page,
        together=together,
    )


def smaller(figure: Figure) -> Figure:
    """A tall picture at the size at which a page still has room for it below a few lines of text."""
    return replace(figure, width=round(0.8 * figure.width), height=round(0.8 * figure.height))


def excerpt(words: str, most: int) -> str:
    """The beginning of a text on one line, cut at a word; the whole of it where it has room.

    Args:
        most: how many characters there is room for.
    """
    line = on_one_line(words)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > most // 2 else kept).rstrip(" ,;:.-") + _ELLIPSIS


def is_cut(words: str, most: int) -> bool:
    """Whether `excerpt` leaves something out, be it only the ends of lines."""
    return excerpt(words, most) != signs(words).strip()
