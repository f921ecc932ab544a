"""A session in the linear mode, from its first line to the message that everything is saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from chatbot.commands.again import command
from chatbot.commands.streams import abandon
from chatbot.plain.advising import advice_on
from chatbot.plain.channel import Channel
from chatbot.plain.room.holding import Held, LinearRoom
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.room import Room

_DONE: Final = 0
_REFUSED: Final = 1
_UNFINISHED: Final = 3
_MOST_NAMED: Final = 10

_GREETING: Final = (
    "This is the linear mode of a session: text only, one command a line. help lists the commands. A vote "
    "is not written again before it is shown, but what you type here can be read on this terminal."
)


def hold_room(room: Room, store: Path | None, *, is_new: bool) -> int:
    """Hold a session line by line.

    Returns:
        the exit code: 0 where it is closed, 3 where it is not; of lines that nobody typed here, 1 where it
        is closed but some of them could not be carried out.
    """
    channel = Channel.of_this_process()
    report = command("report", room.interview.id, "-o", "report.html", store=store)
    linear = LinearRoom(Course(room, budget_of(room)), channel, advice_on, report)
    channel.say(_GREETING)
    held: Held | None = None
    try:
        linear.begin() if is_new else linear.go_on()
        held = linear.run()
    except KeyboardInterrupt:
        click.echo(err=True)
    except BrokenPipeError:
        abandon(sys.stdout)
    refused = () if held is None or channel.interactive else held.refused
    if refused:
        numbers = ", ".join(map(str, refused[:_MOST_NAMED])) + (", …" if len(refused) > _MOST_NAMED else "")
        click.echo(f"Lines that changed nothing: {len(refused)} ({numbers}).", err=True)
    if room.interview.finished:
        return _REFUSED if refused else _DONE
    again = command("facilitate", "--plain", "--resume", room.interview.id, store=store)
    click.echo(f"Saved; the session is not closed yet. To go on: {again}", err=True)
    return _UNFINISHED
