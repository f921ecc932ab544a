"""The pages beside the question by their names; each is loaded when it is first wanted."""

from __future__ import annotations

from chatbot.chat.room.desk import Desk
from chatbot.chat.room.page import RoomPage
from chatbot.chat.services import Commands


def page(name: str, desk: Desk, commands: Commands, *, unsent: bool) -> RoomPage:
    """A page; all keys where there is none of this name.

    Args:
        commands: what to type in the shell to go on with the session, and to have its report.
        unsent: whether something was typed that is not recorded.
    """
    match name:
        case "agenda":
            from chatbot.chat.room.agenda_page import AgendaPage

            return AgendaPage(desk)
        case "closing":
            from chatbot.chat.room.closing_page import ClosingPage

            return ClosingPage(desk, commands.report)
        case "contests":
            from chatbot.chat.room.contests_page import ContestsPage

            return ContestsPage(desk)
        case "leave":
            from chatbot.chat.room.leave_page import LeavePage

            return LeavePage(desk, commands, unsent=unsent)
        case "people":
            from chatbot.chat.room.people_page import PeoplePage

            return PeoplePage(desk)
        case "points":
            from chatbot.chat.room.points_page import PointsPage

            return PointsPage(desk)
        case "ranking":
            from chatbot.chat.room.ranking_page import RankingPage

            return RankingPage(desk)
    from chatbot.chat.room.keys_page import KeysPage

    return KeysPage(desk)
