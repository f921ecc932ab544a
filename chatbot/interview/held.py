"""What an interview is held with: a dialog and a framework, compiled once for any number of interviews."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from chatbot.dialog.load import load_script
from chatbot.dialog.manager import DialogManager
from chatbot.dialog.script import Script
from chatbot.errors import ChatbotError
from chatbot.framework.assess import Assessor
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.interview.events import Event, InterviewId, Started
from chatbot.interview.room_events import Scheduled
from chatbot.interview.store import Store
from chatbot.sources.bundle import Bundle

if TYPE_CHECKING:
    from chatbot.framework.outlook import Foresight
    from chatbot.framework.swing import Swings
    from chatbot.framework.tensions import Tensions


class Held:
    """What an interview is held with: a dialog and a framework, compiled once for any number of them."""

    def __init__(self, script: Script, framework: Framework) -> None:
        self.script = script
        self.framework = framework
        self.manager = DialogManager(script)

    @cached_property
    def assessor(self) -> Assessor:
        """The framework's rules, compiled when the first conclusion is drawn."""
        return Assessor(self.framework)

    @cached_property
    def foresight(self) -> Foresight:
        """The same rules for what may still be said, compiled when somebody looks ahead first."""
        from chatbot.framework.outlook import Foresight

        return Foresight(self.assessor)

    @cached_property
    def swings(self) -> Swings:
        """The same rules for what several may disagree about, compiled when somebody asks first."""
        from chatbot.framework.swing import Swings

        return Swings(self.assessor)

    @cached_property
    def tensions(self) -> Tensions:
        """The framework's tensions, compiled with the first answer."""
        from chatbot.framework.tensions import Tensions

        return Tensions(self.framework)


class HeldInRoom(ChatbotError):
    """An interview that a facilitator holds with several people; nobody goes on with it alone."""


def check_alone(interview: InterviewId, events: Sequence[Event]) -> None:
    """Refuse an interview that is a room's.

    Raises:
        HeldInRoom: it is.
    """
    if any(isinstance(event.what, Scheduled) for event in events[:2]):
        raise HeldInRoom(
            f"Interview {interview} is held by a facilitator with several people.",
            todo=f"To go on with it: chatbot facilitate --resume {interview}",
        )


def held_with(store: Store, events: Sequence[Event]) -> Held:
    """The dialog and the framework that an interview pinned when it started."""
    dialog, knowledge = pinned_by(store, events)
    return Held(load_script(dialog), load_framework(knowledge))


def pinned_by(store: Store, events: Sequence[Event]) -> tuple[Bundle, Bundle]:
    """The files of the dialog and of the knowledge base that an interview pinned when it started."""
    started = next(event.what for event in events if isinstance(event.what, Started))
    return (
        Bundle.from_json(store.pinned(started.dialog_hash)),
        Bundle.from_json(store.pinned(started.framework_hash)),
    )
