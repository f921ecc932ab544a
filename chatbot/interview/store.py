"""What keeps interviews: the verbs of a store, and what goes in and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

import msgspec

from chatbot.interview.events import (
    Event,
    EventId,
    InterviewId,
    Started,
    decode_what,
    encode_what,
    kind_of,
)
from chatbot.interview.store_errors import (
    AmbiguousInterview,
    Conflict,
    DamagedStore,
    ErasePending,
    EventElsewhere,
    NewerStore,
    NoStore,
    NoSuchInterview,
    NotAStore,
    NotPinned,
    PathIsFolder,
    ReadOnlyStore,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreMoved,
    StoreUnreachable,
    Unrecordable,
)

__all__ = [
    "MAX_BODY",
    "AmbiguousInterview",
    "Conflict",
    "DamagedStore",
    "ErasePending",
    "EventElsewhere",
    "NewerStore",
    "NoStore",
    "NoSuchInterview",
    "NotAStore",
    "NotPinned",
    "PathIsFolder",
    "ReadOnlyStore",
    "Record",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "StoreMoved",
    "StoreUnreachable",
    "Summary",
    "Unrecordable",
    "choose",
    "newest_first",
    "summarise",
    "to_event",
    "to_record",
]

MAX_BODY: Final = 8 * 1024 * 1024
"""The most bytes that the body of one event may have."""

_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class Record(msgspec.Struct, frozen=True):
    """One event as it is stored: its body stays the bytes that were recorded, whatever its kind."""

    seq: int
    id: EventId
    at: str
    who: str
    kind: str
    body: bytes


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """One interview on a list.

    Attributes:
        started: when its first event was recorded, ISO 8601 with the zone.
        updated: when its last one was.
        events: how many there are.
        finished: whether it was closed and not opened again.
    """

    interview: InterviewId
    dialog: str
    dialog_hash: str
    framework_hash: str
    started: str
    updated: str
    events: int
    finished: bool


class Store(Protocol):
    """Keeps interviews. Every verb may raise a `StoreError`; what was recorded before is not affected."""

    def create(self, interview: InterviewId, started: Event, pins: Mapping[str, str]) -> None:
        """Begin an interview with its first event and the contents (by hash) it is held with.

        Raises:
            Conflict: there is an interview with this id.
        """

    def append(self, interview: InterviewId, event: Event) -> None:
        """Add one event; it is durable when this returns. Adding the very same event again is no error.

        Raises:
            Conflict: somebody else has recorded this sequence number; read the events again.
            NoSuchInterview: it was not begun, or was deleted meanwhile.
        """

    def extend(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """Add the records that continue an interview (or begin it) and contents: all of them or none.

        Raises:
            Conflict: the records do not continue what is stored now.
            EventElsewhere: another interview has an event with the same id.
        """

    def rearrange(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """Take over the order of another place, whose records contain all that is stored: all or nothing.

        Raises:
            Conflict: a stored event is missing among them, or is another there.
            NoSuchInterview: there is none.
        """

    def records(self, interview: InterviewId) -> list[Record]:
        """All events in order, as stored.

        Raises:
            NoSuchInterview: there is none.
            DamagedStore: some cannot be read; its `records` are those before the first such.
        """

    def events(self, interview: InterviewId) -> list[Event]:
        """All events in order; raises as `records` does."""

    def later_events(self, interview: InterviewId, after: int) -> list[Event]:
        """The events that follow the one with the sequence number `after`, in order, and only those.

        Raises:
            NoSuchInterview: there is none, or fewer events than that: it was deleted meanwhile.
            DamagedStore: some cannot be read.
        """

    def interviews(self) -> list[Summary]:
        """Every interview, the one changed last comes first.

        Raises:
            DamagedStore: some cannot be read; its `interviews` are the others.
        """

    def resolve(self, prefix: str) -> InterviewId:
        """The one interview whose id is, or begins with, `prefix`.

        Raises:
            NoSuchInterview: there is none.
            AmbiguousInterview: there are several; its `candidates` names them.
        """

    def pin(self, interview: InterviewId, hash: str, content: str) -> None:
        """Keep a content under its hash for as long as the interview is kept."""

    def pinned(self, hash: str) -> str:
        """The content with this hash.

        Raises:
            NotPinned: there is none.
        """

    def pins(self, interview: InterviewId) -> dict[str, str]:
        """All contents that are kept for an interview, ordered by hash."""

    def delete(self, interview: InterviewId) -> None:
        """Erase an interview and the contents that no other one uses, so that no byte of it remains.

        Raises:
            ErasePending: it is deleted, but parts of its text remain on disk until this is repeated.
        """

    def close(self) -> None:
        """Let go of the store; nothing else may be called afterwards."""


def to_record(event: Event) -> Record:
    """An event as it is stored.

    Raises:
        Unrecordable: it is too large, or holds what is not text.
    """
    try:
        body = encode_what(event.what)
        for text in (event.id, event.at, event.who):
            text.encode()
    except UnicodeEncodeError as error:
        raise Unrecordable("It holds characters that are not text.") from error
    if len(body) > MAX_BODY:
        raise Unrecordable(f"It has {len(body):,} bytes, and {MAX_BODY:,} is the most.")
    if b"\n" in body or b"\r" in body:  # in JSON only between values; an export is one line per event
        body = body.replace(b"\r", b" ").replace(b"\n", b" ")
    return Record(event.seq, event.id, event.at, event.who, kind_of(event.what), body)


def to_event(record: Record) -> Event:
    """A stored event as it was recorded.

    Raises:
        ValueError: its body is damaged, or does not fit its kind.
    """
    try:
        record.body.decode()  # of an unknown kind nothing else looks at the text
        what = decode_what(record.body)
    except _UNREADABLE as error:
        raise ValueError(str(error)) from error
    return Event(id=record.id, seq=record.seq, at=record.at, who=record.who, what=what)


def summarise(
    interview: InterviewId, *, started: str, body: bytes, updated: str, events: int, finished: bool
) -> Summary:
    """One interview on a list, from the time and the body of its first event.

    Raises:
        ValueError: the body is not that of a first event.
    """
    try:
        held = msgspec.json.decode(body, type=Started)
    except (*_UNREADABLE, TypeError) as error:
        raise ValueError(str(error)) from error
    return Summary(
        interview=interview,
        dialog=held.dialog,
        dialog_hash=held.dialog_hash,
        framework_hash=held.framework_hash,
        started=started,
        updated=updated,
        events=events,
        finished=finished,
    )


def newest_first(summaries: Iterable[Summary]) -> list[Summary]:
    """Ordered for a list: the one changed last comes first, whatever the zones of the times."""
    return sorted(summaries, key=lambda one: (_moment(one.updated), one.interview), reverse=True)


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def choose(prefix: str, ids: Iterable[InterviewId], where: Path | str = "") -> InterviewId:
    """The id that `prefix` means: itself if it is one, else the only one that begins with it.

    Capitals do not matter for a beginning. Raises as `Store.resolve`.
    """
    known = sorted(set(ids))
    if prefix in known:
        return InterviewId(prefix)
    candidates = [id for id in known if prefix and id.lower().startswith(prefix.lower())]
    if not candidates:
        raise NoSuchInterview(prefix, where)
    if len(candidates) > 1:
        raise AmbiguousInterview(prefix, candidates)
    return candidates[0]
