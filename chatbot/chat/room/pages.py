"""The pages beside the question by their names; each is loaded when it is first wanted."""

from __future__ import annotations

from chatbot.chat.room.desk import Desk
from chatbot.chat.room.page import RoomPage


def page(name: str, desk: Desk, resume: str, report: str, *, unsent: bool) -> RoomPage:
    """A page.

    Args:
        resume: what to type in the shell to go on with the session.
        report: what to type there to have its report.
        unsent: whether something was typed that is not recorded.
    """
    match name:
        case "leave":
            from chatbot.chat.room.leave_page import LeavePage

            return LeavePage(desk, resume, report, unsent=unsent)
        case _:
            from chatbot.chat.room.keys_page import KeysPage

            return KeysPage(desk)
