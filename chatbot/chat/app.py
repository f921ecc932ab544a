"""The app: which screen is shown, what works on all of them, and how the chat ends."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from chatbot.chat.actions import INTERVIEW, ChatAction, named
from chatbot.chat.messages import InterviewWanted, LeaveWanted, ReportWanted
from chatbot.chat.services import Services
from chatbot.chat.themes import DARK, LIGHT, THEMES
from chatbot.interview.interview import Interview

DONE: Final = 0
UNFINISHED: Final = 3
_PAINTED: Final = 0.5
"""Seconds after which the first screen is certainly painted."""


class ChatApp(App[int]):
    """The chat. Its result is the exit code: 0, or 3 when the interview held last is unfinished."""

    TITLE = "chatbot"
    CSS = "SearchIcon { display: none; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", id="quit", priority=True),
        Binding("ctrl+c", "copy_or_leave", "Copy, or leave", id="copy", priority=True),
        Binding(named("show_help").key, "show_help", "Help", id="show_help", priority=True),
    ]

    def __init__(self, services: Services, start: Interview | None = None) -> None:
        super().__init__(css_path="screens/interview.tcss" if start else "screens/pages.tcss")
        self.services = services
        self.interview = start
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the interview that was asked for, or the start."""
        if self.interview:
            from chatbot.chat.screens.interview import InterviewScreen

            return InterviewScreen(self.interview, self.services, self.size)
        from chatbot.chat.screens.start import StartScreen

        return StartScreen(self.services)

    def on_mount(self) -> None:
        """Once the first screen is painted, collect garbage again; what is loaded by then stays."""
        self.set_timer(_PAINTED, _collect_again)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers on a screen."""
        for action in INTERVIEW if _is_talk(screen) else ():
            yield SystemCommand(action.title, _sentence(action.does), partial(_do, screen, action))
        yield SystemCommand("Help", _sentence(named("show_help").does), self.action_show_help)
        yield SystemCommand("Dark colours", "Use the dark theme", partial(setattr, self, "theme", DARK.name))
        yield SystemCommand(
            "Light colours", "Use the light theme", partial(setattr, self, "theme", LIGHT.name)
        )
        yield SystemCommand("More colours", "Choose one of the other themes", self.action_change_theme)
        if not _is_talk(screen):
            yield SystemCommand("Leave", "Close the chat; everything is saved", self.action_leave)

    @on(InterviewWanted)
    def hold(self, event: InterviewWanted) -> None:
        """Go from the start into an interview."""
        from chatbot.chat.screens.interview import InterviewScreen

        self.interview = event.interview
        self.push_screen(InterviewScreen(event.interview, self.services, self.size))

    @on(LeaveWanted)
    def leave(self) -> None:
        """Ask before leaving, where something is open."""
        self.action_leave()

    @on(ReportWanted)
    def save_report(self, event: ReportWanted) -> None:
        """Ask where to, and save the report."""
        from chatbot.chat.screens.save import SaveScreen

        interview = event.interview
        suggested = self.services.report_path(interview)
        save = partial(self.services.save_report, interview)
        self.push_screen(SaveScreen(suggested, save), self._saved)

    def action_show_help(self) -> None:
        """Keys and words on one page."""
        from chatbot.chat.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen) and not self.screen.is_modal:
            self.push_screen(HelpScreen())

    def action_copy_or_leave(self) -> None:
        """Copy what is selected; without a selection, ask whether to leave."""
        selected = self.screen.get_selected_text() or getattr(self.focused, "selected_text", "")
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
            self.notify("Copied.", timeout=2)
        else:
            self.action_leave()

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
                has_start=not _is_talk(self.screen_stack[0]),
            )
            self.push_screen(question, self._left)

    def _left(self, way: object) -> None:
        """Close the chat, or all screens above the start."""
        from chatbot.chat.screens.leave import Way

        if way is Way.LEAVE:
            self.exit(DONE if self.interview is None or self.interview.finished else UNFINISHED)
        elif way is Way.START:
            self.interview = None
            while len(self.screen_stack) > 1:
                self.pop_screen()

    def _saved(self, path: Path | None) -> None:
        if path:
            self.notify(f"Saved as {path}", markup=False)

    def _has_unsent(self) -> bool:
        from chatbot.chat.widgets.prompt import Prompt

        return any(prompt.text.strip() for screen in self.screen_stack for prompt in screen.query(Prompt))


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


def _is_talk(screen: Screen[object]) -> bool:
    from chatbot.chat.screens.interview import InterviewScreen

    return isinstance(screen, InterviewScreen)


async def _do(screen: Screen[object], action: ChatAction) -> None:
    await screen.run_action(action.call)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
