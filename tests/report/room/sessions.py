"""Sessions of rooms to report on: one that is acted out, and random ones."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st

from chatbot.conversation.asking import Signs
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import Question, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import PersonId
from chatbot.report.making import Source
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.prework import take_in
from chatbot.room.room import Room
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.room.rooms import Clock, ids, latest_id, new_room

NAMES = (
    "Zsofia Vrabcova",
    "Bartlomiej Wzgorz",
    "Wendeline Kwisthout",
    "Yvaine Ptolomeu",
    "Ingeborg Tzschoppe",
    "Xaveria Qoppa",
    "Quirin Zobelein",
    "Thorvald Njalsson",
    "Ulrike Dwyrdal",
    "Fyodor Pszczola",
    "Hjalmar Oxzenbrod",
    "Jovita Kszyk",
)
ROLES = ("Kilnmaster", "Glazewarden", "Clayscribe")
FIRM = "Qwixel Valves"
SOME_LETTERS = ("vrabcova", "wzgorz", "kwisthout", "ptolomeu", "tzschoppe", "qoppa", "zobelein", "njalsson")


def source(room: Room) -> Source:
    """What a report is made of, under an id that is always the same."""
    return Source(interview=InterviewId("k3x7"), events=room.interview.state.events, held=room.interview.held)


def empty_room(people: int, roles: Sequence[str] = ROLES) -> tuple[Room, list[PersonId]]:
    """A room with some people in it, whose names, roles and organisation stand nowhere else."""
    room = new_room(people=0, dialog="quick", clock=Clock(20))
    for place in range(people):
        room.join(room.invite(NAMES[place], roles[place % len(roles)], FIRM))
    return room, ids(room)


def values_of(room: Room, question: Question, ballot: Ballot) -> list[str]:
    """The answers to a ballot that can be counted, in the script's order."""
    if question.kind is QuestionKind.CHOICE:
        return [
            option.id
            for option in room.interview.held.manager.route.offered(question, room.interview.state.path)
        ]
    if ballot.fact in Signs(room.interview.held.framework).ids:
        return [Level.PRESENT, Level.ABSENT]
    return [Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.UNKNOWN]


def acted_out() -> Room:
    """Eight people and one who is late, with everything that can happen in a room."""
    chance = Random(7)
    room, people = empty_room(8)
    for person in people[:2]:
        take_in(room, person, _alone())
    late = room.invite("Ulrike Dwyrdal", "Clayscribe", FIRM)
    room.invite("Fyodor Pszczola", "Listener")
    number = 0
    while room.interview.state.due:
        question = room.question(room.interview.state.due[0])
        for ballot in ballots_of(question):
            number += 1
            if number == 3:
                room.join(late)
                people.append(late)
            _held(room, people, question, ballot, number, chance)
    room.park("Who tells the works council? parked2", None)
    room.settle(latest_id(room), "Wzgorz takes it up outcome1")
    room.leave(people[2])
    room.pause()
    room.go_on()
    room.join(people[2])
    room.show_result(True)
    room.note("a note wrong1", None)
    room.undo()
    room.finish()
    return room


def _alone() -> Interview:
    alone = Interview.begin(MemoryStore(), dialog_bundle("quick"), knowledge_bundle(), clock=Clock())
    question = alone.held.manager.route.question[QuestionId(alone.state.stage)]
    alone.answer(question.id, Answer(text="Kiln watch by my own words1"), "Kiln watch by my own words1")
    alone.note("Our team has never seen it prework1", question.id)
    return alone


def _held(
    room: Room, people: list[PersonId], question: Question, ballot: Ballot, number: int, chance: Random
) -> None:
    room.open(ballot)
    if question.kind is QuestionKind.TEXT:
        room.agree(ballot, Stance(f"Kiln watch text{number}"), "We call it that reason0")
        return
    values = values_of(room, question, ballot)
    agreed = values[number % len(values)]
    for person in people:
        value = agreed if chance.random() < 0.6 else chance.choice(values)
        room.vote(person, ballot, Stance(value), "as I see it said1" if person == people[0] else "")
    if number % 3 == 0:
        room.vote(people[0], ballot, Stance(values[0]))
    room.reveal(ballot)
    if number % 4 == 0:
        room.open(ballot)
        for person in people:
            room.vote(person, ballot, Stance(agreed))
    room.agree(ballot, Stance(agreed), f"Vrabcova has seen it reason{number}")
    room.note(f"Kwisthout says so note{number}", question.id, people[1])
    if number == 2:
        room.dissent(people[3], ballot, "The Kilnmaster has never seen it dissent1")
        room.dissent(people[4], ballot)
        room.evidence("Handbook, page 12 evidence1", question.id, people[2])
        room.park("Who pays at Qwixel? parked1", question.id, people[3])
        room.act("Ask for the rules action1", people[1], "2026-04-01", question.id)
        room.act("Ask Oxzenbrod action2", "Hjalmar Oxzenbrod")


@st.composite
def sessions(draw: st.DrawFn, *, fewest: int = 1, most: int = 12, roles: Sequence[str] = ROLES) -> Room:
    """A session at random: people vote, agree, dissent and add; some not at all."""
    room, people = empty_room(draw(st.integers(fewest, most)), roles)
    for number in range(draw(st.integers(1, 6))):
        if not room.interview.state.due:
            break
        question = room.question(room.interview.state.due[0])
        for ballot in ballots_of(question):
            room.open(ballot)
            if question.kind is QuestionKind.TEXT:
                room.agree(ballot, Stance(f"Kiln watch {number}"))
                continue
            values = values_of(room, question, ballot)[: draw(st.integers(1, 3))]
            for person in people:
                if draw(st.integers(0, 9)):
                    room.vote(person, ballot, Stance(draw(st.sampled_from(values))))
            room.agree(ballot, Stance(values[0]), draw(st.sampled_from(["", "Xaveria saw it"])))
            if draw(st.booleans()):
                dissenting = draw(st.sampled_from(people))
                room.dissent(dissenting, ballot, draw(st.sampled_from(["", "Njalsson says no"])))
        room.note(f"Note {number} by Qwixel", question.id, draw(st.sampled_from(people)))
        room.act(f"Action {number}", draw(st.sampled_from(people)))
    return room
