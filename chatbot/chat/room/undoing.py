"""Undoing what one key did: a question that is dropped and the turn to the next one are one step."""

from __future__ import annotations

from chatbot.interview.events import Event, EventId, Skipped, Withdrawn
from chatbot.interview.room_events import Opened
from chatbot.room.room import Room


def undo(room: Room) -> Event | None:
    """Take back the last step; gives what it was, `None` where there is nothing to undo."""
    last = room.undo()
    before = room.interview.state.last_change()
    if last and before and isinstance(last.what, Opened) and isinstance(before.what, Skipped):
        here = room.state.current
        if last.seq == before.seq + 1 and here and here.question == before.what.question:
            return room.undo()
    return last


def redo(room: Room) -> Event | None:
    """Put back what was undone last; gives what it was, `None` where there is nothing to put back."""
    event = room.redo()
    undone = room.interview.state.last_undone()
    if event and undone and isinstance(event.what, Skipped) and isinstance(undone.what, Withdrawn):
        turn = room.interview.state.event(EventId(undone.what.event))
        if turn and isinstance(turn.what, Opened) and turn.seq == event.seq + 1:
            room.redo()
    return event
