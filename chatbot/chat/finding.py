"""Finding words in what was said, and marking them in lines that are wrapped already."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.chat.lines import HERE, Line, Role, Span


class Finder:
    """Finds texts that contain some words. Case and the kind of white space do not matter.

    Texts that were looked at once are remembered, so that each further letter costs little.
    """

    def __init__(self) -> None:
        self._plain: list[str] = []

    def forget(self) -> None:
        """There are other texts now, not only more."""
        self._plain = []

    def find(self, words: str, texts: Sequence[str]) -> list[int]:
        """The places of the texts that contain the words, in order; none for no words.

        Args:
            words: what is looked for.
            texts: those of the last time, and perhaps more.
        """
        wanted = _plain(words)
        if not wanted:
            return []
        self._plain += [_plain(text) for text in texts[len(self._plain) :]]
        return [at for at, text in enumerate(self._plain) if wanted in text]


def marked(lines: Sequence[Line], words: str) -> list[Line]:
    """Lines with the words marked wherever they stand, also across the end of a line.

    White space is left out of account, as wrapping has taken some of it away.
    """
    wanted = "".join(words.split())
    if not wanted:
        return list(lines)
    letters = [
        (at, column)
        for at, line in enumerate(lines)
        for column, letter in enumerate(line.text)
        if column >= line.frame and not letter.isspace()
    ]
    text = "".join(lines[at].text[column] for at, column in letters)
    columns: dict[int, set[int]] = {}
    for found in re.finditer(re.escape(wanted), text, re.IGNORECASE):
        for at, column in letters[found.start() : found.end()]:
            columns.setdefault(at, set()).add(column)
    return [_with_marks(line, columns[at]) if at in columns else line for at, line in enumerate(lines)]


def pointed_at(line: Line) -> Line:
    """A line with the sign for "here" in the gutter before its text, where there is room for it."""
    at = line.frame - 2
    if not line.spans or at < 0 or len(line.spans[0].text) <= at or line.spans[0].text[at] != " ":
        return line
    label, *rest = line.spans
    sign = (Span(label.text[:at], label.role), Span(HERE, Role.FOUND), Span(label.text[at + 1 :], label.role))
    return Line((*sign, *rest), line.row, line.target, line.joins, line.frame, line.joint)


def _with_marks(line: Line, columns: set[int]) -> Line:
    """A line in which some columns are marked, and the spaces between two of them."""
    text = line.text
    within = {at for at in range(min(columns), max(columns)) if text[at].isspace() and at - 1 in columns}
    inside = columns | {at for at in within if at + 1 in columns}
    spans: list[Span] = []
    place = 0
    for span in line.spans:
        begin = 0
        for at in range(1, len(span.text) + 1):
            here = place + begin in inside
            if at == len(span.text) or (place + at in inside) is not here:
                role = Role.FOUND if here else span.role
                spans.append(Span(span.text[begin:at], role, span.target))
                begin = at
        place += len(span.text)
    return Line(tuple(spans), line.row, line.target, line.joins, line.frame, line.joint)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
