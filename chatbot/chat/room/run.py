"""Starting the screens of a room: what `chatbot facilitate` calls. Textual is loaded when it is called."""

from __future__ import annotations

import gc
import sys
import time

from chatbot.chat.services import Commands
from chatbot.room.course import Course
from chatbot.room.room import Room
from chatbot.settings.place import settings_path
from chatbot.settings.reading import load_settings


def run_room(room: Room, course: Course, commands: Commands) -> int:
    """Hold a session until the facilitator leaves it.

    Args:
        commands: what to type in the shell to go on, and to have the report.

    Returns:
        the exit code: 0, or 3 if the session is unfinished (it is saved; `stderr` says how to go on).
    """
    code = _run(room, course, commands, notes=False)
    if not room.interview.finished:
        print(f"Saved. To go on: {commands.resume}", file=sys.stderr)
    return code


def run_notes(room: Room, course: Course, commands: Commands) -> int:
    """Show the facilitator's own screen beside a session, until they leave it; returns the exit code."""
    return _run(room, course, commands, notes=True)


def _run(room: Room, course: Course, commands: Commands, *, notes: bool) -> int:
    gc.disable()  # loading makes no garbage to speak of; the app collects again once it is painted
    from chatbot.chat.keys import names
    from chatbot.chat.room.app import RoomApp
    from chatbot.chat.room.desk import Desk
    from chatbot.chat.terminal_input import forgive_strange_bytes
    from chatbot.chat.themes import theme_names

    settings = settings_path()
    forgive_strange_bytes()
    loaded = load_settings(settings, names(theme_names()))
    app = RoomApp(Desk(room, course), commands, loaded, settings, time.monotonic, notes=notes)
    code = app.run()
    return app.return_code or 0 if code is None else code
