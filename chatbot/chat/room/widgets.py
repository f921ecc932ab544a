"""The widgets of a room: the stage, the strip of people, and the line for what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from chatbot.chat.lines import Line, Role, Span, apart
from chatbot.chat.room.asking_for import Form
from chatbot.chat.room.scene import Scene, Seat
from chatbot.chat.room.scene_lines import scene_lines
from chatbot.chat.room.strip_lines import strip_lines
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.line_view import LineView, LineWidget
from chatbot.visible import visible


class Stage(LineView):
    """Shows the question with its answers, or lines that somebody else has made."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Scene | Sequence[Line] = ()

    @property
    def scene(self) -> Scene | None:
        """What is shown, where it is a scene."""
        return self._shown if isinstance(self._shown, Scene) else None

    def show(self, shown: Scene | Sequence[Line]) -> None:
        """Show something else, from its beginning; what is shown already costs nothing."""
        if shown != self._shown:
            self._shown = shown
            self.changed()

    def on_resize(self, event: events.Resize) -> None:
        """How roomy it is depends on the height."""
        self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """The lines of the scene."""
        if isinstance(self._shown, Scene):
            return scene_lines(self._shown, width, self.scrollable_content_region.height)
        return self._shown


class Strip(LineWidget):
    """Shows who is here and who has voted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seats: tuple[Seat, ...] = ()
        self._votes = False
        self._most = 4

    def show(self, seats: tuple[Seat, ...], most: int, *, votes: bool) -> None:
        """Show other people or marks, in at most so many rows if the names allow it."""
        if (seats, most, votes) == (self._seats, self._most, self._votes):
            return
        height = len(self.lines()) if self.size else 0
        self._seats, self._most, self._votes = seats, most, votes
        self.changed()
        if not height or len(self.lines()) != height:
            self.changed(layout=True)

    def build(self, width: int) -> Sequence[Line]:
        """Columns of people."""
        return strip_lines(self._seats, width, self._most, votes=self._votes)


class Label(LineWidget):
    """What the line below it is for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label, self._beside = "", ""

    def show(self, label: str, beside: str) -> None:
        """Show something else."""
        self._label, self._beside = label, beside
        self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """One line."""
        return [apart((Span(visible(self._label), Role.STRONG),), (Span(self._beside, Role.MUTED),), width)]


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
        # what stands there is gone on with, so it is not selected, or the first letter would replace it
        yield Field(id="line", max_length=self.LONGEST, select_on_focus=False)

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
        self._field.focus()

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

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Go on to the next line, or record them all."""
        event.stop()
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
    def _field(self) -> Field:
        return self.query_one("#line", Field)

    def _keep(self) -> None:
        if self._form:
            self.kept[self._form.key][self._at] = self._field.value

    def _show(self) -> None:
        form = self._form
        assert form is not None
        blank = form.blanks[self._at]
        last = self._at + 1 == len(form.blanks)
        beside = [blank.beside] if blank.beside else []
        beside.append("Enter records it" if last else "Enter goes on")
        self.query_one("#label", Label).show(blank.label, " · ".join([*beside, "Esc goes back"]))
        self._field.value = self.kept[form.key][self._at]
        self._field.cursor_position = len(self._field.value)
