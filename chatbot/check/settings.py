"""Checking a file of settings: what it says, and whether the theme that it names is there."""

from __future__ import annotations

from pathlib import Path

from chatbot.check.themes import check_theme
from chatbot.errors import UsageError
from chatbot.settings.place import settings_path
from chatbot.settings.reading import load_settings
from chatbot.settings.reports import load_report_settings, theme_folder
from chatbot.settings.settings import Names
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Problem

_NAME = "chatbot.yaml"


def is_settings(path: Path) -> bool:
    """Whether a path means the settings: by the name that they usually have, or as those in force."""
    if not path.is_file():
        return False
    in_force = settings_path()
    return path.name == _NAME or bool(in_force and in_force.is_file() and path.samefile(in_force))


def check_settings(path: Path, names: Names | None) -> tuple[Problem, ...]:
    """Everything that is wrong with a file of settings, and with the theme that it names.

    Args:
        names: what the settings of the chat may name; without it, only those of reports are checked.
    """
    if names is None:
        loaded = load_report_settings(path)
        report, problems = loaded.settings, loaded.problems
    else:
        every = load_settings(path, names)
        report, problems = every.settings.report, every.problems
    folder = theme_folder(report, path)
    if folder is None:
        return problems
    try:
        return (*problems, *check_theme(folder))
    except UsageError as error:
        missing = Problem(
            code=Code.THEME_NOT_THERE,
            path=str(path),
            line=START.line,
            column=START.column,
            message=error.what,
            fix="Name one that is there; a relative one counts from the folder of this file.",
        )
        return (*problems, missing)
