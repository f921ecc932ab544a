"""A list of people as a table: a header with the names of the columns, then a line for each person."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from chatbot.room.guests import Guest, Listed
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems, instead, listed, quoted
from chatbot.sources.text import FORBIDDEN

COLUMNS: Final = ("name", "role", "organisation")
_ALSO: Final = {"organization": "organisation"}
_SEPARATORS: Final = ",;\t"
_QUOTE: Final = '"'


class Cell(Struct, frozen=True):
    """One cell, without the quotation marks around it, and where it begins."""

    text: str
    place: Place


def from_csv(text: str, problems: Problems) -> list[Listed]:
    """The people in a table; what is wrong with it is noted in `problems`.

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
    columns = _columns(rows[0], problems)
    if len(problems.found) > before:
        return []
    return [one for row in rows[1:] if (one := _person(row, columns, problems))]


def _separator(text: str) -> str:
    header = text.lstrip("\n").partition("\n")[0]
    return max(_SEPARATORS, key=lambda sign: (header.count(sign), -_SEPARATORS.index(sign)))


def _columns(header: list[Cell], problems: Problems) -> list[str]:
    names: list[str] = []
    for cell in header:
        name = cell.text.casefold()
        name = _ALSO.get(name, name)
        if name not in COLUMNS:
            rest = [one for one in COLUMNS if one not in names]
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
    if "name" not in names:
        problems.add(
            Code.MISSING_KEY,
            header[0].place,
            'The column "name" is missing here.',
            f"Begin the file with a line that names the columns: {listed(COLUMNS)}.",
        )
    return names


def _person(row: list[Cell], columns: list[str], problems: Problems) -> Listed | None:
    for cell in row[len(columns) :]:
        if cell.text:
            problems.add(
                Code.CSV_MALFORMED,
                cell.place,
                f"This line has more cells than the {len(columns)} columns.",
                'If the text contains the separator, put it into "quotes".',
            )
            return None
    said = dict(zip(columns, row, strict=False))
    name = said.get("name")
    if name is None or not name.text:
        place = name.place if name else row[0].place
        problems.add(
            Code.BLANK_TEXT, place, "There is no name in this line.", "Either write it or remove the line."
        )
        return None
    guest = Guest(*(said[column].text if column in said else "" for column in COLUMNS))
    places = {column: cell.place for column, cell in said.items()}
    return Listed(guest=guest, place=row[0].place, places=places)


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
