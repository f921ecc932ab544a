"""What can be done where no question is asked: the ways onward, in the order in which they are numbered."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from chatbot.dialog.understanding.understood import Intent


class Crossroads(Struct, frozen=True):
    """A line that says where the interview stands, and the ways from there.

    Attributes:
        ways: each with its intent, or with the words to say where something else than a question is awaited.
    """

    says: str
    ways: tuple[tuple[str, str], ...]


ALL_ASKED: Final = Crossroads(
    "Nothing is left to ask. What next?",
    (
        ("Finish, and see the advice", Intent.FINISH),
        ("Look through my answers first", Intent.REVIEW),
        ("Leave; I go on later", Intent.QUIT),
    ),
)
FINISHED: Final = Crossroads(
    "This interview is finished.",
    (
        ("See the advice", Intent.ADVICE),
        ("Save the report", Intent.REPORT),
        ("Look through my answers, perhaps change one", Intent.REVIEW),
        ("Leave", Intent.QUIT),
    ),
)
