"""Tables in files: a header with the names of the columns, then lines of cells, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems, instead, listed, quoted
from chatbot.sources.text import FORBIDDEN

_SEPARATORS: Final = ",;\t"
_QUOTE: Final = '"'


class Cell(Struct, frozen=True):
    """One cell, without the quotation marks around it, and where it begins."""

    text: str
    place: Place


class Form(Struct, frozen=True, kw_only=True):
    """What a table may look like.

    Attributes:
        columns: the names of the columns.
        needed: those that cannot be left out.
        also: other spellings of a column's name.
    """

    columns: Sequence[str]
    needed: Sequence[str]
    also: Mapping[str, str] = {}


class Row(Struct, frozen=True):
    """One line: its cells by the names of their columns, and where it begins."""

    cells: Mapping[str, Cell]
    place: Place

    def text(self, column: str) -> str:
        """What is in a column; empty where the line does not come to it."""
        return self.cells[column].text if column in self.cells else ""

    def at(self, column: str) -> Place:
        """Where that is; the beginning of the line where it does not come to it."""
        return self.cells[column].place if column in self.cells else self.place


def read_table(text: str, form: Form, problems: Problems) -> list[Row]:
    """The lines of a table; what is wrong with it is noted in `problems`.

    The first line names the columns, in any order. Whether commas, semicolons or tabs stand between the cells
    is seen from it. Lines without anything in them are passed over.
    """
    if not text.strip():
        problems.add(Code.EMPTY_FILE, START, "There is nothing in this file.", "Either fill it or remove it.")
        return []
    rows = [row for row in _rows(text, _separator(text), problems) if any(cell.text for cell in row)]
    if not rows:
        return []
    before = len(problems.found)
    columns = _columns(rows[0], form, problems)
    if len(problems.found) > before:
        return []
    return [
        Row(dict(zip(columns, row, strict=False)), row[0].place)
        for row in rows[1:]
        if _is_no_longer(row, columns, problems)
    ]


def _separator(text: str) -> str:
    header = text.lstrip("\n").partition("\n")[0]
    return max(_SEPARATORS, key=lambda sign: (header.count(sign), -_SEPARATORS.index(sign)))


def _columns(header: list[Cell], form: Form, problems: Problems) -> list[str]:
    names: list[str] = []
    for cell in header:
        name = cell.text.casefold()
        name = form.also.get(name, name)
        if name not in form.columns:
            rest = [one for one in form.columns if one not in names]
            what = f"{quoted(cell.text)} is not a column" if cell.text else "This column has no name"
            problems.add(
                Code.UNKNOWN_KEY, cell.place, f"{what} of this list.", instead(name, rest, "remove it")
            )
        elif name in names:
            problems.add(
                Code.DUPLICATE_KEY,
                cell.place,
                f"There is a column {quoted(name)} already.",
                "Remove one of them.",
            )
        names.append(name)
    for name in form.needed:
        if name not in names:
            problems.add(
                Code.MISSING_KEY,
                header[0].place,
                f'The column "{name}" is missing here.',
                f"Begin the file with a line that names the columns: {listed(form.columns)}.",
            )
    return names


def _is_no_longer(row: list[Cell], columns: list[str], problems: Problems) -> bool:
    for cell in row[len(columns) :]:
        if cell.text:
            problems.add(
                Code.CSV_MALFORMED,
                cell.place,
                f"This line has more cells than the {len(columns)} columns.",
                'If the text contains the separator, put it into "quotes".',
            )
            return False
    return True


# The standard library reads such tables too, but it does not say in which column a cell begins.
def _rows(text: str, separator: str, problems: Problems) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    at, line, begins = 0, 1, 0
    while at <= len(text):
        place = Place(line, at - begins + 1)
        said, at = _cell(text, at, separator, place, problems)
        newlines = text.count("\n", begins, at)
        if newlines:
            line, begins = line + newlines, text.rindex("\n", 0, at) + 1
        row.append(Cell(" ".join(_without_signs(said, place, problems).split()), place))
        ended = at >= len(text)
        if ended or text[at] == "\n":
            rows.append(row)
            row = []
            line, begins = line + 1, at + 1
        at += 1
        if ended:
            break
    return rows


def _cell(text: str, at: int, separator: str, place: Place, problems: Problems) -> tuple[str, int]:
    """The cell that begins at an offset, and the offset of the separator or line end behind it."""
    if not text.startswith(_QUOTE, at):
        end = at
        while end < len(text) and text[end] not in (separator, "\n"):
            end += 1
        return text[at:end], end
    said: list[str] = []
    end = at + 1
    while True:
        closes = text.find(_QUOTE, end)
        if closes < 0:
            problems.add(
                Code.CSV_MALFORMED,
                place,
                "The quotation that begins here is not closed.",
                "Close it with a quotation mark.",
            )
            return text[at + 1 :].partition("\n")[0], len(text)
        said.append(text[end:closes])
        end = closes + 1
        if not text.startswith(_QUOTE, end):
            break
        said.append(_QUOTE)
        end += 1
    if end < len(text) and text[end] not in (separator, "\n"):
        problems.add(
            Code.CSV_MALFORMED,
            place,
            "There is something behind the quotation that begins here.",
            "Either put all of the cell into quotes or double each quotation mark inside it.",
        )
        while end < len(text) and text[end] not in (separator, "\n"):
            end += 1
    return "".join(said), end


def _without_signs(said: str, place: Place, problems: Problems) -> str:
    if found := FORBIDDEN.search(said):
        problems.add(
            Code.CONTROL_CHARACTER,
            place,
            f"This cell contains an invisible character (U+{ord(found[0]):04X}).",
            "Remove it.",
        )
        return FORBIDDEN.sub("", said)
    return said
