"""What the chat is given by the command that starts it, so that it knows nothing of files and reports."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.listing import Listing
from chatbot.settings.reading import Loaded
from chatbot.settings.settings import Settings

if TYPE_CHECKING:
    from chatbot.chat.keys import Keys
    from chatbot.chat.reporting import Reports

GRACE: Final = 0.5
"""For so many seconds after a question has appeared, nothing answers it."""


class DialogInfo(Struct, frozen=True, kw_only=True):
    """A dialog that can be begun.

    Attributes:
        id: what `begin` takes.
        minutes: about how long it takes.
    """

    id: str
    title: str
    about: str
    minutes: int


class Commands(Struct, frozen=True, kw_only=True):
    """What to type in the shell to go on with an interview later, and to have its report."""

    resume: str
    report: str


def usual_commands(interview: Interview) -> Commands:
    """The commands for an interview in the usual store."""
    return Commands(
        resume=f"chatbot interview --resume {interview.id}", report=f"chatbot report {interview.id}"
    )


class Services(Struct, frozen=True, kw_only=True):
    """What the chat can ask for. Each may raise a `ChatbotError`, which is shown.

    Attributes:
        begin: starts an interview of the dialog with this id.
        resume: opens a stored interview.
        listing: what is stored.
        dialogs: the dialogs to choose from, the usual one first.
        reports: makes reports of interviews.
        commands: what to type in the shell afterwards.
        again: begins a new interview of the dialog that this one is of.
        loaded: what the person has set, and what is wrong with it.
        settings_path: the file for that; `None` where there is no place for one.
        clock: seconds that only go forward.
        grace: see `GRACE`.
    """

    begin: Callable[[str], Interview]
    resume: Callable[[InterviewId], Interview]
    listing: Callable[[], Listing]
    dialogs: Sequence[DialogInfo]
    reports: Reports
    again: Callable[[Interview], Interview]
    commands: Callable[[Interview], Commands] = usual_commands
    loaded: Loaded = Loaded(settings=Settings())
    settings_path: Path | None = None
    clock: Callable[[], float] = time.monotonic
    grace: float = GRACE

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        from chatbot.chat.keys import Keys  # with Textual, which is loaded when the chat starts

        return Keys(self.loaded.settings.keys)
