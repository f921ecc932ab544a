"""The transcript: everything that was said, in one widget whose cost does not grow with its length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from chatbot.chat.entries import Entry
from chatbot.chat.finding import marked, pointed_at
from chatbot.chat.lines import BLANK, Line, Role, Span
from chatbot.chat.widgets.selectable import SelectableView
from chatbot.chat.wrapping import cut

_FEW_ROWS: Final = 7

_DRAWN: Final = 256
"""How many entries are kept drawn."""


class Transcript(SelectableView):
    """Shows entries, the newest at the bottom; stays at the end unless the reader scrolled away from it.

    While they are away, its last row says what is below, and leads there. Only heights are kept for all
    entries; lines and strips exist for what was looked at lately.

    Args:
        way_down: the key that goes to the end, as people read it; may be empty.
    """

    def __init__(self, way_down: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._way_down = way_down
        self._unseen = 0
        self._found: tuple[str, int] | None = None
        """The words that are marked, and the entry that the reader was brought to."""
        self._entries: list[Entry] = []
        self._tops: list[int] = [0]
        self._wrapped_at = 0
        self._looked_at: dict[int, list[Strip]] = {}
        self._follows = True
        self._place: int | None = None
        """The line to show at the top after wrapping anew, until the scroll bar agrees."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, oldest first."""
        return tuple(self._entries)

    @property
    def follows(self) -> bool:
        """Whether it stays at the end."""
        return self._follows

    @property
    def unseen(self) -> int:
        """How many entries have come while the reader was elsewhere."""
        return self._unseen

    def replace(self, entries: Iterable[Entry]) -> None:
        """Show other entries, from their end."""
        self._entries = list(entries)
        self._wrapped_at = 0
        self._follows = True
        self._unseen = 0
        self._settle()

    def add(self, entries: Iterable[Entry], *, follow: bool = True) -> None:
        """Show more entries; with `follow`, go to the end even if the reader was elsewhere."""
        new = list(entries)
        self._follows = self._follows or follow
        if not new:
            return
        self._entries += new
        self._unseen += 0 if self._follows else len(new)
        if self._wrapped_at:
            for entry in new:
                self._tops.append(self._tops[-1] + len(entry.lines(self._wrapped_at)))
        self._settle()

    def to_end(self) -> None:
        """Go to the newest entry and stay there."""
        self._follows = True
        self._settle()

    def show_found(self, words: str, at: int) -> None:
        """Mark words wherever they stand, and bring one entry that has them into view."""
        self._found = words, at
        self._looked_at.clear()
        self._wrap()
        if self._wrapped_at:
            height = self.scrollable_content_region.height
            first, end = self._tops[at], self._tops[at + 1]
            middle = first - max(height - (end - first), 0) // 2
            self.scroll_to(y=max(middle, 0), animate=False, immediate=True, force=True)
        self.refresh()

    def clear_found(self) -> None:
        """Mark nothing any more; the reader stays where they are."""
        self._found = None
        self._looked_at.clear()
        self.refresh()

    def build(self, width: int) -> list[Line]:
        """Not used: lines are made as they are looked at."""
        return []

    def render_line(self, y: int) -> Strip:
        """Draw one row; of what is shorter than the view, the last line stands at the bottom."""
        self._wrap()
        total, height = self._tops[-1], self.scrollable_content_region.height
        if y == height - 1 and self._tells_what_is_below(height):
            return self.drawn(self._below())
        top = self.scroll_offset.y if self._place is None else self._place
        at = y + (total - height if self._follows or total < height else top)
        if not 0 <= at < total:
            return self.drawn(BLANK)
        index = bisect_right(self._tops, at) - 1
        strip = self._strips_of(index)[at - self._tops[index]]
        return self.selectable(
            strip, at, lambda: self._entries[index].lines(self._wrapped_at)[at - self._tops[index]]
        )

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._looked_at.clear()

    def on_click(self, event: events.Click) -> None:
        """A click on the last row leads to what is below."""
        offset = event.get_content_offset(self)
        height = self.scrollable_content_region.height
        if offset is not None and offset.y == height - 1 and self._tells_what_is_below(height):
            event.stop()
            self.to_end()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Stay at the end from when the reader gets there until they leave it."""
        if self._place is None:
            self._follows = round(new_value) >= self.max_scroll_y
            self._unseen = 0 if self._follows else self._unseen
        super().watch_scroll_y(old_value, new_value)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew where the width has changed; keep showing the same place."""
        self._settle()

    def _adopt_height(self) -> None:
        """The height is kept by `_settle`."""

    def _settle(self) -> None:
        """Make the scroll bar agree with what is shown, and show it."""
        if not self.is_mounted or not self.size:
            return
        self._wrap()
        size = Size(self._wrapped_at, self._tops[-1])
        if self._follows:
            self.virtual_size = size
            self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True, force=True)
            self._follows, self._unseen = True, 0
        elif self._place is None:
            self.virtual_size = size
        else:  # scrolled before the height shrinks, and after it has grown, so that nothing is cut short
            self._to_place()
            self.virtual_size = size
            self._to_place()
        self._place = None
        self.refresh()

    def _wrap(self) -> None:
        """Measure all entries where the width is another, and note which line is to stay at the top."""
        width = self.scrollable_content_region.width
        if width == self._wrapped_at or not width:
            return
        first = bisect_right(self._tops, self.scroll_offset.y) - 1
        self._wrapped_at = width
        heights = (len(entry.lines(width)) for entry in self._entries)
        self._tops = list(accumulate(heights, initial=0))
        self._looked_at.clear()
        if not self._follows:
            self._place = self._tops[min(max(first, 0), len(self._tops) - 1)]
        if self.is_mounted and self.text_selection is not None:
            self.screen.clear_selection()

    def _tells_what_is_below(self, height: int) -> bool:
        """Whether the last row is given to that; where rows are few, only for what is new."""
        away = not self._follows and self._tops[-1] > height
        return away and (height >= _FEW_ROWS or self._unseen > 0)

    def _below(self) -> Line:
        """What the last row says while the reader is elsewhere."""
        says = f"{self._unseen} new below" if self._unseen else "more below"
        key = f"  {self._way_down}" if self._way_down else ""
        room = self._wrapped_at - len(says) - len(key) - 5
        newest = cut(" ".join(self._entries[-1].text.split()), room) if self._unseen and room > 10 else ""
        spans = (
            Span(f" ↓ {says}", Role.STRONG),
            Span(f": {newest}" if newest else "", Role.PLAIN),
            Span(key, Role.KEY),
        )
        return Line(spans, Role.FOCUS)

    def _to_place(self) -> None:
        self.scroll_to(y=self._place, animate=False, immediate=True, force=True)

    def _strips_of(self, index: int) -> list[Strip]:
        strips = self._looked_at.get(index)
        if strips is None:
            if len(self._looked_at) >= _DRAWN:
                self._looked_at.clear()
            lines = self._entries[index].lines(self._wrapped_at)
            if self._found:
                words, here = self._found
                lines = marked(lines, words)
                lines = [pointed_at(line) for line in lines] if index == here else lines
            strips = [self.drawn(line) for line in lines]
            self._looked_at[index] = strips
        return strips

    def lines_from(self, first: int) -> Iterator[tuple[int, Line]]:
        """Lines with their numbers, from the entry that line `first` belongs to."""
        index = max(bisect_right(self._tops, first) - 1, 0)
        for at in range(index, len(self._entries)):
            yield from enumerate(self._entries[at].lines(self._wrapped_at), start=self._tops[at])
