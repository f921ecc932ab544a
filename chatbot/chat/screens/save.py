"""Saving the report: asks for a path, and says what went wrong where something did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from chatbot.chat.grace import Grace
from chatbot.chat.lines import Role
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.pick_list import PickList, Remark
from chatbot.errors import ChatbotError


class SaveScreen(ModalScreen[Path | None]):
    """Answers with the path under which the report was saved.

    Args:
        suggested: where it would usually go.
        save: writes it; the ending of the path says in which format.
        grace: while it holds, Enter was hardly meant for this.
    """

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, suggested: Path, save: Callable[[Path], None], grace: Grace) -> None:
        super().__init__()
        self._grace = grace
        self._suggested = suggested
        self._save = save
        self._replaces: Path | None = None

    def compose(self) -> ComposeResult:
        """What is asked, the path, and what came of it."""
        with Vertical(id="box"):
            yield PickList(id="asks")
            path = Field(str(self._suggested), select_on_focus=False, id="path")
            path.cursor_blink = False
            yield path
            yield PickList(id="remark")

    def on_mount(self) -> None:
        """Say what to type."""
        asks = self.query_one("#asks", PickList)
        asks.can_focus = self.query_one("#remark", PickList).can_focus = False
        asks.show(
            [
                Remark("Save the report as", Role.STRONG),
                Remark("A name that ends in .md is to be read, one that ends in .json is for programs."),
            ]
        )
        self._remark("Enter saves, Esc leaves it.", Role.MUTED)

    def on_input_changed(self) -> None:
        """A different path is a different file."""
        self._replaces = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, once it is clear that nothing is replaced by mistake."""
        typed = event.value.strip()
        if self._grace.holds():
            self._remark("Nothing is saved yet. Enter once more saves under this name.", Role.WARN)
            return
        if not typed:
            self._remark("Type a file name.", Role.WARN)
            return
        path = Path(typed).expanduser()
        try:
            if path.exists() and path != self._replaces:
                self._replaces = path
                self._remark("There is a file of this name. Enter once more replaces it.", Role.WARN)
                return
            self._save(path)
        except ChatbotError as error:
            self._remark(str(error), Role.BAD)
        except (OSError, ValueError) as error:
            self._remark(f"This file cannot be written: {error}. Type another name.", Role.BAD)
        else:
            self.dismiss(path)

    def _remark(self, text: str, role: Role) -> None:
        self.query_one("#remark", PickList).show([Remark(text, role)])
