"""An interview to another machine and back: export as lines, import of all of them or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from chatbot.interview.events import InterviewId
from chatbot.interview.joining import Relation, additions, compare
from chatbot.interview.store import (
    Conflict,
    DamagedStore,
    NoSuchInterview,
    NotPinned,
    Record,
    Store,
    StoreError,
)
from chatbot.interview.transfer_format import (
    EndLine,
    EventLine,
    Line,
    Malformed,
    PinLine,
    TransferError,
    write_lines,
)
from chatbot.interview.transfer_log import Log, copy_of, read_log

_ATTEMPTS: Final = 5


class Outcome(StrEnum):
    """What an import did."""

    ADDED = "added"
    """The interview was not here; now it is."""

    CONTINUED = "continued"
    """The interview was here; the events that the file has beyond ours were added."""

    SAME = "same"
    """It was here with the same events; nothing to do."""

    JOINED = "joined"
    """Both had gone on with it; now it has the events of both."""

    OLDER = "older"
    """It was here with more events than the file has; nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did.

    Attributes:
        interview: the id under which the interview is stored now.
        added: how many events were stored.
        events: how many it has now.
        unknown: the kinds of events in the file that this version does not know; they are kept.
        copied_from: the id in the file, where it was imported as a copy.
        contests: how many entries of the two places contest each other and wait for a decision.
    """

    interview: InterviewId
    outcome: Outcome
    added: int
    events: int
    unknown: tuple[str, ...] = ()
    copied_from: InterviewId | None = None
    contests: int = 0


class DivergedLogs(TransferError):
    """The file and the store continue the same interview in different ways.

    Attributes:
        seq: the first event that differs.
        ours: when it was recorded here.
        theirs: when it was recorded in the file.
    """

    def __init__(self, interview: InterviewId, ours: Record, theirs: Record, source: str) -> None:
        super().__init__(
            f"Interview {interview} was continued in two places: they differ from event {ours.seq} on "
            f"(here of {ours.at}, in the file of {theirs.at}). Both are as they were.",
            source=source,
            todo="Join the two, or import the file as a copy to have both side by side.",
        )
        self.interview = interview
        self.seq = ours.seq
        self.ours = ours.at
        self.theirs = theirs.at


def export(store: Store, interview: InterviewId) -> Iterator[bytes]:
    """The lines of an interview, each with its line end; the same interview always gives the same bytes.

    Everything is read before this returns, so nothing is written of an interview that cannot be read whole.

    Raises:
        NoSuchInterview, DamagedStore: as `Store.records`.
    """
    return _lines(interview, _sound_records(store, interview), store.pins(interview))


def salvage(store: Store, interview: InterviewId) -> Iterator[bytes]:
    """As `export`, of what a damaged store still gives: the events before the damage.

    Raises:
        DamagedStore: not even the first event can be read.
    """
    try:
        records: Sequence[Record] = _sound_records(store, interview)
    except DamagedStore as damage:
        if not damage.records:
            raise
        records = damage.records
    try:
        pins = store.pins(interview)
    except StoreError:
        pins = {}
    return _lines(interview, records, pins)


def _sound_records(store: Store, interview: InterviewId) -> list[Record]:
    store.events(interview)  # raises where a body is not what was recorded; a record alone does not tell
    return store.records(interview)


def import_(
    store: Store,
    lines: Iterable[bytes],
    *,
    source: str = "the file",
    as_copy: bool = False,
    join: bool = False,
) -> ImportResult:
    """Take in an exported interview, after all of it has been checked: all or nothing.

    Args:
        lines: as `transfer_format.read_stream` or `export` gives them.
        source: what to call the file in messages.
        as_copy: store it under an id of its own, whatever is there already. The id, and those of its events,
            follow from the file, so that importing the same file twice gives one copy.
        join: where both places have gone on with the interview, keep the events of both. What they say
            differently of the same thing is contested until somebody decides.

    Raises:
        TransferError: the file is not as it was exported, or (`DivergedLogs`) continues another history.
        StoreError: the store cannot take it.
    """
    log = read_log(lines, source)
    stored = copy_of(log) if as_copy else log
    pins = dict(stored.pins)
    for hash in stored.needed:
        if hash not in pins:
            pins[hash] = _pinned_here(store, hash, source)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            merged = _merge(store, stored, pins, source, join=join)
            break
        except Conflict:  # somebody has added to it since it was read; look again
            if attempt == _ATTEMPTS:
                raise
    return ImportResult(
        interview=stored.interview,
        outcome=merged.outcome,
        added=merged.added,
        events=merged.events,
        contests=merged.contests,
        unknown=stored.unknown,
        copied_from=log.interview if as_copy else None,
    )


class _Merged(NamedTuple):
    outcome: Outcome
    added: int
    events: int
    contests: int = 0


def _merge(store: Store, log: Log, pins: dict[str, str], source: str, *, join: bool) -> _Merged:
    """Add what the log has beyond the store."""
    try:
        ours = store.records(log.interview)
    except NoSuchInterview:
        ours = []
    theirs = log.records
    if theirs[: len(ours)] == tuple(ours):
        new = theirs[len(ours) :]
        if not new:
            return _Merged(Outcome.SAME, 0, len(ours))
        store.extend(log.interview, new, pins)
        return _Merged(Outcome.CONTINUED if ours else Outcome.ADDED, len(new), len(theirs))
    if tuple(ours[: len(theirs)]) == theirs:
        return _Merged(Outcome.OLDER, 0, len(ours))
    found = compare(ours, theirs)
    if found.relation is Relation.ANOTHER or (found.relation is Relation.DIVERGED and not join):
        place = found.place - 1 if found.relation is Relation.ANOTHER else _parting(ours, theirs)
        raise DivergedLogs(log.interview, ours[place], theirs[min(place, len(theirs) - 1)], source)
    if found.relation is Relation.NOTHING_NEW:
        return _Merged(Outcome.OLDER, 0, len(ours))
    if found.relation is Relation.CONTAINS:
        store.rearrange(log.interview, theirs, pins)
        return _Merged(Outcome.CONTINUED, len(theirs) - len(ours), len(theirs))
    more, contests = additions(ours, theirs)
    store.extend(log.interview, more, pins)
    return _Merged(Outcome.JOINED, len(more), len(ours) + len(more), contests)


def _parting(ours: Sequence[Record], theirs: Sequence[Record]) -> int:
    """The place, from 0, at which two logs begin to differ."""
    pairs = zip(ours, theirs, strict=False)
    return next(place for place, (mine, other) in enumerate(pairs) if mine != other)


def _pinned_here(store: Store, hash: str, source: str) -> str:
    """A content that the file should carry; an export of a damaged store may not."""
    try:
        return store.pinned(hash)
    except NotPinned as error:
        raise Malformed(
            f"The file does not carry the dialog or framework that it was held with (content {hash}).",
            source=source,
            todo="Import first another interview that was held with the same dialog and framework.",
        ) from error


def _lines(interview: InterviewId, records: Sequence[Record], pins: dict[str, str]) -> Iterator[bytes]:
    def parts() -> Iterator[Line]:
        for hash, content in sorted(pins.items()):
            yield PinLine(hash, content)
        for one in records:
            yield EventLine(one.seq, one.id, one.at, one.who, msgspec.Raw(one.body))
        yield EndLine(len(records))

    return write_lines(interview, parts())
