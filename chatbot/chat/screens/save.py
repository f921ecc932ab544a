"""Saving the report: asks for a path, shows how far the writing is, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input

from chatbot.chat.grace import Grace
from chatbot.chat.lines import Role
from chatbot.chat.reporting import Stage
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.pick_list import PickList, Remark
from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    from chatbot.chat.reporting import Export

_LOOK_EVERY: Final = 0.1
"""Seconds between two looks at how far the writing is."""


class SaveScreen(ModalScreen[Path | None]):
    """Answers with the path under which the report was saved.

    Args:
        suggested: where it would usually go.
        begin: begins to write it; the ending of the path says in which format.
        grace: while it holds, Enter was hardly meant for this.
    """

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", priority=True)]

    def __init__(self, suggested: Path, begin: Callable[[Path], Export], grace: Grace) -> None:
        super().__init__()
        self._grace = grace
        self._suggested = suggested
        self._begin = begin
        self._replaces: Path | None = None
        self._export: Export | None = None
        self._looking: Timer | None = None

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
                Remark(
                    "The ending says the format: .pdf, .docx, .html, .md, or .json and .csv for programs."
                ),
            ]
        )
        self._remark("Enter saves, Esc leaves it.", Role.MUTED)

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self._stop()

    def on_input_changed(self) -> None:
        """A different path is a different file."""
        self._replaces = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Begin to write, once it is clear that nothing is replaced by mistake."""
        if self._export is not None:
            return
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
            self._export = self._begin(path)
        except ChatbotError as error:
            self._remark(str(error), Role.BAD)
        except (OSError, RuntimeError, ValueError) as error:
            self._remark(f"This file cannot be written: {error}. Type another name.", Role.BAD)
        else:
            self._look()
            self._looking = self.set_interval(_LOOK_EVERY, self._look)

    def action_cancel(self) -> None:
        """Stop what is being written; where nothing is, close."""
        if self._export is None:
            self.dismiss(None)
            return
        self._stop()
        self._remark("Stopped, and nothing was saved. Enter saves, Esc leaves it.", Role.WARN)

    def _look(self) -> None:
        """See how far the writing is, and end it where it is done."""
        if self._export is None:
            return
        standing = self._export.standing()
        if standing.stage is Stage.RUNNING:
            self._remark(f"{standing.says} Esc stops it.", Role.MUTED)
        elif standing.stage is Stage.FAILED:
            self._stop()
            self._remark(standing.says, Role.BAD)
        else:
            self._put(self._export)

    def _put(self, export: Export) -> None:
        try:
            saved = export.put(replace=self._replaces is not None)
        except ChatbotError as error:
            self._stop()
            self._remark(str(error), Role.BAD)
        else:
            self._stop()
            self.dismiss(saved)

    def _stop(self) -> None:
        if self._looking:
            self._looking.stop()
        if self._export:
            self._export.cancel()
        self._export = self._looking = None

    def _remark(self, text: str, role: Role) -> None:
        self.query_one("#remark", PickList).show([Remark(text, role)])
