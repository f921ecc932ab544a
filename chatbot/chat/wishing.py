"""What a report can be like, in a few words, and which of the choices go together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from msgspec.structs import replace

from chatbot.chat.lines import Role, Span
from chatbot.report.formats import FOR_PROGRAMS, NAMES, Format, format_of
from chatbot.report.making import Wish
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.theme import Paper

T = TypeVar("T")

FORMATS: Final = (Format.PDF, Format.WORD, Format.HTML, Format.MARKDOWN, Format.JSON, Format.CSV)
AUDIENCES: Final = (Audience.RECORD, Audience.BOARD, Audience.TEAM)
PAPERS: Final = (Paper.A4, Paper.LETTER)
ON_PAPER: Final = (Format.PDF, Format.WORD, Format.HTML)
"""The formats that know the size of a page."""

_FOR: Final = {
    Audience.RECORD: ("for the record", "For the record: everything, the advice first."),
    Audience.BOARD: ("for a board", "For a board: one page to decide on, the value models, all warnings."),
    Audience.TEAM: ("for the team", "For the team: the steps, what to find out, what it rests on."),
}
_AS_DATA: Final = {
    Format.JSON: "JSON is for programs: it holds all of this as data, whoever it is for.",
    Format.CSV: "CSV is for programs: it holds the answers as a table. This is the record they belong to.",
}


def possible(wish: Wish) -> Wish:
    """The nearest to a wish that can be made: what is for programs holds the whole record."""
    if wish.form not in FOR_PROGRAMS:
        return wish
    return replace(wish, audience=Audience.RECORD, transcript=wish.transcript or wish.form is Format.CSV)


def wish_for(wish: Wish, path: Path) -> Wish:
    """The same for a file, whose ending has the last word on the format.

    Raises:
        UsageError: the ending is none that can be written.
    """
    return possible(replace(wish, form=format_of(path), stem=path.stem))


def after(present: T, every: Sequence[T]) -> T:
    """The one after the present one, in a circle."""
    return every[(every.index(present) + 1) % len(every)]


def choices(wish: Wish, paper: Paper, names: int | None) -> list[tuple[Span, ...]]:
    """What was chosen, each after the key that changes it; a click does the same.

    Args:
        names: how many names give way to roles, where that is known.
    """
    wish = possible(wish)
    roles = "roles in place of names" if names is None else f"roles in place of {_counted(names)}"
    return [
        _choice("F", NAMES[wish.form], "next_format"),
        *([_choice("P", paper.title(), "next_paper")] if wish.form in ON_PAPER else []),
        _choice("A", _FOR[wish.audience][0], "next_audience"),
        _choice("N", roles if wish.redact else "names as they were said", "names"),
        _choice("T", "with the transcript" if wish.transcript else "without the transcript", "transcript"),
    ]


def explained(wish: Wish) -> str:
    """In a sentence, what whoever gets it will have."""
    wish = possible(wish)
    return _AS_DATA.get(wish.form) or _FOR[wish.audience][1]


def _choice(key: str, value: str, action: str) -> tuple[Span, ...]:
    return (Span(f"{key} ", Role.KEY, action), Span(value, Role.PLAIN, action))


def _counted(names: int) -> str:
    return f"{names or 'no'} name{'' if names == 1 else 's'}"
