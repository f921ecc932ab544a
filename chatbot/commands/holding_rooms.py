"""Starting a session, on its screen or line by line, with what it needs from outside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.commands.again import command
from chatbot.commands.bringing import bring_in, read_prework
from chatbot.commands.opening import interviews_at
from chatbot.commands.own_files import bundles
from chatbot.dialog.load import load_script
from chatbot.framework.load import load_framework
from chatbot.interview.held import Held
from chatbot.interview.interview import Interview
from chatbot.interview.store import Store
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.room.roster import read_roster
from chatbot.room.votes_file import read_votes, record_votes
from chatbot.sources.bundle import Bundle

if TYPE_CHECKING:
    from chatbot.chat.services import Commands


def begin(
    dialog: str,
    *,
    knowledge: Path | None,
    store: Path | None,
    minutes: int,
    roster: Path | None,
    prework: tuple[str, ...],
    votes: Path | None,
    discuss_first: bool,
    plain: bool,
) -> int:
    """Hold a new session; returns the exit code.

    Args:
        dialog: the name of one that ships, or a path.
        roster: a file with the people who are invited, or nothing.
        prework: see `read_prework`.
        votes: a file with votes to begin with, or nothing.
        plain: whether to hold it line by line.
    """
    files = bundles(dialog, knowledge)
    guests = read_roster(roster) if roster else ()
    brought = read_prework(prework, [guest.name for guest in guests])
    names = [*(guest.name for guest in guests), *(name for name, _ in brought)]
    cast = read_votes(votes, _held(*files), names) if votes else ()
    with interviews_at(store, create=True) as opened:
        interview = Interview.begin(opened, *files, who=FACILITATOR)
        room = Room.begin(interview, minutes=minutes, discuss_first=discuss_first)
        for guest in guests:
            room.invite(guest.name, guest.role, guest.organisation)
        bring_in(room, brought)
        record_votes(room, cast)
        return _run(room, store, plain=plain, is_new=True)


def resume(id: str, *, store: Path | None, prework: tuple[str, ...], votes: Path | None, plain: bool) -> int:
    """Hold a session that was begun before, or that another terminal holds."""
    with interviews_at(store) as opened:
        room = _room(opened, id)
        brought = read_prework(prework, [person.name for person in room.state.people])
        names = [*(person.name for person in room.state.people), *(name for name, _ in brought)]
        cast = read_votes(votes, room.interview.held, names) if votes else ()
        bring_in(room, brought)
        record_votes(room, cast)
        return _run(room, store, plain=plain, is_new=False)


def show_notes(id: str, *, store: Path | None) -> int:
    """Show the facilitator's own screen beside a session."""
    from chatbot.chat.room.run import run_notes

    with interviews_at(store) as opened:
        room = _room(opened, id)
        return run_notes(room, Course(room, budget_of(room)), _commands(room, store))


def _held(dialog: Bundle, knowledge: Bundle) -> Held:
    return Held(load_script(dialog), load_framework(knowledge))


def _room(store: Store, id: str) -> Room:
    return Room(Interview.resume(store, store.resolve(id), who=FACILITATOR))


def _run(room: Room, store: Path | None, *, plain: bool, is_new: bool) -> int:
    if plain:
        from chatbot.commands.room_linear import hold_room

        return hold_room(room, store, is_new=is_new)
    from chatbot.chat.room.run import run_room  # the linear mode does without it

    return run_room(room, Course(room, budget_of(room)), _commands(room, store))


def _commands(room: Room, store: Path | None) -> Commands:
    from chatbot.chat.services import Commands

    id = room.interview.id
    return Commands(
        resume=command("facilitate", "--resume", id, store=store),
        report=command("report", id, "-o", "report.html", store=store),
    )
