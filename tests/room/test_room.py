"""A room keeps what each person says, and what it agrees on is what is judged."""

from __future__ import annotations

import pytest

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.held import HeldInRoom
from chatbot.interview.interview import Interview
from chatbot.interview.listing import list_interviews
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.room import Room
from tests.room.rooms import Clock, ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
RULES = Ballot(QuestionId("data_care"), FactId("data_foundation.access_rules"))
AMBITION = Ballot(QuestionId("ambition"))


def values(room: Room, ballot: Ballot) -> dict[PersonId, str]:
    return {person: vote.stance.value for person, vote in room.state.votes.latest(ballot).items()}


def test_a_later_vote_of_a_person_supersedes_their_earlier_one_and_both_are_kept() -> None:
    room = new_room()
    ada, ben, *_ = ids(room)
    room.open(OWNERS)
    room.vote(ada, OWNERS, Stance("absent"))
    room.vote(ben, OWNERS, Stance("partial"))
    room.vote(ada, OWNERS, Stance("established"))
    assert values(room, OWNERS) == {ada: "established", ben: "partial"}
    assert [vote.stance.value for vote in room.state.votes.all(OWNERS)] == [
        "absent",
        "partial",
        "established",
    ]


def test_undoing_a_vote_brings_the_one_before_back_and_redoing_it_takes_that_away() -> None:
    room = new_room()
    ada = ids(room)[0]
    room.vote(ada, OWNERS, Stance("absent"))
    room.vote(ada, OWNERS, Stance("partial"))
    room.undo()
    assert values(room, OWNERS) == {ada: "absent"}
    room.redo()
    assert values(room, OWNERS) == {ada: "partial"}


def test_opening_a_ballot_again_hides_the_votes_and_begins_a_new_round() -> None:
    room = new_room()
    ada = ids(room)[0]
    room.open(OWNERS)
    room.vote(ada, OWNERS, Stance("absent"))
    room.reveal(OWNERS)
    assert room.state.votes.is_revealed(OWNERS)
    room.open(OWNERS)
    assert not room.state.votes.is_revealed(OWNERS)
    assert not room.state.votes.in_round(OWNERS)
    assert values(room, OWNERS) == {ada: "absent"}


def test_votes_are_not_judged_and_agreements_are_point_by_point() -> None:
    room = new_room()
    room.vote(ids(room)[0], OWNERS, Stance("absent"))
    assert not room.interview.facts
    room.agree(OWNERS, Stance("partial"), reason="Two sources have nobody")
    room.agree(RULES, Stance("established"))
    assert room.interview.facts == {OWNERS.fact: "partial", RULES.fact: "established"}
    assert QuestionId("data_care") in room.interview.state.due
    room.agree(OWNERS, Stance("established"))
    room.undo()
    assert room.interview.facts == {OWNERS.fact: "partial", RULES.fact: "established"}


def test_dropping_the_rest_of_a_checklist_leaves_what_was_agreed_on_its_points() -> None:
    room = new_room()
    room.agree(OWNERS, Stance("partial"))
    room.drop(OWNERS.question)
    state = room.interview.state
    assert room.interview.facts == {OWNERS.fact: "partial"}
    assert OWNERS.question in state.skipped and OWNERS.question not in state.due
    room.undo()
    assert OWNERS.question in state.due and OWNERS.question not in state.skipped
    room.redo()
    room.agree(RULES, Stance("established"))
    assert room.interview.facts == {OWNERS.fact: "partial", RULES.fact: "established"}
    assert OWNERS.question in state.due


def test_an_agreement_on_a_choice_leads_on_like_an_answer() -> None:
    room = new_room()
    room.agree(AMBITION, Stance("specialist_questions"))
    assert room.interview.facts["initiative.ambition"] == "expert"
    assert AMBITION.question not in room.interview.state.due


def test_a_dissent_is_about_the_agreement_it_was_made_to() -> None:
    room = new_room()
    ada = ids(room)[0]
    room.agree(OWNERS, Stance("partial"))
    room.dissent(ada, OWNERS, "I have never seen a list")
    assert [one.earlier for one in room.state.outcomes.dissents] == [False]
    room.agree(OWNERS, Stance("absent"))
    assert [(one.person, one.earlier) for one in room.state.outcomes.dissents] == [(ada, True)]


def test_people_come_late_and_leave() -> None:
    room = new_room(people=2)
    late = room.invite("Zoe Late")
    person = room.state.people.get(late)
    assert person and not person.here
    room.join(late)
    room.leave(ids(room)[0])
    assert [person.here for person in room.state.people] == [False, True, True]
    room.undo()
    assert all(person.here for person in room.state.people)


def test_the_clock_counts_only_while_it_runs_and_not_over_a_closed_laptop() -> None:
    clock = Clock(step=10)
    room = new_room(clock=clock)
    assert room.state.clock.total(room.now) == 0
    room.open(OWNERS)
    opened = room.now
    assert room.state.clock.spent(OWNERS.question, opened) > 0
    before = room.state.clock.total(opened)
    clock.skipped = 3600
    room.go_on()
    assert room.state.clock.total(room.now) < before + 60
    room.pause()
    paused = room.state.clock.total(room.now)
    clock.skipped = 7200
    assert room.state.clock.total(room.now) == paused


def test_two_terminals_that_say_different_things_of_the_same_leave_it_to_a_person() -> None:
    store = MemoryStore()
    here = new_room(store)
    ada = ids(here)[0]
    there = second_terminal(here)
    here.vote(ada, OWNERS, Stance("absent"))
    recorded = there.vote(ada, OWNERS, Stance("established"))
    assert recorded.contest and there.state.contests == (recorded.contest,)
    assert values(there, OWNERS) == {ada: "absent"}
    here.follow()
    assert here.state.contests == (recorded.contest,)
    here.resolve(recorded.contest, recorded.contest.second)
    there.follow()
    for room in (here, there):
        assert values(room, OWNERS) == {ada: "established"} and not room.state.contests
    here.undo()
    assert values(here, OWNERS) == {ada: "absent"} and here.state.contests


def test_two_terminals_that_say_the_same_say_it_once() -> None:
    here = new_room(MemoryStore())
    ada = ids(here)[0]
    there = second_terminal(here)
    first = here.vote(ada, OWNERS, Stance("absent"))
    again = there.vote(ada, OWNERS, Stance("absent"))
    assert again.event.id == first.event.id and not again.contest


def test_contested_agreements_are_judged_by_the_first_until_decided() -> None:
    here = new_room(MemoryStore())
    there = second_terminal(here)
    here.agree(OWNERS, Stance("absent"))
    contest = there.agree(OWNERS, Stance("established")).contest
    assert contest and there.interview.facts[OWNERS.fact] == "absent"
    there.resolve(contest, contest.second)
    assert there.interview.facts[OWNERS.fact] == "established"


def test_nobody_goes_on_alone_with_what_a_room_began() -> None:
    room = new_room(MemoryStore())
    with pytest.raises(HeldInRoom):
        Interview.resume(room.interview._store, room.interview.id)
    (listed,) = list_interviews(room.interview._store).interviews
    assert listed.room


def test_parked_points_and_actions_are_there_until_settled() -> None:
    room = new_room()
    ada = ids(room)[0]
    room.park("Who pays for the licences?", OWNERS.question, ada)
    room.act("Ask the works council", owner=ada, due="2026-04-01")
    (parked,), (action,) = room.state.outcomes.parked, room.state.outcomes.actions
    room.settle(parked.event.id, "The line does")
    assert room.state.outcomes.parked[0].outcome == "The line does"
    assert (action.owner, action.due, action.settled) == (ada, "2026-04-01", None)
