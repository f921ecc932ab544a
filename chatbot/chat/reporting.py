"""What the chat needs to save a report: somebody who makes it elsewhere, while the screen goes on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from chatbot.errors import ChatbotError
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
        says: what is being done, or what went wrong and what to do about it; may have several lines.
        run: a line to run in a shell, which `says` ends with; empty where there is none.
    """

    stage: Stage
    says: str = ""
    run: str = ""


class InTheWay(ChatbotError):
    """There are files where a report is to go, and nobody has said yet that they may be replaced.

    Args:
        paths: those files.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__("There are files of these names.", where=", ".join(path.name for path in paths))
        self.paths = tuple(paths)


class Export(Protocol):
    """A report that is being made beside the chat. Nothing is in its place before `put`."""

    def standing(self) -> Standing:
        """How it stands; quick, to be asked again and again."""

    def put(self, *, over: Collection[Path]) -> Path:
        """Put the files in their places; gives that of the report itself.

        Args:
            over: the files that may be replaced.

        Raises:
            InTheWay: others are there already; nothing was written, and it can be asked again.
            ChatbotError: it cannot be written.
        """

    def cancel(self) -> None:
        """Stop, and leave nothing behind but what was put; may be called more than once."""


class Reports(Protocol):
    """Makes reports of interviews."""

    def theme(self) -> Theme:
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
        """Show a file with the program that the person has for it; may take a few seconds.

        Raises:
            ChatbotError: there is none, or it cannot be started.
        """
