"""The advice on screen, and the ways on from it: save the report, go back to an answer, leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from chatbot.chat.advice_lines import advice_as_text, advice_lines
from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import Line, Role, Span
from chatbot.chat.messages import LeaveWanted, ReportWanted
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.selectable import SelectableView
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.interview import Interview
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.visible import on_one_line

_LONGEST_TITLE: Final = 60


class AdvicePage(SelectableView, can_focus=True):
    """The advice itself; arrows and page keys scroll."""

    def __init__(self, content: Content, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content = content

    def build(self, width: int) -> Sequence[Line]:
        """The whole advice."""
        return advice_lines(self._content, width)


class AdviceScreen(Lettered[Intent | None]):
    """Answers with the review, or with nothing to go back to the talk."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "review", "My answers", id=Intent.REVIEW.value),
        Binding("escape", "back", "Back to the talk"),
    ]
    LETTERS: ClassVar[dict[str, str]] = {"s": "save", "r": "review", "c": "copy", "q": "back"}
    TYPE_ELSEWHERE: ClassVar[str] = "To type something, go back to the talk: press Esc."

    def __init__(self, interview: Interview, services: Services) -> None:
        super().__init__(services)
        self._keys = services.keys
        self._interview = interview
        self._content = content_of(interview.id, interview.state.events, interview.held)

    def compose(self) -> ComposeResult:
        """The page between two bars."""
        yield Bar(id="header")
        yield AdvicePage(self._content, id="page")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Fill the bars."""
        title = on_one_line(self._content.initiative.title or "Your initiative", _LONGEST_TITLE)
        right = (Span("final" if self._interview.finished else "so far", Role.MUTED),)
        header = (Span("Advice", Role.STRONG), Span(f"  {title}", Role.MUTED))
        self.query_one("#header", Bar).show([header], right)
        leave = self._keys.shown(Intent.QUIT)
        self.query_one("#footer", Bar).show(
            [
                key_and_word("Esc", "back to the talk", "back"),
                key_and_word("S", "save the report", "save"),
                key_and_word("C", "copy", "copy"),
                key_and_word("R", "my answers", "review"),
                *([key_and_word(leave, "leave", "leave")] if leave else []),
            ]
        )

    def action_save(self) -> None:
        """Ask where to save the report."""
        self.post_message(ReportWanted(self._interview))

    def action_copy(self) -> None:
        """Copy the whole advice as text."""
        from chatbot.chat.app import ChatApp

        assert isinstance(self.app, ChatApp)
        self.app.copy(advice_as_text(self._content), "Copied the advice.")

    def action_review(self) -> None:
        """Look at the answers, to change one."""
        self.dismiss(Intent.REVIEW)

    def action_back(self) -> None:
        """Back to the talk."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the chat."""
        self.post_message(LeaveWanted())
