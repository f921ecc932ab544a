"""People who come and go, two terminals on one session, and lines that are typed."""

from __future__ import annotations

from pathlib import Path

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.store_errors import StoreFull
from chatbot.room.ballots import Ballot, Stance
from tests.room.rooms import ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
RULES = Ballot(QuestionId("data_care"), FactId("data_foundation.access_rules"))


def opened(**more):
    room = new_room(MemoryStore(), **more)
    room.open(OWNERS)
    return room


async def test_somebody_comes_late_and_somebody_leaves(holds):
    async with holds(opened(people=2)) as hand:
        await hand.press("J", "A")
        await hand.type("Zoe Late")
        await hand.type("Legal")
        await hand.type("Nordwind")
        await hand.press("b", "escape")
        assert [(one.name, one.here) for one in hand.room.state.people] == [
            ("Ada Byron", True),
            ("Ben Okri", False),
            ("Zoe Late", True),
        ]
        assert hand.room.state.people.get(ids(hand.room)[2]).role == "Legal"
        assert [seat.code for seat in hand.screen.strip._seats] == ["a", "b", "l"]


async def test_a_name_is_corrected_and_its_letter_stays(holds):
    async with holds(opened(people=2)) as hand:
        await hand.press("J", "W")
        hand.app.screen.entry.query_one("#line").value = ""
        await hand.type("Ida Byron")
        await hand.press("enter", "enter")
        assert [one.name for one in hand.room.state.people] == ["Ida Byron", "Ben Okri"]
        assert list(hand.app.desk.codes.values()) == ["a", "b"]


async def test_those_on_the_list_are_let_in_all_at_once(holds):
    room = new_room(MemoryStore(), people=0)
    for name in ("Ada", "Ben", "Cem"):
        room.invite(name)
    async with holds(room) as hand:
        await hand.press("space")
        assert hand.room.state.current is None
        await hand.press("J", "H", "escape", "space")
        assert all(one.here for one in hand.room.state.people) and hand.room.state.current


async def test_thirty_people_vote_by_letters_of_which_some_take_two_keys(holds):
    room = opened(people=0)
    for number in range(30):
        room.join(room.invite(f"Person {number}"))
    async with holds(room) as hand:
        last = ids(room)[-1]
        await hand.press(*hand.app.desk.codes[last], "3")
        assert hand.room.state.votes.latest(OWNERS)[last].stance.value == "absent"


async def test_what_another_terminal_does_is_shown(holds):
    room = opened()
    other = second_terminal(room)
    async with holds(room) as hand:
        other.vote(ids(room)[1], OWNERS, Stance("absent"))
        other.open(RULES)
        await hand.look()
        assert hand.room.state.current == RULES and "Rules on who" in hand.picture


async def test_two_terminals_that_differ_are_shown_both_entries_and_a_person_decides(holds):
    room = opened()
    other = second_terminal(room)
    room.agree(OWNERS, Stance("absent"), "nobody has seen a list")
    other.agree(OWNERS, Stance("established"), "there is a list")
    async with holds(room) as hand:
        await hand.look()
        assert "differs between two terminals" in hand.picture
        await hand.press("C")
        assert "nobody has seen a list" in hand.picture and "there is a list" in hand.picture
        await hand.press("down", "enter", "escape")
        assert not hand.room.state.contests
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "established"


async def test_an_answer_agreed_elsewhere_while_a_reason_is_typed_is_not_replaced_unasked(holds):
    room = opened()
    other = second_terminal(room)
    async with holds(room) as hand:
        await hand.press("A", "1")
        other.agree(OWNERS, Stance("absent"))
        await hand.look()
        await hand.type("we have a list")
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "absent"
        assert hand.screen.entry.form is not None
        await hand.press("enter")
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "established"


async def test_a_line_that_was_left_is_there_when_somebody_comes_back_to_it(holds):
    async with holds(opened()) as hand:
        await hand.press("N", "a")
        await hand.type("Half of them", enter=False)
        await hand.press("escape")
        assert not hand.room.interview.state.notes
        await hand.press("1", "N", "a")
        await hand.type(" left")
        assert [one.what.text for one in hand.room.interview.state.notes] == ["Half of them left"]


async def test_a_line_stays_with_its_question_when_another_terminal_goes_on(holds):
    room = opened()
    other = second_terminal(room)
    async with holds(room) as hand:
        await hand.press("A", "1")
        await hand.type("because", enter=False)
        other.open(RULES)
        await hand.look()
        await hand.press("enter")
        assert hand.room.state.outcomes.agreement(OWNERS) and not hand.room.state.outcomes.agreement(RULES)


async def test_letters_and_capitals_typed_into_a_line_are_no_commands(holds):
    async with holds(opened()) as hand:
        await hand.press("K")
        await hand.type("QUIT? 1 X U a")
        assert [one.text for one in hand.room.state.outcomes.parked] == ["QUIT? 1 X U a"]
        assert hand.room.state.current == OWNERS


async def test_no_letter_of_a_hand_that_does_not_wait_for_the_screen_is_lost(holds):
    async with holds(opened()) as hand:
        await hand.rush("KWho pays?\nTAsk Finance\nc\nMay\nNbHalf left\n1")
        outcomes = hand.room.state.outcomes
        assert [one.text for one in outcomes.parked] == ["Who pays?"]
        (action,) = outcomes.actions
        assert (action.text, action.owner, action.due) == ("Ask Finance", ids(hand.room)[2], "May")
        assert [(one.text, one.event.who) for one in hand.room.interview.state.kept] == [
            ("Half left", ids(hand.room)[1])
        ]
        assert list(hand.room.state.votes.latest(OWNERS)) == [ids(hand.room)[0]]


async def test_somebody_is_added_by_a_hand_that_does_not_wait(holds):
    async with holds(opened(people=1)) as hand:
        await hand.press("J")
        await hand.rush("AZoe Late\nLegal\n\n")
        assert [(one.name, one.role, one.here) for one in hand.room.state.people] == [
            ("Ada Byron", "IT", True),
            ("Zoe Late", "Legal", True),
        ]


async def test_a_key_pressed_before_a_page_is_there_does_nothing_to_the_question(holds):
    async with holds(opened()) as hand:
        await hand.press("1", "2", "3", "4")
        await hand.rush("G\n 1")
        assert not hand.room.state.votes.is_revealed(OWNERS)


async def test_leaving_with_an_unrecorded_line_says_that_it_would_be_lost(holds):
    async with holds(opened()) as hand:
        await hand.press("K")
        await hand.type("Who pays", enter=False)
        await hand.press("ctrl+q")
        assert "would be lost" in hand.picture


async def test_a_point_that_was_parked_is_settled_with_what_came_of_it(holds):
    async with holds(opened()) as hand:
        hand.room.park("Who pays?", OWNERS.question)
        await hand.press("O", "enter")
        await hand.type("The line does")
        assert [one.outcome for one in hand.room.state.outcomes.parked] == ["The line does"]


async def test_the_agenda_leads_to_any_question_and_drops_one(holds):
    async with holds(opened()) as hand:
        await hand.press("G", "home", "enter")
        first = hand.room.interview.state.path.questions[0]
        assert hand.room.state.current.question == first
        await hand.press("G", "home", "down", "X", "escape")
        assert hand.room.interview.state.path.questions[1] in hand.room.interview.state.skipped


async def test_what_everybody_answered_alike_before_is_agreed_with_one_key(holds):
    from chatbot.interview.room_events import Voted

    room = opened()
    for person in ids(room)[:2]:
        said = Voted(question=OWNERS.question, levels={OWNERS.fact: "absent"}, beforehand="alone")
        room.take_over([(said, person)])
    async with holds(room) as hand:
        await hand.press("L", "enter")
        assert hand.room.state.outcomes.agreement(OWNERS).stance.value == "absent"


async def test_nobody_is_added_under_the_name_of_somebody_else(holds):
    async with holds(opened(people=2)) as hand:
        await hand.press("J", "A")
        await hand.type("ada  BYRON")
        await hand.press("enter", "enter")
        assert len(list(hand.room.state.people)) == 2 and hand.app.screen.entry.form is not None
        await hand.press("escape", "W")
        await hand.press("enter", "enter", "enter")
        assert len(list(hand.room.state.people)) == 2 and hand.app.screen.entry.form is None


async def test_a_vote_that_cannot_be_stored_is_said_and_the_same_person_stays_marked(holds, monkeypatch):
    room = opened()
    async with holds(room) as hand:
        ada = ids(room)[0]

        def full(*args):
            raise StoreFull(Path("interviews.db"))

        with monkeypatch.context() as patched:
            patched.setattr(room.interview._store, "extend", full)
            await hand.press("1")
            assert "not saved" in hand.said and hand.app.desk.pointer.at == ada
            assert not room.state.votes.latest(OWNERS)
        await hand.press("1")
        assert list(room.state.votes.latest(OWNERS)) == [ada]
