"""Tables: in aligned columns where a line has room for them, otherwise one list entry for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.cells import cells, pad
from chatbot.report.document.nodes import Table
from chatbot.report.writers.markdown.looks import inline
from chatbot.report.writers.markdown.text import Markdown, escaped

WIDEST: Final = 112
"""How many cells a row may take; a little more than other lines, since it cannot be folded."""

_LABELS_ITSELF: Final = (":", "?", "!", ".")


def aligned(table: Table, width: int) -> list[str] | None:
    """A table whose columns line up as plain text, or nothing where its rows are too long for that.

    Args:
        width: the cells by which it is narrower than the page.
    """
    head = [escaped(column.title) for column in table.columns]
    rows = [head, *([inline(cell) for cell in row] for row in table.rows)]
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
            labelled(column.title, inline(cell, strong=table.row_headers and at == 0))
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if at == 0 or cell or column.to_fill_in
        ]
        for row in table.rows
    ]


def labelled(name: str, value: str, *, strong: bool = False) -> Markdown:
    """A value behind its name."""
    mark = "**" if strong else ""
    label = escaped(name)
    if not label:
        return Markdown(value)
    colon = "" if name.rstrip().endswith(_LABELS_ITSELF) else ":"
    return Markdown(f"{mark}{label}{colon}{mark}{' ' if value else ''}{value}")


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True))} |"
