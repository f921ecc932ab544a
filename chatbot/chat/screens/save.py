"""Saving the report: asks for a path, shows how far the making is, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer

from chatbot.chat.frame import key_and_word
from chatbot.chat.grace import Grace
from chatbot.chat.lines import Role
from chatbot.chat.reporting import InTheWay, Stage
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.pick_list import PickList, Remark
from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    from chatbot.chat.reporting import Export

_LOOK_EVERY: Final = 0.1
"""Seconds between two looks at how far the making is."""

_LONG: Final = 3
"""Seconds after which it is said how long it has taken so far."""


class SaveScreen(ModalScreen[Path | None]):
    """Answers with the path under which the report was saved.

    Args:
        suggested: where it would usually go.
        says: what a path would be written as; raises `ChatbotError` where it cannot be.
        begin: begins to make it.
    """

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", priority=True),
        Binding("ctrl+o", "copy_line", "Copy the line to run", priority=True),
    ]

    def __init__(
        self,
        suggested: Path,
        services: Services,
        *,
        says: Callable[[Path], str],
        begin: Callable[[Path], Export],
    ) -> None:
        super().__init__()
        self._clock = services.clock
        self._grace = Grace(services.clock, services.grace)
        self._suggested = suggested
        self._says = says
        self._begin = begin
        self._may_replace: set[Path] = set()
        self._export: Export | None = None
        self._looking: Timer | None = None
        self._since = 0.0
        self._remarked: tuple[str, Role] | None = None
        self._run = ""

    def compose(self) -> ComposeResult:
        """What is asked, the path, what came of it, and the keys."""
        with Vertical(id="box"):
            yield PickList(id="asks")
            path = Field(_short(self._suggested), select_on_focus=False, id="path")
            path.cursor_blink = False
            yield path
            yield PickList(id="remark")
            yield Footer(id="keys")

    def on_mount(self) -> None:
        """Say what to type."""
        asks = self.query_one("#asks", PickList)
        asks.can_focus = self.query_one("#remark", PickList).can_focus = False
        asks.show(
            [
                Remark("Save the report as", Role.STRONG),
                Remark("The ending says the format: .pdf .docx .html .md, or .json and .csv for programs."),
            ]
        )
        self._invite()

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self._drop()

    def on_input_changed(self) -> None:
        """A different path is a different file."""
        self._run = ""
        self._may_replace.clear()
        if self._export is not None:  # it was made, and would have replaced something
            self._stop()
        self._invite()

    def on_input_submitted(self) -> None:
        """What Enter means."""
        self.action_save()

    def action_save(self) -> None:
        """Begin to make it, once it is clear that nothing is replaced by mistake."""
        if self._looking is not None:
            return
        if self._grace.holds():
            self._remark("Nothing is saved yet. Enter once more saves under this name.", Role.WARN)
        elif self._export is not None:  # Enter once more, after it was said what is replaced
            self._put(self._export)
        elif typed := self.query_one(Field).value.strip():
            self._save(typed)
        else:
            self._remark("Type a file name.", Role.WARN)

    def action_cancel(self) -> None:
        """Stop what is being made; where nothing is, close."""
        if self._looking is None:
            self.dismiss(None)
            return
        self._stop()
        self._remark("Stopped, and nothing was saved.", Role.WARN)

    def action_copy_line(self) -> None:
        """Copy the line that installs what is missing: folded as it is, nobody can select it."""
        if self._run:
            self.app.copy_to_clipboard(self._run)
            self.notify("Copied. Paste it into a shell.", timeout=3, markup=False)

    def _save(self, typed: str) -> None:
        try:
            path = Path(typed).expanduser()
            self._says(path)
            if path.is_dir():
                self._remark("This is a folder. Name a file in it.", Role.WARN)
            elif path.exists() and path not in self._may_replace:
                self._may_replace.add(path)
                self._remark("There is a file of this name. Enter once more replaces it.", Role.WARN)
            else:
                self._export = self._begin(path)
        except ChatbotError as error:
            self._remark(str(error), Role.BAD)
        except (OSError, RuntimeError, ValueError) as error:  # no such user; a name that is none
            self._remark(f"This file cannot be written: {error}. Type another name.", Role.BAD)
        if self._export:
            self._since = self._clock()
            self.query_one(Field).disabled = True
            self._looking = self.set_interval(_LOOK_EVERY, self._look)
            self._say_keys()
            self._look()

    def _look(self) -> None:
        """See how far it is, and end it where it is done."""
        if self._export is None or self._looking is None:
            return
        standing = self._export.standing()
        if standing.stage is Stage.RUNNING:
            taken = int(self._clock() - self._since)
            lasts = f" It has taken {taken} seconds so far." if taken >= _LONG else ""
            self._remark(f"{standing.says}{lasts}", Role.MUTED)
        elif standing.stage is Stage.FAILED:
            self._run = standing.run
            self._fail(standing.says)
        else:
            self._put(self._export)

    def _put(self, export: Export) -> None:
        try:
            saved = export.put(over=self._may_replace)
        except InTheWay as error:
            self._may_replace.update(error.paths)
            self._rest()
            names = ", ".join(path.name for path in error.paths)
            self._remark(f"There already: {names}. Enter once more replaces what is there.", Role.WARN)
        except ChatbotError as error:
            self._fail(str(error))
        else:
            self._drop()
            self.dismiss(saved)

    def _fail(self, why: str) -> None:
        self._stop()
        self._remark(f"{why}\nNothing was saved.", Role.BAD)

    def _stop(self) -> None:
        """Give up what was made, and let the path be changed again."""
        self._drop()
        self._rest()

    def _drop(self) -> None:
        if self._export:
            self._export.cancel()
        self._export = None

    def _rest(self) -> None:
        """Look no more, and let the path be changed."""
        if self._looking:
            self._looking.stop()
        self._looking = None
        path = self.query_one(Field)
        if path.disabled:
            path.disabled = False
            path.focus()
        self._say_keys()

    def _invite(self) -> None:
        """Say where it would go, and as what."""
        typed = self.query_one(Field).value.strip()
        try:
            path = Path(typed).expanduser()
            self._remark(f"{self._says(path)}, in {path.absolute().parent}", Role.MUTED)
        except ChatbotError as error:
            self._remark(error.todo or str(error), Role.MUTED)
        except (OSError, RuntimeError, ValueError):
            self._remark("This is not the name of a file.", Role.MUTED)
        self._say_keys()

    def _say_keys(self) -> None:
        """The keys that mean something now."""
        if self._looking:
            keys = [key_and_word("Esc", "stop it", "cancel")]
        else:
            copy = [key_and_word("Ctrl+O", "copy the line", "copy_line")] if self._run else []
            keys = [key_and_word("Enter", "save", "save"), *copy, key_and_word("Esc", "leave it", "cancel")]
        self.query_one("#keys", Bar).show(keys)

    def _remark(self, text: str, role: Role) -> None:
        if (text, role) != self._remarked:  # while somebody types, it is mostly the same
            self._remarked = text, role
            self.query_one("#remark", PickList).show([Remark(text, role)])


def _short(path: Path) -> str:
    """As somebody would type it."""
    return path.name if path.parent == Path.cwd() else str(path)
