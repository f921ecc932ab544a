"""The SQLite file: who can read it, what is durable, and what happens when two write."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chatbot.interview.events import InterviewId
from chatbot.interview.sqlite_store import SqliteStore
from chatbot.interview.store import NoSuchInterview

A = InterviewId("aaaa")
Open = Callable[..., SqliteStore]
Run = Callable[..., "subprocess.Popen[str]"]

posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")


@posix_only
def test_only_the_owner_can_read_what_is_created(open_at: Open, path: Path, make: Any) -> None:
    before = os.umask(0)
    try:
        make.fill(open_at(path.parent / "deep" / "i.db"))
    finally:
        os.umask(before)
    folder = path.parent / "deep"
    assert {file.name for file in folder.iterdir()} == {"i.db", "i.db-wal", "i.db-shm"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert [stat.S_IMODE(one.stat().st_mode) for one in (folder, path.parent)] == [0o700, 0o700]


@posix_only
def test_a_folder_that_was_there_keeps_its_mode_and_an_empty_file_becomes_private(
    open_at: Open, path: Path, make: Any
) -> None:
    path.parent.mkdir(mode=0o755)
    path.touch(mode=0o644)
    make.fill(open_at())
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_event_is_on_disk_before_append_returns(open_at: Open, make: Any) -> None:
    connection = open_at()._db
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert not connection.in_transaction


def test_appending_is_one_statement_that_commits_itself(open_at: Open, make: Any) -> None:
    store = open_at()
    make.fill(store)
    statements: list[str] = []
    store._db.set_trace_callback(statements.append)
    store.append(A, make.answered(4))
    assert [one.split()[0] for one in statements] == ["INSERT"]
    assert not store._db.in_transaction


def test_the_list_does_not_read_every_event(open_at: Open) -> None:
    from chatbot.interview import sqlite_statements

    plans = [
        row[3]
        for query, arguments in (
            (sqlite_statements.LIST, ()),
            (sqlite_statements.TAIL, ("a",)),
            (sqlite_statements.KIND, ("a", "e")),
        )
        for row in open_at()._db.execute(f"EXPLAIN QUERY PLAN {query}", arguments)
    ]
    assert any("first_event" in plan for plan in plans)
    assert not any(plan.startswith("SCAN") and "first_event" not in plan for plan in plans)
    assert not any("TEMP B-TREE" in plan for plan in plans)


def test_events_are_there_in_the_next_process(open_at: Open, make: Any) -> None:
    store = open_at()
    make.fill(store)
    written = store.events(A)
    store.close()
    assert open_at(create=False).events(A) == written


def test_the_name_of_the_file_may_be_any(open_at: Open, path: Path, make: Any) -> None:
    odd = path.parent / "a b" / "what? #1 100%20 ü&mode=memory.db"
    make.fill(open_at(odd))
    assert odd.stat().st_size
    assert len(open_at(odd, create=False).events(A)) == 3


@posix_only
def test_a_link_leads_to_the_store(open_at: Open, path: Path, make: Any) -> None:
    path.parent.mkdir()
    path.symlink_to(path.parent / "real.db")
    make.fill(open_at())
    assert path.is_symlink()
    assert len(open_at(path.parent / "real.db", create=False).events(A)) == 3


def test_two_windows_see_what_the_other_recorded(open_at: Open, make: Any) -> None:
    one, two = open_at(), open_at()
    make.fill(one)
    two.append(A, make.answered(4))
    assert len(one.events(A)) == 4
    one.delete(A)
    with pytest.raises(NoSuchInterview):
        two.append(A, make.answered(5))


_WRITER = """
import sys
from pathlib import Path
from chatbot.interview.events import Event, Noted, Started
from chatbot.interview.sqlite_store import open_store
from chatbot.interview.store import Conflict
path, me, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
event = lambda seq, id, what: Event(id=id, seq=seq, at="2026-03-01T10:00:00Z", who=me, what=what)
print("ready", flush=True)
sys.stdin.readline()
store = open_store(path, create=True)
held = Started(dialog="quick", dialog_hash="", framework="", framework_hash="", program="")
try:
    store.create("aaaa", event(1, me, held), {"hash": "content"})
except Conflict:
    pass
done, seq = 0, len(store.events("aaaa"))
while done < count:
    try:
        store.append("aaaa", event(seq + 1, f"{me}{done}", Noted(text=f"{me} {done}")))
    except Conflict:
        seq = len(store.events("aaaa"))
    else:
        done, seq = done + 1, seq + 1
store.close()
"""


def test_two_processes_that_begin_and_write_at_once_lose_nothing(
    run_python: Run, open_at: Open, path: Path
) -> None:
    writers = [run_python(_WRITER, path, name, 60) for name in ("x", "y")]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        assert writer.communicate(timeout=60)[1] == ""
        assert writer.returncode == 0
    events = open_at(create=False).events(A)
    assert [event.seq for event in events] == list(range(1, 122))
    for name in ("x", "y"):
        mine = [event.what.text for event in events[1:] if event.who == name]  # type: ignore[union-attr] # all Noted
        assert mine == [f"{name} {number}" for number in range(60)]


_ENDLESS = """
import itertools, sys
from pathlib import Path
from chatbot.interview.events import Event, Noted, Started
from chatbot.interview.sqlite_store import open_store
store = open_store(Path(sys.argv[1]), create=True)
held = Started(dialog="quick", dialog_hash="", framework="", framework_hash="", program="")
event = lambda seq, what: Event(id=f"e{seq}", seq=seq, at="2026-03-01T10:00:00Z", who="me", what=what)
store.create("aaaa", event(1, held), {})
for seq in itertools.count(2):
    store.append("aaaa", event(seq, Noted(text=f"{seq} " + "word " * int(sys.argv[2]))))
    print(seq, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a matter of POSIX")
@pytest.mark.parametrize(("seed", "words"), [(1, 20), (2, 2000), (3, 20000)])
def test_a_process_killed_while_it_writes_loses_nothing_that_was_acknowledged(
    seed: int, words: int, run_python: Run, open_at: Open, path: Path
) -> None:
    writer = run_python(_ENDLESS, path, words)
    assert writer.stdout is not None
    for _ in range(random.Random(seed).randrange(40, 160)):
        assert writer.stdout.readline()
    writer.kill()
    writer.wait(timeout=60)
    acknowledged = [
        int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")
    ]
    store = open_at(create=False)
    events = store.events(A)
    assert len(events) >= max(acknowledged, default=41)
    for event in events[1:]:
        assert event.what.text == f"{event.seq} " + "word " * words  # type: ignore[union-attr] # all are Noted
    assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_store_of_which_only_the_header_was_written_is_completed(
    open_at: Open, path: Path, make: Any
) -> None:
    path.parent.mkdir()
    begun = sqlite3.connect(path)
    begun.execute("PRAGMA journal_mode = WAL")
    begun.close()
    assert path.stat().st_size
    make.fill(open_at())
    assert len(open_at(create=False).events(A)) == 3
