"""The sections that only the report of a room has; what makes them is loaded for a room and not before."""

from __future__ import annotations

from chatbot.report.document.nodes import Section
from chatbot.report.sections.setting import Setting


def room_in_short(setting: Setting) -> Section | None:
    """What those who decide want to know of the room."""
    if setting.content.room is None:
        return None
    from chatbot.report.sections.room import room_in_short as made

    return made(setting)


def room_spread(setting: Setting) -> Section | None:
    """Where people see it differently."""
    if setting.content.room is None:
        return None
    from chatbot.report.sections.room import room_spread as made

    return made(setting)


def room_ballots(setting: Setting) -> Section | None:
    """What the room agreed, point by point."""
    if setting.content.room is None:
        return None
    from chatbot.report.sections.room_ballots import room_ballots as made

    return made(setting)


def room_actions(setting: Setting) -> Section | None:
    """Who is to do what, and what is parked."""
    if setting.content.room is None:
        return None
    from chatbot.report.sections.room_people import room_actions as made

    return made(setting)


def attendance(setting: Setting) -> Section | None:
    """Who took part."""
    if setting.content.room is None:
        return None
    from chatbot.report.sections.room_people import attendance as made

    return made(setting)
