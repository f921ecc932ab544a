"""Everything that can be wrong with the file: one clear error each, and nothing recorded is lost."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from chatbot.interview.events import InterviewId
from chatbot.interview.sqlite_store import SqliteStore, open_store
from chatbot.interview.store import (
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

A = InterviewId("aaaa")
Open = Callable[..., SqliteStore]
Run = Callable[..., "subprocess.Popen[str]"]
Unprivileged = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def filled(open_at: Open, path: Path, make: Any) -> Path:
    """A closed store with three interviews of forty events."""
    store = open_at()
    for of in ("aaaa", "bbbb", "cccc"):
        make.fill(store, of, 40, "some words to fill a page with " * 5)
    store.close()
    return path


def _changed(path: Path, offset: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(new)


# What is not a store


@pytest.mark.parametrize("content", [None, b""])
def test_reading_never_creates_a_store(content: bytes | None, open_at: Open, path: Path) -> None:
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoStore) as caught:
        open_at(create=False)
    assert str(path) in str(caught.value)
    assert [file.name for file in path.parent.iterdir()] == ([] if content is None else [path.name])


def test_reading_creates_no_folder(open_at: Open, path: Path) -> None:
    with pytest.raises(NoStore):
        open_at(create=False)
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content",
    [b"x", b"dear diary\n" * 400, bytes(5000), random.Random(1).randbytes(9000)],
    ids=["byte", "text", "zeroes", "noise"],
)
@pytest.mark.parametrize("create", [False, True])
def test_a_file_of_another_kind_is_left_as_it_is(
    content: bytes, create: bool, open_at: Open, path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotAStore):
        open_at(create=create)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE event(a)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"]
)
def test_a_database_of_another_program_is_left_as_it_is(statement: str, open_at: Open, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
    content = path.read_bytes()
    with pytest.raises(NotAStore):
        open_at()
    assert path.read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes are a matter of POSIX")
def test_a_device_or_a_pipe_is_not_a_store(open_at: Open, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (Path("/dev/null"), tmp_path / "pipe"):
        with pytest.raises(NotAStore):
            open_at(place)


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_not_a_store(create: bool, open_at: Open, tmp_path: Path) -> None:
    with pytest.raises(PathIsFolder):
        open_at(tmp_path, create=create)


def test_a_folder_that_cannot_be_made_is_reported(open_at: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in ("file/i.db", "file/deeper/i.db", "zero\0byte.db", "x" * 400):
        with pytest.raises(StoreUnreachable):
            open_at(tmp_path / place)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_loop_of_links_is_reported(open_at: Open, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(StoreUnreachable):
        open_at(tmp_path / "a")


def test_a_store_of_a_newer_version_is_not_touched(filled: Path, open_at: Open) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("PRAGMA user_version = 99")
    content = filled.read_bytes()
    for create in (False, True):
        with pytest.raises(NewerStore):
            open_at(create=create)
    assert filled.read_bytes() == content


# Damage


def test_a_damaged_header_of_ours_is_damage(filled: Path, open_at: Open) -> None:
    _changed(filled, 0, b"XXXX")
    with pytest.raises(DamagedStore):
        open_at()


@pytest.mark.parametrize("left", [16, 60, 99, 100, 600, 4096, 5000])
def test_a_store_that_is_cut_off_is_damage(left: int, filled: Path, open_at: Open) -> None:
    os.truncate(filled, left)
    with pytest.raises(DamagedStore):
        open_at().interviews()
    assert filled.stat().st_size == left


def test_a_missing_table_is_damage(filled: Path, open_at: Open) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("DROP TABLE event")
    with pytest.raises(DamagedStore):
        open_at(create=False).interviews()


@pytest.mark.parametrize("missing", [False, True])
def test_a_log_without_its_file_is_kept(missing: bool, filled: Path, open_at: Open) -> None:
    log = filled.with_name(f"{filled.name}-wal")
    log.write_bytes(b"recorded events")
    if missing:
        filled.unlink()
    else:
        filled.write_bytes(b"")
    for create in (False, True):
        with pytest.raises(DamagedStore):
            open_at(create=create)
    assert log.read_bytes() == b"recorded events"


def test_what_comes_before_the_damage_can_be_read(filled: Path, open_at: Open) -> None:
    """The events of the interview are on several pages; the one with its last event is overwritten."""
    place = filled.read_bytes().index(b"aaaa-e402026")
    page = place // 4096 * 4096
    _changed(filled, page, b"\xff" * 4096)
    damaged = filled.read_bytes()
    store = open_at(create=False)
    with pytest.raises(DamagedStore) as caught:
        store.events(A)
    readable = [one.seq for one in caught.value.records]
    assert 0 < len(readable) < 40
    assert readable == list(range(1, len(readable) + 1))
    store.close()
    assert filled.read_bytes() == damaged


def test_interviews_that_can_be_read_are_listed_in_spite_of_one_that_cannot(
    filled: Path, open_at: Open
) -> None:
    with closing(sqlite3.connect(filled)) as other, other:
        other.execute("UPDATE event SET body = x'00' WHERE interview = 'bbbb' AND seq = 1")
    with pytest.raises(DamagedStore) as caught:
        open_at(create=False).interviews()
    assert {one.interview for one in caught.value.interviews} == {"aaaa", "cccc"}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM event WHERE interview = 'aaaa' AND seq = 7",
        "UPDATE event SET body = 'text' WHERE interview = 'aaaa' AND seq = 7",
        "UPDATE event SET at = x'ff' WHERE interview = 'aaaa' AND seq = 7",
        "UPDATE event SET who = CAST(x'ff' AS TEXT) WHERE interview = 'aaaa' AND seq = 7",
        "UPDATE event SET seq = 6.5 WHERE interview = 'aaaa' AND seq = 7",
        "UPDATE event SET body = x'ff' WHERE interview = 'aaaa' AND seq = 7",
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_damage(change: str, filled: Path, open_at: Open) -> None:
    with closing(sqlite3.connect(filled)) as other, other:
        other.execute(change)
    with pytest.raises(DamagedStore) as caught:
        open_at(create=False).events(A)
    assert [one.seq for one in caught.value.records] == [1, 2, 3, 4, 5, 6]


def _mutations(size: int) -> Iterator[tuple[int, bytes | None]]:
    chance = random.Random(7)
    for _ in range(60):
        yield chance.randrange(size), chance.randbytes(chance.choice([1, 8, 200, 4096]))
    for _ in range(20):
        yield chance.randrange(1, size), None


def test_whatever_is_broken_the_answer_is_right_or_a_clear_error(
    filled: Path, tmp_path: Path, make: Any
) -> None:
    """Bytes are overwritten, or the file is cut off there; reading and writing then raise nothing else."""
    broken, reported = tmp_path / "broken.db", 0
    for offset, new in _mutations(filled.stat().st_size):
        for left in tmp_path.glob("broken.db*"):
            left.unlink()
        shutil.copyfile(filled, broken)
        if new is None:
            os.truncate(broken, offset)
        else:
            _changed(broken, offset, new)
        for use in (
            lambda store: store.interviews(),
            lambda store: [store.events(InterviewId(id)) for id in ("aaaa", "bbbb", "cccc")],
            lambda store: [store.pins(InterviewId(id)) for id in ("aaaa", "bbbb", "cccc")],
            lambda store: store.resolve("a"),
            lambda store: store.append(A, make.answered(41)),
            lambda store: store.delete(InterviewId("bbbb")),
        ):
            try:
                with closing(open_store(broken, create=False, patience=0)) as store:
                    use(store)
            except StoreError:
                reported += 1
    assert reported > 50


# Writing where nothing can be written


def test_reading_a_store_in_a_folder_that_cannot_be_written(
    shared_folder: Path, open_at: Open, make: Any, unprivileged: Unprivileged
) -> None:
    path = shared_folder / "folder" / "i.db"
    store = open_at(path)
    make.fill(store)
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    with unprivileged():
        store = open_at(path)
        assert len(store.events(A)) == 3
        assert [one.interview for one in store.interviews()] == [A]
        with pytest.raises(ReadOnlyStore):
            store.append(A, make.answered(4))
        with pytest.raises(ReadOnlyStore):
            store.create(InterviewId("new"), make.started("new"), {})
        with pytest.raises(ReadOnlyStore):
            store.delete(A)
        store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("shared_memory", [False, True])
def test_reading_the_newest_events_of_a_killed_program_in_a_folder_that_cannot_be_written(
    shared_memory: bool,
    shared_folder: Path,
    open_at: Open,
    make: Any,
    unprivileged: Unprivileged,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live = open_at()
    make.fill(live)
    folder = shared_folder / "folder"
    folder.mkdir()
    for file in live._path.parent.iterdir():  # as a killed program leaves them
        if shared_memory or not file.name.endswith("-shm"):
            shutil.copyfile(file, folder / file.name)
            (folder / file.name).chmod(0o444)
    folder.chmod(0o555)
    scratch = shared_folder / "scratch"
    scratch.mkdir(mode=0o777)
    scratch.chmod(0o777)
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with unprivileged():
        store = open_at(folder / live._path.name, create=False)
        assert len(store.events(A)) == 3
        with pytest.raises(ReadOnlyStore):
            store.append(A, make.answered(4))
        store.close()
    assert list(scratch.iterdir()) == []


def test_a_file_that_cannot_be_written_in_a_folder_that_can(
    shared_folder: Path, open_at: Open, make: Any, unprivileged: Unprivileged
) -> None:
    path = shared_folder / "folder" / "i.db"
    store = open_at(path)
    make.fill(store)
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o777)
    with unprivileged():
        store = open_at(path)
        assert len(store.events(A)) == 3
        with pytest.raises(ReadOnlyStore):
            store.append(A, make.answered(4))
        with pytest.raises(ReadOnlyStore):
            store.delete(A)


def test_a_file_that_cannot_be_read_and_a_folder_that_takes_no_file(
    shared_folder: Path, open_at: Open, make: Any, unprivileged: Unprivileged
) -> None:
    path = shared_folder / "folder" / "i.db"
    open_at(path).close()
    path.chmod(0o000)
    path.parent.chmod(0o555)
    with unprivileged():
        for place in (path, path.with_name("new.db"), path.parent / "deeper" / "new.db"):
            with pytest.raises(StoreUnreachable):
                open_at(place)


def test_a_full_store_loses_only_what_was_refused(open_at: Open, make: Any) -> None:
    store = open_at()
    make.fill(store)
    store._db.execute("PRAGMA max_page_count = 12")
    with pytest.raises(StoreFull):
        for seq in range(4, 1000):
            store.append(A, make.answered(seq, "x" * 2000))
    recorded = store.events(A)
    assert 3 < len(recorded) < 30
    store._db.execute("PRAGMA max_page_count = 100000")
    store.append(A, make.answered(len(recorded) + 1))
    assert store.events(A)[:-1] == recorded


_UNTIL_FULL = """
import resource, sys
from pathlib import Path
from chatbot.interview.events import Event, Noted, Started
from chatbot.interview.sqlite_store import open_store
from chatbot.interview.store import StoreFull
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
event = lambda seq, what: Event(id=f"e{seq}", seq=seq, at="2026-03-01T10:00:00Z", who="me", what=what)
store = open_store(Path(sys.argv[1]), create=True)
store.create("aaaa", event(1, Started(
    dialog="quick", dialog_hash="", framework="", framework_hash="", program="")), {})
seq = 1
try:
    while True:
        store.append("aaaa", event(seq + 1, Noted(text="x" * 1000)))
        seq += 1
except StoreFull:
    assert len(store.events("aaaa")) == seq
    print(seq)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is a matter of POSIX")
def test_when_the_system_refuses_to_let_a_file_grow_nothing_recorded_is_lost(
    run_python: Run, path: Path, open_at: Open, make: Any
) -> None:
    out, err = run_python(_UNTIL_FULL, path).communicate(timeout=60)
    assert err == ""
    recorded = int(out)
    assert recorded > 10
    store = open_at(create=False)
    assert len(store.events(A)) == recorded
    store.append(A, make.answered(recorded + 1))


# Others at the same file


def test_a_store_that_is_locked_too_long_is_busy(open_at: Open, path: Path, make: Any) -> None:
    store = open_at()
    make.fill(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            store.append(A, make.answered(4))
        with pytest.raises(StoreBusy):
            store.create(InterviewId("new"), make.started("new"), {})
        assert len(store.events(A)) == 3
        other.execute("ROLLBACK")
    store.append(A, make.answered(4))
    assert len(store.events(A)) == 4


def test_a_new_store_that_another_program_locks_is_busy(open_at: Open, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy):
            open_at(patience=0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is there")
@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_is_no_longer_there(
    replaced: bool, open_at: Open, path: Path, make: Any
) -> None:
    store = open_at()
    make.fill(store)
    path.rename(path.with_name("moved.db"))
    if replaced:
        path.write_bytes(b"")
    with pytest.raises(StoreMoved):
        store.append(A, make.answered(4))
    with pytest.raises(StoreMoved):
        store.delete(A)
    assert len(store.events(A)) == 3
