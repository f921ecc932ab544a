"""The course of a room: letters for people, the next step, its time, and words for what happened."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.events import Event
from chatbot.interview.room_events import PersonId, Voted
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Budget, Course
from chatbot.room.letters import letters
from chatbot.room.room import Room
from chatbot.room.steps import Next, next_step
from chatbot.room.told import told
from tests.room.rooms import Clock, ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
RULES = Ballot(QuestionId("data_care"), FactId("data_foundation.access_rules"))
TITLE = Ballot(QuestionId("initiative_title"))


def beforehand(room: Room, ballot: Ballot, *levels: str) -> None:
    """What the first people on the list said alone."""
    said = [
        (Voted(question=ballot.question, levels={ballot.fact: level}, beforehand="alone"), person)
        for level, person in zip(levels, ids(room), strict=False)
    ]
    room.take_over(said)


@settings(max_examples=40)
@given(st.lists(st.text(max_size=12), max_size=60))
def test_everybody_has_a_letter_of_their_own_that_begins_nobody_elses(names: list[str]) -> None:
    codes = list(letters((PersonId(str(at)), name) for at, name in enumerate(names)).values())
    assert len(set(codes)) == len(names)
    assert all(code.isascii() and code.islower() for code in codes)
    assert not any(one != other and other.startswith(one) for one in codes for other in codes)


@settings(max_examples=25)
@given(st.lists(st.text(max_size=12), max_size=40), st.integers(0, 40))
def test_letters_stay_when_others_come_later(names: list[str], first: int) -> None:
    named = [(PersonId(str(at)), name) for at, name in enumerate(names)]
    before, after = letters(named[:first]), letters(named)
    assert all(after[person] == code for person, code in before.items())


def test_the_letter_is_an_initial_where_that_is_free() -> None:
    named = [(PersonId(name), name) for name in ("Ada Byron", "Anna Berg", "Élodie", "Anton")]
    assert list(letters(named).values()) == ["a", "b", "e", "n"]


def test_steps_lead_from_a_vote_to_its_picture_to_an_agreement_to_the_next_ballot() -> None:
    room = new_room(people=2)
    course = Course(room, Budget())
    ada, ben = ids(room)
    first = next_step(course)
    assert (first.next, first.ballot) == (Next.BEGIN, TITLE)
    room.open(OWNERS)
    assert (next_step(course).next, next_step(course).missing) == (Next.AGREE, (ada, ben))
    room.vote(ada, OWNERS, Stance("absent"))
    assert (next_step(course).next, next_step(course).missing) == (Next.REVEAL, (ben,))
    room.reveal(OWNERS)
    assert next_step(course).next is Next.AGREE
    room.agree(OWNERS, Stance("absent"))
    assert (next_step(course).next, next_step(course).ballot) == (Next.TURN, RULES)


def test_who_answered_before_the_session_is_not_waited_for() -> None:
    room = new_room(people=2)
    beforehand(room, OWNERS, "absent")
    room.open(OWNERS)
    step = next_step(Course(room, Budget()))
    assert (step.next, step.missing) == (Next.REVEAL, (ids(room)[1],))


def test_what_is_answered_before_comes_last_and_differences_come_between() -> None:
    room = new_room(people=2)
    every = tuple(room.interview.state.path.questions)
    course = Course(room, Budget(before=frozenset(every) - {TITLE.question}))
    room.open(TITLE)
    room.agree(TITLE, Stance("ChangeLink"))
    assert next_step(course).next is Next.TURN
    beforehand(room, OWNERS, "absent", "partial")
    assert next_step(course).next is Next.DIFFER
    assert list(course.disputed()) == [OWNERS]
    beforehand(room, RULES, "absent", "absent")
    assert list(course.alike()) == [(RULES, Stance("absent"))]


def test_a_room_with_nothing_left_to_ask_is_closed() -> None:
    room = new_room(dialog="quick")
    course = Course(room, Budget())
    for question in room.interview.state.due:
        room.drop(question)
    assert next_step(course).next is Next.CLOSE
    room.finish()
    assert next_step(course).next is Next.CLOSED


def test_a_session_on_its_plan_is_not_late_and_one_that_lingers_is() -> None:
    clock = Clock()
    room = new_room(clock=clock)
    course = Course(room, budget_of(room))
    room.open(next_step(course).ballot or TITLE)
    assert course.timing(room.now).late <= 1
    clock.skipped = 20 * 60
    assert course.timing(room.now).late > 10


def test_dropping_a_question_that_was_planned_makes_up_for_time() -> None:
    room = new_room()
    course = Course(room, budget_of(room))
    room.open(TITLE)
    before = course.timing(room.now).late
    planned = next(one for one in course.left() if one.question not in course.budget.before and one != TITLE)
    room.drop(planned.question)
    assert course.timing(room.now).late < before - course.budget.questions[planned.question] + 1


def test_without_minutes_nobody_is_late() -> None:
    room = new_room()
    room.schedule(0)
    timing = Course(room, budget_of(room)).timing(room.now)
    assert (timing.left, timing.late) == (None, 0.0)


def test_undoing_the_turn_to_a_question_counts_its_time_for_the_one_before() -> None:
    clock = Clock()
    room = new_room(clock=clock)
    room.open(OWNERS)
    room.open(TITLE)
    room.undo()
    spent = room.state.clock.spent(OWNERS.question, room.now)
    clock.skipped = 600
    assert room.state.clock.spent(OWNERS.question, room.now) >= spent + 600


def test_the_first_schedule_and_the_clock_are_no_steps_that_undo_takes_back() -> None:
    room = new_room(people=0)
    room.open(OWNERS)
    room.pause()
    undone = room.undo()
    assert undone and undone.what == room.interview.state.events[2].what
    assert room.undo() is None
    assert second_terminal(room).state.schedule


def test_what_is_told_of_a_vote_does_not_say_what_it_was() -> None:
    room = new_room()
    events: list[Event] = []
    for value in ("absent", "established"):
        room.vote(ids(room)[0], OWNERS, Stance(value))
        events.append(room.interview.state.events[-1])
    one, other = (told(event, room.state.people) for event in events)
    assert one == other and "Ada Byron" in one
