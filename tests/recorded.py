"""What an interview has recorded, with and without words that became no answer, note or evidence."""

from __future__ import annotations

from chatbot.interview.events import Event, Uttered
from chatbot.interview.interview import Interview


def recorded(interview: Interview) -> list[Event]:
    """The events from which something follows."""
    return [event for event in interview.state.events if not isinstance(event.what, Uttered)]


def uttered(interview: Interview) -> list[Uttered]:
    """The words that only were said."""
    return [event.what for event in interview.state.events if isinstance(event.what, Uttered)]
