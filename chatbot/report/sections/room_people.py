"""Who was in a room from when to when, and what they are to do: actions, and points put aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.report.content.room import Attendee, Stay, TaskView
from chatbot.report.content.times import clock, day
from chatbot.report.document.building import excerpt, run, table, text
from chatbot.report.document.nodes import Block, Run, Section, Text, Tone
from chatbot.report.sections.listing import several
from chatbot.report.sections.setting import Setting

_MOST_ASK: Final = 60
"""How many characters of a question stand beside an action; it is in full elsewhere."""


def attendance(setting: Setting) -> Section | None:
    """Everybody on the list: in the room from when to when, or with answers sent beforehand, or neither."""
    room, texts = setting.content.room, setting.texts
    if room is None or not room.people:
        return None
    columns = (
        (texts("attendance.column_who"), 3),
        (texts("attendance.column_organisation"), 2),
        (texts("attendance.column_there"), 4),
        (texts("attendance.column_beforehand"), 2),
        (texts("attendance.column_votes"), 1),
    )
    rows = (
        (
            text(one.called),
            text(one.organisation),
            (_there(setting, one),),
            text(texts.counted("attendance.questions", one.beforehand) if one.beforehand else ""),
            text(str(one.votes)),
        )
        for one in room.people
    )
    return Section(
        id="attendance",
        title=setting.title("attendance"),
        blocks=(table(texts("attendance.table"), columns, rows),),
    )


def room_actions(setting: Setting) -> Section | None:
    """The actions and the parked points, those that wait first."""
    room, texts = setting.content.room, setting.texts
    if room is None or not (room.actions or room.parked):
        return None
    blocks: list[Block] = []
    if room.actions:
        columns = (
            (texts("room_actions.column_what"), 5),
            (texts("room_actions.column_owner"), 3),
            (texts("room_actions.column_by"), 2),
            (texts("room_actions.column_state"), 3),
        )
        rows = [
            (_what(setting, one), text(one.owner), text(one.due), _state(setting, one))
            for one in room.actions
        ]
        blocks.append(table(texts("room_actions.actions"), columns, rows))
    if room.parked:
        of_points = (
            (texts("room_actions.column_parked"), 6),
            (texts("room_actions.column_who"), 3),
            (texts("room_actions.column_state"), 4),
        )
        parked = [(_what(setting, one), text(one.who), _state(setting, one)) for one in room.parked]
        blocks.append(table(texts("room_actions.parked"), of_points, parked))
    return Section(id="room_actions", title=setting.title("room_actions"), blocks=tuple(blocks))


def _what(setting: Setting, one: TaskView) -> Text:
    ask = excerpt(one.ask, _MOST_ASK)
    about = setting.texts("room_actions.about", ask=ask) if ask else ""
    return text(one.text, run(about, tone=Tone.MUTED))


def _state(setting: Setting, one: TaskView) -> Text:
    if not one.settled:
        return text(run(setting.texts("room_actions.open"), strong=True))
    return text(setting.texts("room_actions.settled"), one.outcome)


def _there(setting: Setting, one: Attendee) -> Run:
    texts = setting.texts
    if one.stays:
        return run(several(texts, list(_stays(setting, one.stays))))
    if one.beforehand:
        return run(texts("attendance.beforehand_only"), emphasis=True)
    return run(texts("attendance.not_there"), emphasis=True)


def _stays(setting: Setting, stays: tuple[Stay, ...]) -> Iterator[str]:
    """From when to when; the date stands where it changes."""
    texts, last = setting.texts, ""
    for stay in stays:
        on, last = ("" if day(stay.came) == last else day(stay.came)), day(stay.came)
        came = texts("attendance.at", day=on, clock=clock(stay.came))
        if not stay.left:
            yield texts("attendance.to_the_end", came=came)
            continue
        on, last = ("" if day(stay.left) == last else day(stay.left)), day(stay.left)
        yield texts("attendance.left", came=came, left=texts("attendance.at", day=on, clock=clock(stay.left)))
