"""Times of events in words, the same on every machine: in the zone in which they were recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(at: str) -> str:
    """The date, as in "4 May 2026"; what is no time stays as it is."""
    moment = _moment(at)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}" if moment else at


def clock(at: str) -> str:
    """The time of day, to the minute."""
    moment = _moment(at)
    return f"{moment:%H:%M}" if moment else at


def moment(at: str) -> str:
    """Date and time with the zone, as in "4 May 2026, 09:30 (UTC+02:00)"."""
    found = _moment(at)
    if found is None:
        return at
    zone = found.strftime("%z")
    shown = f" (UTC{zone[:3]}:{zone[3:5]})" if zone.strip("+-0") else " (UTC)" if zone else ""
    return f"{day(at)}, {clock(at)}{shown}"


def _moment(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return None
