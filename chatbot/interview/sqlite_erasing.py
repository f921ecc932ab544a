"""Erasing for good: no byte of a deleted row stays in the file or in its write-ahead log."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from chatbot.interview.sqlite_file import faults
from chatbot.interview.store_errors import StoreBusy


def scrub(db: sqlite3.Connection, path: Path) -> None:
    """Leave no trace of deleted rows.

    Raises:
        StoreBusy: another program is reading; the rows are deleted, but their bytes are still there.
        StoreError: the file cannot be written.
    """
    with faults(path):
        _checkpoint(db, path)  # the pages that were blanked take the place of those on disk
        db.execute("VACUUM")
        _checkpoint(db, path)


def _checkpoint(db: sqlite3.Connection, path: Path) -> None:
    busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreBusy(path)
