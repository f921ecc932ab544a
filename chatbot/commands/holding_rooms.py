"""Starting the screens of a room with what they need from outside: a store, a dialog, and people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chatbot.chat.room.run import run_notes, run_room
from chatbot.chat.services import Commands
from chatbot.commands.again import command
from chatbot.commands.bringing import bring_in, read_prework
from chatbot.commands.opening import interviews_at
from chatbot.commands.own_files import bundles
from chatbot.interview.interview import Interview
from chatbot.interview.store import Store
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.room.roster import read_roster


def begin(
    dialog: str,
    *,
    knowledge: Path | None,
    store: Path | None,
    minutes: int,
    roster: Path | None,
    prework: tuple[str, ...],
    discuss_first: bool,
) -> int:
    """Hold a new session; returns the exit code.

    Args:
        dialog: the name of one that ships, or a path.
        roster: a file with the people who are invited, or nothing.
        prework: see `read_prework`.
    """
    files = bundles(dialog, knowledge)
    guests = read_roster(roster) if roster else ()
    brought = read_prework(prework, [guest.name for guest in guests])
    with interviews_at(store, create=True) as opened:
        interview = Interview.begin(opened, *files, who=FACILITATOR)
        room = Room.begin(interview, minutes=minutes, discuss_first=discuss_first)
        for guest in guests:
            room.invite(guest.name, guest.role, guest.organisation)
        bring_in(room, brought)
        return _run(room, store)


def resume(id: str, *, store: Path | None, prework: tuple[str, ...]) -> int:
    """Hold a session that was begun before, or that another terminal holds."""
    with interviews_at(store) as opened:
        room = _room(opened, id)
        bring_in(room, read_prework(prework, [person.name for person in room.state.people]))
        return _run(room, store)


def show_notes(id: str, *, store: Path | None) -> int:
    """Show the facilitator's own screen beside a session."""
    with interviews_at(store) as opened:
        return _run(_room(opened, id), store, run_notes)


def _room(store: Store, id: str) -> Room:
    return Room(Interview.resume(store, store.resolve(id), who=FACILITATOR))


def _run(room: Room, store: Path | None, run: Callable[[Room, Course, Commands], int] = run_room) -> int:
    id = room.interview.id
    commands = Commands(
        resume=command("facilitate", "--resume", id, store=store),
        report=command("report", id, "-o", "report.html", store=store),
    )
    return run(room, Course(room, budget_of(room)), commands)
