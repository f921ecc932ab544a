"""The blocks of a document as HTML. Everything in them is text; only the elements are ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import (
    Block,
    Callout,
    Column,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Table,
    Text,
    Tone,
    Turn,
)
from chatbot.report.writers.html.pictures import Pictures
from chatbot.report.writers.html.text import has_long_word, text_html

DEEPEST = 6
"""HTML has six levels of headings."""

_WIDE = 6
"""A table with so many columns scrolls where it does not fit, so a keyboard has to reach it."""

_BROAD = 320
"""A picture of more CSS pixels scrolls on a small phone, so a keyboard has to reach it."""

_COLUMN_REM = 6
"""The least width of a column of a wide table: seven of them fit beside each other on a laptop."""


class Blocks:
    """Writes blocks; it counts tables and pictures, so that each id in a page occurs once."""

    def __init__(self, words: Mapping[str, str], pictures: Pictures) -> None:
        self._words = {id: escaped(word) for id, word in words.items()}
        self._pictures = pictures
        self._tables = 0

    def html(self, blocks: Sequence[Block], level: int) -> str:
        """Blocks one after another; headings inside them are at `level`. Turns in a row are one talk."""
        parts = []
        for is_talk, group in groupby(blocks, lambda block: isinstance(block, Turn)):
            inside = "\n".join([self._block(block, level) for block in group])
            parts.append(f'<div class="talk">\n{inside}\n</div>' if is_talk else inside)
        return "\n".join(parts)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Turn():
                return self._turn(block)
            case Paragraph():
                return _paragraph(block)
            case Items():
                return self._items(block, level)
            case Quote():
                return self._quote(block)
            case Table():
                return self._table(block)
            case Pairs():
                return _pairs(block)
            case Callout():
                return self._callout(block, level)
            case Figure():
                return self._figure(block)

    def _items(self, items: Items, level: int) -> str:
        inside = "\n".join([f"<li>{self.html(item, level)}</li>" for item in items.items])
        if not items.numbered:
            look = ' class="ticks"' if items.ticks else ""
            return f"<ul{look}>\n{inside}\n</ul>"
        start = f' start="{items.start}"' if items.start != 1 else ""
        return f"<ol{start}>\n{inside}\n</ol>"

    def _turn(self, turn: Turn) -> str:
        who = "person" if turn.person else "question" if turn.question else "bot"
        looks = (
            "turn",
            "person" if turn.person else "bot",
            *(("question",) if turn.question else ()),
            *(("withdrawn",) if turn.withdrawn else ()),
        )
        words = f'<span class="words" dir="auto">{escaped(turn.words)}</span>'
        if turn.withdrawn:
            words = f"<s>{words}</s>"
        speaker = f'<span class="unseen">{self._words[who]} </span>'
        marks = " · ".join([f'<span dir="auto">{escaped(mark)}</span>' for mark in turn.marks])
        below = f'<p class="marks">{marks}</p>' if marks else ""
        return f'<div class="{" ".join(looks)}"><p class="said">{speaker}{words}</p>{below}</div>'

    def _quote(self, quote: Quote) -> str:
        to = f'<p class="to" dir="auto">{escaped(quote.to)}</p>' if quote.to else ""
        by = f'<p class="by" dir="auto">{escaped(quote.by)}</p>' if quote.by else ""
        chosen = f'<span class="unseen">{self._words["chosen"]} </span>' if quote.chosen else ""
        look = "quote chosen" if quote.chosen else "quote"
        words = f'<p class="said">{chosen}<span class="words" dir="auto">{escaped(quote.words)}</span></p>'
        return f'<div class="{look}">{to}<blockquote>{words}</blockquote>{by}</div>'

    def _callout(self, callout: Callout, level: int) -> str:
        title = ""
        if callout.title:
            title = f'<h{level} class="callout-title">{text_html(callout.title)}</h{level}>\n'
        inside = self.html(callout.blocks, min(level + 1, DEEPEST))
        return f'<div class="callout {callout.tone}">\n{title}{inside}\n</div>'

    def _table(self, table: Table) -> str:
        self._tables += 1
        name = f"table-{self._tables}"
        wide = len(table.columns) >= _WIDE
        all_shares = sum(column.share for column in table.columns)
        widths = "".join(
            [f'<col style="width:{100 * column.share / all_shares:.1f}%">' for column in table.columns]
        )
        titles = "".join([_column(column) for column in table.columns])
        rows = "\n".join([_row(table, row) for row in table.rows])
        looks = [f"min-width:{len(table.columns) * _COLUMN_REM:.1f}rem"] if wide else []
        looks += [f"--room:{table.room}"] if table.room > 1 else []
        least = f' style="{";".join(looks)}"' if looks else ""
        html = (
            f'<table role="table"{least}>\n<caption id="{name}">{escaped(table.caption)}</caption>\n'
            f"<colgroup>{widths}</colgroup>\n"
            f'<thead role="rowgroup"><tr role="row">{titles}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>'
        )
        if not wide:
            return html
        return f'<div class="wide" role="region" aria-labelledby="{name}" tabindex="0">\n{html}\n</div>'

    def _figure(self, figure: Figure) -> str:
        name, svg = self._pictures.inline(figure)
        narrow = ""
        if figure.narrow:
            phone = replace(figure, id=f"{figure.id}-narrow", svg=figure.narrow)
            # Hidden by itself: a style sheet that knows nothing of it shows one picture.
            narrow = f'<div class="narrow" hidden>{self._pictures.inline(phone)[1]}</div>'
        caption = escaped(figure.caption)
        words = self._words["in_words"]
        scrolls = (
            f' role="group" aria-labelledby="{name}-caption" tabindex="0"' if figure.width > _BROAD else ""
        )
        return (
            f'<div class="picture" id="{name}">\n<figure>\n<div class="drawing"{scrolls}>{svg}</div>'
            f'{narrow}\n<figcaption id="{name}-caption">{caption}</figcaption>\n</figure>\n'
            f'<details><summary>{words}<span class="unseen">: {caption}</span></summary>'
            f"<p>{escaped(figure.alt)}</p></details>\n</div>"
        )


def _paragraph(paragraph: Paragraph) -> str:
    look = "" if paragraph.tone is Tone.PLAIN else f' class="{paragraph.tone}"'
    return f"<p{look}>{text_html(paragraph.text)}</p>"


def _pairs(pairs: Pairs) -> str:
    inside = "\n".join(
        [
            f'<div><dt dir="auto">{escaped(name)}</dt><dd dir="auto">{text_html(value)}</dd></div>'
            for name, value in pairs.pairs
        ]
    )
    return f'<dl class="pairs">\n{inside}\n</dl>'


def _column(column: Column) -> str:
    look = ' class="fill"' if column.to_fill_in else ""
    if not column.title:
        return f'<td role="cell"{look}></td>'
    return f'<th role="columnheader" scope="col"{look}>{escaped(column.title)}</th>'


def _row(table: Table, row: tuple[Text, ...]) -> str:
    """A row; on a phone it becomes a card, in which each cell says its column (`data-label`)."""
    cells = []
    for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        looks = [
            look for look, is_so in (("fill", column.to_fill_in), ("long", has_long_word(cell))) if is_so
        ]
        look = f' class="{" ".join(looks)}"' if looks else ""
        if place == 0 and table.row_headers and cell:
            cells.append(f'<th role="rowheader" scope="row"{look} dir="auto">{text_html(cell)}</th>')
            continue
        label = f' data-label="{escaped(column.title)}"' if column.title else ""
        html = text_html(cell)
        if label and len(cell) > 1:
            html = f"<span>{html}</span>"  # beside the label it has to be one thing
        cells.append(f'<td role="cell"{look}{label} dir="auto">{html}</td>')
    return f'<tr role="row">{"".join(cells)}</tr>'
