"""Times as people read them."""

from __future__ import annotations

from datetime import datetime


def local(at: str) -> str:
    """A time of an event, to the minute and in the zone of this machine; what is no time stays as it is."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return at
