"""Entries that two terminals or two machines made unaware of each other: each is shown once, and decided."""

from __future__ import annotations

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import PersonId, Voted
from chatbot.interview.transfer import export, import_
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.room import Room
from tests.room.rooms import Clock, ids, new_room, second_terminal
from tests.room.test_two_machines import again, handed_over, join

CARE = QuestionId("data_care")
OWNERS = Ballot(CARE, FactId("data_foundation.owners"))
RULES = Ballot(CARE, FactId("data_foundation.access_rules"))

AMBITION = Ballot(QuestionId("ambition"))


def two_terminals() -> tuple[Room, Room]:
    here = new_room(MemoryStore())
    here.open(OWNERS)
    return here, second_terminal(here)


def two_machines() -> tuple[Room, Room]:
    clock = Clock()
    here = new_room(people=3, clock=clock)
    return here, handed_over(here, clock)


def joined(here: Room, there: Room) -> tuple[Room, Room]:
    """Both, each with what the other has, in an order of its own."""
    theirs = list(export(there.interview._store, there.interview.id))
    join(here, there)
    import_(here.interview._store, theirs, join=True)
    return again(here), again(there)


def values(room: Room, ballot: Ballot) -> dict[PersonId, str]:
    return {person: vote.stance.value for person, vote in room.state.votes.latest(ballot).items()}


def test_of_one_entry_that_differs_on_two_points_each_is_decided() -> None:
    here, there = two_machines()
    ada = ids(here)[0]
    levels = {OWNERS.fact: "absent", RULES.fact: "absent"}
    here.take_over([(Voted(question=CARE, levels=levels, beforehand="alone"), ada)])
    there.vote(ada, OWNERS, Stance("established"))
    there.vote(ada, RULES, Stance("partial"))
    for room in joined(here, there):
        assert len(room.state.contests) == 2
        for contest in room.state.contests:
            room.resolve(contest, contest.second)
        assert (values(room, OWNERS)[ada], values(room, RULES)[ada]) == ("established", "partial")


def test_dropping_a_question_leaves_what_another_machine_agreed_on_one_of_its_points() -> None:
    here, there = two_machines()
    here.agree(OWNERS, Stance("absent"))
    there.drop(CARE)
    for room in joined(here, there):
        assert room.interview.facts == {OWNERS.fact: "absent"}
        assert room.state.outcomes.agreement(OWNERS) and not room.state.contests


def test_dropping_a_question_that_another_terminal_has_just_answered_is_decided_by_a_person() -> None:
    here, there = two_terminals()
    here.agree(AMBITION, Stance("specialist_questions"))
    contest = there.drop(AMBITION.question).contest
    assert contest and there.state.outcomes.agreement(AMBITION) and there.interview.facts
    there.resolve(contest, contest.second)
    assert not there.interview.facts and AMBITION.question in there.interview.state.skipped
    assert there.state.outcomes.agreement(AMBITION) is None
    there.undo()
    assert there.state.outcomes.agreement(AMBITION) and there.interview.facts
    there.redo()
    assert there.state.outcomes.agreement(AMBITION) is None and not there.interview.facts


def test_what_a_machine_took_back_itself_holds_nothing_back() -> None:
    here, there = two_machines()
    here.agree(OWNERS, Stance("absent"))
    here.undo()
    there.agree(OWNERS, Stance("established"))
    for room in joined(here, there):
        assert not room.state.contests
        assert room.interview.facts == {OWNERS.fact: "established"}


def test_what_another_terminal_took_back_before_anybody_looked_holds_nothing_back() -> None:
    here, there = two_terminals()
    ada = ids(here)[0]
    here.vote(ada, OWNERS, Stance("absent"))
    here.undo()
    assert there.vote(ada, OWNERS, Stance("partial")).contest is None
    assert values(there, OWNERS) == {ada: "partial"}


def test_undoing_ones_own_entry_that_is_held_back_takes_that_one_back_and_settles_it() -> None:
    here, there = two_terminals()
    ada = ids(here)[0]
    here.vote(ada, OWNERS, Stance("absent"))
    there.vote(ada, OWNERS, Stance("partial"))
    there.undo()
    assert values(there, OWNERS) == {ada: "absent"} and not there.state.contests
    there.redo()
    assert values(there, OWNERS) == {ada: "absent"} and len(there.state.contests) == 1


def test_what_is_said_later_in_knowledge_of_a_contest_counts_and_leaves_nothing_to_decide() -> None:
    here, there = two_terminals()
    ada = ids(here)[0]
    here.vote(ada, OWNERS, Stance("absent"))
    there.vote(ada, OWNERS, Stance("established"))
    there.open(OWNERS)
    there.vote(ada, OWNERS, Stance("partial"))
    assert not there.state.contests and values(there, OWNERS) == {ada: "partial"}
    there.undo()
    assert len(there.state.contests) == 1 and values(there, OWNERS) == {ada: "absent"}


def test_a_vote_that_is_kept_stays_one_of_its_round_and_is_there_once() -> None:
    here, there = two_terminals()
    ada = ids(here)[0]
    here.vote(ada, OWNERS, Stance("absent"))
    contest = there.vote(ada, OWNERS, Stance("established")).contest
    assert contest
    there.open(OWNERS)
    there.resolve(contest, contest.first)
    assert not there.state.votes.in_round(OWNERS) and values(there, OWNERS) == {ada: "absent"}
    assert [vote.stance.value for vote in there.state.votes.all(OWNERS)] == ["absent"]


def test_a_dissent_still_is_from_the_agreement_that_a_decision_keeps() -> None:
    here, there = two_terminals()
    ada = ids(here)[0]
    here.agree(OWNERS, Stance("absent"))
    contest = there.agree(OWNERS, Stance("established")).contest
    assert contest
    there.dissent(ada, OWNERS, "I have never seen a list")
    there.resolve(contest, contest.first)
    outcomes = there.state.outcomes
    assert [one.earlier for one in outcomes.dissents] == [False]
    assert not outcomes.earlier_agreements(OWNERS)
    there.undo()
    there.resolve(contest, contest.second)
    assert [one.earlier for one in outcomes.dissents] == [True]


def test_a_dissent_is_from_what_its_own_machine_had_agreed_on() -> None:
    here, there = two_machines()
    ada = ids(here)[0]
    here.agree(OWNERS, Stance("absent"))
    there.agree(OWNERS, Stance("established"))
    there.dissent(ada, OWNERS, "no list")
    for room in joined(here, there):
        (contest,) = room.state.contests
        assert [one.earlier for one in room.state.outcomes.dissents] == [True]
        room.resolve(contest, contest.second)
        assert [one.earlier for one in room.state.outcomes.dissents] == [False]
