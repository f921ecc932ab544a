"""The app below the chat and the room: themes, colours and settings, copying, and the first paint."""

from __future__ import annotations

import gc
import os
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import App
from textual.command import CommandPalette

from chatbot.chat.themes import NO_COLOUR, THEMES, usual_theme
from chatbot.errors import ChatbotError
from chatbot.settings.reading import Loaded
from chatbot.settings.settings import AUTO

_PAINTED: Final = 0.5
"""Seconds after which the first screen is certainly painted."""

_TO_READ: Final = 12
"""Seconds for which something is shown that has to be read."""


class ThemedApp(App[int]):
    """An app in the colours that the person and the terminal want. Its result is the exit code.

    Args:
        loaded: what the person has set, and what is wrong with it.
        settings_path: where a theme that they choose is kept; `None` where there is no place for it.
        css_path: the stylesheet of the first screen.
    """

    TITLE = "chatbot"
    CSS: ClassVar[str] = """
    SearchIcon { display: none; }
    Toast { width: auto; max-width: 90; background: $panel; }
    CommandPalette:ansi CommandList > .option-list--option { text-style: none; }
    CommandPalette:ansi CommandList > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, loaded: Loaded, settings_path: Path | None, css_path: str) -> None:
        environment = dict(os.environ)  # Textual takes NO_COLOR out of it
        colourless = bool(environment.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)  # empty it asks for nothing, but Textual would heed it
        super().__init__(css_path=css_path, ansi_color=True if colourless else None)
        self._loaded = loaded
        self._settings_path = settings_path
        self._keeps_themes = False  # until the first one is shown; then a change is the person's own
        for theme in THEMES:
            self.register_theme(theme)
        settings = loaded.settings
        automatic = colourless or settings.theme == AUTO
        self.theme = usual_theme(environment) if automatic else settings.theme
        if settings.reduced_motion:
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Once the first screen is painted, collect garbage again: what is loaded stays."""
        self.set_timer(_PAINTED, _collect_again)
        self.call_after_refresh(self._painted)

    @on(CommandPalette.Opened)
    def keep_still(self) -> None:
        """Nothing blinks here."""
        from textual.widgets import Input

        for field in self.screen.query(Input):
            field.cursor_blink = False

    def copy(self, text: str, says: str) -> None:
        """Copy a text, and say that it was."""
        self.copy_to_clipboard(text)
        self.notify(says, timeout=2, markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by escape sequence, through tmux and screen too, and by the desktop's own program."""
        from chatbot.chat.clipboard import desktop_program, hand_over, passed_on

        super().copy_to_clipboard(text)
        if self.is_headless or self._driver is None:  # Textual has no other way to write a sequence
            return
        for sequence in passed_on(text, os.environ):
            self._driver.write(sequence)
        if program := desktop_program(os.environ):
            self.run_worker(partial(hand_over, text, program), thread=True, exit_on_error=False)

    def watch_theme(self, theme: str) -> None:
        """Keep the theme that the person has chosen."""
        if self._keeps_themes:
            self.keep_theme(theme)

    def keep_theme(self, name: str) -> None:
        """Write a theme into the settings; say so where that cannot be done."""
        from chatbot.chat.keys import names
        from chatbot.chat.themes import theme_names
        from chatbot.settings.writing import save_theme

        path = self._settings_path
        if path:
            try:
                save_theme(path, name, names(theme_names()))
            except ChatbotError as error:
                self.notify(str(error), markup=False, severity="warning", timeout=_TO_READ)
        if self.no_color and name != NO_COLOUR.name:
            self.notify("Colours stay off while NO_COLOR is set.", markup=False)
            self._show_theme(NO_COLOUR.name)

    def follow_terminal(self) -> None:
        """Use the theme that fits the terminal, now and from now on."""
        environment = {**os.environ, **({"NO_COLOR": "1"} if self.no_color else {})}
        self._show_theme(usual_theme(environment))
        self.keep_theme(AUTO)

    def _show_theme(self, name: str) -> None:
        """Use a theme without keeping it."""
        self._keeps_themes = False
        self.theme = name
        self._keeps_themes = True

    def _painted(self) -> None:
        """Say what is wrong with the settings; from now on, a change of the theme is the person's."""
        self._keeps_themes = True
        for problem in self._loaded.problems:
            self.notify(str(problem), title="Settings", markup=False, severity="warning", timeout=_TO_READ)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
