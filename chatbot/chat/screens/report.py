"""The report before it is saved: how it will read, whom it is for, in which format, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from chatbot.chat.frame import key_and_word
from chatbot.chat.grace import TOO_EARLY, Grace
from chatbot.chat.lines import Line, Role, Span, paragraph
from chatbot.chat.messages import LeaveWanted
from chatbot.chat.previewing import Preview, Shown
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Choices, Footer
from chatbot.chat.widgets.selectable import SelectableView
from chatbot.chat.wishing import AUDIENCES, FORMATS, ON_PAPER, PAPERS, after, choices, wish_for
from chatbot.conversation.filling import title_of
from chatbot.errors import ChatbotError
from chatbot.interview.interview import Interview
from chatbot.report.formats import FOR_PROGRAMS, NAMES, Format, format_of
from chatbot.report.making import Source, Wish
from chatbot.report.theme.theme import Paper
from chatbot.visible import on_one_line

if TYPE_CHECKING:
    from chatbot.chat.reporting import Export

_LONGEST_TITLE: Final = 60
_WORKING: Final = "putting it together"
_TO_READ: Final = 12
"""Seconds for which something is shown that has to be read."""


class ReportPage(SelectableView, can_focus=True):
    """The report as it will read; arrows and page keys scroll. Its lines are made elsewhere."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Shown | None = None
        self._says = "Putting the report together."

    def show(self, shown: Shown | None, says: str = "") -> None:
        """Show a report; where there is none, why."""
        self._shown, self._says = shown, says
        self.changed(layout=True)

    def build(self, width: int) -> Sequence[Line]:
        """The whole report. While it is being wrapped for another width, it stays as it is."""
        if self._shown is None:
            return paragraph(self._says, width, Role.MUTED)
        return self._shown.lines


class ReportScreen(Lettered[None]):
    """Shows a report and changes what it is to be like; saving asks where to."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save"),
        Binding("escape", "back", "Back"),
    ]
    LETTERS: ClassVar[dict[str, str]] = {
        "s": "ask_where",
        "f": "next_format",
        "a": "next_audience",
        "n": "names",
        "t": "transcript",
        "p": "next_paper",
        "o": "open",
        "q": "back",
    }
    TYPE_ELSEWHERE: ClassVar[str] = "To type something, go back to the talk: press Esc."

    def __init__(self, interview: Interview, services: Services) -> None:
        super().__init__(services)
        self._interview = interview
        self._wish = Wish(form=Format.PDF)
        self._paper: Paper | None = None
        self._usual_paper = Paper.A4
        self._names: int | None = None
        self._saved: Path | None = None
        self._asked = Grace(services.clock, services.grace)
        source = Source(interview=interview.id, events=tuple(interview.state.events), held=interview.held)
        self._preview = Preview(source, services.reports.theme)

    def compose(self) -> ComposeResult:
        """The page below what it is to be like, and the keys."""
        yield Bar(id="header")
        yield Choices(id="wish")
        yield ReportPage(id="page")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Say what it is to be like."""
        self._say_wish()

    def on_resize(self) -> None:
        """Put it together for the width that there is; the first time, when that is known."""
        self.call_after_refresh(self._put_together)

    def on_screen_resume(self) -> None:
        """What was pressed for the screen above is not for this one."""
        self._asked.begin()

    def action_next_format(self) -> None:
        """The next format."""
        self._change(replace(self._wish, form=after(self._wish.form, FORMATS)))

    def action_next_audience(self) -> None:
        """For the next audience."""
        if self._wish.form in FOR_PROGRAMS:
            self._remark(
                f"{NAMES[self._wish.form]} holds everything, whoever it is for. F changes the format."
            )
        else:
            self._change(replace(self._wish, audience=after(self._wish.audience, AUDIENCES)))

    def action_names(self) -> None:
        """Put roles in place of names, or keep the names."""
        self._change(replace(self._wish, redact=not self._wish.redact))

    def action_transcript(self) -> None:
        """Leave the transcript out, or take it in."""
        if self._wish.form is Format.CSV:
            self._remark("CSV is the answers themselves, so they stay in. F changes the format.")
        else:
            self._change(replace(self._wish, transcript=not self._wish.transcript))

    def action_next_paper(self) -> None:
        """The next size of paper."""
        if self._wish.form in ON_PAPER:
            self._paper = after(self._paper or self._usual_paper, PAPERS)
            self._say_wish()
        else:
            self._remark(f"{NAMES[self._wish.form]} has no pages. F changes the format.")

    def action_save(self) -> None:
        """Ask where to; Enter that came very soon was hardly meant for that."""
        if self._asked.holds():
            self._remark(TOO_EARLY)
        else:
            self.action_ask_where()

    def action_ask_where(self) -> None:
        """Ask where to, and save it."""
        from chatbot.chat.screens.save import SaveScreen

        usual = self._services.reports.usual_path(self._interview, self._wish)
        if self._saved:
            usual = self._saved.with_suffix(f".{self._wish.form}")
        screen = SaveScreen(usual, self._services, says=self._says, begin=self._begin)
        self.app.push_screen(screen, self._was_saved)

    def action_open(self) -> None:
        """Show what was saved with the program for it."""
        if self._saved is None:
            self._remark("Nothing is saved yet. S saves the report.")
        else:
            self.run_worker(partial(self._open, self._saved), thread=True, group="open")

    def action_back(self) -> None:
        """Back to where the report was asked for."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the chat."""
        self.post_message(LeaveWanted())

    def _says(self, path: Path) -> str:
        """What a path would be written as; raises `UsageError` where it is none that can be written."""
        return NAMES[wish_for(self._wish, path).form]

    def _begin(self, path: Path) -> Export:
        return self._services.reports.begin(self._interview, wish_for(self._wish, path), self._paper, path)

    def _was_saved(self, path: Path | None) -> None:
        if path:
            self._saved = path
            self._change(replace(self._wish, form=format_of(path)))
            self._remark(f"Saved as {path}. O opens it.")

    def _open(self, path: Path) -> None:
        try:
            self._services.reports.open(path)
        except ChatbotError as error:
            self.app.call_from_thread(self._remark, str(error))

    def _change(self, wish: Wish) -> None:
        self._wish = wish
        self._names = self._names if wish.redact else None
        self._say_wish()
        self._put_together()

    def _put_together(self) -> None:
        """Begin to make what is shown, beside the screen."""
        if not self.is_attached:
            return
        width = self.query_one(ReportPage).scrollable_content_region.width
        self._say_title(_WORKING)
        work = partial(self._work, self._wish, max(width, 1))
        self.run_worker(work, thread=True, exclusive=True, group="preview")

    def _work(self, wish: Wish, width: int) -> None:
        worker = get_current_worker()
        shown: Shown | None = None
        says = ""
        try:
            shown = self._preview.shown(wish, width)
        except ChatbotError as error:
            says = str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, wish, shown, says)

    def _show(self, wish: Wish, shown: Shown | None, says: str) -> None:
        if wish != self._wish or not self.is_attached:
            return
        page = self.query_one(ReportPage)
        page.show(shown, says)
        if shown:
            self._usual_paper, self._names = shown.theme.paper, shown.names
            self._say_wish()
        self._say_title("" if shown is None else "final" if self._interview.finished else "so far")

    def _say_title(self, standing: str) -> None:
        title = on_one_line(title_of(self._interview.facts), _LONGEST_TITLE)
        header = (Span("Report", Role.STRONG), Span(f"  {title}", Role.MUTED))
        self.query_one("#header", Bar).show([header], (Span(standing, Role.MUTED),))

    def _say_wish(self) -> None:
        paper = self._paper or self._usual_paper
        shown = choices(self._wish, paper, self._names)
        self.query_one(Choices).show(shown)
        letters = "".join(key.text for key, _ in shown).strip()
        opens = [key_and_word("O", "open it", "open")] if self._saved else []
        self.query_one("#footer", Bar).show(
            [
                key_and_word("Esc", "back", "back"),
                key_and_word("S", "save", "ask_where"),
                *opens,
                key_and_word("↑ ↓", "scroll"),
                key_and_word(letters, "change what it is like"),
            ]
        )

    def _remark(self, says: str) -> None:
        self.app.notify(says, markup=False, timeout=_TO_READ)
