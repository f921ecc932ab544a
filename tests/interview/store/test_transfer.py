"""Export and import: the same bytes again, and nothing taken in that is not as it was written."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialog.script import OptionId, QuestionId
from chatbot.facts import FactId, Level
from chatbot.interview import transfer_format
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Finished,
    InterviewId,
    Noted,
    Unrecognised,
    Withdrawn,
    encode_what,
)
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.sqlite_store import SqliteStore
from chatbot.interview.store import Conflict, DamagedStore, NoSuchInterview, Record, Store
from chatbot.interview.transfer import DivergedLogs, ImportResult, Outcome, export, import_, salvage
from chatbot.interview.transfer_format import (
    Altered,
    CutOff,
    Malformed,
    NewerExport,
    NotAnExport,
    TransferError,
    read_stream,
)

A, B = InterviewId("aaaa"), InterviewId("bbbb")


def _exported(store: Store, interview: InterviewId = A) -> bytes:
    return b"".join(export(store, interview))


def _import(store: Store, content: bytes, *, as_copy: bool = False) -> ImportResult:
    return import_(store, read_stream(io.BytesIO(content)), source="file.jsonl", as_copy=as_copy)


def _sealed(lines: Sequence[dict[str, Any] | bytes]) -> bytes:
    """A file with these lines, as somebody would write it who knows how lines are sealed."""
    running, content = hashlib.sha256(), b""
    for line in lines:
        text = line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
        running.update(text[:-1] + b"\n")
        content += text[:-1] + b',"sum":"' + running.hexdigest()[:16].encode() + b'"}\n'
    return content


def _parsed(content: bytes) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in content.splitlines()]
    return [{key: value for key, value in line.items() if key != "sum"} for line in lines]


@pytest.fixture
def content(make: Any) -> bytes:
    """An exported interview of four events."""
    store = MemoryStore()
    make.fill(store, events=4)
    return _exported(store)


# There and back

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_text, inner, max_size=3),
    max_leaves=6,
)
_unknown = st.dictionaries(_text, _json, max_size=3).map(
    lambda rest: Unrecognised(kind="cheered", body=json.dumps({**rest, "kind": "cheered"}).encode())
)
_what = st.one_of(
    st.builds(
        Answered,
        question=_text.map(QuestionId),
        option=_text.map(OptionId),
        levels=st.dictionaries(_text.map(FactId), st.sampled_from(Level), max_size=3),
        words=_text,
    ),
    st.builds(Noted, text=_text),
    st.builds(Finished),
    _unknown,
)


@given(st.lists(st.tuples(_what, _text), max_size=6))
def test_an_export_that_is_imported_exports_to_the_same_bytes(
    make: Any, recorded: list[tuple[Any, str]]
) -> None:
    here, there = MemoryStore(), MemoryStore()
    here.create(A, make.started(), make.pins)
    for seq, (what, who) in enumerate(recorded, start=2):
        here.append(A, Event(id=EventId(f"e{seq}"), seq=seq, at="2026-03-01T10:00:00Z", who=who, what=what))
    content = _exported(here)
    result = _import(there, content)
    assert result.outcome is Outcome.ADDED
    assert result.events == len(recorded) + 1
    assert there.records(A) == here.records(A)
    assert _exported(there) == content


def test_between_sqlite_files_as_in_memory(
    open_at: Callable[..., SqliteStore], tmp_path: Any, content: bytes
) -> None:
    one, two = open_at(tmp_path / "1.db"), open_at(tmp_path / "2.db")
    _import(one, content)
    assert _exported(one) == content
    _import(two, _exported(one))
    assert _exported(two) == content


def test_an_export_is_json_lines_with_everything_in_it(content: bytes, make: Any) -> None:
    header, *rest = _parsed(content)
    assert header == {"format": "chatbot-interview", "version": 1, "interview": "aaaa"}
    assert {line["hash"]: line["content"] for line in rest if line["line"] == "pin"} == make.pins
    events = [line for line in rest if line["line"] == "event"]
    assert [line["seq"] for line in events] == [1, 2, 3, 4]
    assert events[1]["what"]["words"] == "yes 2"
    assert rest[-1] == {"line": "end", "events": 4}


def test_unknown_kinds_are_passed_on_and_named(make: Any) -> None:
    here, there = MemoryStore(), MemoryStore()
    make.fill(here, events=1)
    for seq, kind in ((2, "cheered"), (3, "hummed"), (4, "cheered")):
        body = b'{"kind": "%s" , "n":1.0}' % kind.encode()
        here.append(A, make.event(seq, Unrecognised(kind=kind, body=body)))
    assert _import(there, _exported(here)).unknown == ("cheered", "hummed")
    assert there.records(A) == here.records(A)


def test_what_a_later_version_added_to_a_known_kind_is_kept(make: Any) -> None:
    here, there = MemoryStore(), MemoryStore()
    make.fill(here, events=1)
    body = b'{"kind":"noted","text":"x","mood":"good"}'
    here.extend(A, [Record(2, EventId("e2"), "2026-03-01T10:00:00Z", "me", "noted", body)], {})
    _import(there, _exported(here))
    assert there.records(A)[1].body == body


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.rstrip(b"\n"),
        lambda content: content + b"\n \r\n",
        lambda content: b"\xef\xbb\xbf" + content,
    ],
)
def test_what_editors_and_mail_do_to_line_ends_does_no_harm(
    change: Callable[[bytes], bytes], content: bytes
) -> None:
    store = MemoryStore()
    _import(store, change(content))
    assert _exported(store) == content


# What is here already


def test_importing_the_same_again_changes_nothing(content: bytes) -> None:
    store = MemoryStore()
    _import(store, content)
    result = _import(store, content)
    assert (result.outcome, result.added, result.events) == (Outcome.SAME, 0, 4)


def test_a_file_that_continues_ours_adds_the_missing_events(content: bytes, make: Any) -> None:
    store = MemoryStore()
    make.fill(store, events=2)
    result = _import(store, content)
    assert (result.outcome, result.added, result.events) == (Outcome.CONTINUED, 2, 4)
    assert _exported(store) == content


def test_a_file_that_ours_continues_changes_nothing(content: bytes, make: Any) -> None:
    store = MemoryStore()
    make.fill(store, events=6)
    before = store.records(A)
    result = _import(store, content)
    assert (result.outcome, result.added, result.events) == (Outcome.OLDER, 0, 6)
    assert store.records(A) == before


def _diverged(make: Any) -> MemoryStore:
    store = MemoryStore()
    make.fill(store, events=2)
    store.append(A, Event(id=EventId("x"), seq=3, at="2026-04-01T00:00:00Z", who="me", what=Noted(text="!")))
    return store


def test_logs_that_have_diverged_are_recognised_and_nothing_is_changed(content: bytes, make: Any) -> None:
    store = _diverged(make)
    before = store.records(A)
    with pytest.raises(DivergedLogs) as caught:
        _import(store, content)
    assert (caught.value.seq, caught.value.ours) == (3, "2026-04-01T00:00:00Z")
    assert caught.value.theirs == "2026-03-01T10:00:03+01:00"
    assert store.records(A) == before


def test_an_event_with_our_id_and_other_words_has_diverged(content: bytes, make: Any) -> None:
    store = MemoryStore()
    make.fill(store, events=4, words="no")
    with pytest.raises(DivergedLogs) as caught:
        _import(store, content)
    assert caught.value.seq == 2


def test_a_copy_stands_beside_the_other_history_under_ids_of_its_own(content: bytes, make: Any) -> None:
    store = _diverged(make)
    before = store.records(A)
    result = _import(store, content, as_copy=True)
    assert (result.outcome, result.copied_from, result.added) == (Outcome.ADDED, A, 4)
    assert store.records(A) == before
    copy = store.events(result.interview)
    assert [event.what for event in copy[1:]] == [make.answered(seq, f"yes {seq}").what for seq in (2, 3, 4)]
    assert {event.id for event in copy}.isdisjoint(record.id for record in before)
    assert store.pins(result.interview) == make.pins


def test_a_copy_is_made_once(content: bytes, make: Any) -> None:
    store = _diverged(make)
    first = _import(store, content, as_copy=True)
    again = _import(store, content, as_copy=True)
    assert (again.interview, again.outcome) == (first.interview, Outcome.SAME)


def test_in_a_copy_events_still_refer_to_the_events_they_are_about(make: Any) -> None:
    here, there = MemoryStore(), MemoryStore()
    make.fill(here, events=2)
    here.append(A, make.event(3, Withdrawn(event=EventId("aaaa-e2"))))
    dissent = b'{"kind":"frowned","event":"aaaa-e2","weight":1.50,"note":"\\"aaaa-e2\\""}'
    other = b'{"kind":"hummed", "event":["aaaa-e2"]}'
    here.append(A, make.event(4, Unrecognised(kind="frowned", body=dissent)))
    here.append(A, make.event(5, Unrecognised(kind="hummed", body=other)))
    copy = there.events(_import(there, _exported(here), as_copy=True).interview)
    renamed = copy[1].id
    assert renamed != "aaaa-e2"
    assert copy[2].what == Withdrawn(event=renamed)
    assert encode_what(copy[3].what) == dissent.replace(
        b'"event":"aaaa-e2"', b'"event":"%s"' % renamed.encode()
    )
    assert encode_what(copy[4].what) == other


def test_what_another_window_adds_during_an_import_is_taken_into_account(content: bytes, make: Any) -> None:
    class Raced(MemoryStore):
        races = 1

        def extend(self, interview: InterviewId, records: Any, pins: Any) -> None:
            if self.races and interview == A and records[0].seq > 1:
                self.races -= 1
                self.append(A, make.answered(3, "yes 3"))
            super().extend(interview, records, pins)

    store = Raced()
    make.fill(store, events=2)
    assert _import(store, content).added == 1
    assert _exported(store) == content
    endless = Raced()
    endless.races = 10**9
    endless.append = lambda interview, event: None  # type: ignore[method-assign] # loses each time
    make.fill(endless, events=1)
    endless.extend = _always_late  # type: ignore[method-assign] # as above
    with pytest.raises(Conflict):
        _import(endless, content)


def _always_late(interview: InterviewId, records: Any, pins: Any) -> None:
    raise Conflict(interview, 2)


# What is not as it was written


def _refused(content: bytes, kind: type[TransferError], line: int | None = None) -> TransferError:
    store = MemoryStore()
    with pytest.raises(TransferError) as caught:
        _import(store, content)
    assert type(caught.value) is kind
    if line is not None:
        assert caught.value.line == line
        assert caught.value.where == (f"file.jsonl:{line}" if line else "file.jsonl")
    assert store.interviews() == []
    return caught.value


@given(st.data())
def test_any_change_of_a_byte_is_refused_or_does_no_harm(make: Any, data: st.DataObject) -> None:
    here, there = MemoryStore(), MemoryStore()
    make.fill(here, events=4)
    content = _exported(here)
    place = data.draw(st.integers(0, len(content) - 1))
    new = data.draw(st.binary(max_size=2))
    try:
        _import(there, content[:place] + new + content[place + 1 :])
    except TransferError:
        assert there.interviews() == []
    else:
        assert _exported(there) == content


def test_an_edited_line_is_named(content: bytes) -> None:
    lines = content.splitlines(keepends=True)
    for number in range(2, len(lines) + 1):
        edited = lines.copy()
        edited[number - 1] = edited[number - 1].replace(b'"line"', b'"Line"')
        _refused(b"".join(edited), Altered, number)


def test_a_file_cut_off_anywhere_is_refused(content: bytes) -> None:
    for end in range(len(content.splitlines()[0]) + 1, len(content) - 1):
        _refused(content[:end], CutOff, len(content[:end].splitlines()))


def test_lines_in_another_order_missing_twice_or_of_another_file_are_refused(
    content: bytes, make: Any
) -> None:
    lines = content.splitlines(keepends=True)
    other = MemoryStore()
    make.fill(other, events=4, words="no")
    others = _exported(other).splitlines(keepends=True)
    for at in range(1, len(lines) - 1):
        _refused(b"".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]), Altered, at + 1)
        _refused(b"".join(lines[:at] + lines[at + 1 :]), Altered, at + 1)
        _refused(b"".join([*lines[: at + 1], *lines[at:]]), Altered, at + 2)
        _refused(b"".join([*lines[:at], b"\n", *lines[at:]]), Altered, at + 1)
    _refused(b"".join(lines[:5] + others[5:]), Altered, 6)
    _refused(content + lines[-1], Altered, len(lines) + 1)
    _refused(content + content, Altered, len(lines) + 1)


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n",
        b"hello\n",
        b'{"format":"something-else","version":1}\n',
        b'{"format":"chatbot-interview"}\n',
        b"\x1f\x8b\x08\x00\x00\xff\xfe",
        b"\xff\xfe{\x00",
        b"[" * 100_000,
        b'{"format":' * 100_000,
        bytes(1000),
        random.Random(1).randbytes(5000),
    ],
    ids=map(str, itertools.count()),
)
def test_what_is_no_export_is_refused(other: bytes) -> None:
    assert _refused(other, NotAnExport).line in (0, 1)


def test_a_newer_format_is_refused_before_anything_else(content: bytes) -> None:
    newer = b'{"format":"chatbot-interview","version":2,"unheard":"of"}\nwhatever\n'
    _refused(newer, NewerExport, 1)
    _refused(content.replace(b'"version":1', b'"version":7'), NewerExport, 1)


def test_a_line_that_is_too_long_is_refused_without_reading_it_whole(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer_format, "MAX_LINE", 2000)
    _refused(content + b"x" * 5000 + b"\n", Malformed, len(content.splitlines()) + 1)
    _refused(b"x" * 5000, NotAnExport, 1)
    assert max(len(line) for line in read_stream(io.BytesIO(b"x" * 50_000))) == 2001


def _event(**changed: Any) -> dict[str, Any]:
    event: dict[str, Any] = {
        "line": "event",
        "seq": 2,
        "id": "e2",
        "at": "2026-03-01T10:00:00+01:00",
        "who": "me",
        "what": {"kind": "noted", "text": "x"},
    }
    return {key: value for key, value in (event | changed).items() if value is not None}


_RAW = b'{"line":"event","seq":2,"id":"e2","at":"2026-03-01T10:00:00Z","who":"me","what":%s}'


@pytest.mark.parametrize(
    "event",
    [
        _event(seq=3),
        _event(seq=1),
        _event(seq="2"),
        _event(seq=2.5),
        _event(seq=True),
        _event(seq=10**30),
        _event(seq=None),
        _event(id=""),
        _event(id="a b"),
        _event(id="x" * 101),
        _event(id="aaaa-e1"),
        _event(at="yesterday"),
        _event(at="2026-03-01T10:00:00"),
        _event(at=7),
        _event(who=["me"]),
        _event(extra=1),
        _event(line="else"),
        _event(what=None),
        _event(what=3),
        _event(what={}),
        _event(what={"kind": 4}),
        _event(what={"kind": "noted"}),
        _event(what={"kind": "noted", "text": 1}),
        _event(what={"kind": "answered", "question": "q", "levels": {"a.b": "superb"}}),
        _event(what={"kind": "started"}),
        _RAW % b'{"kind":"cheered","n":NaN}',
        _RAW % b'{"kind":"cheered","n":Infinity}',
        _RAW % (b'{"kind":"cheered","n":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        _RAW % (b'{"kind":"cheered","n":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"),
        _RAW % b'{"kind":"cheered","n":"\xff"}',
        _RAW % b'{"kind":"noted","text":"\xed\xa0\x80"}',
        _RAW % b'{"kind":"noted","text":"\\ud800"}',
        (_RAW % b'{"kind":"noted","text":""}').replace(b'"me"', b'"\\ud800"'),
        b'["line","event"]',
        b'{"line":"event"',
    ],
    ids=map(str, itertools.count()),
)
def test_an_event_that_says_something_impossible_is_refused_with_its_line(
    event: dict[str, Any] | bytes, content: bytes
) -> None:
    lines = _parsed(content)
    sealed = _sealed([*lines[:4], event, {"line": "end", "events": 2}])
    _refused(sealed, Malformed, 5)


def test_a_second_start_is_refused(content: bytes) -> None:
    lines = _parsed(content)
    again = lines[3] | {"seq": 2, "id": "e2"}
    _refused(_sealed([*lines[:4], again, {"line": "end", "events": 2}]), Malformed, 5)


def test_the_first_event_has_to_be_the_start(content: bytes) -> None:
    lines = _parsed(content)
    _refused(_sealed([*lines[:3], _event(seq=1), {"line": "end", "events": 1}]), Malformed, 4)
    _refused(_sealed([*lines[:3], _event(), {"line": "end", "events": 1}]), Malformed, 4)


def test_a_file_without_events_or_with_another_number_of_them_is_refused(content: bytes) -> None:
    lines = _parsed(content)
    _refused(_sealed([*lines[:3], {"line": "end", "events": 0}]), Malformed, 4)
    _refused(_sealed([*lines[:-1], {"line": "end", "events": 5}]), Malformed, len(lines))
    _refused(_sealed(lines[:-1]), CutOff, len(lines) - 1)


@pytest.mark.parametrize(
    "header",
    [
        {"version": 0},
        {"interview": ""},
        {"interview": "-rf"},
        {"interview": "a/../b"},
        {"interview": "a\x1b[1m"},
        {"interview": 7},
        {"more": 1},
    ],
)
def test_a_header_that_says_something_impossible_is_refused(header: dict[str, Any], content: bytes) -> None:
    lines = _parsed(content)
    _refused(_sealed([lines[0] | header, *lines[1:]]), Malformed, 1)


def test_a_content_that_is_not_the_one_it_says_is_refused(content: bytes) -> None:
    lines = _parsed(content)
    swapped = lines[1] | {"content": lines[2]["content"]}
    _refused(_sealed([lines[0], swapped, *lines[2:]]), Malformed, 2)
    _refused(_sealed([lines[0], lines[1] | {"content": "no bundle"}, *lines[2:]]), Malformed, 2)
    _refused(_sealed([*lines[:2], lines[1], *lines[2:]]), Malformed, 3)
    _refused(_sealed([lines[0], lines[2], *lines[3:5], lines[1], *lines[5:]]), Malformed, 5)


def test_contents_may_be_missing_only_where_they_are_kept_already(content: bytes, make: Any) -> None:
    lines = [re.sub(rb',"sum":"[0-9a-f]+"}$', b"}", line) for line in content.splitlines()]
    without = _sealed([lines[0], *lines[3:]])
    _refused(without, Malformed, 0)
    store = MemoryStore()
    make.fill(store, "bbbb")
    _import(store, without)
    assert store.pins(A) == make.pins
    store.delete(B)
    assert _exported(store) == content


def test_events_of_another_interview_are_taken_in_as_a_copy_only(content: bytes, make: Any) -> None:
    from chatbot.interview.store import EventElsewhere

    lines = _parsed(content)
    renamed = _sealed([lines[0] | {"interview": "bbbb"}, *lines[1:]])
    store = MemoryStore()
    make.fill(store)
    with pytest.raises(EventElsewhere):
        _import(store, renamed)
    assert [one.interview for one in store.interviews()] == [A]
    assert _import(store, renamed, as_copy=True).added == 4


def test_what_cannot_be_stored_leaves_the_store_as_it_was(
    open_at: Callable[..., SqliteStore], content: bytes, make: Any
) -> None:
    from chatbot.interview.store import StoreFull

    store = open_at()
    make.fill(store, "bbbb")
    store._db.execute("PRAGMA max_page_count = 9")
    big = MemoryStore()
    make.fill(big, events=60, words="x" * 1000)
    with pytest.raises(StoreFull):
        _import(store, _exported(big))
    assert [one.interview for one in store.interviews()] == [B]


# Export


def test_there_is_nothing_to_export_of_an_interview_that_does_not_exist() -> None:
    with pytest.raises(NoSuchInterview):
        export(MemoryStore(), A)


@pytest.mark.parametrize(
    "body", ["'x'", "x'00'", "CAST('{\"kind\":' AS BLOB)", "x'7b226b696e64223a22ff227d'"]
)
def test_of_a_damaged_store_the_readable_events_can_be_saved(
    body: str, open_at: Callable[..., SqliteStore], make: Any
) -> None:
    store = open_at()
    make.fill(store, events=10)
    store._db.execute(f"UPDATE event SET body = {body} WHERE seq = 6")
    with pytest.raises(DamagedStore):
        export(store, A)
    rescued = MemoryStore()
    result = _import(rescued, b"".join(salvage(store, A)))
    assert result.events == 5
    assert [one.seq for one in rescued.records(A)] == [1, 2, 3, 4, 5]
    store._db.execute("DROP TABLE pin")
    assert len(list(salvage(store, A))) == 7
    store._db.execute("DELETE FROM event WHERE seq = 1")
    with pytest.raises(DamagedStore):
        salvage(store, A)
