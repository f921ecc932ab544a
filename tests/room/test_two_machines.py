"""A room that went on at two machines: nothing is lost, and both come to the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.transfer import DivergedLogs, Outcome, export, import_
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from tests.room.rooms import Clock, ids, new_room

BALLOTS = tuple(
    Ballot(QuestionId("data_care"), FactId(f"data_foundation.{name}")) for name in ("owners", "access_rules")
)
LEVELS = st.sampled_from(["established", "partial", "absent", "unknown"])
Step = Callable[[Room], object]


def on(store: MemoryStore, id: str, clock: Clock) -> Room:
    return Room(Interview.resume(store, store.resolve(id), who=FACILITATOR, clock=clock))


def handed_over(room: Room, clock: Clock) -> Room:
    """The same room on another machine."""
    other = MemoryStore()
    import_(other, export(room.interview._store, room.interview.id))
    return on(other, room.interview.id, clock)


def join(there: Room, here: Room) -> Outcome:
    """Take what one machine has into the other."""
    lines = list(export(there.interview._store, there.interview.id))
    return import_(here.interview._store, lines, join=True).outcome


def again(room: Room) -> Room:
    """The room read anew from its store."""
    store = room.interview._store
    assert isinstance(store, MemoryStore)
    return on(store, room.interview.id, Clock())


def seen(room: Room) -> object:
    """What counts in a room, whatever the order of its events."""
    votes = {
        ballot: {person: vote.stance for person, vote in room.state.votes.latest(ballot).items()}
        for ballot in BALLOTS
    }
    return (
        votes,
        dict(room.interview.facts),
        {(person.id, person.name, person.here) for person in room.state.people},
        {(contest.first, contest.second) for contest in room.state.contests},
        sorted(task.text for task in room.state.outcomes.parked),
        {event.id for event in room.interview.state.events},
    )


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    chosen: list[Step] = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(["vote", "agree", "dissent", "park", "leave", "undo", "correct"]))
        who, ballot, level = draw(st.integers(0, 2)), draw(st.sampled_from(BALLOTS)), draw(LEVELS)
        match kind:
            case "vote":
                chosen.append(lambda room, w=who, b=ballot, x=level: room.vote(ids(room)[w], b, Stance(x)))
            case "agree":
                chosen.append(lambda room, b=ballot, x=level: room.agree(b, Stance(x)))
            case "dissent":
                chosen.append(lambda room, w=who, b=ballot, x=level: room.dissent(ids(room)[w], b, x))
            case "park":
                chosen.append(lambda room, x=level: room.park(x, None))
            case "leave":
                chosen.append(lambda room, w=who: room.leave(ids(room)[w]))
            case "undo":
                chosen.append(lambda room: room.undo())
            case _:
                chosen.append(lambda room, w=who, x=level: room.invite(x, person=ids(room)[w]))
    return chosen


@settings(max_examples=60)
@given(before=steps(), here_=steps(), there_=steps())
def test_nothing_is_lost_and_both_machines_come_to_the_same(
    before: list[Step], here_: list[Step], there_: list[Step]
) -> None:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    for step in before:
        step(here)
    there = handed_over(here, clock)
    for step in here_:
        step(here)
    for step in there_:
        step(there)
    known = {event.id for room in (here, there) for event in room.interview.state.events}
    join(there, here)
    join(here, there)
    one, other = again(here), again(there)
    assert known <= {event.id for event in one.interview.state.events}
    assert seen(one) == seen(other)
    assert join(one, other) in (Outcome.SAME, Outcome.OLDER)


@settings(max_examples=40)
@given(here_=steps(), there_=steps())
def test_machines_that_join_each_other_at_once_come_to_the_same_too(
    here_: list[Step], there_: list[Step]
) -> None:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    there = handed_over(here, clock)
    for step in here_:
        step(here)
    for step in there_:
        step(there)
    theirs = list(export(there.interview._store, there.interview.id))
    join(here, there)
    import_(here.interview._store, theirs, join=True)
    assert seen(again(here)) == seen(again(there))


def test_what_both_said_differently_waits_for_a_person_and_the_first_counts() -> None:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    there = handed_over(here, clock)
    here.agree(BALLOTS[0], Stance("absent"))
    there.agree(BALLOTS[0], Stance("established"))
    join(there, here)
    room = again(here)
    (contest,) = room.state.contests
    assert room.interview.facts[BALLOTS[0].fact] == "absent"
    room.resolve(contest, contest.second)
    assert room.interview.facts[BALLOTS[0].fact] == "established"
    join(room, there)
    assert again(there).interview.facts[BALLOTS[0].fact] == "established"


def test_logs_that_parted_are_refused_unless_somebody_asks_to_join_them() -> None:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    there = handed_over(here, clock)
    here.park("here", None)
    there.park("there", None)
    before = here.interview._store.records(here.interview.id)
    with pytest.raises(DivergedLogs):
        import_(here.interview._store, export(there.interview._store, there.interview.id))
    assert here.interview._store.records(here.interview.id) == before


def test_a_room_that_comes_back_with_everything_of_ours_is_taken_without_asking() -> None:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    there = handed_over(here, clock)
    here.park("here", None)
    there.park("there", None)
    join(here, there)
    back = list(export(there.interview._store, there.interview.id))
    assert import_(here.interview._store, back).outcome is Outcome.CONTINUED
    assert seen(again(here)) == seen(again(there))
