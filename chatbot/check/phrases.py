"""Checking phrasebooks: that they can be read, and that every heading names something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from chatbot.dialog.script import Script
from chatbot.dialog.understanding.learning import NOTHING, TEXT, WISH
from chatbot.dialog.understanding.phrasebook import BETWEEN, paths_of, read_phrasebook
from chatbot.dialog.understanding.understood import Intent
from chatbot.sources.codes import Code
from chatbot.sources.problems import Place, Problem, Problems, instead, quoted

FOLDER: Final = "phrases"
_COMMON: Final = ("unknown", "yes", "no", "partly", "does_not_apply", NOTHING, TEXT)


def check_phrases(folder: Path, scripts: Iterable[Script]) -> Iterator[Problem]:
    """What is wrong with the phrasebooks that lie beside dialogs: their own, and those of their languages."""
    languages: dict[str, None] = {}
    for script in scripts:
        yield from _checked(folder / FOLDER / f"{script.dialog}.txt", frozenset(paths_of(script)))
        languages[script.language] = None
    wishes = (BETWEEN.join((WISH, intent)) for intent in Intent)
    common = frozenset((*wishes, *_COMMON))
    for language in languages:
        yield from _checked(folder / FOLDER / f"{language}.txt", common)


def _checked(path: Path, known: frozenset[str]) -> Iterator[Problem]:
    if path.exists() and not path.is_file():
        yield _unreadable(path)
        return
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError):
        yield _unreadable(path)
        return
    problems = Problems(str(path))
    headings = read_phrasebook(text, problems).headings
    for heading, line in headings.items():
        if heading not in known:
            problems.add(
                Code.HEADING_UNKNOWN,
                Place(line, 1),
                f"The heading {quoted(heading)} names nothing here.",
                instead(heading, known, "remove the section"),
            )
    yield from problems.in_order()


def _unreadable(path: Path) -> Problem:
    return Problem(
        code=Code.UNREADABLE,
        path=str(path),
        line=1,
        column=1,
        message="This file cannot be read as text.",
        fix="Save it as UTF-8, and check that you may read it.",
    )
