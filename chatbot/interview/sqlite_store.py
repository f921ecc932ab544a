"""The store as one SQLite file: a committed transaction per event, readable by its owner alone."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from chatbot.interview import sqlite_statements as sql
from chatbot.interview.ended import is_finished
from chatbot.interview.events import Event, InterviewId
from chatbot.interview.sqlite_erasing import scrub
from chatbot.interview.sqlite_file import TROUBLE, StoreFile, fault, faults, open_file
from chatbot.interview.store import (
    Record,
    Summary,
    choose,
    newest_first,
    summarise,
    to_event,
    to_record,
)
from chatbot.interview.store_errors import (
    Conflict,
    DamagedStore,
    ErasePending,
    EventElsewhere,
    NoSuchInterview,
    NotPinned,
    StoreError,
)

PATIENCE: Final = 5.0
"""For how many seconds to wait for other programs that write at the same time."""


def open_store(path: Path, *, create: bool, patience: float = PATIENCE) -> SqliteStore:
    """Open the store in a file.

    Args:
        path: the file, as `places.store_path` gives it.
        create: whether to make it if there is none; commands that only read do not.
        patience: for how many seconds to wait for other programs, here and whenever something is written.

    Raises:
        NoStore: there is none, and `create` is false.
        StoreError: the file is no store, is damaged or newer, or cannot be used. One that can only be read
            is opened all the same, and writing to it raises `ReadOnlyStore`.
    """
    return SqliteStore(open_file(path, create=create, patience=patience))


class SqliteStore:
    """A `Store` in a SQLite file; to be used from the thread that opened it."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._path = file.path
        self._db = file.connection

    def create(self, interview: InterviewId, started: Event, pins: Mapping[str, str]) -> None:
        """See `Store`."""
        self.extend(interview, [to_record(started)], pins)

    def append(self, interview: InterviewId, event: Event) -> None:
        """See `Store`."""
        record = to_record(event)
        self._file.check_in_place()
        try:
            added = self._db.execute(sql.APPEND, _row(interview, record)).rowcount
        except sqlite3.IntegrityError as error:
            if not self._has(interview, record):
                raise self._refusal(interview, record) from error
            return
        except TROUBLE as error:
            raise fault(error, self._path) from error
        if added != 1:
            if self._last(interview) == 0:
                raise NoSuchInterview(interview, self._path)
            raise Conflict(interview, record.seq)

    def extend(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """See `Store`."""
        with self._writing():
            last = self._last(interview)
            if records and records[0].seq != last + 1:
                raise Conflict(interview, records[0].seq)
            if not records and last == 0:
                raise NoSuchInterview(interview, self._path)
            self._insert(interview, records, pins)

    def rearrange(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """See `Store`."""
        from chatbot.interview.joining import check_contains  # hardly any command needs it

        with self._writing():
            ours = [Record(*row) for row in self._db.execute(sql.RECORDS, (interview,))]
            if not ours:
                raise NoSuchInterview(interview, self._path)
            check_contains(interview, ours, records)
            self._db.execute("DELETE FROM event WHERE interview = ?", (interview,))
            self._insert(interview, records, pins)

    def _insert(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        for record in records:
            try:
                self._db.execute(sql.INSERT, _row(interview, record))
            except sqlite3.IntegrityError as error:
                raise self._refusal(interview, record) from error
        for hash, content in pins.items():
            self._db.execute("INSERT OR IGNORE INTO pin VALUES (?, ?)", (hash, content))
            self._db.execute("INSERT OR IGNORE INTO uses VALUES (?, ?)", (interview, hash))

    def records(self, interview: InterviewId) -> list[Record]:
        """See `Store`."""
        found: list[Record] = []
        try:
            with self._reading():
                for row in self._db.execute(sql.RECORDS, (interview,)):
                    record = Record(*row)
                    if record.seq != len(found) + 1 or not _is_sound(record):
                        raise DamagedStore(self._path, f"event {len(found) + 1} of {interview}")
                    found.append(record)
        except DamagedStore as error:
            raise DamagedStore(self._path, error.detail, records=found) from error
        if not found:
            raise NoSuchInterview(interview, self._path)
        return found

    def events(self, interview: InterviewId) -> list[Event]:
        """See `Store`."""
        records = self.records(interview)
        events: list[Event] = []
        for record in records:
            try:
                events.append(to_event(record))
            except ValueError as error:
                readable = records[: len(events)]
                raise DamagedStore(
                    self._path, f"event {record.seq} of {interview}", records=readable
                ) from error
        return events

    def later_events(self, interview: InterviewId, after: int) -> list[Event]:
        """See `Store`."""
        with faults(self._path):
            records = [Record(*row) for row in self._db.execute(sql.LATER, (interview, after))]
        if not records:
            raise NoSuchInterview(interview, self._path)
        events: list[Event] = []
        for seq, record in enumerate(records, start=after):
            try:
                if record.seq != seq or not _is_sound(record):
                    raise ValueError(seq)
                events.append(to_event(record))
            except ValueError as error:
                raise DamagedStore(self._path, f"event {seq} of {interview}") from error
        return events[1:]

    def interviews(self) -> list[Summary]:
        """See `Store`."""
        found: list[Summary] = []
        damage = ""
        try:
            with self._reading():
                for interview, started, body, events, updated in self._db.execute(sql.LIST):
                    finished = self._is_finished(interview)
                    try:
                        summary = summarise(
                            interview,
                            started=started,
                            body=body,
                            updated=updated,
                            events=events,
                            finished=finished,
                        )
                    except ValueError:
                        damage = f"the first event of {interview}"
                    else:
                        found.append(summary)
        except DamagedStore as error:
            damage = error.detail
        if damage:
            raise DamagedStore(self._path, damage, interviews=newest_first(found))
        return newest_first(found)

    def resolve(self, prefix: str) -> InterviewId:
        """See `Store`; an interview whose erasing is still to be completed has its id until then."""
        with faults(self._path):
            rows = self._db.execute(
                "SELECT interview FROM event WHERE seq = 1 UNION SELECT interview FROM erasing"
            ).fetchall()
        return choose(prefix, [row[0] for row in rows], self._path)

    def pin(self, interview: InterviewId, hash: str, content: str) -> None:
        """See `Store`."""
        self.extend(interview, (), {hash: content})

    def pinned(self, hash: str) -> str:
        """See `Store`."""
        with faults(self._path):
            row = self._db.execute("SELECT content FROM pin WHERE hash = ?", (hash,)).fetchone()
        if row is None:
            raise NotPinned(hash, self._path)
        return str(row[0])

    def pins(self, interview: InterviewId) -> dict[str, str]:
        """See `Store`."""
        with faults(self._path):
            return dict(
                self._db.execute(
                    "SELECT hash, content FROM pin NATURAL JOIN uses WHERE interview = ? ORDER BY hash",
                    (interview,),
                )
            )

    def delete(self, interview: InterviewId) -> None:
        """See `Store`."""
        with self._writing():
            rows = self._db.execute("DELETE FROM event WHERE interview = ?", (interview,)).rowcount
            pending = [row[0] for row in self._db.execute("SELECT interview FROM erasing")]
            if rows == 0 and interview not in pending:
                raise NoSuchInterview(interview, self._path)
            self._db.execute("DELETE FROM uses WHERE interview = ?", (interview,))
            self._db.execute("DELETE FROM pin WHERE hash NOT IN (SELECT hash FROM uses)")
            self._db.execute("INSERT OR IGNORE INTO erasing VALUES (?)", (interview,))
        try:
            scrub(self._db, self._path)
        except StoreError as error:
            raise ErasePending(interview, self._path, error.what) from error
        with self._writing():
            self._db.executemany(
                "DELETE FROM erasing WHERE interview = ?", [(i,) for i in {*pending, interview}]
            )

    def close(self) -> None:
        """See `Store`."""
        self._file.close()

    def _refusal(self, interview: InterviewId, record: Record) -> StoreError:
        """Why a record cannot be added: its place is taken, or its id."""
        with faults(self._path):
            row = self._db.execute("SELECT interview FROM event WHERE id = ?", (record.id,)).fetchone()
        if row is None or row[0] == interview:
            return Conflict(interview, record.seq)
        return EventElsewhere(record.id, row[0])

    def _is_finished(self, interview: InterviewId) -> bool:
        def event_of(id: str) -> tuple[str, bytes] | None:
            row: tuple[str, bytes] | None = self._db.execute(sql.KIND, (interview, id)).fetchone()
            return row

        return is_finished(self._db.execute(sql.TAIL, (interview,)), event_of)

    def _last(self, interview: InterviewId) -> int:
        with faults(self._path):
            return self._db.execute(sql.LAST, (interview,)).fetchone()[0] or 0

    def _has(self, interview: InterviewId, record: Record) -> bool:
        with faults(self._path):
            row = self._db.execute(sql.RECORD, (interview, record.seq)).fetchone()
        return row is not None and Record(*row) == record

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """A view of the store at one moment, whatever others write meanwhile."""
        with faults(self._path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction: everything in it is stored, durably, or nothing of it."""
        self._file.check_in_place()
        with faults(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _row(interview: InterviewId, record: Record) -> tuple[object, ...]:
    return (interview, record.seq, record.id, record.at, record.who, record.kind, record.body)


def _is_sound(record: Record) -> bool:
    texts = (record.id, record.at, record.who, record.kind)
    return all(isinstance(text, str) for text in texts) and isinstance(record.body, bytes)
