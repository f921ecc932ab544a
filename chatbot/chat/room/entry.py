"""The lines that a facilitator types: each is kept until it is recorded, and no key of it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from chatbot.chat.lines import Line, Role, Span, apart
from chatbot.chat.room.asking_for import Form
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.line_view import LineWidget
from chatbot.chat.wrapping import width_of
from chatbot.visible import visible

_GAP: Final = 2
"""Columns between what a line is for and what to press."""


class Label(LineWidget):
    """What the line below it is for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label, self._hints = "", [""]

    def show(self, label: str, hints: Sequence[str]) -> None:
        """Show something else.

        Args:
            hints: what stands at the other end of the line, the most useful first; the last go if it is full.
        """
        self._label, self._hints = label, list(hints)
        self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """One line."""
        label, room = visible(self._label), width - _GAP
        shown = [" · ".join(self._hints[:count]) for count in range(len(self._hints), 0, -1)]
        beside = next((hint for hint in shown if width_of(label) + width_of(hint) <= room), "")
        return [apart((Span(label, Role.STRONG),), (Span(beside, Role.MUTED),), width)]


class EntryField(Field):
    """The field of an entry. Once its line is recorded, keys that come too late for it are its screen's."""

    def __init__(self, entry: Entry, longest: int) -> None:
        # what stands there is gone on with, so it is not selected, or the first letter would replace it
        super().__init__(id="line", max_length=longest, select_on_focus=False)
        self._entry = entry

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter in its turn among the letters: as a message it would come after those typed since."""
        if self._entry.form is None:
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._entry.take()


class Entry(Vertical):
    """Lines that are typed one after the other. What was typed is kept until it is recorded."""

    class Left(Message):
        """Somebody went back without recording, or is done."""

    LONGEST = 2000

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._form: Form | None = None
        self._at = 0
        self.kept: dict[object, list[str]] = {}

    @property
    def form(self) -> Form | None:
        """What is being typed."""
        return self._form

    @property
    def unsent(self) -> bool:
        """Whether something was typed that is not recorded."""
        self._keep()
        return any(any(line.strip() for line in lines) for lines in self.kept.values())

    def compose(self) -> ComposeResult:
        """A label and a field."""
        yield Label(id="label")
        yield EntryField(self, self.LONGEST)

    def on_mount(self) -> None:
        """Nothing blinks."""
        self._field.cursor_blink = False

    def open(self, form: Form) -> None:
        """Begin to type, or go on with what was begun."""
        self._form, self._at = form, 0
        if form.key not in self.kept:
            self.kept[form.key] = [blank.begins for blank in form.blanks]
        self.display = True
        self._show()
        self.screen.set_focus(self._field)  # at once, not when all that is typed already was handed out

    def leave(self) -> None:
        """Go back; what was typed is kept."""
        self._keep()
        self._form = None
        self.display = False
        self.post_message(self.Left())

    def back(self) -> None:
        """Go to the line before."""
        if self._form and self._at:
            self._keep()
            self._at -= 1
            self._show()

    def takes(self, event: events.Key) -> bool:
        """Do what a key does to the line that is open, whoever got it; gives whether it does something.

        What is typed right after the key that opened the line may still go to what had the keys before.
        """
        if event.key == "enter":
            self.take()
        elif event.key == "up":
            self.back()
        elif event.is_printable and event.character:
            self._field.insert_text_at_cursor(event.character)
        else:
            return False
        return True

    def take(self) -> None:
        """Go on to the next line, or record them all."""
        form = self._form
        if form is None:
            return
        self._keep()
        lines = [line.strip() for line in self.kept[form.key]]
        if form.blanks[self._at].needed and not lines[self._at]:
            self.app.bell()
        elif self._at + 1 < len(form.blanks):
            self._at += 1
            self._show()
        elif form.done(lines):
            del self.kept[form.key]
            self._form = None
            self.display = False
            self.post_message(self.Left())
        else:
            self.post_message(self.Left())

    @property
    def _field(self) -> EntryField:
        return self.query_one("#line", EntryField)

    def _keep(self) -> None:
        if self._form:
            self.kept[self._form.key][self._at] = self._field.value

    def _show(self) -> None:
        form = self._form
        assert form is not None
        blank = form.blanks[self._at]
        last = self._at + 1 == len(form.blanks)
        hints = [blank.beside] if blank.beside else []
        hints += ["Enter records it" if last else "Enter goes on", "Esc goes back"]
        self.query_one("#label", Label).show(blank.label, hints)
        self._field.value = self.kept[form.key][self._at]
        self._field.cursor_position = len(self._field.value)
