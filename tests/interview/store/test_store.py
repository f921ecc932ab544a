"""What every store does, whatever it is made of."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialog.manager import FINISHED, REVIEW, DialogManager
from chatbot.dialog.script import (
    DialogId,
    LevelWording,
    Question,
    QuestionId,
    QuestionKind,
    Script,
    Topic,
    TopicId,
)
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    InterviewId,
    Made,
    Noted,
    Reopened,
    Skipped,
    Unrecognised,
    Uttered,
    What,
    Withdrawn,
)
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.state import State
from chatbot.interview.store import (
    MAX_BODY,
    AmbiguousInterview,
    Conflict,
    DamagedStore,
    EventElsewhere,
    NoSuchInterview,
    NotPinned,
    Record,
    Store,
    Unrecordable,
)

A, B = InterviewId("aaaa"), InterviewId("bbbb")


def test_events_come_back_as_they_were_recorded(store: Store, make: Any) -> None:
    recorded = [make.started(), make.answered(2, "“ja” 🙂\n\x00\t\x1b[1m"), make.event(3, Noted(text=""))]
    store.create(A, recorded[0], make.pins)
    for event in recorded[1:]:
        store.append(A, event)
    assert store.events(A) == recorded


def test_an_unknown_kind_is_kept_byte_for_byte(store: Store, make: Any) -> None:
    body = b'{ "kind":"cheered", "n":1.50, "deep":{"a":[1e999]},"n":2}'
    make.fill(store, events=1)
    store.append(A, make.event(2, Unrecognised(kind="cheered", body=body)))
    assert store.records(A)[1].body == body
    assert store.records(A)[1].kind == "cheered"
    assert store.events(A)[1].what == Unrecognised(kind="cheered", body=body)


def test_a_body_never_holds_a_line_end(store: Store, make: Any) -> None:
    make.fill(store, events=1)
    store.append(A, make.event(2, Unrecognised(kind="cheered", body=b'{"kind":\r\n"cheered"}')))
    assert store.records(A)[1].body == b'{"kind":  "cheered"}'


def test_an_interview_is_created_once(store: Store, make: Any) -> None:
    make.fill(store)
    with pytest.raises(Conflict):
        store.create(A, make.started("other"), make.pins)
    assert len(store.events(A)) == 3


def test_the_second_writer_of_a_sequence_number_gets_a_conflict(store: Store, make: Any) -> None:
    make.fill(store)
    store.append(A, make.answered(4, "first"))
    late = Event(id=EventId("late"), seq=4, at="2026-03-01T10:00:00Z", who="x", what=Noted(text="second"))
    with pytest.raises(Conflict) as caught:
        store.append(A, late)
    assert (caught.value.interview, caught.value.seq) == (A, 4)
    assert store.events(A)[3] == make.answered(4, "first")


def test_adding_the_very_same_event_again_is_no_error(store: Store, make: Any) -> None:
    make.fill(store)
    store.append(A, make.answered(3, "yes 3"))
    assert len(store.events(A)) == 3


def test_the_same_id_with_other_words_is_a_conflict(store: Store, make: Any) -> None:
    make.fill(store)
    with pytest.raises(Conflict):
        store.append(A, make.answered(3, "something else"))


@pytest.mark.parametrize("seq", [5, 99])
def test_a_gap_is_a_conflict(seq: int, store: Store, make: Any) -> None:
    make.fill(store)
    with pytest.raises(Conflict):
        store.append(A, make.answered(seq))
    assert len(store.events(A)) == 3


def test_an_event_id_is_used_once_in_all_interviews(store: Store, make: Any) -> None:
    make.fill(store, "aaaa")
    make.fill(store, "bbbb")
    with pytest.raises(EventElsewhere) as caught:
        store.append(B, Event(**_fields(make.answered(4), id="aaaa-e2")))
    assert caught.value.interview == A
    with pytest.raises(Conflict):
        store.append(A, Event(**_fields(make.answered(4), id="aaaa-e2")))


def test_nothing_is_added_to_an_interview_that_does_not_exist(store: Store, make: Any) -> None:
    for seq in (1, 2):
        with pytest.raises(NoSuchInterview):
            store.append(A, make.answered(seq))
    with pytest.raises(NoSuchInterview):
        store.events(A)
    with pytest.raises(NoSuchInterview):
        store.pin(A, "h", "c")
    with pytest.raises(NoSuchInterview):
        store.delete(A)
    assert store.interviews() == []


def test_what_is_deleted_is_gone_and_stays_gone(store: Store, make: Any) -> None:
    make.fill(store)
    make.fill(store, "bbbb")
    store.delete(A)
    with pytest.raises(NoSuchInterview):
        store.append(A, make.answered(4))
    assert [one.interview for one in store.interviews()] == [B]
    assert len(store.events(B)) == 3


def test_extending_is_all_or_nothing(store: Store, make: Any) -> None:
    make.fill(store)
    make.fill(store, "bbbb")
    good = Record(4, EventId("n4"), "t", "w", "noted", b'{"kind":"noted","text":""}')
    taken = Record(5, EventId("bbbb-e2"), "t", "w", "noted", b'{"kind":"noted","text":""}')
    with pytest.raises(EventElsewhere):
        store.extend(A, [good, taken], {"h": "content"})
    assert len(store.records(A)) == 3
    with pytest.raises(NotPinned):
        store.pinned("h")
    with pytest.raises(Conflict):
        store.extend(A, [taken], {})


def test_too_much_or_no_text_is_refused_and_harms_nothing(store: Store, make: Any) -> None:
    make.fill(store)
    for words in ("x" * MAX_BODY, "half a \ud83d character"):
        with pytest.raises(Unrecordable):
            store.append(A, make.answered(4, words))
    with pytest.raises(Unrecordable):
        store.append(A, Event(**_fields(make.answered(4), who="\udc80")))
    store.append(A, make.answered(4, "x" * 1_000_000))
    assert len(store.events(A)) == 4


def test_contents_are_kept_with_the_interviews_that_use_them(store: Store, make: Any) -> None:
    make.fill(store)
    make.fill(store, "bbbb")
    store.pin(A, "only", "of a")
    assert store.pins(A) == {**make.pins, "only": "of a"}
    assert list(store.pins(A)) == sorted(store.pins(A))
    assert store.pins(B) == make.pins
    store.delete(A)
    with pytest.raises(NotPinned) as caught:
        store.pinned("only")
    assert caught.value.hash == "only"
    assert {hash: store.pinned(hash) for hash in make.pins} == make.pins
    store.delete(B)
    for hash in make.pins:
        with pytest.raises(NotPinned):
            store.pinned(hash)


def test_the_list_says_what_each_interview_is_the_newest_first(store: Store, make: Any) -> None:
    store.create(A, make.started("aaaa", at="2026-03-01T12:00:00+02:00"), make.pins)
    store.create(B, make.started("bbbb", at="2026-03-01T11:00:00+00:00"), make.pins)
    newest, oldest = store.interviews()
    assert (newest.interview, oldest.interview) == (B, A)
    store.append(A, make.event(2, Finished(), at="2026-03-01T14:00:00+02:00"))
    first = store.interviews()[0]
    assert (first.interview, first.dialog, first.events, first.finished) == (A, "quick", 2, True)
    assert (first.started, first.updated) == ("2026-03-01T12:00:00+02:00", "2026-03-01T14:00:00+02:00")
    assert {first.dialog_hash, first.framework_hash} == set(make.pins)


def test_a_unique_beginning_of_an_id_is_enough(store: Store, make: Any) -> None:
    for id in ("abcd", "abce", "ab", "xyz_1"):
        make.fill(store, id, events=1)
    assert store.resolve("abcd") == "abcd"
    assert store.resolve("x") == "xyz_1"
    assert store.resolve("XY") == "xyz_1"
    assert store.resolve("ab") == "ab"
    with pytest.raises(AmbiguousInterview) as caught:
        store.resolve("abc")
    assert caught.value.candidates == ("abcd", "abce")
    for wanted in ("", "q", "x%", "xyz?", "abcde"):
        with pytest.raises(NoSuchInterview):
            store.resolve(wanted)


def test_an_event_that_does_not_fit_its_kind_is_damage_and_those_before_it_are_readable(
    store: Store, make: Any
) -> None:
    make.fill(store)
    store.extend(A, [Record(4, EventId("n4"), "t", "w", "noted", b'{"kind":"noted","text":7}')], {})
    with pytest.raises(DamagedStore) as caught:
        store.events(A)
    assert [one.seq for one in caught.value.records] == [1, 2, 3]
    assert len(store.records(A)) == 4


def _text(id: str) -> Question:
    return Question(id=QuestionId(id), kind=QuestionKind.TEXT, ask="?")


_MANAGER = DialogManager(
    Script(
        dialog=DialogId("two"),
        title="",
        about="",
        minutes=1,
        greeting=(),
        closing="",
        levels={},
        unknown=LevelWording(label="?"),
        unknown_reply="",
        topics=(Topic(id=TopicId("t"), title="", questions=(_text("q1"), _text("q2"))),),
    )
)
UNDO, REDO = Withdrawn(event=EventId("undo")), Withdrawn(event=EventId("redo"))
"""Stand for taking back what is last then, and for putting back what was taken back."""
_question = st.sampled_from([QuestionId("q1"), QuestionId("q2")])
_steps = st.lists(
    st.one_of(
        st.builds(Answered, question=_question, text=st.just("yes")),
        st.builds(Skipped, question=_question),
        st.builds(Noted, text=st.just("n")),
        st.builds(Evidenced, text=st.just("e")),
        st.builds(Uttered, words=st.just("w"), made=st.sampled_from(Made)),
        st.builds(Finished),
        st.builds(Reopened),
        st.just(Unrecognised(kind="cheered", body=b'{"kind":"cheered"}')),
        st.just(UNDO),
        st.just(REDO),
    ),
    max_size=10,
)


@given(_steps)
def test_the_list_and_a_replay_agree_on_what_is_finished(make: Any, steps: list[What]) -> None:
    store = MemoryStore()
    events = [make.started()]
    for step in steps:
        state = State(_MANAGER, events)
        if isinstance(step, Finished) and state.stage != REVIEW:
            continue  # an interview is finished from its review only
        if step in (UNDO, REDO):
            last = state.last_change() if step == UNDO else state.last_undone()
            step = Withdrawn(event=last.id) if last else Noted(text="nothing to take back")
        events.append(make.event(len(events) + 1, step))
    store.create(A, events[0], {})
    for event in events[1:]:
        store.append(A, event)
    assert store.interviews()[0].finished == (State(_MANAGER, events).stage == FINISHED)


def _fields(event: Event, **changed: str) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__struct_fields__} | changed
