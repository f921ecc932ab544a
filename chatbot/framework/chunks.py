"""Cutting a stream into documents: YAML ones at their markers, JSON Lines at every line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

MAX_BYTES: Final = 1 << 20
"""The largest document that is read: 1 MiB."""

_BLANK: Final = (b"#", b"%")
_SPACE: Final = b" \t\r\n"
_MARKS: Final = (b"---", b"...")


class Chunk(msgspec.Struct):
    """The lines of one document.

    Attributes:
        line: where it begins in the stream, from 1.
        empty: whether there is nothing so far but blank lines, comments and directives.
        too_large: whether it is larger than what is read; its lines are then left out.
    """

    line: int
    lines: list[bytes] = []
    size: int = 0
    empty: bool = True
    too_large: bool = False

    def add(self, line: bytes) -> None:
        """Append one line, as long as the document is not too large."""
        self.size += len(line)
        self.empty = self.empty and _says_nothing(line)
        if self.size > MAX_BYTES:
            self.too_large = True
            self.lines.clear()
        else:
            self.lines.append(line)

    @property
    def content(self) -> bytes:
        """The whole text."""
        return b"".join(self.lines)


def chunks(stream: BinaryIO, *, json_lines: bool = False) -> Iterator[Chunk]:
    """The documents of a stream, one after the other as they come; empty ones are left out.

    A line of three dashes or dots ends a document. A line that is a whole JSON object is a document of its
    own, and the lines that follow it, up to the next marker, are too.

    Args:
        json_lines: whether every line is a document, whatever it looks like.
    """
    current = Chunk(1)
    line_by_line = json_lines
    for number, line in _lines(stream):
        mark = None if json_lines else _mark(line)
        if mark is not None:
            if not current.empty:
                yield current
            current, line_by_line = Chunk(number), False
            if mark:
                current.add(mark)
            continue
        if line_by_line or (line.startswith(b"{") and _is_document(line, alone=current.empty)):
            if not current.empty:
                yield current
            alone = Chunk(number)
            alone.add(line)
            if not alone.empty:
                yield alone
            current, line_by_line = Chunk(number + 1), True
            continue
        if current.empty and not current.lines:
            current.line = number
        current.add(line)
    if not current.empty:
        yield current


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers; of a line longer than a document may be, only as much as shows it."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        rest = line
        while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_BYTES + 1)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")  # some editors mark UTF-8 so
        yield number, line


def _mark(line: bytes) -> bytes | None:
    """What stands behind the marker that a line begins with; `None` where it begins with none."""
    if not line.startswith(_MARKS) or line[3:4] not in (b"", b" ", b"\t", b"\r", b"\n"):
        return None
    rest = line[3:].strip(_SPACE)
    return b"    " + rest + b"\n" if rest and not rest.startswith(b"#") else b""


def _says_nothing(line: bytes) -> bool:
    text = line.strip(_SPACE)
    return not text or text.startswith(_BLANK)


def _is_document(line: bytes, *, alone: bool) -> bool:
    """Whether a line is a whole JSON object; after other lines only if it has the keys of a document."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and (alone or data.keys() <= {"initiative", "facts"})
