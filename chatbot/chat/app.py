"""The app: which screen is shown, what works on all of them, and how the chat ends."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette, Provider
from textual.screen import Screen

from chatbot.chat.actions import bindings_of_the_app
from chatbot.chat.messages import InterviewWanted, LeaveWanted, ReportWanted
from chatbot.chat.services import Services
from chatbot.chat.themes import NO_COLOUR, THEMES, usual_theme
from chatbot.errors import ChatbotError
from chatbot.interview.interview import Interview
from chatbot.settings.settings import AUTO

DONE: Final = 0
UNFINISHED: Final = 3
_PAINTED: Final = 0.5
"""Seconds after which the first screen is certainly painted."""

_TO_READ: Final = 12
"""Seconds for which something is shown that has to be read."""


def _questions() -> type[Provider]:
    """What finds questions in the command palette; loaded when that is opened."""
    from chatbot.chat.palette import Questions

    return Questions


class ChatApp(App[int]):
    """The chat. Its result is the exit code: 0, or 3 when the interview held last is unfinished."""

    TITLE = "chatbot"
    CSS = """
    SearchIcon { display: none; }
    Toast { width: auto; max-width: 90; background: $panel; }
    CommandPalette:ansi CommandList > .option-list--option { text-style: none; }
    CommandPalette:ansi CommandList > .option-list--option-highlighted { text-style: bold underline; }
    """
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*App.COMMANDS, _questions}
    BINDINGS: ClassVar[list[BindingType]] = bindings_of_the_app()

    def __init__(self, services: Services, start: Interview | None = None) -> None:
        environment = dict(os.environ)  # Textual takes NO_COLOR out of it
        colourless = bool(environment.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)  # empty it asks for nothing, but Textual would heed it
        first = "screens/interview.tcss" if start else "screens/pages.tcss"
        super().__init__(css_path=first, ansi_color=True if colourless else None)
        self.services = services
        self.interview = start
        self._keeps_themes = False  # until the first one is shown; then a change is the person's own
        for theme in THEMES:
            self.register_theme(theme)
        settings = services.loaded.settings
        automatic = colourless or settings.theme == AUTO
        self.theme = usual_theme(environment) if automatic else settings.theme
        if settings.reduced_motion:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the interview that was asked for, or the start."""
        if self.interview:
            from chatbot.chat.screens.interview import InterviewScreen

            return InterviewScreen(self.interview, self.services, self.size)
        from chatbot.chat.screens.start import StartScreen

        return StartScreen(self.services)

    def on_mount(self) -> None:
        """Take over keys; once the first screen is painted, collect garbage again: what is loaded stays."""
        if keymap := self.services.keys.keymap:
            self.set_keymap(keymap)
        self.set_timer(_PAINTED, _collect_again)
        self.call_after_refresh(self._painted)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers on a screen."""
        from chatbot.chat.palette import commands

        return commands(self, screen)

    @on(CommandPalette.Opened)
    def keep_still(self) -> None:
        """Nothing blinks here."""
        from textual.widgets import Input

        for field in self.screen.query(Input):
            field.cursor_blink = False

    @on(InterviewWanted)
    def hold(self, event: InterviewWanted) -> None:
        """Go from the start into an interview, or from one into the next."""
        from chatbot.chat.screens.interview import InterviewScreen

        self.interview = event.interview
        if event.instead and isinstance(self.screen, InterviewScreen):
            self.screen.hold(event.interview)
        else:
            self.push_screen(InterviewScreen(event.interview, self.services, self.size))

    @on(LeaveWanted)
    def leave(self) -> None:
        """Ask before leaving, where something is open."""
        self.action_leave()

    @on(ReportWanted)
    def show_report(self, event: ReportWanted) -> None:
        """Show the report before it is written."""
        from chatbot.chat.screens.report import ReportScreen

        self.push_screen(ReportScreen(event.interview, self.services))

    def action_show_help(self) -> None:
        """Keys and words on one page; the same key goes back."""
        from chatbot.chat.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        elif not self.screen.is_modal:
            self.push_screen(HelpScreen(self.services))

    def action_copy_or_leave(self) -> None:
        """Copy what is selected; without a selection, ask whether to leave."""
        selected = self.screen.get_selected_text() or getattr(self.focused, "selected_text", "")
        if selected:
            self.copy(selected, "Copied.")
            self.screen.clear_selection()
        else:
            self.action_leave()

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

        path = self.services.settings_path
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

    def action_leave(self) -> None:
        """Ask before leaving, where something is open; a second time means it."""
        from chatbot.chat.screens.leave import LeaveScreen, Way

        if self.interview is None:
            self.exit(DONE)
        elif isinstance(self.screen, LeaveScreen):
            self.screen.dismiss(Way.LEAVE)
        else:
            commands = self.services.commands(self.interview)
            question = LeaveScreen(
                commands.report if self.interview.finished else commands.resume,
                finished=self.interview.finished,
                unsent=self._has_unsent(),
                has_start=not is_talk(self.screen_stack[0]),
            )
            self.push_screen(question, self._left)

    def _show_theme(self, name: str) -> None:
        """Use a theme without keeping it."""
        self._keeps_themes = False
        self.theme = name
        self._keeps_themes = True

    def _left(self, way: object) -> None:
        """Close the chat, or all screens above the start."""
        from chatbot.chat.screens.leave import Way

        if way is Way.LEAVE:
            self.exit(DONE if self.interview is None or self.interview.finished else UNFINISHED)
        elif way is Way.START:
            self.interview = None
            while len(self.screen_stack) > 1:
                self.pop_screen()

    def _painted(self) -> None:
        """Say what is wrong with the settings; from now on, a change of the theme is the person's."""
        self._keeps_themes = True
        for problem in self.services.loaded.problems:
            self.notify(str(problem), title="Settings", markup=False, severity="warning", timeout=_TO_READ)

    def _has_unsent(self) -> bool:
        from chatbot.chat.widgets.prompt import Prompt

        return any(prompt.text.strip() for screen in self.screen_stack for prompt in screen.query(Prompt))


def is_talk(screen: Screen[object]) -> bool:
    """Whether an interview is held on this screen."""
    from chatbot.chat.screens.interview import InterviewScreen

    return isinstance(screen, InterviewScreen)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
