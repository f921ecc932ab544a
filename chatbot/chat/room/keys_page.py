"""The page with all keys, made from the table that they are bound by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.chat.lines import Role, Span
from chatbot.chat.room import room_keys
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.chat.wrapping import width_of

_KEY = 13


class KeysPage(RoomPage):
    """Every key, and what it does; Enter on a command carries it out."""

    HEADING = "All keys"

    def rows(self) -> Sequence[Row]:
        """Two tables."""
        return list(_rows())

    def press(self, key: str) -> None:
        """The key that opened the page closes it."""
        if key == "?":
            self.dismiss(None)


def _rows() -> Iterator[Row]:
    yield Remark("Lowercase letters are people, digits are answers, capitals are commands.", Role.PLAIN)
    yield Heading("To lead through the questions")
    for key, does in room_keys.BASICS:
        yield _row(key, does)
    yield Heading("Commands")
    for key, does in room_keys.rows():
        yield _row(key, does)
    yield Heading("What the marks mean")
    yield _row("●", "has voted; what, nobody sees before the votes are shown")
    yield _row("◐", "said something before this vote, alone or in an earlier round")
    yield _row("○", "is here and has not voted")
    yield _row("°", "in the picture of the votes: said before this vote")


def _row(key: str, does: str) -> Choice:
    mark = Span(key + " " * max(_KEY - width_of(key), 1), Role.KEY)
    return Choice(target="", label=does, mark=mark)
