"""A list of people as a table: a header with the names of the columns, then a line for each person."""

from __future__ import annotations

from typing import Final

from chatbot.room.guests import Guest, Listed
from chatbot.room.tables import Form, Row, read_table
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problems

COLUMNS: Final = ("name", "role", "organisation")
_FORM: Final = Form(columns=COLUMNS, needed=("name",), also={"organization": "organisation"})


def from_csv(text: str, problems: Problems) -> list[Listed]:
    """The people in a table, see `read_table`; what is wrong with it is noted in `problems`."""
    return [one for row in read_table(text, _FORM, problems) if (one := _person(row, problems))]


def _person(row: Row, problems: Problems) -> Listed | None:
    if not row.text("name"):
        problems.add(
            Code.BLANK_TEXT,
            row.at("name"),
            "There is no name in this line.",
            "Either write it or remove the line.",
        )
        return None
    guest = Guest(*(row.text(column) for column in COLUMNS))
    places = {column: cell.place for column, cell in row.cells.items()}
    return Listed(guest=guest, place=row.place, places=places)
