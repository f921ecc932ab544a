"""Lines whose text can be selected with the mouse and copied, without their frame and their wrapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from chatbot.chat.lines import Line
from chatbot.chat.widgets.line_view import LineView


class SelectableView(LineView):
    """A view that marks what is selected, and gives it as it was before it was wrapped."""

    ALLOW_SELECT = True

    @property
    def allow_select(self) -> bool:
        """Text can be selected with the mouse."""
        return True

    def lines_from(self, first: int) -> Iterator[tuple[int, Line]]:
        """Lines with their numbers, from `first` or a little before it."""
        yield from enumerate(self.lines())

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at, lines = y + self.scroll_offset.y, self.lines()
        strip = super().render_line(y)
        return self.selectable(strip, at, lambda: lines[at]) if at < len(lines) else strip

    def selectable(self, strip: Strip, at: int, line: Callable[[], Line]) -> Strip:
        """A drawn line with what is selected of it, and with the number that a selection knows it by.

        Args:
            line: gives the line; only asked where something of it is selected.
        """
        selection = self.text_selection
        span = selection.get_span(at) if selection is not None else None
        if span is not None:
            strip = self._marked(strip, max(span[0], line().frame), span[1])
        return strip.apply_offsets(0, at)

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text: wrapped lines are joined again, the frame and the gutter are left out."""
        parts: list[str] = []
        first = selection.start.y if selection.start else 0
        for at, line in self.lines_from(first):
            if at < first:
                continue
            if selection.end and at > selection.end.y:
                break
            start, end = selection.get_span(at) or (0, 0)
            text = line.text[max(start, line.frame) : None if end == -1 else end]
            if line.joins and parts:
                parts[-1] = f"{parts[-1].rstrip()}{line.joint}{text.strip()}"
            else:
                parts.append(text.rstrip())
        return "\n".join(parts), "\n"

    def _marked(self, strip: Strip, start: int, end: int) -> Strip:
        """A line with the characters from `start` to `end` (-1 for its end) shown as selected."""
        if self.app.current_theme.ansi:  # the colours are the terminal's, perhaps only two
            style = Style(reverse=True)
        else:
            style = self.screen.get_component_rich_style("screen--selection")
        stop = len(strip.text.rstrip()) if end == -1 else end
        segments: list[Segment] = []
        place = 0
        for text, looks, _ in strip:
            inside = slice(max(start - place, 0), max(stop - place, 0))
            before, within = text[: inside.start], text[inside]
            after = text[len(before) + len(within) :]
            chosen = looks + style if looks else style
            pieces = ((before, looks), (within, chosen), (after, looks))
            segments += [Segment(piece, look) for piece, look in pieces if piece]
            place += len(text)
        return Strip(segments, strip.cell_length)
