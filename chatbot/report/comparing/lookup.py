"""Looking up the fixed texts of comparisons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from chatbot.report.comparing.texts import TEXTS
from chatbot.report.document.signs import on_one_line

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


class Texts:
    """The texts of one theme, looked up by id, with their places filled."""

    def __init__(self, texts: Mapping[str, str] = TEXTS) -> None:
        self._texts = texts

    def __call__(self, id: str, /, **values: str | int) -> str:
        """A text on one line; each place `{name}` holds the value of that name.

        Raises:
            KeyError: there is no text of this id, or no value for a place.
        """
        return on_one_line(_PLACE.sub(lambda place: str(values[place[1]]), self._texts[id]))

    def counted(self, id: str, count: int, /, **values: str | int) -> str:
        """`ID.one` or `ID.many`, as the count asks for; the count itself is `{count}`."""
        return self(f"{id}.{'one' if count == 1 else 'many'}", count=count, **values)

    def named(self, group: str, name: str, /, **values: str | int) -> str:
        """`GROUP.NAME`: the text for one of several cases."""
        return self(f"{group}.{name}", **values)
