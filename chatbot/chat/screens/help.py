"""The help: keys and words, made from the tables that they are bound by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from chatbot.chat.actions import ANSWERING, COMMON, INTENT_ACTIONS, PANEL
from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.line_view import LineView
from chatbot.chat.wrapping import width_of

_BESIDE: Final = 60
_SIGNS: Final = (
    (
        "met, in part, not met, open",
        "how much of a value model's prerequisites is there; open: not known yet",
    ),
    ("ready, developing, at risk, open", "how a readiness layer stands"),
    ("stop, caution, watch", "how grave a warning is; possible: it depends on what is not known yet"),
)


class HelpPage(LineView, can_focus=True):
    """The help's text."""

    def build(self, width: int) -> Sequence[Line]:
        """Four short tables."""
        intents = [(f"{action.shown_key:<8}{action.typed}", action.does) for action in INTENT_ACTIONS]
        others = [(action.shown_key, f"{action.title.lower()}: {action.does}") for action in (PANEL, *COMMON)]
        return [
            *_table("To answer", ANSWERING, width),
            *_table("To do something else: the key, or the word typed", intents, width),
            *_table("Around it", [row for row in others if row[0]], width),
            *_table("What the words at the side mean", _SIGNS, width),
        ]


class HelpScreen(Screen[None]):
    """One page."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f1,enter", "dismiss(None)", "Back")]

    def compose(self) -> ComposeResult:
        """The page between two bars."""
        yield Bar(id="header")
        yield HelpPage(id="page")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fill the bars."""
        self.query_one("#header", Bar).show([(Span("Help", Role.STRONG),)])
        keys = (("↑ ↓", "scroll"), ("Esc", "back"))
        self.query_one("#footer", Bar).show(
            [(Span(f"{key} ", Role.KEY), Span(word, Role.MUTED)) for key, word in keys]
        )


def _table(title: str, rows: Iterable[tuple[str, str]], width: int) -> list[Line]:
    rows = list(rows)
    beside = max(width_of(key) for key, _ in rows) + 3 if width >= _BESIDE else 0
    lines = [Line((Span(title, Role.HEADING),)), BLANK]
    for key, does in rows:
        if beside:
            lead = (Span("  "), Span(key, Role.KEY), Span(" " * (beside - width_of(key))))
            lines += paragraph(does, width, lead=lead)
        else:
            lines += paragraph(key, width, Role.KEY, lead=(Span("  "),))
            lines += paragraph(does, width, lead=(Span("    "),))
    return [*lines, BLANK]
