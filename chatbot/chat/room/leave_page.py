"""The question before leaving a room: it says that everything is saved, how to go on, and how to close."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.chat.lines import Role
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.messages import PageWanted
from chatbot.chat.room.page import RoomPage
from chatbot.chat.services import Commands
from chatbot.chat.widgets.pick_list import Choice, Remark, Row


class LeavePage(RoomPage):
    """Answers whether to leave."""

    HEADING = "Leave?"
    PICKS = "takes it"

    def __init__(self, desk: Desk, commands: Commands, *, unsent: bool) -> None:
        super().__init__(desk)
        self._commands = commands
        self._unsent = unsent

    def rows(self) -> Sequence[Row]:
        """What becomes of the session, and the two ways."""
        finished = self.desk.room.interview.finished
        rows: list[Row] = [
            Remark("Everything is saved. To go on later:", Role.PLAIN),
            Remark(self._commands.resume, Role.ACCENT),
            Remark("To have the report:", Role.PLAIN),
            Remark(self._commands.report, Role.ACCENT),
        ]
        if self._unsent:
            rows.append(Remark("A line that was typed is not recorded and would be lost.", Role.WARN))
        if not finished and self.desk.room.state.clock.running:
            rows.append(Remark("The clock stands still until somebody goes on."))
        rows += [
            Remark(""),
            Choice(target="leave", label="Leave", beside="Q"),
            Choice(target="stay", label="Stay", beside="Esc"),
        ]
        if not finished:
            rows.append(Choice(target="closing", label="Close the session, with what was agreed so far"))
        return rows

    def pick(self, target: str) -> None:
        """Leave or stay."""
        if target == "leave":
            self.leave()
            return
        self.dismiss(None)
        if target == "closing":
            self.app.post_message(PageWanted("closing"))

    def press(self, key: str) -> None:
        """The same key once more means it."""
        if key == "Q":
            self.leave()

    def leave(self) -> None:
        """Close the room's screen."""
        self.app.exit(0 if self.desk.room.interview.finished else 3)
