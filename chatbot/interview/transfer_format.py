"""The lines of an exported interview: how each is written, sealed, read and checked.

A file is JSON Lines: a header, the contents that the interview was held with, one line per event, and a
line that closes it. Each line ends in `"sum"`: the beginning of a SHA-256 over everything up to there, so
that a file which was edited, cut off, reordered or put together from two is recognised. It shows accidents,
it does not prove who wrote the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, TypeAlias

import msgspec

from chatbot.errors import ChatbotError

FORMAT: Final = "chatbot-interview"
VERSION: Final = 1
MAX_LINE: Final = 64 * 1024 * 1024
"""The most bytes of a line: more than any event or content that can be stored makes."""

_SUM_DIGITS: Final = 16
_SEAL: Final = re.compile(rb',"sum":"([0-9a-f]{%d})"\}$' % _SUM_DIGITS)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_AGAIN: Final = "Export it again and transfer the file as it is."


class TransferError(ChatbotError):
    """An exported interview cannot be taken in; nothing of it was stored.

    Attributes:
        line: the number of the line, from 1; 0 if it is about the whole file.
    """

    def __init__(self, what: str, *, source: str, line: int = 0, todo: str = _AGAIN) -> None:
        super().__init__(what, where=f"{source}:{line}" if line else source, todo=todo)
        self.line = line


class NotAnExport(TransferError):
    """The file is something else."""


class NewerExport(TransferError):
    """A later version of the program has written it, in a later format."""


class CutOff(TransferError):
    """The end is missing."""


class Altered(TransferError):
    """A line does not follow from those before it."""


class Malformed(TransferError):
    """A line is as it was written, but does not say what it should."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line."""

    format: str
    version: int
    interview: str


class PinLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="line", tag="pin"):
    """A content that the interview was held with."""

    hash: str
    content: str


class EventLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="line", tag="event"):
    """One event; `what` is its body, byte for byte."""

    seq: int
    id: str
    at: str
    who: str
    what: msgspec.Raw


class EndLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="line", tag="end"):
    """The last line, with the number of events."""

    events: int


Line: TypeAlias = PinLine | EventLine | EndLine


class _Probe(msgspec.Struct):
    format: str
    version: int


def write_lines(interview: str, lines: Iterable[Line]) -> Iterator[bytes]:
    """The bytes of each line, sealed and ended; the same content always gives the same bytes."""
    seal = _Seal()
    for line in (Header(FORMAT, VERSION, interview), *lines):
        text = msgspec.json.encode(line)[:-1]
        yield text + b',"sum":"' + seal.over(text).encode() + b'"}\n'


def read_stream(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of an open file, none of them longer than can be a line of ours (plus one byte)."""
    while line := stream.readline(MAX_LINE + 1):
        yield line


def read_lines(lines: Iterable[bytes], source: str) -> Iterator[tuple[int, Header | Line]]:
    """Each line with its number, its seal checked; endings as on Windows and a missing last one are fine.

    Args:
        lines: the file's lines, with or without their endings.
        source: what to call the file in messages.

    Raises:
        TransferError: of the kind that fits the first line that is not as it was written.
    """
    seal = _Seal()
    number, blank = 0, 0
    for number, line in enumerate(lines, start=1):
        text = line.rstrip(b"\r\n")
        if number == 1:
            text = text.removeprefix(_BYTE_ORDER_MARK)
            _check_format(text, source)
        elif not text.strip():
            blank = blank or number
            continue
        if blank:
            raise Altered(
                "This line is empty, and others follow it: the file was changed.", source=source, line=blank
            )
        yield number, _read_line(text, number, source, seal, is_whole=line.endswith(b"\n"))
    if number == 0:
        raise NotAnExport(
            "The file is empty.", source=source, todo="Name a file that `chatbot export` wrote."
        )


class _Seal:
    """The running sum over the lines so far."""

    def __init__(self) -> None:
        self._running = hashlib.sha256()

    def over(self, text: bytes) -> str:
        """The sum after one more line, given without its seal."""
        self._running.update(text)
        self._running.update(b"\n")
        return self._running.hexdigest()[:_SUM_DIGITS]


def _check_format(text: bytes, source: str) -> None:
    try:
        probe = msgspec.json.decode(text, type=_Probe) if len(text) <= MAX_LINE else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        probe = None
    if probe is None or probe.format != FORMAT:
        raise NotAnExport(
            "This is not an exported interview.",
            source=source,
            line=1,
            todo="Name a file that `chatbot export` wrote.",
        )
    if probe.version > VERSION:
        raise NewerExport(
            f"A newer version of chatbot wrote this file (format {probe.version}; this one reads {VERSION}).",
            source=source,
            line=1,
            todo="Update chatbot, then import it again.",
        )


def _read_line(text: bytes, number: int, source: str, seal: _Seal, *, is_whole: bool) -> Header | Line:
    if len(text) > MAX_LINE:
        raise Malformed(f"This line is longer than {MAX_LINE:,} bytes.", source=source, line=number)
    found = _SEAL.search(text)
    if found is None and not is_whole:
        raise CutOff("The file ends in the middle of this line.", source=source, line=number)
    if found is None or seal.over(text[: found.start()]).encode() != found[1]:
        raise Altered(
            "This line does not fit those before it: the file was changed, put in another order, or "
            "something is missing above.",
            source=source,
            line=number,
        )
    try:
        body = text[: found.start()] + b"}"
        body.decode()  # what is only passed on would not be looked at otherwise
        return _header.decode(body) if number == 1 else _line.decode(body)
    except RecursionError as error:
        raise Malformed("This line is nested too deeply.", source=source, line=number) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Malformed(
            f"This line does not say what it should: {error}.", source=source, line=number
        ) from error


_header: Final = msgspec.json.Decoder(Header)
_line: Final[msgspec.json.Decoder[Line]] = msgspec.json.Decoder(Line)
