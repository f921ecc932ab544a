"""Times of events in words, the same on every machine: in the zone in which they were recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DAY: Final = len("2026-05-04")


def day(at: str) -> str:
    """The date, as in "4 May 2026"; what is no time stays as it is."""
    moment = _moment(at)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}" if moment else at


def clock(at: str) -> str:
    """The time of day, to the minute; nothing for a date alone."""
    moment = _moment(at)
    if moment is None:
        return at
    return "" if is_day(at) else f"{moment:%H:%M}"


def is_day(at: str) -> bool:
    """Whether a time says no more than the date."""
    return len(at) == _DAY and _moment(at) is not None


def moment(at: str) -> str:
    """Date and time with the zone, as in "4 May 2026, 09:30 (UTC+02:00)"."""
    found = _moment(at)
    if found is None:
        return at
    if is_day(at):
        return day(at)
    zone = found.strftime("%z")
    shown = f" (UTC{zone[:3]}:{zone[3:5]})" if zone.strip("+-0") else " (UTC)" if zone else ""
    return f"{day(at)}, {clock(at)}{shown}"


def _moment(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return None
