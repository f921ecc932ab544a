"""The card: the question being asked, with its options or its checklist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.message import Message

from chatbot.chat.card_lines import RECORD, checklist_lines, choice_lines, head_lines
from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.marking import Marking
from chatbot.chat.widgets.line_view import LineView
from chatbot.conversation.asking import Asking
from chatbot.conversation.crossroads import Crossroads
from chatbot.dialog.script import OptionId, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.visible import visible

_ROOMY: Final = 30
"""From this many rows of terminal on, a checklist shows each level on a line of its own."""


_GIVEN: Final = 4
"""How many lines of an earlier text are shown."""


class Card(LineView):
    """Shows a question, keeps what is picked or marked on it, and says when that is an answer."""

    class Chosen(Message):
        """An option was clicked."""

        def __init__(self, option: OptionId) -> None:
            super().__init__()
            self.option = option

    class Marked(Message):
        """A complete checklist is handed over."""

        def __init__(self, levels: dict[FactId, Level], reasons: dict[FactId, str]) -> None:
            super().__init__()
            self.levels = levels
            self.reasons = reasons

    class Went(Message):
        """One of the ways at a crossroads was clicked."""

        def __init__(self, way: str) -> None:
            super().__init__()
            self.way = way

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.asking: Asking | None = None
        self.crossroads: Crossroads | None = None
        self.marking: Marking | None = None
        self.picked: int | None = None
        self._hint = ""
        self._touched = False
        self._roomy = True

    @property
    def hint(self) -> str:
        """What is said below the question for a moment."""
        return self._hint

    @hint.setter
    def hint(self, text: str) -> None:
        if text != self._hint:
            self._hint = text
            self.changed(layout=True)

    def ask(self, asking: Asking, said: dict[FactId, Level]) -> None:
        """Show a question; what was marked stays when it is the same one, and `said` is added to it."""
        same = self.asking is not None and self.asking.id == asking.id and self.asking.given == asking.given
        self.asking, self.crossroads, self._hint = asking, None, ""
        if not same:
            self.picked = None
            self._touched = False
            self.marking = Marking(asking) if asking.kind is QuestionKind.CHECKLIST else None
            self.scroll_to(y=0, animate=False)
        if self.marking and said:
            self._touched = True
            self.marking.take(said)
        self.changed(layout=True)

    def forget(self) -> None:
        """Whatever is shown next is not what was shown before, even where it looks the same."""
        self.asking, self.crossroads, self.marking, self.picked = None, None, None, None

    def offer(self, crossroads: Crossroads) -> None:
        """Show what can be done where nothing is asked."""
        if crossroads != self.crossroads:
            self.picked = None
        self.asking, self.crossroads, self.marking, self._hint = None, crossroads, None, ""
        self.changed(layout=True)

    def pick(self, index: int | None) -> None:
        """Highlight one of the options or ways, or none."""
        if index != self.picked:
            self.picked = index
            self._show_focus(f"option:{index}")

    def fit(self, rows: int) -> None:
        """Take account of how many rows the terminal has."""
        if self._roomy != (rows >= _ROOMY):
            self._roomy = rows >= _ROOMY
            self.changed(layout=True)

    def preview(self, typed: str) -> None:
        """Highlight the option whose number is being typed; none while it is anything else."""
        if not self.marking:
            self.pick(self._numbered(typed))

    def steer(self, key: str) -> bool:
        """Take an arrow key; returns whether it did anything here."""
        self._hint = ""
        count = len(self._labels())
        if self.marking:
            self._touched = True
            moves = {"up": (self.marking.move, -1), "down": (self.marking.move, 1)}
            moves |= {"left": (self.marking.shift, -1), "right": (self.marking.shift, 1)}
            act, by = moves[key]
            act(by)
            self._show_focus(f"item:{self.marking.row}")
            return True
        if not count or key not in ("up", "down"):
            return False
        if self.picked is None:
            self.pick(0 if key == "down" else count - 1)
        else:
            self.pick((self.picked + (1 if key == "down" else -1)) % count)
        return True

    def takes(self, typed: str) -> bool:
        """Take a typed number or letter that is for the card alone; returns whether it is.

        On a checklist it sets the level of the line in focus, at a crossroads it goes a way.
        """
        at = self._numbered(typed) if self.crossroads else None
        if at is not None:
            self._take(at)
            return True
        if self.marking is None or not self.marking.key(typed):
            return False
        self._hint, self._touched = "", True
        self._show_focus(f"item:{self.marking.row}")
        return True

    def enter(self) -> None:
        """Enter without words: hand over what is picked or complete, else say what is missing."""
        if self.marking and self.marking.complete and not self._touched:
            self.hint = "This is your earlier answer. Change a line, or keep it with Esc."
        elif self.marking:
            self._hand_over(self.marking)
        elif self.picked is not None:
            self._take(self.picked)
        elif self._labels():
            self.hint = "Choose with ↓ and ↑, or type a number or your own words."
        else:
            self.hint = "Type a few words, then Enter."

    def on_line_widget_picked(self, event: LineView.Picked) -> None:
        """Take a click."""
        event.stop()
        self._touched = True
        kind, _, rest = event.target.partition(":")
        if kind == "option":
            self._take(int(rest))
        elif self.marking and kind == "item":
            self.marking.row = int(rest)
            self.changed(layout=True)
        elif self.marking and kind == "level":
            at, _, level = rest.partition(":")
            self.marking.row = int(at)
            self.marking.set(self.marking.item, self.marking.item.levels[int(level)].level)
            self.changed(layout=True)
        elif self.marking and kind == RECORD:
            self._hand_over(self.marking)

    def build(self, width: int) -> Sequence[Line]:
        """The question, its options, and the hint."""
        lines: list[Line] = []
        if self.asking:
            lines += head_lines(self.asking, width)
        elif self.crossroads:
            lines += paragraph(visible(self.crossroads.says), width, Role.STRONG)
        labels = self._labels()
        if self.marking:
            lines += [BLANK, *checklist_lines(self.marking, width, roomy=self._roomy)]
        elif labels:
            lines += [BLANK, *choice_lines(labels, self.picked, self._given(), width)]
        given = self.asking.given if self.asking else None
        if given and given.text:
            lead = (Span("Your answer: ", Role.MUTED),)
            lines += paragraph(visible(given.text), width, Role.ACCENT, lead=lead, indent=0)[:_GIVEN]
        if self._hint:
            lines += paragraph(self._hint, width, Role.WARN)  # further left than what can be chosen
        return lines

    def _labels(self) -> tuple[str, ...]:
        if self.crossroads:
            return tuple(label for label, _ in self.crossroads.ways)
        return tuple(option.label for option in self.asking.options) if self.asking else ()

    def _numbered(self, typed: str) -> int | None:
        """The index of the option or way with a typed number."""
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 4):
            return None
        return int(typed) - 1 if 1 <= int(typed) <= len(self._labels()) else None

    def _given(self) -> int | None:
        if self.asking is None or self.asking.given is None:
            return None
        given = self.asking.given.option
        return next((at for at, option in enumerate(self.asking.options) if option.id == given), None)

    def _take(self, at: int) -> None:
        if self.crossroads:
            self.post_message(self.Went(self.crossroads.ways[at][1]))
        elif self.asking:
            self.post_message(self.Chosen(self.asking.options[at].id))

    def _hand_over(self, marking: Marking) -> None:
        if marking.complete:
            self.post_message(self.Marked(dict(marking.levels), dict(marking.reasons)))
        elif marking.item.fact in marking.levels:
            marking.next_open()
            self._show_focus(f"item:{marking.row}")
        else:
            self.hint = "Set this line with → or a number, or say it in your own words."

    def _show_focus(self, target: str) -> None:
        """Draw anew, with the line in focus in view."""
        self.changed(layout=True)
        rows = [at for at, line in enumerate(self.lines()) if line.target == target]
        if not rows or not self.size:
            return
        height = self.scrollable_content_region.height
        last = min(rows[-1] + (5 if self.marking else 0), len(self.lines()) - 1)
        if last >= self.scroll_offset.y + height:
            self.scroll_to(y=min(last - height + 1, rows[0]), animate=False)
        elif rows[0] < self.scroll_offset.y:
            self.scroll_to(y=rows[0] if rows[0] > 3 else 0, animate=False)
