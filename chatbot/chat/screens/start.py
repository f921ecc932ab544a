"""The start: go on with what is unfinished, begin something new, or look at what is finished."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from chatbot.chat.actions import named
from chatbot.chat.frame import key_and_word, key_of
from chatbot.chat.lines import Role, Span
from chatbot.chat.messages import InterviewWanted, LeaveWanted
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.pick_list import Choice, Heading, PickList, Remark, Row
from chatbot.dialog.understanding.understood import Intent
from chatbot.errors import ChatbotError
from chatbot.interview.events import InterviewId
from chatbot.interview.listing import Listed, Listing
from chatbot.interview.times import local
from chatbot.visible import on_one_line, visible

_LONGEST_TITLE: Final = 60
_BELOW: Final = (
    "To see a result first: chatbot sample shows a worked example.\n"
    "Answers stay on this machine; chatbot delete erases an interview."
)


class StartScreen(Lettered[None]):
    """Where `chatbot` begins when it is given nothing to do."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]
    LETTERS: ClassVar[dict[str, str]] = {"q": "leave"}
    TYPE_ELSEWHERE: ClassVar[str] = "Choose with the arrow keys, then press Enter."

    def compose(self) -> ComposeResult:
        """A list between two bars."""
        yield Bar(id="header")
        yield PickList(id="list")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Fill the bars."""
        keys = self._services.keys
        self.query_one("#header", Bar).show([(Span("chatbot", Role.STRONG),)])
        self.query_one("#footer", Bar).show(
            [
                key_and_word("↑ ↓", "move"),
                key_and_word("Enter", "choose", "take"),
                key_and_word(keys.shown(Intent.QUIT) or "Esc", "leave", "leave"),
                *(key_of(named(name), keys) for name in ("show_help", "command_palette") if keys.of(name)),
            ]
        )

    def on_screen_resume(self) -> None:
        """Show what is stored now and what can be begun."""
        self._show(picked=self.query_one(PickList).picked)

    def on_pick_list_taken(self, event: PickList.Taken) -> None:
        """Begin or open what was picked."""
        kind, _, name = event.target.partition(":")
        try:
            interview = (
                self._services.begin(name) if kind == "begin" else self._services.resume(InterviewId(name))
            )
        except ChatbotError as error:
            self._show(error, event.target)
        else:
            self.post_message(InterviewWanted(interview))

    def action_take(self) -> None:
        """Choose what is highlighted."""
        self.query_one(PickList).action_take()

    def action_leave(self) -> None:
        """Nothing is open here, so there is nothing to ask."""
        self.post_message(LeaveWanted())

    def _show(self, error: ChatbotError | None = None, picked: str = "") -> None:
        try:
            listing = self._services.listing()
        except ChatbotError as unreadable:
            listing, error = Listing(()), error or unreadable
        self.query_one(PickList).show(self._rows(listing, error or listing.damage), picked)

    def _rows(self, listing: Listing, error: ChatbotError | None) -> list[Row]:
        rows: list[Row] = [
            Remark("Which kind of AI work fits now? An interview about one initiative of yours.", Role.PLAIN)
        ]
        if error:
            rows.append(Remark(visible(str(error)), Role.BAD))
        unfinished = [_stored(one) for one in listing.interviews if not one.finished]
        finished = [_stored(one) for one in listing.interviews if one.finished]
        if unfinished:
            rows += [Heading("Go on"), *unfinished]
        rows.append(Heading("Begin"))
        rows += [
            Choice(
                target=f"begin:{dialog.id}",
                label=visible(dialog.title),
                beside=f"about {dialog.minutes} minutes",
                below=visible(dialog.about),
            )
            for dialog in self._services.dialogs
        ]
        if finished:
            rows += [Heading("Look at again"), *finished]
        rows.append(Remark(_BELOW))
        return rows


def _stored(one: Listed) -> Choice:
    dialog = on_one_line(one.dialog_title or one.dialog, _LONGEST_TITLE)
    far = "" if one.finished or not one.of else f" · {one.done} of {one.of} questions"
    return Choice(
        target=f"open:{one.id}",
        label=on_one_line(one.title, _LONGEST_TITLE) or "(no name yet)",
        beside=local(one.updated),
        below=f"{dialog}{', held in a room' if one.room else ''}{far}",
    )
