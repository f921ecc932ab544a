"""Times of events, compared as moments and not as text: two may be in different zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime


def moment_of(at: str) -> datetime | None:
    """A time as ISO 8601; nothing where it is none, or has no zone."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found if found.tzinfo else None


def latest(times: Sequence[str]) -> str:
    """The latest of some times; of those at one moment, and where none is a time, the last one."""
    found = times[-1]
    for at in reversed(times):
        moment, so_far = moment_of(at), moment_of(found)
        if moment and (so_far is None or moment > so_far):
            found = at
    return found


def earliest(times: Sequence[str]) -> str:
    """The earliest of some times; of those at one moment, and where none is a time, the first one."""
    found = times[0]
    for at in times:
        moment, so_far = moment_of(at), moment_of(found)
        if moment and (so_far is None or moment < so_far):
            found = at
    return found
