"""Leading a room through its questions with one hand."""

from __future__ import annotations

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.room.ballots import Ballot, Stance
from tests.room.rooms import Clock, ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
CARE = QuestionId("data_care")


def at(ballot, **more):
    """A room that has turned to a ballot."""
    room = new_room(MemoryStore(), **more)
    room.open(ballot)
    return room


def votes(room, ballot=OWNERS):
    """What each person holds, by the place in the list."""
    latest = room.state.votes.latest(ballot)
    return [latest[person].stance.value if person in latest else "" for person in ids(room)]


async def test_one_key_leads_from_the_welcome_to_an_agreed_answer_and_on(holds):
    async with holds() as hand:
        await hand.press("space")
        title = hand.room.state.current
        await hand.press("space")
        await hand.type("ChangeLink")
        assert hand.room.state.outcomes.agreement(title).stance == Stance("ChangeLink")
        await hand.press("space")
        assert hand.room.state.current not in (title, None)


async def test_digits_are_the_votes_of_one_person_after_the_other(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("1", "2", "3", "4")
        assert votes(hand.room) == ["established", "partial", "absent", "unknown"]


async def test_a_letter_picks_whose_vote_the_next_digit_is_also_to_change_it(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("c", "1", "1", "c", "3")
        assert votes(hand.room) == ["", "", "absent", "established"]


async def test_a_digit_after_all_have_voted_changes_nothing_unless_somebody_is_picked(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press(*"1111", "3")
        assert votes(hand.room) == ["established"] * 4
        await hand.press("b", "3")
        assert votes(hand.room) == ["established", "absent", "established", "established"]


async def test_votes_are_shown_with_missing_ones_only_on_the_second_press(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("1", "space")
        assert not hand.room.state.votes.is_revealed(OWNERS)
        await hand.press("space")
        assert hand.room.state.votes.is_revealed(OWNERS)


async def test_another_key_between_the_two_presses_makes_the_first_one_a_warning_again(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("1", "space", "d", "space")
        assert not hand.room.state.votes.is_revealed(OWNERS)


async def test_what_all_voted_is_agreed_by_enter_with_a_reason(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press(*"2222", "space", "space", "enter")
        await hand.type("Two sources have nobody")
        agreement = hand.room.state.outcomes.agreement(OWNERS)
        assert (agreement.stance.value, agreement.reason) == ("partial", "Two sources have nobody")


async def test_the_next_key_after_an_agreement_turns_to_the_next_point(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press(*"2222", "space", "A", "1", "enter", "space")
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "established"
        assert hand.room.state.current != OWNERS


async def test_a_dissent_stands_below_what_was_agreed(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("A", "2", "enter", "D", "b")
        await hand.type("I have never seen a list")
        (dissent,) = hand.room.state.outcomes.dissents_on(OWNERS)
        assert (dissent.person, dissent.reason) == (ids(hand.room)[1], "I have never seen a list")
        assert "I have never seen a list" in hand.picture


async def test_nobody_can_differ_from_what_is_not_agreed(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("D", "b")
        assert hand.screen.entry.form is None and not hand.room.state.outcomes.dissents


async def test_discuss_first_needs_no_votes_and_is_per_question(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("M")
        assert hand.room.state.opened.discuss_first
        await hand.press("space", "1", "enter", "space")
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "established"
        assert not hand.room.state.opened.discuss_first


async def test_voting_again_begins_a_round_and_hides_what_was_shown(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press(*"1234", "space", "V")
        assert not hand.room.state.votes.is_revealed(OWNERS)
        assert not hand.room.state.votes.in_round(OWNERS)
        assert len(hand.room.state.votes.all(OWNERS)) == 4


async def test_a_dropped_question_is_passed_over_and_undone_with_one_key(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("X")
        assert CARE in hand.room.interview.state.skipped and hand.room.state.current.question != CARE
        await hand.press("U")
        assert CARE not in hand.room.interview.state.skipped and hand.room.state.current == OWNERS
        await hand.press("Y")
        assert CARE in hand.room.interview.state.skipped and hand.room.state.current.question != CARE


async def test_an_agreed_answer_is_not_dropped_by_a_wrong_key(holds):
    room = new_room(MemoryStore())
    ballot = Ballot(QuestionId("ambition"))
    room.open(ballot)
    async with holds(room) as hand:
        await hand.press("A", "2", "enter", "X")
        assert hand.room.state.outcomes.agreement(ballot) and ballot.question not in room.interview.state.due
        assert hand.room.interview.facts and not hand.room.interview.state.skipped


async def test_a_key_in_a_closed_session_says_so_and_changes_nothing(holds):
    room = new_room(MemoryStore(), dialog="quick")
    for question in room.interview.state.due:
        room.drop(question)
    room.open(Ballot(room.interview.state.path.questions[1]))
    room.finish()
    async with holds(room) as hand:
        before = len(room.interview.state.events)
        for keys in (["1"], ["A", "1", "enter", "escape"], ["V"], ["X"], ["U"], ["P"]):
            await hand.press(*keys)
            assert room.interview.finished and len(room.interview.state.events) == before, keys
        await hand.press("a", "1")
        assert "closed" in hand.said


async def test_undo_takes_back_a_vote_and_redo_puts_it_back(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("1", "U")
        assert votes(hand.room) == [""] * 4 and "Ada" in hand.said
        await hand.press("Y")
        assert votes(hand.room)[0] == "established"


async def test_undo_never_unmakes_the_room_nor_its_clock(holds):
    room = new_room(MemoryStore(), people=0)
    async with holds(room) as hand:
        await hand.press("U", "U", "U")
        assert second_terminal(room).state.schedule is not None


async def test_notes_evidence_parked_points_and_actions_are_kept_with_who_said_them(holds):
    async with holds(at(OWNERS)) as hand:
        ada, ben, *_ = ids(hand.room)
        await hand.press("N", "b")
        await hand.type("Half of them left")
        await hand.press("E", "enter")
        await hand.type("The list of sources")
        await hand.press("K")
        await hand.type("Who pays?")
        await hand.press("T")
        await hand.type("Ask the works council")
        await hand.type("a")
        await hand.type("2026-04-01")
        state = hand.room.interview.state
        assert [(one.who, one.what.text) for one in state.notes] == [(ben, "Half of them left")]
        assert [(one.who, one.what.text) for one in state.evidence] == [
            ("facilitator", "The list of sources")
        ]
        assert [one.text for one in hand.room.state.outcomes.parked] == ["Who pays?"]
        (action,) = hand.room.state.outcomes.actions
        assert (action.owner, action.due) == (ada, "2026-04-01")


async def test_what_is_left_for_later_comes_back_with_the_differences_and_is_shown_again(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press(*"1313", "space", "S")
        assert hand.room.state.current != OWNERS
        await hand.press("L", "enter")
        assert hand.room.state.current == OWNERS
        assert hand.room.state.votes.is_revealed(OWNERS)


async def test_the_running_result_is_hidden_until_it_is_shown(holds):
    async with holds(at(OWNERS), size=(120, 36)) as hand:
        assert "Value models" not in hand.picture
        await hand.press("R")
        assert "Value models" in hand.picture and hand.room.state.result_shown
        await hand.press("R")
        assert "Value models" not in hand.picture


async def test_the_facilitators_notes_are_shown_and_hidden_and_recorded_nowhere(holds):
    async with holds(at(OWNERS)) as hand:
        before = len(hand.room.interview.state.events)
        await hand.press("F")
        assert "Listen for" in hand.picture
        await hand.press("escape")
        assert "Listen for" not in hand.picture
        assert len(hand.room.interview.state.events) == before


async def test_a_pause_stops_the_clock_and_the_same_key_sets_it_going(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("P")
        assert not hand.room.state.clock.running and "paused" in hand.picture
        await hand.press("P")
        assert hand.room.state.clock.running


async def test_a_session_that_was_interrupted_goes_on_at_the_same_ballot_and_costs_no_minutes(holds):
    clock = Clock()
    room = at(OWNERS, clock=clock)
    room.vote(ids(room)[0], OWNERS, Stance("absent"))
    spent = room.state.clock.total(room.now)
    clock.skipped = 3600
    async with holds(second_terminal(room)) as hand:
        assert hand.room.state.current == OWNERS and votes(hand.room)[0] == "absent"
        assert not hand.room.state.votes.is_revealed(OWNERS)
        assert hand.room.state.clock.total(hand.room.now) < spent + 120


async def test_a_session_ends_with_its_advice_and_can_be_opened_again(holds):
    room = new_room(MemoryStore(), dialog="quick")
    async with holds(room) as hand:
        for question in room.interview.state.due:
            room.drop(question)
        await hand.press("space", "enter")
        assert room.interview.finished
        await hand.press("down", "enter")
        assert not room.interview.finished


async def test_leaving_says_how_to_go_on_and_the_exit_code_that_it_is_unfinished(holds):
    async with holds() as hand:
        await hand.press("Q")
        assert "chatbot facilitate --resume abc" in hand.picture
        await hand.press("Q")
        assert hand.app.return_value == 3


async def test_a_session_whose_time_is_over_is_closed_with_what_was_agreed_so_far(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("A", "3", "enter", "Q", "end", "enter")
        assert "still without an answer" in hand.picture
        await hand.press("enter")
        assert hand.room.interview.finished
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "absent"


async def test_a_question_dropped_by_a_wrong_key_is_back_with_one_key_and_dropped_again_with_one(holds):
    async with holds(at(OWNERS)) as hand:
        await hand.press("X")
        assert CARE in hand.room.interview.state.skipped
        turned_to = hand.room.state.current
        await hand.press("U")
        assert CARE not in hand.room.interview.state.skipped
        assert hand.room.state.current == OWNERS
        await hand.press("Y")
        assert CARE in hand.room.interview.state.skipped
        assert hand.room.state.current == turned_to


async def test_what_stands_in_front_of_the_question_says_which_key_hides_it(holds):
    async with holds(at(OWNERS)) as hand:
        for key in ("F", "R"):
            await hand.press(key)
            assert any(
                line.strip().startswith("1-") and f"{key} hide" in line for line in hand.picture.splitlines()
            )
            await hand.press(key)
            assert "hide" not in hand.picture.splitlines()[-1]
