"""A whole exported interview, read from its lines and checked before anything is done with it."""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec
from msgspec.structs import replace

from chatbot.errors import ChatbotError
from chatbot.interview.events import EventId, InterviewId, Started, Unrecognised, kind_of
from chatbot.interview.store import MAX_BODY, Record, to_event
from chatbot.interview.transfer_format import (
    Altered,
    CutOff,
    EndLine,
    EventLine,
    Header,
    Line,
    Malformed,
    PinLine,
    read_lines,
)
from chatbot.sources.bundle import Bundle

_INTERVIEW_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_NAMING: Final = frozenset({"event", "first", "second", "kept"})
"""What the body of an event, of whatever kind, calls another event of the interview."""

_EVENT_ID: Final = re.compile(r"[!-~]{1,100}")


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """An interview as its file has it.

    Attributes:
        needed: the hashes of the contents that its first event names.
        unknown: the kinds of events that this version does not know, each once, in order.
    """

    interview: InterviewId
    pins: dict[str, str]
    records: tuple[Record, ...]
    needed: tuple[str, ...]
    unknown: tuple[str, ...]


def read_log(lines: Iterable[bytes], source: str) -> Log:
    """Read an exported interview to its end and check everything that it says.

    Args:
        lines: the file's lines.
        source: what to call the file in messages.

    Raises:
        TransferError: something is not as `transfer.export` writes it; its `line` says where.
    """
    reader = _Reader(source)
    for number, line in read_lines(lines, source):
        reader.take(number, line)
    return reader.log()


def copy_of(log: Log) -> Log:
    """The same interview under ids of its own, which follow from what it says.

    Where the body of an event names another one (`_NAMING`), it is renamed too. Everything else stays as it
    is, byte for byte.
    """
    digest = hashlib.sha256(msgspec.json.encode((log.interview, log.records))).digest()
    interview = InterviewId(b32encode(digest[:5]).decode().lower())
    ids = {one.id: EventId(hashlib.sha256(digest + one.id.encode()).hexdigest()[:32]) for one in log.records}
    records = tuple(replace(one, id=ids[one.id], body=_renamed(one.body, ids)) for one in log.records)
    return replace(log, interview=interview, records=records)


def _renamed(body: bytes, ids: dict[EventId, EventId]) -> bytes:
    values = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    renamed = {}
    for key in _NAMING & values.keys():
        named = bytes(values[key])
        new = ids.get(msgspec.json.decode(named, type=EventId)) if named.startswith(b'"') else None
        if new is not None:
            renamed[key] = msgspec.Raw(msgspec.json.encode(new))
    return msgspec.json.encode(values | renamed) if renamed else body


class _Reader:
    """Takes the lines one by one and remembers what they said."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._number = 0
        self._header: Header | None = None
        self._pins: dict[str, str] = {}
        self._records: list[Record] = []
        self._ids: set[str] = set()
        self._needed: tuple[str, ...] = ()
        self._unknown: dict[str, None] = {}
        self._ended = False

    def take(self, number: int, line: Header | Line) -> None:
        """One more line."""
        self._number = number
        if self._ended:
            raise Altered("The file goes on after its closing line.", source=self._source, line=number)
        match line:
            case Header():
                self._check(line.version >= 1, f"There is no format {line.version}.")
                self._check(_INTERVIEW_ID.fullmatch(line.interview), "The id of the interview is not one.")
                self._header = line
            case PinLine():
                self._check(not self._records, "Contents come before the events.")
                self._check(line.hash not in self._pins, "This content is there twice.")
                self._check(_hash_of(line.content) == line.hash, "The content is not the one it says it is.")
                self._pins[line.hash] = line.content
            case EventLine():
                self._take_event(line)
            case EndLine():
                self._check(bool(self._records), "There are no events.")
                self._check(
                    line.events == len(self._records),
                    f"It says that there are {line.events} events, and there are {len(self._records)}.",
                )
                self._ended = True

    def log(self) -> Log:
        """Everything, once the lines have ended."""
        if self._header is None or not self._ended:
            raise CutOff(
                "The file ends after this line, before its closing line.",
                source=self._source,
                line=self._number,
            )
        return Log(
            interview=InterviewId(self._header.interview),
            pins=self._pins,
            records=tuple(self._records),
            needed=self._needed,
            unknown=tuple(self._unknown),
        )

    def _take_event(self, line: EventLine) -> None:
        expected = len(self._records) + 1
        self._check(line.seq == expected, f"Event {expected} is expected here, and this is {line.seq}.")
        self._check(_EVENT_ID.fullmatch(line.id), "The id of the event is not one.")
        self._check(line.id not in self._ids, f"There is an earlier event with the id {line.id}.")
        self._check(_has_zone(line.at), "The time is not an ISO 8601 date and time with a zone.")
        body = bytes(line.what)
        self._check(len(body) <= MAX_BODY, f"The event is larger than {MAX_BODY:,} bytes.")
        record = Record(line.seq, EventId(line.id), line.at, line.who, "", body)
        try:
            what = to_event(record).what
        except ValueError as error:
            raise Malformed(
                f"The event does not say what one of its kind should: {error}.",
                source=self._source,
                line=self._number,
            ) from error
        if isinstance(what, Started):
            self._check(expected == 1, "An interview starts once.")
            self._needed = (what.dialog_hash, what.framework_hash)
        else:
            self._check(expected > 1, "The first event of an interview says how it started.")
        if isinstance(what, Unrecognised):
            self._unknown.setdefault(what.kind)
        self._ids.add(line.id)
        self._records.append(replace(record, kind=kind_of(what)))

    def _check(self, holds: object, otherwise: str) -> None:
        if not holds:
            raise Malformed(otherwise, source=self._source, line=self._number)


def _hash_of(content: str) -> str:
    try:
        return Bundle.from_json(content).hash
    except (ChatbotError, RecursionError):
        return ""


def _has_zone(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).tzinfo is not None
    except ValueError:
        return False
