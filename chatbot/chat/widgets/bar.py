"""A bar: one line with something at its left and something at its right."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.chat.lines import APART, Line, Span, apart, fitting
from chatbot.chat.widgets.line_view import LineWidget
from chatbot.chat.wrapping import width_of


class Bar(LineWidget):
    """Shows groups of spans at its left, as many as fit, and one group at its right."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left: tuple[tuple[Span, ...], ...] = ()
        self._right: tuple[Span, ...] = ()

    def show(self, left: Sequence[tuple[Span, ...]], right: tuple[Span, ...] = ()) -> None:
        """Show something else; what is shown already costs nothing."""
        if (tuple(left), right) != (self._left, self._right):
            self._left, self._right = tuple(left), right
            self.changed()

    def build(self, width: int) -> Sequence[Line]:
        """The one line; the first group at the left is cut where even that does not fit."""
        taken = sum(width_of(span.text) for span in self._right) + (APART if self._right else 0)
        if len(self._left) == 1:
            return [apart(self._left[0], self._right, width)]
        return [apart(fitting(self._left, width - taken).spans, self._right, width)]
