"""What became of each thing that was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Answered, Event, EventId, Skipped
from chatbot.interview.room_events import Agreed, PersonId, Resolved, Voted
from chatbot.interview.state import State

if TYPE_CHECKING:
    from chatbot.room.state import RoomState


class Fate(StrEnum):
    """What became of something that was said."""

    STANDS = "stands"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    SET_ASIDE = "set_aside"
    HELD_BACK = "held_back"
    """Another entry says otherwise, and nobody has decided between the two, or decided for the other."""


def fates(state: State, room: RoomState | None) -> Mapping[EventId, Fate]:
    """What became of each answer, passing over and note, and of what was said in a room."""
    return dict(_fates(state, room))


def _fates(state: State, room: RoomState | None) -> Iterator[tuple[EventId, Fate]]:
    in_force = {given.event.id: question for question, given in state.answers.items()}
    skipped = state.skipped
    decided = frozenset(said_anew(state, event) for event in state.events if event.id not in state.out)
    for event in state.events:
        if event.id in state.withdrawn:
            yield event.id, Fate.TAKEN_BACK
        elif event.id in state.out and event.id not in decided:
            yield event.id, Fate.HELD_BACK
        elif isinstance(event.what, Answered):
            yield event.id, _fate(in_force.get(event.id), state.path.set_aside)
        elif isinstance(event.what, Agreed):
            yield event.id, _of_agreed(event, event.what, state)
        elif isinstance(event.what, Voted) and room:
            yield event.id, _of_vote(event, event.what, room)
        elif isinstance(event.what, Skipped) and event.what.question not in skipped:
            yield event.id, Fate.CHANGED


def said_anew(state: State, event: Event) -> EventId:
    """The entry that an event says anew, where it is a decision between two; otherwise its own id."""
    found: Event | None = event
    while found and isinstance(found.what, Resolved):
        event, found = found, state.event(EventId(found.what.kept))
    return found.id if found else event.id


def _fate(question: QuestionId | None, set_aside: Sequence[QuestionId]) -> Fate:
    if question is None:
        return Fate.CHANGED
    return Fate.SET_ASIDE if question in set_aside else Fate.STANDS


def _of_agreed(event: Event, agreed: Agreed, state: State) -> Fate:
    """An agreement stands while one of its points does."""
    given = state.answers.get(agreed.question)
    if given is None:
        return Fate.CHANGED
    stands = given.event.id == event.id or any(one.id == event.id for one in given.points.values())
    return _fate(agreed.question if stands else None, state.path.set_aside)


def _of_vote(event: Event, voted: Voted, room: RoomState) -> Fate:
    from chatbot.room.ballots import ballots_said  # few interviews are a room's

    for ballot in ballots_said(voted):
        latest = room.votes.latest(ballot).get(PersonId(event.who))
        if latest and said_anew(room.state, room.state.event(latest.event.id) or latest.event) == event.id:
            return Fate.STANDS
    return Fate.CHANGED
