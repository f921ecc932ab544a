"""What is shown on a terminal that is too small for the chat."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.chat.lines import BLANK, Line, Role, paragraph
from chatbot.chat.widgets.line_view import LineWidget


class TooSmall(LineWidget):
    """Says what to do; nothing is lost meanwhile."""

    def __init__(self, resume: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._resume = resume

    def build(self, width: int) -> Sequence[Line]:
        """Three short paragraphs."""
        return [
            *paragraph("Too small here.", width, Role.STRONG),
            *paragraph("Make the window larger. All is saved.", width),
            BLANK,
            *paragraph("Or go on line by line:", width),
            *paragraph(self._resume.replace("interview", "interview --plain", 1), width, Role.KEY),
        ]
