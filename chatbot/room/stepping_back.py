"""What one key undoes: the latest step, or two that one key took."""

from __future__ import annotations

from chatbot.interview.events import Event, EventId, Withdrawn
from chatbot.interview.room_events import Opened
from chatbot.interview.state import State


def steps_to_undo(state: State) -> tuple[Event, ...]:
    """The steps that an undo withdraws, the latest first; the last of them is what it is about.

    To drop a question leads on to the next one; both are undone at once.
    """
    last = state.last_change()
    if last is None:
        return ()
    dropped = _dropped_for(state, last)
    return (last, dropped) if dropped and dropped.id not in state.withdrawn else (last,)


def steps_to_redo(state: State) -> tuple[tuple[Event, Event], ...]:
    """The withdrawals that a redo withdraws, each with the step that it puts back, in their order."""
    latest = state.last_undone()
    step = _undone_by(state, latest)
    if latest is None or step is None:
        return ()
    before = state.events[latest.seq - 2]
    led_to = _undone_by(state, before)
    both = led_to is not None and _dropped_for(state, led_to) == step and led_to.id in state.withdrawn
    return ((latest, step), (before, led_to)) if led_to and both else ((latest, step),)


def _dropped_for(state: State, step: Event) -> Event | None:
    what = step.what
    return state.event(EventId(what.event)) if isinstance(what, Opened) and what.event else None


def _undone_by(state: State, event: Event | None) -> Event | None:
    what = event.what if event else None
    return state.event(EventId(what.event)) if isinstance(what, Withdrawn) else None
