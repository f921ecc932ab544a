"""Messages from screens to the app."""

from __future__ import annotations

from textual.message import Message

from chatbot.interview.interview import Interview


class LeaveWanted(Message):
    """The person wants to leave."""


class ReportWanted(Message):
    """The person wants the report of an interview in a file."""

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview


class InterviewWanted(Message):
    """The person wants to hold this interview, or to look at it.

    Args:
        instead: whether it takes the place of the one that is open.
    """

    def __init__(self, interview: Interview, *, instead: bool = False) -> None:
        super().__init__()
        self.interview = interview
        self.instead = instead
