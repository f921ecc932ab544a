"""The app of a room: its screen for everybody, or the facilitator's own beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.screen import Screen

from chatbot.chat.grace import Grace
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.leave_page import LeavePage
from chatbot.chat.room.screen import RoomScreen
from chatbot.chat.services import Commands
from chatbot.chat.themed import ThemedApp
from chatbot.settings.reading import Loaded

HELD: Final = 0.25
"""Seconds in which a second press of the key for the next step is one too many, as when it is held down."""


class RoomApp(ThemedApp):
    """Shows a room. Its result is the exit code: 0, or 3 while the session is unfinished.

    Args:
        commands: what to type in the shell to go on, and to have the report.
        clock: seconds that only go forward.
        grace: see `HELD`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(
        self,
        desk: Desk,
        commands: Commands,
        loaded: Loaded,
        settings_path: Path | None,
        clock: Callable[[], float],
        grace: float = HELD,
    ) -> None:
        super().__init__(loaded, settings_path, "room.tcss")
        self.desk = desk
        self.commands = commands
        self._grace = Grace(clock, grace)

    def get_default_screen(self) -> Screen[None]:
        """The room."""
        return RoomScreen(self.desk, self.commands, self._grace)

    def action_leave(self) -> None:
        """Ask before leaving; a second time means it."""
        if isinstance(self.screen, LeavePage):
            self.screen.leave()
        elif isinstance(self.screen, RoomScreen):
            self.screen.show_page("leave")
        else:
            self.push_screen(LeavePage(self.desk, self.commands.resume, self.commands.report, unsent=False))
