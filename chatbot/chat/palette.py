"""The command palette: everything that can be done here, by name, and every question that was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from chatbot.chat.actions import COMMON, INTERVIEW, ChatAction
from chatbot.chat.themes import THEMES
from chatbot.conversation.review import review
from chatbot.dialog.script import QuestionId
from chatbot.visible import on_one_line

if TYPE_CHECKING:
    from chatbot.chat.app import ChatApp

_LONGEST: Final = 120
_TITLES: Final = {
    "dark": "Dark colours",
    "light": "Light colours",
    "high-contrast": "High contrast",
    "no-colour": "Without colour",
}


def commands(app: ChatApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """What can be done on a screen. The titles are ours: Textual reads them as markup."""
    from chatbot.chat.app import is_talk

    offered: Iterable[ChatAction] = (*INTERVIEW, *COMMON) if is_talk(screen) else COMMON
    for action in offered:
        if action.offered:
            yield SystemCommand(action.title, _described(app, action), partial(_do, screen, action))
    for theme in THEMES:
        yield SystemCommand(
            _TITLES[theme.name],
            f"Colours: use the theme {theme.name}",
            partial(setattr, app, "theme", theme.name),
        )
    yield SystemCommand("Colours of the terminal", "Dark or light, as the terminal is", app.follow_terminal)
    if not is_talk(screen):
        yield SystemCommand("Leave", "Close the chat; everything is saved", app.action_leave)


class Questions(Provider):
    """Finds questions that can be gone to. What is in them may be typed by anybody, so it is no markup."""

    async def discover(self) -> Hits:
        """Nothing: all questions would hide the commands."""
        for _ in ():
            yield _

    async def search(self, query: str) -> Hits:
        """The questions that fit what is typed."""
        matcher = self.matcher(query)
        for question, text in self._questions():
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, Content(text), partial(self._visit, question), text=text)

    def _questions(self) -> Iterator[tuple[QuestionId, str]]:
        from chatbot.chat.screens.interview import InterviewScreen
        from chatbot.chat.screens.review import is_open

        if isinstance(self.screen, InterviewScreen):
            for line in review(self.screen.interview):
                if is_open(line, self.screen.interview):
                    answer = f" ({line.answer})" if line.answer else ""
                    text = f"Question {line.number}: {line.ask}{answer}"
                    yield line.question, on_one_line(text, _LONGEST)

    def _visit(self, question: QuestionId) -> None:
        from chatbot.chat.screens.interview import InterviewScreen

        if isinstance(self.screen, InterviewScreen):
            self.screen.visit(question)


class AllQuestions(Questions):
    """The same, with all of them to begin with."""

    async def discover(self) -> Hits:
        """Every question that can be gone to, in order."""
        for question, text in self._questions():
            yield DiscoveryHit(Content(text), partial(self._visit, question), text=text)


def _described(app: ChatApp, action: ChatAction) -> str:
    key = app.services.keys.shown(action.name)
    says = action.does[:1].upper() + action.does[1:]
    return f"{says}  ({key})" if key else says


async def _do(screen: Screen[object], action: ChatAction) -> None:
    await screen.run_action(action.call)
