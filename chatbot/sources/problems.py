"""A problem in an authored file: what is wrong, exactly where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from chatbot.errors import ChatbotError
from chatbot.sources.codes import Code

MAX_PROBLEMS: Final = 200
"""How many problems of one file are reported; a file with more has one cause for most of them."""

_NOT_PRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class Place(msgspec.Struct, frozen=True):
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


START: Final = Place(1, 1)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong in one place; as text `file:line:col CODE what is wrong. Either … or …`."""

    code: Code
    path: str
    line: int
    column: int
    message: str
    fix: str = ""

    def __str__(self) -> str:
        fix = f" {self.fix}" if self.fix else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.message}{fix}"


class SourceError(ChatbotError):
    """Authored files cannot be used; `problems` says everything that is wrong with all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """The problems of one file, collected while it is read; those beyond `MAX_PROBLEMS` are dropped."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, code: Code, place: Place, message: str, fix: str = "") -> None:
        """Note one problem."""
        if len(self.found) > MAX_PROBLEMS:
            return
        if len(self.found) == MAX_PROBLEMS:
            code, message = (
                Code.TOO_MANY_PROBLEMS,
                f"There are more than {MAX_PROBLEMS} problems in this file.",
            )
            fix = "Clear those listed first, then check again."
        self.found.append(
            Problem(code=code, path=self.path, line=place.line, column=place.column, message=message, fix=fix)
        )

    def in_order(self) -> list[Problem]:
        """The problems as they come in the file."""
        return sorted(self.found, key=lambda problem: (problem.line, problem.column))

    @property
    def full(self) -> bool:
        """Whether nothing more would be noted."""
        return len(self.found) > MAX_PROBLEMS


def quoted(text: str, length: int = 60) -> str:
    """Authored text as it may stand in a message: in quotes, on one line, cut, nothing invisible."""
    visible = _NOT_PRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return f'"{visible[: length - 1]}…"' if len(visible) > length else f'"{visible}"'


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that `word` most likely means, or an empty text."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word[:80], names, n=1, cutoff=0.6)
    if close:
        return close[0]
    folded = word.casefold().replace("-", "_").replace(" ", "_")
    return next((name for name in names if name == folded), "")


def listed(names: Iterable[str], most: int = 8) -> str:
    """Names as a short list for a message."""
    every = list(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def instead(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """What to write in place of a name that nothing has.

    Args:
        word: what was written.
        known: the names that could be meant.
        otherwise: the other thing to do, as it follows "or"; may be empty.
    """
    names = list(known)
    meant = nearest(word, names)
    options = f"write {quoted(meant)}" if meant else f"use one of {listed(names)}" if names else ""
    if options and otherwise:
        return f"Either {options} or {otherwise}."
    only = options or otherwise
    return f"{only[0].upper()}{only[1:]}." if only else ""
