"""What the chat needs to save a report: somebody who makes it elsewhere, while the screen goes on."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from chatbot.interview.interview import Interview
from chatbot.report.making import Wish
from chatbot.report.theme.theme import Paper, Theme


class Stage(StrEnum):
    """How far an export is."""

    RUNNING = "running"
    READY = "ready"
    """Made, and waiting to be put in its place."""

    FAILED = "failed"


class Standing(Struct, frozen=True, kw_only=True):
    """How an export stands.

    Attributes:
        says: what is being done, or what went wrong, in a sentence.
    """

    stage: Stage
    says: str = ""


class Export(Protocol):
    """A report that is being made beside the chat. Nothing is in its place before `put`."""

    def standing(self) -> Standing:
        """How it stands; quick, to be asked again and again."""

    def put(self, *, replace: bool) -> Path:
        """Put the files in their places.

        Raises:
            ChatbotError: there is a file already, and `replace` is false; or it cannot be written.
        """

    def cancel(self) -> None:
        """Stop, and leave nothing behind; also after `put`, and more than once."""


class Reports(Protocol):
    """Makes reports of interviews."""

    def theme(self, paper: Paper | None) -> Theme:
        """The theme in force.

        Raises:
            ChatbotError: the person's own has a mistake.
        """

    def usual_path(self, interview: Interview, wish: Wish) -> Path:
        """Where a report would usually go."""

    def begin(self, interview: Interview, wish: Wish, paper: Paper | None, path: Path) -> Export:
        """Begin to make a report for a path.

        Raises:
            ChatbotError: nothing can be written there.
        """

    def open(self, path: Path) -> None:
        """Show a file with the program that the person has for it.

        Raises:
            ChatbotError: there is none, or it cannot be started.
        """
