"""The screen that the room sees: the question, who has voted, the spread, and what was agreed."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from chatbot.chat.grace import Grace
from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.outline import outline
from chatbot.chat.room import room_keys
from chatbot.chat.room.acts import Acts
from chatbot.chat.room.asking_for import Form, Wanted
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.entry import Entry
from chatbot.chat.room.header_lines import place, time
from chatbot.chat.room.keyboard import STEP, Keyboard
from chatbot.chat.room.messages import PageWanted
from chatbot.chat.room.note_lines import note_lines
from chatbot.chat.room.room_keys import FOLLOWING
from chatbot.chat.room.scene import scene, seats
from chatbot.chat.room.welcome_lines import welcome_lines
from chatbot.chat.room.widgets import Stage, Strip
from chatbot.chat.side_lines import side_lines
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.errors import ChatbotError

_TALL: Final = 32
_PANEL: Final = 44
_FRAME: Final = 8
"""Columns of the panel, and how many of them are padding and the scroll bar."""


class RoomScreen(Screen[None]):
    """Shows a room, and does what the facilitator's keys say."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("f1", "command('keys')", show=False),
    ]

    header = getters.query_one("#header", Bar)
    alert = getters.query_one("#alert", Stage)
    stage = getters.query_one("#stage", Stage)
    strip = getters.query_one("#strip", Strip)
    entry = getters.query_one("#entry", Entry)
    side = getters.query_one("#side", Stage)
    said = getters.query_one("#said", Bar)
    footer = getters.query_one("#footer", Bar)

    def __init__(self, desk: Desk, grace: Grace) -> None:
        super().__init__()
        self.desk = desk
        self.acts = Acts(desk, self)
        self.keyboard = Keyboard(desk, self.acts, self.run, grace)
        self._notes = False
        self._turns_away = False
        """Whether a page was asked for that is not there yet; keys pressed meanwhile are not meant for it."""

    def compose(self) -> ComposeResult:
        """Few widgets, so that a key is cheap."""
        yield Bar(id="header")
        yield Stage(id="alert")
        with Horizontal(id="body"):
            yield Stage(id="stage")
            yield Stage(id="side")
        with Vertical(id="below"):  # what is typed is never behind the panel
            yield Strip(id="strip")
            yield Entry(id="entry")
            yield Bar(id="said")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show the room, and look from now on for what other terminals do."""
        self.desk.does(self.desk.take_up)
        self.redraw()
        self.set_interval(FOLLOWING, self.follow)

    def on_resize(self) -> None:
        """Fit what depends on the size."""
        self.redraw()

    def on_screen_suspend(self) -> None:
        """The page has the keys now."""
        self._turns_away = False

    def on_screen_resume(self) -> None:
        """A page may have changed anything."""
        self.redraw()

    def follow(self) -> None:
        """Show what another terminal did, and the time."""
        if not self.is_current:
            return
        news = False
        try:
            news = self.desk.follow()
        except ChatbotError as error:
            self.desk.say(str(error), Role.BAD)
            news = True
        if news:
            self.redraw()
        else:
            self._show_header()

    def on_key(self, event: events.Key) -> None:
        """Take a letter, a digit, a capital, or the key for the next step."""
        if self.entry.form is not None:
            if self.entry.takes(event):
                event.stop()
            return
        if self._turns_away:
            event.stop()
            return
        key = STEP if event.key == "enter" else event.character or ""
        if event.key in ("left", "right"):
            event.stop()
            self.desk.pick(self.desk.pointer.move(-1 if event.key == "left" else 1))
            self.redraw()
        elif key and key.isprintable():
            event.stop()
            self.keyboard.take(key)
            self.redraw()

    def run(self, name: str) -> None:
        """Do what a command does."""
        desk, acts = self.desk, self.acts
        asking = {
            "step": acts.step,
            "agree": acts.agree,
            "dissent": acts.dissent,
            "note": acts.note,
            "evidence": acts.evidence,
            "park": acts.park,
            "act": acts.act,
            "later": acts.later,
            "again": desk.again,
            "switch": desk.switch,
            "pause": desk.pause,
            "undo": desk.undo,
            "redo": desk.redo,
            "drop": self._drop,
            "notes": self._toggle_notes,
            "result": self._toggle_result,
        }
        desk.say()
        if name in asking:
            desk.does(asking[name])
        else:
            self.show_page(name)

    def action_command(self, name: str) -> None:
        """The same by a click on its key."""
        if self.entry.form is None:
            self.keyboard.wanted = None
            self.run(name)
            self.redraw()

    def action_back(self) -> None:
        """Leave what was begun; what was typed is kept."""
        if self.entry.form is not None:
            self.entry.leave()
            self.desk.say("Kept: the same keys go on with it." if self.entry.unsent else "")
        elif self.keyboard.give_up():
            self.desk.say()
        elif self._notes:
            self._notes = False
        self.redraw()

    def action_scroll(self, rows: int) -> None:
        """Scroll the question where it is longer than the screen."""
        self.stage.scroll_relative(y=rows, animate=False)

    def want(self, wanted: Wanted) -> None:
        """Wait for a key."""
        self.keyboard.wanted = wanted

    def fill(self, form: Form) -> None:
        """Have lines typed."""
        self.keyboard.wanted = None
        self.desk.say()
        self.entry.open(form)

    @on(Entry.Left)
    def entry_left(self) -> None:
        """The keys are the room's again, or what was typed could not be recorded and waits."""
        if self.entry.form is None:
            self.set_focus(None)
        self.redraw()

    def show_page(self, name: str) -> None:
        """Show one of the pages beside the question."""
        self._turns_away = True
        self.post_message(PageWanted(name))

    def _drop(self) -> None:
        ballot = self.desk.ballot
        if ballot:
            self.desk.drop(ballot.question)

    def _toggle_notes(self) -> None:
        self._notes = not self._notes

    def _toggle_result(self) -> None:
        self.desk.room.show_result(not self.desk.room.state.result_shown)

    def redraw(self) -> None:
        """Show everything as it is now; what is shown already costs nothing."""
        if not self.is_mounted:
            return
        desk = self.desk
        state, ballot, codes = desk.room.state, desk.ballot, desk.codes
        with self.app.batch_update():
            sheet = desk.sheet
            if ballot is None:
                self.stage.show(welcome_lines(desk.room, desk.course, self._measure))
            elif sheet is None:
                self.stage.show(paragraph("This question is not asked any more.", self._measure, Role.STRONG))
            else:
                self.stage.show(scene(desk.room, sheet, codes, since=desk.course.is_agreed(ballot)))
            voter = desk.pointer.at if desk.takes_votes else desk.pointer.chosen
            self.strip.show(
                seats(desk.room, codes, voter),
                6 if self.size.height >= _TALL else 3,
                votes=desk.takes_votes,
            )
            self._show_contests()
            self._show_side()
            self._show_header()
            wanted = self.keyboard.wanted
            says = Span(f"{wanted.says} · Esc goes back", Role.ACCENT) if wanted else desk.said
            self.said.show([(says,)])
            self.footer.show(
                room_keys.footer(
                    desk.next,
                    voter=desk.name(voter) if voter and desk.takes_votes else "",
                    answers=len(sheet.offers) if sheet else 0,
                    revealed=bool(ballot and state.votes.is_revealed(ballot)),
                    agreed=bool(ballot and state.outcomes.agreement(ballot)),
                    contested=bool(state.contests),
                    beside=self._beside,
                )
            )

    @property
    def _beside(self) -> str:
        """The command for what stands beside the question; empty where nothing does."""
        return "notes" if self._notes else "result" if self.desk.room.state.result_shown else ""

    @property
    def _measure(self) -> int:
        return max(self.stage.scrollable_content_region.width, 20)

    def _show_header(self) -> None:
        desk = self.desk
        narrow = self.has_class("-narrow")
        self.header.show([place(desk, narrow=narrow)], time(desk.course.timing(desk.now), narrow=narrow))

    def _show_contests(self) -> None:
        count = len(self.desk.room.state.contests)
        self.alert.set_class(bool(count), "-shown")
        if count:
            what = "One entry differs" if count == 1 else f"{count} entries differ"
            key = Span("C", Role.KEY, "")
            self.alert.show(
                [Line((Span(f"{what} between two terminals. ", Role.WARN), key, Span(" shows both.")))]
            )

    def _show_side(self) -> None:
        desk = self.desk
        self.set_class(bool(self._beside), "-side")
        if not self._beside:
            return
        width = max((self.size.width if self.has_class("-narrow") else _PANEL) - _FRAME, 20)
        if self._notes:
            sheet = desk.sheet
            self.side.show(note_lines(desk.room, sheet, width) if sheet else (BLANK,))
        else:
            question = desk.ballot.question if desk.ballot else None
            height = self.side.size.height or 30
            self.side.show(side_lines(outline(desk.room.interview, question), width, height))
