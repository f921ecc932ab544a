"""The help: keys and words, made from the tables that they are bound by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from chatbot.chat.actions import ACTIONS, ANSWERING, COMMON, INTENT_ACTIONS, REPORTING, TALK
from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.selectable import SelectableView
from chatbot.chat.wrapping import width_of
from chatbot.visible import visible

_BESIDE: Final = 60
_GAP: Final = re.compile(r" {2,}")
_TAKEN: Final = (
    "Nothing here needs Ctrl+B, which tmux keeps for itself, or Ctrl+A, which screen keeps; to send them all"
    " the same, press Ctrl+B twice, or Ctrl+A and then A. Where the terminal keeps a key, type the word"
    " instead, or give the action another key."
)
_SIGNS: Final = (
    (
        "met, in part, not met, open",
        "how much of a value model's prerequisites is there; open: not known yet",
    ),
    ("ready, developing, at risk, open", "how a readiness layer stands"),
    ("stop, caution, watch", "how grave a warning is; possible: it depends on what is not known yet"),
)


class HelpPage(SelectableView, can_focus=True):
    """The help's text."""

    def __init__(self, services: Services, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = services.keys
        self._settings = services.settings_path

    def build(self, width: int) -> Sequence[Line]:
        """A few short tables."""
        intents = [(f"{self._keys.shown(one.name):<8}{one.typed}", one.does) for one in INTENT_ACTIONS]
        others = [(self._keys.all_shown(one.name), one.does) for one in (*TALK, *COMMON)]
        return [
            *_table("To answer", ANSWERING, width),
            *_table("To do something else: the key, or the word typed", intents, width),
            *_table("Around it", [row for row in others if row[0]], width),
            *_table("Beside a report, before it is saved", REPORTING, width),
            *_table("What the words at the side mean", _SIGNS, width),
            *self._other_keys(width),
        ]

    def _other_keys(self, width: int) -> list[Line]:
        """How to have other keys, and which ones do not arrive."""
        text = [_TAKEN]
        if self._settings:
            more = self._keys.shown("command_palette")
            text.append(f"Other keys, colours and less motion are set in {visible(str(self._settings))}:")
            names = ", ".join(name for name in ACTIONS)
            example = "theme: light\nreduced_motion: true\nkeys:\n  undo: [f9, ctrl+g]\n  search: none"
            found = f" {more} finds them by name." if more else ""
            after = f"What can have a key: {names}.{found}"
        lines = [Line((Span("Other keys", Role.HEADING),)), BLANK]
        for part in text:
            lines += [*paragraph(part, width, lead=(Span("  "),)), BLANK]
        if self._settings:
            lines += [*paragraph(example, width, Role.ACCENT, lead=(Span("    "),)), BLANK]
            lines += [*paragraph(after, width, Role.MUTED, lead=(Span("  "),)), BLANK]
        return lines


class HelpScreen(Lettered[None]):
    """One page."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss(None)", "Back")]
    LETTERS: ClassVar[dict[str, str]] = {"q": "dismiss(None)"}

    def compose(self) -> ComposeResult:
        """The page between two bars."""
        yield Bar(id="header")
        yield HelpPage(self._services, id="page")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Fill the bars."""
        self.query_one("#header", Bar).show([(Span("Help", Role.STRONG),)])
        self.query_one("#footer", Bar).show(
            [key_and_word("↑ ↓", "scroll"), key_and_word("Esc", "back", "dismiss(None)")]
        )


def _table(title: str, rows: Iterable[tuple[str, str]], width: int) -> list[Line]:
    rows = list(rows)
    beside = max(width_of(key) for key, _ in rows) + 3 if width >= _BESIDE else 0
    lines = [*paragraph(title, width, Role.HEADING), BLANK]
    for key, does in rows:
        if beside:
            lead = (Span("  "), Span(key, Role.KEY), Span(" " * (beside - width_of(key))))
            lines += paragraph(does, width, lead=lead)
        else:
            lines += paragraph(_GAP.sub("  ", key.strip()), width, Role.KEY, lead=(Span("  "),))
            lines += paragraph(does, width, lead=(Span("    "),))
    return [*lines, BLANK]
