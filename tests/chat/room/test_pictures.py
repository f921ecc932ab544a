"""A few pictures of what a room has to see; look at the new one before accepting it (`--snapshot-update`)."""

from __future__ import annotations

import pytest

from chatbot.chat.room.app import RoomApp
from chatbot.chat.room.desk import Desk
from chatbot.chat.services import Commands
from chatbot.chat.themes import NO_COLOUR
from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import Voted
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.course import Budget, Course
from chatbot.settings.reading import Loaded
from chatbot.settings.settings import Settings
from tests.room.rooms import ids, new_room, second_terminal

OWNERS = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))


@pytest.fixture
def picture(snap_compare):
    """Compares a picture of a room after some keys."""

    def compare(room, size, *keys, theme="dark", notes=False):
        desk = Desk(room, Course(room, Budget()))
        commands = Commands(resume="chatbot facilitate --resume abc", report="chatbot report abc")
        loaded = Loaded(settings=Settings(theme=theme))
        app = RoomApp(desk, commands, loaded, None, lambda: 0.0, notes=notes, grace=0.0)
        return snap_compare(app, press=keys, terminal_size=size)

    return compare


@pytest.fixture
def room():
    """A room at the point of a checklist on which somebody said something before."""
    room = new_room(MemoryStore(), people=8)
    room.agree(Ballot(QuestionId("initiative_title")), Stance("ChangeLink"))
    said = Voted(question=OWNERS.question, levels={OWNERS.fact: "absent"}, beforehand="alone")
    room.take_over([(said, ids(room)[1])])
    room.open(OWNERS)
    return room


def test_who_has_voted_on_a_projector(picture, room):
    assert picture(room, (80, 24), "1", "2", "1")


def test_the_spread_of_the_votes_on_a_projector(picture, room):
    assert picture(room, (80, 24), *"1213212", "space")


def test_what_was_agreed_and_who_does_not_share_it_on_a_laptop(picture, room):
    for person, level in zip(ids(room)[2:], ("partial", "partial", "established"), strict=False):
        room.vote(person, OWNERS, Stance(level))
    room.reveal(OWNERS)
    room.agree(OWNERS, Stance("partial"), "Two sources have nobody")
    room.dissent(ids(room)[2], OWNERS, "I have never seen a list")
    assert picture(room, (120, 36), "F")


def test_the_spread_without_colour(picture, room):
    assert picture(room, (80, 24), *"1213212", "space", theme=NO_COLOUR.name)


def test_the_facilitators_own_screen(picture, room):
    room.vote(ids(room)[0], OWNERS, Stance("established"))
    room.park("Who pays for the licences?", OWNERS.question)
    assert picture(room, (120, 36), notes=True)


def test_entries_of_two_terminals_side_by_side(picture, room):
    other = second_terminal(room)
    room.agree(OWNERS, Stance("partial"), "half of them have one")
    other.agree(OWNERS, Stance("absent"), "nobody has seen a list")
    room.follow()
    assert picture(room, (80, 24), "C")
