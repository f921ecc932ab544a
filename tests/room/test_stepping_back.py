"""One key undoes one step of whoever presses it, and a closed room stays as it is."""

from __future__ import annotations

import pytest

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import Voted
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.room import Closed, Room
from tests.room.rooms import ids, latest_id, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
RULES = Ballot(QuestionId("data_care"), FactId("data_foundation.access_rules"))
CARE = OWNERS.question


def closed() -> Room:
    room = new_room(MemoryStore(), dialog="quick")
    for question in room.interview.state.due:
        room.drop(question)
    room.finish()
    return room


def test_undo_takes_back_what_was_known_here_and_not_what_another_terminal_has_just_done() -> None:
    here = new_room(MemoryStore())
    ada, ben, *_ = ids(here)
    here.open(OWNERS)
    there = second_terminal(here)
    here.vote(ada, OWNERS, Stance("absent"))
    there.follow()
    there.vote(ben, OWNERS, Stance("partial"))
    undone = here.undo()
    assert undone and undone.who == ada
    assert list(here.state.votes.latest(OWNERS)) == [ben]


def test_two_terminals_that_undo_the_same_step_at_once_undo_it_once() -> None:
    here = new_room(MemoryStore())
    ada, ben, *_ = ids(here)
    here.vote(ben, OWNERS, Stance("absent"))
    here.vote(ada, OWNERS, Stance("absent"))
    there = second_terminal(here)
    here.undo()
    there.undo()
    assert list(there.state.votes.latest(OWNERS)) == [ben]


def test_a_question_that_was_dropped_and_the_turn_that_this_led_to_are_undone_and_redone_at_once() -> None:
    room = new_room(MemoryStore())
    room.open(OWNERS)
    dropped = room.drop(CARE)
    room.open(Ballot(QuestionId("data_demo")), dropped=dropped)
    undone = room.undo()
    assert undone and undone.id == dropped.event.id
    assert room.state.current == OWNERS and CARE not in room.interview.state.skipped
    put_back = room.redo()
    assert put_back and put_back.id == dropped.event.id
    assert CARE in room.interview.state.skipped and room.state.current == Ballot(QuestionId("data_demo"))
    assert room.redo() is None
    room.undo()
    assert room.state.current == OWNERS and CARE not in room.interview.state.skipped


def test_nothing_is_recorded_in_a_closed_room_until_it_is_open_again() -> None:
    room = closed()
    before = latest_id(room)
    (first, *_) = room.interview.state.path.questions
    for act in (
        room.undo,
        lambda: room.open(Ballot(first)),
        lambda: room.park("late", None),
        lambda: room.join(ids(room)[0]),
        lambda: room.take_over([]),
        room.finish,
    ):
        with pytest.raises(Closed):
            act()
    assert room.interview.finished and latest_id(room) == before
    room.show_result(True)
    assert room.interview.finished and room.state.result_shown
    room.reopen()
    room.park("late", None)
    assert [one.text for one in room.state.outcomes.parked] == ["late"]


def test_a_terminal_that_has_not_seen_the_end_yet_cannot_open_the_room_by_what_it_does() -> None:
    here = new_room(MemoryStore(), dialog="quick")
    there = second_terminal(here)
    for question in here.interview.state.due:
        here.drop(question)
    here.finish()
    with pytest.raises(Closed):
        there.undo()
    assert second_terminal(here).interview.finished


def test_what_somebody_said_counts_for_nothing_once_they_are_off_the_list_and_again_when_put_back() -> None:
    room = new_room(people=1)
    zoe = room.invite("Zoe")
    said = Voted(question=CARE, levels={OWNERS.fact: "absent"}, beforehand="alone")
    room.take_over([(said, zoe)])
    room.undo()
    assert room.state.people.get(zoe) is None
    assert not room.state.votes.latest(OWNERS) and not room.state.votes.all(OWNERS)
    assert not list(Course(room, budget_of(room)).alike())
    room.redo()
    assert list(room.state.votes.latest(OWNERS)) == [zoe]


def test_no_time_passes_once_the_turn_to_the_first_question_is_undone() -> None:
    room = new_room()
    room.open(OWNERS)
    room.undo()
    assert room.state.clock.total(room.now) == room.state.clock.total(room.now)
