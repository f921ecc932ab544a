"""Phrasebooks: what people say, one phrase a line, under the name of what it means.

`dialogs/phrases/DIALOG.txt` belongs to a dialog, `dialogs/phrases/LANGUAGE.txt` to everything said in a
language. They are read when somebody types, not before. `dialogs/README.md` explains the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from chatbot.dialog.script import Question, QuestionKind, Script
from chatbot.dialog.understanding.words import folded
from chatbot.facts import Level
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems, SourceError, quoted
from chatbot.sources.shipped import phrases_file

BETWEEN: Final = " > "
_HEADING: Final = re.compile(r"\[(?P<path>[^\[\]]+)\]")
_NAMES: Final = re.compile(r"[a-z][a-z0-9_.]*")
_LONGEST: Final = 300


class Phrasebook(msgspec.Struct, frozen=True):
    """Phrases by what they mean.

    Attributes:
        sections: for each path, such as `question > option` or `question > fact > level`, its phrases.
        headings: for each path, the line in which it stands first.
    """

    sections: dict[str, tuple[str, ...]]
    headings: dict[str, int] = {}

    def of(self, *path: str) -> tuple[str, ...]:
        """The phrases under a path; none where there are none."""
        return self.sections.get(BETWEEN.join(path), ())


EMPTY: Final = Phrasebook({})


@cache
def of_dialog(dialog: str) -> Phrasebook:
    """The phrases of a dialog that ships with the program; none for another."""
    return _read_from(phrases_file(dialog))


@cache
def of_language(language: str) -> Phrasebook:
    """What is said in a language whatever the question: wishes, levels, words that mean nothing here."""
    return _read_from(phrases_file(language))


def read_phrasebook(text: str, problems: Problems) -> Phrasebook:
    """The phrases of a text; what is wrong with it goes to `problems`, the rest is read."""
    sections: dict[str, tuple[str, ...]] = {}
    headings: dict[str, int] = {}
    said: dict[tuple[str, str], str] = {}
    path = ""
    for number, line in enumerate(text.splitlines(), start=1):
        phrase, place = line.strip(), Place(number, 1)
        if not phrase or phrase.startswith("#"):
            continue
        heading = _HEADING.fullmatch(phrase)
        if heading:
            path = _path(heading["path"], place, problems)
            if path in sections:
                problems.add(
                    Code.SECTION_TWICE, place, f"The section {quoted(path)} is there twice.", "Join the two."
                )
            sections.setdefault(path, ())
            headings.setdefault(path, number)
        elif not path:
            problems.add(
                Code.PHRASE_OUTSIDE,
                place,
                f"The phrase {quoted(phrase)} stands under no heading.",
                "Put a heading such as [question > option] above it.",
            )
        elif len(phrase) > _LONGEST:
            problems.add(
                Code.PHRASE_TOO_LONG, place, f"A phrase may have {_LONGEST} characters.", "Shorten it."
            )
        else:
            owner = path.partition(BETWEEN)[0], folded(phrase).text
            if said.setdefault(owner, path) != path:
                problems.add(
                    Code.PHRASE_TWICE,
                    place,
                    f"{quoted(phrase)} stands under {quoted(said[owner])}, too.",
                    "Either remove one or make them differ.",
                )
            sections[path] += (phrase,)
    return Phrasebook(sections, headings)


def paths_of(script: Script) -> Iterator[str]:
    """Every path that a phrasebook of this dialog may have."""
    for question in script.questions():
        yield question.id
        yield from (BETWEEN.join((question.id, name)) for name in _names(question))


def _names(question: Question) -> Iterator[str]:
    for option in question.options:
        yield option.id
    if question.kind is QuestionKind.TEXT:
        yield "text"
    else:
        yield "nothing"
    if question.kind is QuestionKind.CHOICE:
        yield "unknown"
    for item in question.items:
        yield item.fact
        yield from (BETWEEN.join((item.fact, level)) for level in Level)


def _path(written: str, place: Place, problems: Problems) -> str:
    names = [name.strip() for name in written.split(">")]
    if not all(_NAMES.fullmatch(name) for name in names):
        problems.add(
            Code.HEADING_MALFORMED,
            place,
            f"{quoted(written)} is no heading.",
            "Write ids between square brackets, as in [question > option].",
        )
    return BETWEEN.join(names)


def _read_from(path: Path) -> Phrasebook:
    problems = Problems(str(path))
    if not path.exists():
        return EMPTY
    try:
        if not path.is_file():  # such as a pipe, which nobody may ever write to
            raise OSError
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(
            Code.UNREADABLE, START, "This file cannot be read as text.", "Save it as UTF-8, as a plain file."
        )
        raise SourceError(problems.in_order()) from error
    book = read_phrasebook(text, problems)
    if problems.found:
        raise SourceError(problems.in_order())
    return book
