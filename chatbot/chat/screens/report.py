"""The report before it is written: how it will read, whom it is for, in which format, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from chatbot.chat.document_lines import document_lines
from chatbot.chat.frame import key_and_word
from chatbot.chat.grace import Grace
from chatbot.chat.lines import Line, Role, Span, paragraph
from chatbot.chat.messages import LeaveWanted
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.selectable import SelectableView
from chatbot.conversation.filling import title_of
from chatbot.errors import ChatbotError
from chatbot.interview.interview import Interview
from chatbot.report.document.nodes import Document
from chatbot.report.formats import FOR_PROGRAMS, NAMES, Format, format_of
from chatbot.report.making import Source, Wish, document_for
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.theme import Paper
from chatbot.visible import on_one_line

if TYPE_CHECKING:
    from chatbot.chat.reporting import Export

T = TypeVar("T")

_LONGEST_TITLE: Final = 60
_AUDIENCES: Final = {
    Audience.RECORD: "for the record: everything",
    Audience.BOARD: "for a board: one page and the warnings",
    Audience.TEAM: "for the team: steps and what is unknown",
}
_FORMATS: Final = (Format.PDF, Format.WORD, Format.HTML, Format.MARKDOWN, Format.JSON, Format.CSV)
_PAPERS: Final = (Paper.A4, Paper.LETTER)


class ReportPage(SelectableView, can_focus=True):
    """The report as it will read; arrows and page keys scroll."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._document: Document | None = None
        self._says = ""

    def show(self, document: Document | None, says: str = "") -> None:
        """Show a document; where there is none, why."""
        self._document, self._says = document, says
        self.changed(layout=True)
        self.scroll_home(animate=False)

    def build(self, width: int) -> Sequence[Line]:
        """The whole document."""
        if self._document is None:
            return paragraph(self._says, width, Role.WARN)
        return document_lines(self._document, width)


class ReportScreen(Lettered[None]):
    """Shows a report and changes what it is to be like; saving asks where to."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True),
        Binding("escape", "back", "Back"),
    ]
    LETTERS: ClassVar[dict[str, str]] = {
        "s": "save",
        "f": "next_format",
        "a": "next_audience",
        "n": "names",
        "t": "transcript",
        "p": "paper",
        "o": "open",
        "q": "back",
    }
    TYPE_ELSEWHERE: ClassVar[str] = "To type something, go back to the talk: press Esc."

    def __init__(self, interview: Interview, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._interview = interview
        self._wish = Wish(form=Format.PDF)
        self._paper: Paper | None = None
        self._saved: Path | None = None

    def compose(self) -> ComposeResult:
        """The page between what it is to be like and the keys."""
        yield Bar(id="header")
        yield Bar(id="wish")
        yield ReportPage(id="page")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show the report as it would be now."""
        self._show()

    def action_next_format(self) -> None:
        """The next format."""
        form = _after(self._wish.form, _FORMATS)
        audience = Audience.RECORD if form in FOR_PROGRAMS else self._wish.audience
        transcript = self._wish.transcript or form is Format.CSV
        self._change(replace(self._wish, form=form, audience=audience, transcript=transcript))

    def action_next_audience(self) -> None:
        """For the next audience."""
        if self._wish.form in FOR_PROGRAMS:
            self._remark(f"{NAMES[self._wish.form]} holds everything, whoever it is for.")
            return
        self._change(replace(self._wish, audience=_after(self._wish.audience, tuple(_AUDIENCES))))

    def action_names(self) -> None:
        """Put roles in place of names, or keep the names."""
        self._change(replace(self._wish, redact=not self._wish.redact))

    def action_transcript(self) -> None:
        """Leave the transcript out, or take it in."""
        if self._wish.form is Format.CSV:
            self._remark("CSV is the answers themselves, so they stay in.")
            return
        self._change(replace(self._wish, transcript=not self._wish.transcript))

    def action_paper(self) -> None:
        """The next size of paper."""
        self._paper = _after(self._paper or Paper.A4, _PAPERS)
        self._show()

    def action_save(self) -> None:
        """Ask where to, and save it."""
        from chatbot.chat.screens.save import SaveScreen

        suggested = self._services.reports.usual_path(self._interview, self._wish)
        grace = Grace(self._services.clock, self._services.grace)
        self.app.push_screen(SaveScreen(suggested, self._begin, grace), self._was_saved)

    def action_open(self) -> None:
        """Show what was saved with the program for it."""
        if self._saved is None:
            self._remark("Nothing is saved yet. S saves the report.")
            return
        try:
            self._services.reports.open(self._saved)
        except ChatbotError as error:
            self._remark(str(error))

    def action_back(self) -> None:
        """Back to where the report was asked for."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the chat."""
        self.post_message(LeaveWanted())

    def _begin(self, path: Path) -> Export:
        """Begin to write; the ending of the path has the last word on the format."""
        wish = replace(self._wish, form=format_of(path), stem=path.stem)
        if wish.form in FOR_PROGRAMS:
            wish = replace(wish, audience=Audience.RECORD)
        return self._services.reports.begin(self._interview, wish, self._paper, path)

    def _was_saved(self, path: Path | None) -> None:
        if path:
            self._saved = path
            self._footer()
            self.app.notify(f"Saved as {path}", markup=False)

    def _change(self, wish: Wish) -> None:
        self._wish = wish
        self._show()

    def _show(self) -> None:
        title = on_one_line(title_of(self._interview.facts), _LONGEST_TITLE)
        header = (Span("Report", Role.STRONG), Span(f"  {title}", Role.MUTED))
        self.query_one("#header", Bar).show([header], ())
        self.query_one("#wish", Bar).show([(Span(part, Role.ACCENT),) for part in self._parts()], ())
        self._footer()
        page = self.query_one(ReportPage)
        try:
            theme = self._services.reports.theme(self._paper)
            source = Source(
                interview=self._interview.id,
                events=self._interview.state.events,
                held=self._interview.held,
            )
            page.show(document_for(source, self._wish, theme))
        except ChatbotError as error:
            page.show(None, str(error))

    def _parts(self) -> list[str]:
        """What the report is to be like, in a few words each."""
        wish = self._wish
        paper = f", {(self._paper or Paper.A4).upper()}" if wish.form is Format.PDF else ""
        return [
            f"{NAMES[wish.form]}{paper}",
            _AUDIENCES[wish.audience],
            "roles in place of names" if wish.redact else "names as they were said",
            "with the transcript" if wish.transcript else "without the transcript",
        ]

    def _footer(self) -> None:
        opens = [key_and_word("O", "open it", "open")] if self._saved else []
        self.query_one("#footer", Bar).show(
            [
                key_and_word("Esc", "back", "back"),
                key_and_word("S", "save", "save"),
                *opens,
                key_and_word("F", "format", "next_format"),
                key_and_word("A", "for whom", "next_audience"),
                key_and_word("N", "names", "names"),
                key_and_word("T", "transcript", "transcript"),
                *([key_and_word("P", "paper", "paper")] if self._wish.form is Format.PDF else []),
            ]
        )

    def _remark(self, says: str) -> None:
        self.app.notify(says, markup=False)


def _after(present: T, every: Sequence[T]) -> T:
    """The one after the present one, in a circle."""
    return every[(every.index(present) + 1) % len(every)]
