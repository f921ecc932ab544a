"""What is new each time: the ids of interviews and events, and the time."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from chatbot.interview.events import EventId, InterviewId

Clock: TypeAlias = Callable[[], datetime]


def local_time() -> datetime:
    """Now, with the zone of this machine."""
    return datetime.now().astimezone()


def new_event_id() -> EventId:
    """An id that no other event on any machine has."""
    return EventId(os.urandom(16).hex())


def new_interview_id() -> InterviewId:
    """A short id that people can type."""
    from base64 import b32encode  # reading an interview does not need it

    return InterviewId(b32encode(os.urandom(5)).decode().lower())
