"""Tables: in aligned columns where a line has room for them, otherwise one list entry for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.cells import cells, pad
from chatbot.report.document.nodes import Table, Text, line
from chatbot.report.writers.markdown.looks import inline
from chatbot.report.writers.markdown.text import Markdown

WIDEST: Final = 112
"""How many cells a row may take; a little more than other lines, since it cannot be folded."""

_LABELS_ITSELF: Final = (":", "?", "!", ".")


def aligned(table: Table, width: int) -> list[str] | None:
    """A table whose columns line up as plain text, or nothing where its rows are too long for that.

    Args:
        width: the cells by which it is narrower than the page.
    """
    head = [_cell(line(column.title)) for column in table.columns]
    rows = [head, *([_cell(cell) for cell in row] for row in table.rows)]
    widths = [max(3, *map(cells, column)) for column in zip(*rows, strict=True)]
    if table.rows and sum(widths) + 3 * len(widths) + 1 > width:
        return None
    rule = f"|{'|'.join('-' * (wide + 2) for wide in widths)}|"
    first, *others = (_row(row, widths) for row in rows)
    return [first, rule, *others]


def entries(table: Table) -> list[list[Markdown]]:
    """The same with a list of lines for each row: what it is about, then its cells with their names."""
    return [
        [
            labelled(column.title, cell, strong_value=table.row_headers and at == 0)
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if at == 0 or cell or column.to_fill_in
        ]
        for row in table.rows
    ]


def labelled(name: str, value: Text, *, strong: bool = False, strong_value: bool = False) -> Markdown:
    """A value behind its name, as one line that may stand anywhere.

    Args:
        strong: the name is set off.
        strong_value: the value is.
    """
    label = inline(line(name), strong=strong)
    shown = inline(value, strong=strong_value, behind_something=bool(label))
    if not label:
        return shown
    if not name.rstrip().endswith(_LABELS_ITSELF):
        label = Markdown(f"{label[:-2]}:**" if strong else f"{label}:")
    return Markdown(f"{label}{' ' if shown else ''}{shown}")


def _cell(text: Text) -> Markdown:
    return inline(text, behind_something=True)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True))} |"
