"""Around a talk: searching it, scrolling, copying, typing again; nothing here says or records anything."""

from __future__ import annotations

from textual import getters
from textual.screen import Screen

from chatbot.chat.exchange import Exchange
from chatbot.chat.services import Services
from chatbot.chat.typed_before import TypedBefore, typed_in
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.card import Card
from chatbot.chat.widgets.prompt import Prompt
from chatbot.chat.widgets.side_panel import SidePanel
from chatbot.chat.widgets.transcript import Transcript


class AroundTalk(Screen[None]):
    """A screen with a transcript, a card and a prompt, and what can be done with them."""

    transcript = getters.query_one("#transcript", Transcript)
    card = getters.query_one("#card", Card)
    prompt = getters.query_one("#prompt", Prompt)
    side = getters.query_one("#side", SidePanel)
    header = getters.query_one("#header", Bar)
    footer = getters.query_one("#footer", Bar)

    def __init__(self, exchange: Exchange, services: Services, classes: str) -> None:
        super().__init__(classes=classes)
        self.exchange = exchange
        self.services = services
        self._typed: TypedBefore | None = None

    @property
    def typed(self) -> TypedBefore:
        """What was typed before; read from the events when it is first needed."""
        if self._typed is None:
            self._typed = TypedBefore(typed_in(self.exchange.interview))
        return self._typed

    def action_recall(self, by: int) -> None:
        """Put into the prompt what was typed before (-1), or after that (1)."""
        words = self.typed.recall(by, self.prompt.text)
        if words is None:
            self.app.bell()
        else:
            self.prompt.put(words)

    def action_scroll(self, pages: int) -> None:
        """Scroll through the transcript."""
        self.transcript.scroll_relative(y=pages * max(self.transcript.size.height - 2, 1), animate=False)

    def action_newest(self) -> None:
        """Go to the newest message."""
        self.transcript.to_end()

    def action_search(self) -> None:
        """Open the search line, or go to the next older message where it is open."""
        from chatbot.chat.widgets.search_line import SearchLine

        opened = self.query(SearchLine)
        if opened:
            opened.first().action_step(-1)
        else:
            self.query_one("#talk").mount(SearchLine(self.transcript, id="search"), before="#card")

    def action_copy_message(self) -> None:
        """Copy the last message, or the one that a search has found."""
        from chatbot.chat.widgets.search_line import SearchLine

        entries = self.transcript.entries
        opened = self.query(SearchLine)
        at = opened.first().here if opened else None
        if at is not None:
            self._copy(entries[at].text, "Copied the message that was found.")
        elif entries:
            self._copy(entries[-1].text, "Copied the last message.")

    def action_copy_advice(self) -> None:
        """Copy the whole advice as text."""
        from chatbot.chat.advice_lines import advice_as_text
        from chatbot.report.content.composing import content_of

        interview = self.exchange.interview
        content = content_of(interview.id, interview.state.events, interview.held)
        self._copy(advice_as_text(content), "Copied the advice.")

    def action_go_to_question(self) -> None:
        """Find a question by its number or its words."""
        from textual.command import CommandPalette

        from chatbot.chat.palette import AllQuestions

        self.app.push_screen(
            CommandPalette([AllQuestions], placeholder="The number of a question, or words of it")
        )

    def action_toggle_panel(self) -> None:
        """Show or hide where we stand: beside the talk, or over it where there is no room beside."""
        wide = self.has_class("-wide")
        self.toggle_class("-hide-side" if wide else "-show-side")

    def _copy(self, text: str, says: str) -> None:
        from chatbot.chat.app import ChatApp

        assert isinstance(self.app, ChatApp)
        self.app.copy(text, says)
