"""The SQLite file of a store: makes, recognises and opens it, and says what its errors mean."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from chatbot.interview.store_errors import (
    DamagedStore,
    NewerStore,
    NoStore,
    NotAStore,
    PathIsFolder,
    ReadOnlyStore,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreMoved,
    StoreUnreachable,
)

APPLICATION_ID: Final = 0x43424956
"""Marks the file as ours, at byte 68 of its header: the letters CBIV."""

SCHEMA_VERSION: Final = 1

_HEADER_BYTES: Final = 100

_SCHEMA: Final = (
    # Without row ids, an event costs two pages of the write-ahead log: its row and its id.
    "CREATE TABLE event(interview TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,"
    " at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL,"
    " PRIMARY KEY (interview, seq)) WITHOUT ROWID",
    # Lets a list of interviews be made without reading all events.
    "CREATE INDEX first_event ON event(interview) WHERE seq = 1",
    "CREATE TABLE pin(hash TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL)",
    "CREATE TABLE uses(interview TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (interview, hash))"
    " WITHOUT ROWID",
    # Interviews whose rows are deleted while remains of their text may still be in the file.
    "CREATE TABLE erasing(interview TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)

_UNREADABLE: Final = (sqlite3.OperationalError, UnicodeDecodeError)

TROUBLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What the use of a connection may raise; the second where even the error's text is damaged."""


class StoreFile(msgspec.Struct):
    """An open store file.

    Attributes:
        path: where the user believes it is.
        connection: in autocommit mode; transactions are begun and ended explicitly.
        identity: device and inode of a file that is written to; nothing for one that is only read.
        undo: what else to tidy up on closing.
    """

    path: Path
    connection: sqlite3.Connection
    identity: tuple[int, int] | None = None
    undo: contextlib.ExitStack = msgspec.field(default_factory=contextlib.ExitStack)

    def check_in_place(self) -> None:
        """Make sure that what is written will be found again.

        Raises:
            StoreMoved: the path no longer leads to the open file; SQLite would write to it regardless.
            ReadOnlyStore: it was opened for reading only.
        """
        if self.identity is None:
            raise ReadOnlyStore(self.path)
        try:
            found = self.path.stat()
        except OSError as error:
            raise StoreMoved(self.path) from error
        if (found.st_dev, found.st_ino) != self.identity:
            raise StoreMoved(self.path)

    def close(self) -> None:
        """Close it; what SQLite cannot tidy up now, it does on the next opening."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.close()
        self.undo.close()


def open_file(path: Path, *, create: bool, patience: float) -> StoreFile:
    """Open a store file, for writing where that is possible.

    Args:
        path: the file; a link is followed.
        create: whether to make it, with its folder, if it is missing or empty.
        patience: for how many seconds to wait for other programs.

    Raises:
        StoreError: of any kind that is about the file as a whole.
    """
    try:
        path = path.resolve()
        size = _size(path)
        if not size:
            if _size(_log_of(path)):
                raise DamagedStore(path, "it is empty, but its -wal file is not")
            if not create:
                raise NoStore(path)
            _make(path)
        elif size < _HEADER_BYTES:  # SQLite would take a file of one byte for a new one
            raise DamagedStore(path, "it is cut off") if _begins_as_sqlite(path) else NotAStore(path)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a zero byte in the name
        raise _os_fault(error, path) from error
    try:
        return _open_writable(path, create, patience)
    except TROUBLE as error:
        if _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return _open_readable(path)
        raise fault(error, path) from error


@contextlib.contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into errors of the store; those of the store pass."""
    try:
        yield
    except TROUBLE as error:
        raise fault(error, path) from error


def fault(error: Exception, path: Path) -> StoreError:
    """What an error of SQLite means; one that only a mistake in the program can cause is raised again."""
    code, extended = _code(error), getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_NOTADB:
        return DamagedStore(path, "its header cannot be read") if _was_ours(path) else NotAStore(path)
    if code == sqlite3.SQLITE_FULL or extended in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE):
        return StoreFull(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return StoreBusy(path)
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyStore(path)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS):
        return StoreUnreachable(path, str(error))
    # What is left besides SQLITE_CORRUPT is a table that is not as we made it, or a text that is none.
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR) or isinstance(error, _UNREADABLE):
        return DamagedStore(path, str(error))
    raise error


def _code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _begins_as_sqlite(path: Path) -> bool:
    return path.read_bytes().startswith(b"SQLite format 3\0")


def _was_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(72)[68:] == APPLICATION_ID.to_bytes(4, "big")
    except OSError:
        return False


def _os_fault(error: Exception, path: Path) -> StoreError:
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(path)
    return StoreUnreachable(path, getattr(error, "strerror", None) or str(error))


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _size(path: Path) -> int:
    """How many bytes a file has; 0 if there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return 0
    if stat.S_ISDIR(found.st_mode):
        raise PathIsFolder(path)
    if not stat.S_ISREG(found.st_mode):
        raise NotAStore(path)
    return found.st_size


def _make(path: Path) -> None:
    """Make the empty file, and the folders it lies in, so that at no time others can read them."""
    missing = [folder for folder in path.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        path.chmod(0o600)


def _open_writable(path: Path, create: bool, patience: float) -> StoreFile:
    connection = _connect(path, "mode=rw", patience)
    try:
        if _marks(connection) == (0, 0, 0):
            if not create:
                raise NoStore(path)
            _lay_out(connection)
        _recognise(connection, path)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")  # or VACUUM would write texts to a temporary file
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            with contextlib.suppress(sqlite3.OperationalError):  # slower without, but as durable
                connection.execute("PRAGMA journal_mode = WAL")
        found = path.stat()
        return StoreFile(path, connection, (found.st_dev, found.st_ino))
    except BaseException:
        connection.close()
        raise


def _open_readable(path: Path) -> StoreFile:
    """Open what SQLite can only read where it may write beside it: in place, or as a private copy."""
    with contextlib.ExitStack() as undo, faults(path):
        try:
            if _size(_log_of(path)):  # the newest events are only there, and need a folder for writing
                import shutil
                import tempfile

                scratch = undo.enter_context(tempfile.TemporaryDirectory(prefix="chatbot-"))
                copy = Path(scratch) / path.name
                shutil.copyfile(path, copy)
                shutil.copyfile(_log_of(path), _log_of(copy))
                connection = _connect(copy, "mode=rw", 0)
            else:
                connection = _connect(path, "immutable=1", 0)
        except OSError as error:
            raise _os_fault(error, path) from error
        undo.callback(connection.close)
        connection.execute("PRAGMA query_only = ON")
        _recognise(connection, path)
        return StoreFile(path, connection, undo=undo.pop_all())


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?{mode}", timeout=patience, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """The application id, the version of the schema, and the number of tables and indexes."""
    marks = (
        connection.execute(query).fetchone()[0]
        for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    application, version, tables = marks
    return application, version, tables


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    application, version, _ = _marks(connection)
    if application != APPLICATION_ID:
        raise NotAStore(path)
    if version > SCHEMA_VERSION:
        raise NewerStore(path, version, SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        raise DamagedStore(path, f"its format is {version}")


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another program that began at the same time has made them."""
    connection.execute("BEGIN IMMEDIATE")
    if _marks(connection) == (0, 0, 0):
        for statement in _SCHEMA:
            connection.execute(statement)
    connection.execute("COMMIT")
