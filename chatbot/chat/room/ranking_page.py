"""The page with what people see differently, what matters most for the result first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from chatbot.chat.lines import Role
from chatbot.chat.room.page import RoomPage
from chatbot.chat.room.differing import Differing, Difference
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.room.ballots import Ballot
from chatbot.room.told import name_of
from chatbot.visible import on_one_line, visible

_LONGEST: Final = 70
_ALIKE: Final = "alike"
_TIERS: Final = (
    "What comes out depends on these",
    "Only warnings depend on these",
    "Nothing in the result depends on these",
)


class RankingPage(RoomPage):
    """Lists disagreements; Enter turns the room to one."""

    HEADING = "Where people differ"
    PICKS = "turn to it"
    KEYS: ClassVar[dict[str, str]] = {"U": "undo"}
