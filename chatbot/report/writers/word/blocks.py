"""Each kind of block as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from chatbot.report.document.nodes import (
    TICK,
    Block,
    Callout,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Run,
    Table,
    Tone,
    Turn,
    plain,
)
from chatbot.report.writers.word.lists import Lists
from chatbot.report.writers.word.names import DEEPEST_LIST, Style, callout, listed, paragraph
from chatbot.report.writers.word.paragraphs import Paragraphs, Place
from chatbot.report.writers.word.pictures import Pictures
from chatbot.report.writers.word.styles import Styles
from chatbot.report.writers.word.tables import Box, cell, row, table

_STEP: Final = 397
"""How much further in a list stands than the one around it, in twentieths of a point, as in our reference."""

_LONGEST_WHOLE: Final = 700
"""Characters in a cell up to which its row stays on one page."""

_LONGEST_CARD: Final = 2800
"""Characters in what stands out up to which it stays on one page; it takes about half of one."""

_MOST_TOGETHER: Final = 6
"""Rows up to which a table stays on one page."""

_CELL_MARGINS: Final = 400
"""What is left and right of a text in a callout, together, in twentieths of a point, as in our reference."""

_NAMES_AND_VALUES: Final = (1, 3)
_BETWEEN_MARKS: Final = " \N{MIDDLE DOT} "


class Blocks:
    """Writes blocks into one document.

    Args:
        tallest: how high a picture may be, in twentieths of a point.
    """

    def __init__(self, styles: Styles, lists: Lists, pictures: Pictures, tallest: int) -> None:
        self._styles = styles
        self._paragraphs = Paragraphs(styles)
        self._lists = lists
        self._pictures = pictures
        self._tallest = tallest

    def add(self, block: Block, box: Box) -> None:
        """A block at the end of a box."""
        match block:
            case Turn():
                self._turn(block, box)
            case Paragraph():
                self._paragraph(block, box)
            case Quote():
                self._quote(block, box)
            case Items():
                self._items(block, box)
            case Table():
                self._table(block, box)
            case Callout():
                self._callout(block, box)
            case Pairs():
                self._pairs(block, box)
            case Figure():
                self._figure(block, box)

    def introduce(self, block: Paragraph | Turn, box: Box) -> None:
        """A block that does not stay behind on another page than what it introduces."""
        if isinstance(block, Turn):
            self._turn(block, box, with_next=True)
        else:
            self._paragraphs.text(box.parent, paragraph(block.tone), block.text, Place(with_next=True))

    def _paragraph(self, block: Paragraph, box: Box) -> None:
        if box.depth:
            style = listed("Continue", min(box.depth, DEEPEST_LIST) - 1)
            self._paragraphs.text(box.parent, style, block.text, tone=block.tone)
        else:
            self._paragraphs.text(box.parent, paragraph(block.tone), block.text)

    def _quote(self, quote: Quote, box: Box) -> None:
        add, inside = self._paragraphs.words, Place(indent=box.indent)
        if quote.to:
            add(box.parent, Style.QUOTE_QUESTION, quote.to, inside)
        style = Style.QUOTE_CHOSEN if quote.chosen else Style.QUOTE
        add(box.parent, style, quote.words, Place(indent=box.indent, with_next=bool(quote.by)))
        if quote.by:
            add(box.parent, Style.QUOTE_SOURCE, quote.by, inside)

    def _turn(self, turn: Turn, box: Box, *, with_next: bool = False) -> None:
        if turn.withdrawn:
            style = Style.TRANSCRIPT_WITHDRAWN
        elif turn.person:
            style = Style.TRANSCRIPT_ANSWER
        else:
            style = Style.TRANSCRIPT_QUESTION if turn.question else Style.TRANSCRIPT_BOT
        place = Place(indent=box.indent, with_next=with_next or bool(turn.marks))
        self._paragraphs.words(box.parent, style, turn.words, place)
        if turn.marks:
            marks = _BETWEEN_MARKS.join(turn.marks)
            self._paragraphs.words(box.parent, Style.TRANSCRIPT_MARKS, marks, Place(indent=box.indent))

    def _items(self, items: Items, box: Box) -> None:
        ticks = items.ticks and not items.numbered
        style, numbering = self._lists.begin(box.depth, numbered=items.numbered, start=items.start)
        if ticks:
            style = listed("Continue", min(box.depth, DEEPEST_LIST - 1))
        place = Place(numbering=numbering, hanging=_STEP if ticks else 0)
        inside = Box(
            parent=box.parent,
            width=box.width,
            indent=min(box.indent + _STEP, box.width // 2),
            depth=box.depth + 1,
        )
        for item in items.items:
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
            text, tone = (first.text, first.tone) if first else ((), Tone.PLAIN)
            text = (Run(f"{TICK}\t"), *text) if ticks else text
            at = replace(place, with_next=True) if rest else place
            self._paragraphs.text(box.parent, style, text, at, tone)
            for block in rest:
                self.add(block, inside)

    def _table(self, block: Table, box: Box) -> None:
        indent = Place(indent=box.indent)
        self._paragraphs.words(box.parent, Style.TABLE_CAPTION, block.caption, indent)
        form = any(column.to_fill_in for column in block.columns)
        made, widths = table(
            box,
            self._styles,
            Style.REPORT_FORM if form else Style.REPORT_TABLE,
            [max(1, column.share) for column in block.columns],
            header=True,
            labels=block.row_headers,
            shows=block.caption,
        )
        header = row(made, header=True)
        for column, width in zip(block.columns, widths, strict=True):
            self._paragraphs.words(cell(header, width), Style.TABLE_HEADING, column.title)
        for count, texts in enumerate(block.rows, start=1):
            together = Place(with_next=count < len(block.rows) <= _MOST_TOGETHER)
            whole = sum(len(plain(text)) for text in texts) <= _LONGEST_WHOLE
            made_row = row(made, whole=whole, to_write_in=block.room if form else 0)
            for at, (text, width) in enumerate(zip(texts, widths, strict=True)):
                style = Style.TABLE_LABEL if block.row_headers and not at else Style.TABLE_TEXT
                self._paragraphs.text(cell(made_row, width), style, text, together)
        self._end_table(box)

    def _pairs(self, block: Pairs, box: Box) -> None:
        made, (left, right) = table(
            box, self._styles, Style.REPORT_PAIRS, _NAMES_AND_VALUES, header=False, labels=True
        )
        for name, value in block.pairs:
            made_row = row(made, whole=len(plain(value)) <= _LONGEST_WHOLE)
            self._paragraphs.words(cell(made_row, left), Style.TABLE_LABEL, name)
            self._paragraphs.text(cell(made_row, right), Style.TABLE_TEXT, value)
        self._end_table(box)

    def _callout(self, block: Callout, box: Box) -> None:
        title = plain(block.title)
        made, (width,) = table(
            box, self._styles, callout(block.tone), (1,), header=bool(block.blocks), shows=title
        )
        top = cell(row(made, header=bool(block.blocks)), width)
        self._paragraphs.text(top, Style.CALLOUT_TITLE, block.title)
        if block.blocks:
            inside = Box(
                parent=cell(row(made, whole=_is_short(block.blocks)), width),
                width=max(1, width - _CELL_MARGINS),
            )
            for one in block.blocks:
                self.add(one, inside)
        self._end_table(box)

    def _end_table(self, box: Box) -> None:
        """Word joins tables that touch, and wants a paragraph at the end of a cell."""
        self._paragraphs.empty(box.parent, Style.TABLE_END)

    def _figure(self, figure: Figure, box: Box) -> None:
        indent = Place(indent=box.indent)
        self._pictures.draw(
            self._paragraphs.empty(box.parent, Style.FIGURE, indent),
            name=figure.id,
            says=figure.alt,
            data=figure.svg.encode(),
            vector=True,
            width=figure.width,
            within=(box.width - box.indent, self._tallest),
        )
        self._paragraphs.words(box.parent, Style.CAPTION, figure.caption, indent)


def _is_short(blocks: Sequence[Block]) -> bool:
    """Whether what stands out can stay on one page, as far as its length tells."""
    return (
        all(isinstance(one, (Paragraph, Quote)) for one in blocks)
        and sum(
            len(plain(one.text)) if isinstance(one, Paragraph) else len(one.to) + len(one.words)
            for one in blocks
            if isinstance(one, (Paragraph, Quote))
        )
        <= _LONGEST_CARD
    )
