"""Deleting leaves no trace, or says that it does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chatbot.interview.events import InterviewId
from chatbot.interview.sqlite_store import SqliteStore
from chatbot.interview.store import ErasePending, NoSuchInterview, ReadOnlyStore
from chatbot.sources.bundle import Bundle

A, B = InterviewId("aaaa"), InterviewId("bbbb")
SECRET = "kaleidoscope"
Open = Callable[..., SqliteStore]


def _traces(path: Path) -> list[str]:
    return [file.name for file in path.parent.iterdir() if SECRET.encode() in file.read_bytes()]


def _fill_both(store: SqliteStore, make: Any) -> None:
    """Two interviews whose events take turns, with words that fit in a page and words that do not."""
    store.create(A, make.started("aaaa"), make.pins)
    store.create(B, make.started("bbbb"), make.pins)
    own = Bundle("dialog", (("own.yaml", f"{SECRET}\n"),))
    store.pin(A, own.hash, own.to_json())
    for seq in range(2, 60):
        length = (3, 60, 900)[seq % 3]
        store.append(A, make.answered(seq, f"{SECRET} " * length, "aaaa"))
        store.append(B, make.answered(seq, "other " * length, "bbbb"))


@pytest.mark.parametrize("reopened", [False, True])
def test_no_byte_of_a_deleted_interview_remains(reopened: bool, open_at: Open, path: Path, make: Any) -> None:
    store = open_at()
    _fill_both(store, make)
    if reopened:
        store.close()
        store = open_at(create=False)
    kept = store.records(B)
    assert _traces(path)
    store.delete(A)
    assert _traces(path) == []
    assert store.records(B) == kept
    assert store.pins(B) == make.pins
    store.close()
    assert _traces(path) == []
    assert open_at(create=False).records(B) == kept


def test_another_window_that_is_only_open_does_not_stand_in_the_way(
    open_at: Open, path: Path, make: Any
) -> None:
    store, other = open_at(), open_at()
    _fill_both(store, make)
    assert len(other.events(A)) == 59
    store.delete(A)
    assert _traces(path) == []
    assert len(other.events(B)) == 59


def test_while_another_program_reads_the_erasing_is_reported_as_incomplete_and_can_be_completed(
    open_at: Open, path: Path, make: Any
) -> None:
    store = open_at()
    _fill_both(store, make)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    with pytest.raises(ErasePending) as caught:
        store.delete(A)
    assert caught.value.interview == A
    with pytest.raises(NoSuchInterview):
        store.events(A)
    assert [one.interview for one in store.interviews()] == [B]
    assert _traces(path)
    reader.close()
    store.close()

    store = open_at(create=False)
    store.delete(store.resolve("aa"))
    assert _traces(path) == []
    with pytest.raises(NoSuchInterview):
        store.resolve("aa")
    with pytest.raises(NoSuchInterview):
        store.delete(A)


def test_erasing_another_interview_completes_what_was_left(open_at: Open, path: Path, make: Any) -> None:
    store = open_at()
    _fill_both(store, make)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    with pytest.raises(ErasePending):
        store.delete(A)
    reader.close()
    store.delete(B)
    assert _traces(path) == []
    with pytest.raises(NoSuchInterview):
        store.resolve("aaaa")


def test_a_full_disk_while_erasing_is_reported_as_incomplete(
    open_at: Open, path: Path, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_at()
    _fill_both(store, make)

    def no_room() -> None:
        store._db.execute("PRAGMA max_page_count = 1")
        store._db.execute("CREATE TABLE more AS SELECT * FROM event, event")

    with monkeypatch.context() as full:
        full.setattr("chatbot.interview.sqlite_store.scrub", lambda *_: _translated(store, no_room))
        with pytest.raises(ErasePending):
            store.delete(A)
    store.delete(A)
    assert _traces(path) == []


def _translated(store: SqliteStore, action: Callable[[], None]) -> None:
    from chatbot.interview.sqlite_file import faults

    with faults(store._path):
        action()


def test_a_store_that_can_only_be_read_keeps_everything(open_at: Open, path: Path, make: Any) -> None:
    store = open_at()
    _fill_both(store, make)
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyStore):
        store.delete(A)
    assert len(store.events(A)) == 59
