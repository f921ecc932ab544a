"""Finding a theme: ours, or the folder that somebody named in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from chatbot.errors import UsageError
from chatbot.report.theme.ours import FILES, our_theme
from chatbot.report.theme.theme import Theme

THEME_FILE: Final = "theme.yaml"
TEXTS_FILE: Final = "texts.yaml"
OUTLINE_FILE: Final = "outline.yaml"
AUTHORED: Final = (THEME_FILE, TEXTS_FILE, OUTLINE_FILE)
TEMPLATE: Final = ".j2"


def load_theme(folder: Path | None, ours: Theme | None = None) -> Theme:
    """A theme, ready for the writers.

    Args:
        folder: what somebody has in place of ours; nothing for ours as it is.
        ours: what stands where the folder has nothing.

    Raises:
        UsageError: there is no such folder, or nothing of a theme in it.
        SourceError: something in it is wrong; says all of it.
    """
    base = ours or our_theme()
    if folder is None:
        return base
    from chatbot.report.theme.overlaying import examine_theme  # most reports have ours, and need none of it

    theme, problems = examine_theme(folder, base)
    if theme is None:
        from chatbot.sources.problems import SourceError

        raise SourceError(problems)
    return theme


def is_theme(folder: Path) -> bool:
    """Whether a folder has anything of a theme in it."""
    return any((folder / name).is_file() for name in (THEME_FILE, OUTLINE_FILE, TEXTS_FILE, *FILES))


def check_folder(folder: Path) -> None:
    """See to it that a folder is one of a theme.

    Raises:
        UsageError: it is not there, or has nothing of a theme in it.
    """
    todo = "Name the folder of a theme; chatbot report --eject DIR writes one to start from."
    try:
        there = folder.is_dir()
    except (OSError, ValueError):  # a name that no folder can have
        there = False
    if not there:
        raise UsageError(f'There is no folder "{folder}".', todo=todo)
    if not is_theme(folder):
        raise UsageError(f'There is nothing of a theme in "{folder}".', todo=todo)
