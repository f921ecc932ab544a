"""Nothing that was voted can be seen before it is shown, and what is typed is text."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import Voted
from chatbot.room.ballots import Ballot, Stance
from tests.room.rooms import ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
HOSTILE = "[/b] [@click=app.quit]x[/] <script> \\u202e {initiative.title} $x"


def opened(ballot=OWNERS, **more):
    room = new_room(MemoryStore(), **more)
    room.open(ballot)
    return room


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(st.integers(1, 4), min_size=4, max_size=4),
    second=st.lists(st.integers(1, 4), min_size=4, max_size=4),
    size=st.sampled_from([(80, 24), (120, 36)]),
)
def test_the_screen_looks_the_same_whatever_people_voted(holds, first, second, size):
    async def look(digits):
        async with holds(opened(), size=size) as hand:
            looks = []
            for digit in digits:
                await hand.press(str(digit))
                looks.append(hand.looks)
            await hand.press("U")
            return [*looks, hand.looks]

    assert asyncio.run(look(first)) == asyncio.run(look(second))


async def test_once_shown_each_vote_stands_with_its_letter_at_its_answer(holds):
    async with holds(opened()) as hand:
        await hand.press(*"1233", "space")
        scene = hand.screen.stage.scene
        assert [[mark.code for mark in answer.votes] for answer in scene.answers] == [
            ["a"],
            ["b"],
            ["c", "d"],
            [],
        ]


async def test_what_was_said_before_the_session_is_hidden_too_and_marked_once_shown(holds):
    room = opened()
    ada, ben, *_ = ids(room)
    said = Voted(question=OWNERS.question, levels={OWNERS.fact: "absent"}, beforehand="alone")
    room.take_over([(said, ada)])
    async with holds(room) as hand:
        assert not any(answer.votes for answer in hand.screen.stage.scene.answers)
        assert hand.app.desk.pointer.at == ben
        await hand.press("1", "space", "space")
        (partly,) = [answer for answer in hand.screen.stage.scene.answers if answer.number == 3]
        assert [(mark.code, mark.earlier) for mark in partly.votes] == [("a", True)]


async def test_the_list_of_differences_names_nobody_before_votes_are_shown(holds):
    room = opened()
    ada, ben, *_ = ids(room)
    for person, level in ((ada, "absent"), (ben, "established")):
        said = Voted(question=OWNERS.question, levels={OWNERS.fact: level}, beforehand="alone")
        room.take_over([(said, person)])
    async with holds(room, size=(120, 36)) as hand:
        await hand.press("L")
        assert "Ada" not in hand.picture and "2 answers" in hand.picture
        await hand.press("escape", "1", "1", "space", "space", "L")
        assert "Ada Byron" in hand.picture


async def test_contested_votes_stay_hidden_on_the_screen_for_all(holds):
    room = opened()
    other = second_terminal(room)
    room.vote(ids(room)[0], OWNERS, Stance("absent"))
    other.vote(ids(room)[0], OWNERS, Stance("established"))
    async with holds(room) as hand:
        await hand.look()
        await hand.press("C")
        assert "Yes, settled" not in hand.picture and "Ada Byron" in hand.picture


async def test_the_facilitators_own_screen_shows_votes_and_records_nothing(holds):
    room = opened()
    other = second_terminal(room)
    async with holds(room, notes=True, size=(120, 36)) as hand:
        before = len(room.interview.state.events)
        assert "Not yet: Ada Byron, Ben Okri" in hand.picture
        other.vote(ids(room)[0], OWNERS, Stance("absent"))
        await hand.look()
        assert "1 No" in hand.picture and "Not yet: Ben Okri" in hand.picture and "Listen for" in hand.picture
        await hand.press("1", "a", "U", "space", "X", "enter")
        assert len(room.interview.state.events) == before + 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_people_are_called_and_say_is_text(holds, size):
    room = opened(people=1)
    person = room.invite(HOSTILE, HOSTILE, HOSTILE)
    room.join(person)
    room.agree(OWNERS, Stance("partial"), HOSTILE)
    room.dissent(person, OWNERS, HOSTILE)
    room.park(HOSTILE, OWNERS.question)
    room.act(HOSTILE, HOSTILE, HOSTILE)
    async with holds(room, size=size) as hand:
        seen = [hand.picture]
        for key in "JOLGC?FRQ":
            await hand.press(key)
            seen.append(hand.picture)
            await hand.press("escape")
        assert all("[/b]" in picture for picture in seen[:4])


async def test_the_list_of_differences_does_not_tell_whether_a_vote_that_is_being_taken_differs(holds):
    pictures = []
    for digits in ("11", "13"):
        async with holds(opened()) as hand:
            await hand.press(*digits, "L")
            pictures.append(hand.picture)
    assert pictures[0] == pictures[1]
