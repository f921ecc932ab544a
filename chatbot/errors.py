"""The one base of every error a user may see: what happened, where, and what to do next."""

from __future__ import annotations


class ChatbotError(Exception):
    """Something went wrong that the user can act on.

    Args:
        what: one sentence that says what is wrong.
        where: the file, interview or place it concerns; may be empty.
        todo: one sentence that says what to do next; may be empty.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.todo}" if self.todo else ""
        return f"{place}{self.what}{remedy}"


class UsageError(ChatbotError):
    """The command was called in a way that cannot work (exit code 2)."""

    exit_code = 2
