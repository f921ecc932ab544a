"""The fixed texts of a report, looked up by id, with their places filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from chatbot.report.document.nodes import Run, Text
from chatbot.report.document.signs import on_one_line

ONE: Final = "one"
MANY: Final = "many"

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


class Texts:
    """The texts of one theme.

    Values are put in as they are: a text names places, and nothing in it or in a value is ever evaluated.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, id: str, /, **values: str | int) -> str:
        """A text on one line; each place `{name}` holds the value of that name.

        Raises:
            KeyError: there is no text of this id, or no value for a place.
        """
        return on_one_line(_PLACE.sub(lambda place: str(values[place[1]]), self._texts[id]))

    def counted(self, id: str, count: int, /, **values: str | int) -> str:
        """`ID.one` or `ID.many`, as the count asks for; the count itself is `{count}`."""
        return self(f"{id}.{ONE if count == 1 else MANY}", count=count, **values)

    def named(self, group: str, name: str, /, **values: str | int) -> str:
        """`GROUP.NAME`: the text for one of several cases."""
        return self(f"{group}.{name}", **values)

    def runs(self, id: str, /, **values: Text) -> Text:
        """The same as `__call__`, but that the values keep their looks."""
        return tuple(run for run in self._runs(self._texts[id], values) if run.text)

    def _runs(self, text: str, values: Mapping[str, Text]) -> Iterator[Run]:
        at = 0
        for place in _PLACE.finditer(text):
            yield Run(_between(text[at : place.start()]))
            yield from values[place[1]]
            at = place.end()
        yield Run(_between(text[at:]))


def places_in(text: str) -> frozenset[str]:
    """The names of the places that a text has."""
    return frozenset(_PLACE.findall(text))


def _between(text: str) -> str:
    """A stretch on one line that keeps a blank at either end."""
    inner = on_one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"
