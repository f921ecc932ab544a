"""The app of a room: its screen for everybody, or the facilitator's own beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from chatbot.chat.grace import Grace
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.messages import PageWanted
from chatbot.chat.room.pages import page
from chatbot.chat.services import Commands
from chatbot.chat.themed import ThemedApp
from chatbot.settings.reading import Loaded

HELD: Final = 0.25
"""Seconds in which a second press of the key for the next step is one too many, as when it is held down."""


class RoomApp(ThemedApp):
    """Shows a room. Its result is the exit code: 0, or 3 while the session is unfinished.

    Args:
        commands: what to type in the shell to go on, and to have the report.
        notes: whether to show the facilitator's own screen, on which nothing is recorded.
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
        *,
        notes: bool = False,
        grace: float = HELD,
    ) -> None:
        super().__init__(loaded, settings_path, "room.tcss")
        self.desk = desk
        self.commands = commands
        self._notes = notes
        self._grace = Grace(clock, grace)

    def get_default_screen(self) -> Screen[None]:
        """The room, or the notes."""
        if self._notes:
            from chatbot.chat.room.notes_screen import NotesScreen

            return NotesScreen(self.desk)
        from chatbot.chat.room.screen import RoomScreen

        return RoomScreen(self.desk, self._grace)

    @on(PageWanted)
    def show_page(self, event: PageWanted) -> None:
        """Show a page."""
        self.push_screen(page(event.name, self.desk, self.commands, unsent=self._has_unsent()))

    def action_leave(self) -> None:
        """Ask before leaving; a second time means it. The notes can be closed at any time."""
        from chatbot.chat.room.leave_page import LeavePage

        if self._notes:
            self.exit(0)
        elif isinstance(self.screen, LeavePage):
            self.screen.leave()
        else:
            self.show_page(PageWanted("leave"))

    def _has_unsent(self) -> bool:
        from chatbot.chat.room.entry import Entry

        return any(entry.unsent for screen in self.screen_stack for entry in screen.query(Entry))
