"""The question before beginning again: it says that the present interview is kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from chatbot.chat.lines import Role
from chatbot.chat.widgets.pick_list import Choice, PickList, Remark

_YES = "yes"
_NO = "no"


class RestartScreen(ModalScreen[bool]):
    """Answers whether to begin a new interview.

    Args:
        title: of the dialog, as it may be shown.
        again: what to type in the shell to come back to the present interview.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "dismiss(False)", "Stay"),
        Binding("y", "dismiss(True)", "Begin a new one"),
    ]

    def __init__(self, title: str, again: str) -> None:
        super().__init__()
        self._title = title
        self._again = again

    def compose(self) -> ComposeResult:
        """One list in a box."""
        with Vertical(id="box"):
            yield PickList(id="ways")

    def on_mount(self) -> None:
        """Say what becomes of this interview, and offer the ways."""
        self.query_one(PickList).show(
            [
                Remark("Begin a new interview?", Role.STRONG),
                Remark(
                    f"It asks {self._title} from the start. This one is kept as it is. To come back to it:"
                ),
                Remark(self._again, Role.ACCENT),
                Remark(""),
                Choice(target=_YES, label="Begin a new one", beside="y"),
                Choice(target=_NO, label="Stay with this one", beside="n"),
            ],
            _NO,
        )

    def on_pick_list_taken(self, event: PickList.Taken) -> None:
        """Answer."""
        self.dismiss(event.target == _YES)
