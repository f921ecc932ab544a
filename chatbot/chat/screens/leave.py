"""The question before leaving: it says that everything is saved, and how to go on."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from chatbot.chat.lines import Role
from chatbot.chat.widgets.pick_list import Choice, PickList, Remark, Row


class Way(StrEnum):
    """What can be answered."""

    LEAVE = "leave"
    START = "start"
    STAY = "stay"


class LeaveScreen(ModalScreen[Way]):
    """Answers whether to leave.

    Args:
        again: what to type in the shell to go on, or to have the report.
        finished: whether the interview is finished.
        unsent: whether something stands in the prompt that was not sent.
        has_start: whether there is a start to go back to.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer('stay')", "Stay"),
        Binding("y", "answer('leave')", "Leave"),
    ]

    def __init__(self, again: str, *, finished: bool, unsent: bool, has_start: bool) -> None:
        super().__init__()
        self._again = again
        self._finished = finished
        self._unsent = unsent
        self._has_start = has_start

    def compose(self) -> ComposeResult:
        """One list in a box."""
        with Vertical(id="box"):
            yield PickList(id="ways")

    def on_mount(self) -> None:
        """Say what matters, and offer the ways."""
        later = "To have the report again:" if self._finished else "To go on later:"
        rows: list[Row] = [
            Remark("Leave the chat?", Role.STRONG),
            Remark(f"Everything is saved. {later}"),
            Remark(self._again, Role.ACCENT),
        ]
        if self._unsent:
            rows.append(Remark("What stands in the prompt was not sent and would be lost.", Role.WARN))
        rows += [Remark(""), Choice(target=Way.LEAVE, label="Leave", beside="y")]
        if self._has_start:
            rows.append(Choice(target=Way.START, label="Back to the list of interviews"))
        rows.append(Choice(target=Way.STAY, label="Stay", beside="n"))
        self.query_one(PickList).show(rows, Way.STAY if self._unsent else Way.LEAVE)

    def on_pick_list_taken(self, event: PickList.Taken) -> None:
        """Answer."""
        self.dismiss(Way(event.target))

    def action_answer(self, way: str) -> None:
        """Answer by a key."""
        self.dismiss(Way(way))
