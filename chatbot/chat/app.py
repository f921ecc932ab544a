"""The app: which screen is shown, what works on all of them, and how the chat ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Final

from textual import on
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from chatbot.chat.actions import bindings_of_the_app
from chatbot.chat.messages import InterviewWanted, LeaveWanted, ReportWanted
from chatbot.chat.services import Services
from chatbot.chat.themed import ThemedApp
from chatbot.interview.interview import Interview

DONE: Final = 0
UNFINISHED: Final = 3


def _questions() -> type[Provider]:
    """What finds questions in the command palette; loaded when that is opened."""
    from chatbot.chat.palette import Questions

    return Questions


class ChatApp(ThemedApp):
    """The chat. Its result is the exit code: 0, or 3 when the interview held last is unfinished."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*ThemedApp.COMMANDS, _questions}
    BINDINGS: ClassVar[list[BindingType]] = bindings_of_the_app()

    def __init__(self, services: Services, start: Interview | None = None) -> None:
        first = "screens/interview.tcss" if start else "screens/pages.tcss"
        super().__init__(services.loaded, services.settings_path, first)
        self.services = services
        self.interview = start

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the interview that was asked for, or the start."""
        if self.interview:
            from chatbot.chat.screens.interview import InterviewScreen

            return InterviewScreen(self.interview, self.services, self.size)
        from chatbot.chat.screens.start import StartScreen

        return StartScreen(self.services)

    def on_mount(self) -> None:
        """Take over keys."""
        if keymap := self.services.keys.keymap:
            self.set_keymap(keymap)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers on a screen."""
        from chatbot.chat.palette import commands

        return commands(self, screen)

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

    def _left(self, way: object) -> None:
        """Close the chat, or all screens above the start."""
        from chatbot.chat.screens.leave import Way

        if way is Way.LEAVE:
            self.exit(DONE if self.interview is None or self.interview.finished else UNFINISHED)
        elif way is Way.START:
            self.interview = None
            while len(self.screen_stack) > 1:
                self.pop_screen()

    def _has_unsent(self) -> bool:
        from chatbot.chat.widgets.prompt import Prompt

        return any(prompt.text.strip() for screen in self.screen_stack for prompt in screen.query(Prompt))


def is_talk(screen: Screen[object]) -> bool:
    """Whether an interview is held on this screen."""
    from chatbot.chat.screens.interview import InterviewScreen

    return isinstance(screen, InterviewScreen)
