"""What a check is to look at: dialogs, knowledge bases and themes, from the paths that were named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chatbot.check.settings import is_settings
from chatbot.errors import UsageError
from chatbot.framework.reading import FILES
from chatbot.report.theme.ours import FILES as THEME_FILES
from chatbot.report.theme.ours import FOLDER
from chatbot.report.theme.reading import AUTHORED, is_theme
from chatbot.sources.problems import quoted
from chatbot.sources.shipped import LEDGER, dialog_files, dialogs_folder, knowledge_folder


@dataclass(frozen=True, slots=True)
class Targets:
    """What to check.

    Attributes:
        knowledge: folders of knowledge bases.
        folders: folders of dialogs, each with all of its dialogs and its ledger.
        files: dialogs that were named one by one.
        themes: folders of themes.
        settings: files of settings.
    """

    knowledge: tuple[Path, ...]
    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    themes: tuple[Path, ...]
    settings: tuple[Path, ...] = ()


def targets(paths: Sequence[Path]) -> Targets:
    """Tell what each path is; without any, everything that ships with the program.

    A path may be a dialog's file, the file of the settings, a folder of dialogs, a knowledge base or a theme
    or a file of one, or a folder that has `dialogs`, `knowledge` or `theme` in it.

    Raises:
        UsageError: a path does not exist or has nothing to check.
    """
    if not paths:
        return Targets((knowledge_folder(),), (dialogs_folder(),), (), (FOLDER,))
    knowledge: dict[Path, None] = {}
    folders: dict[Path, None] = {}
    files: dict[Path, None] = {}
    themes: dict[Path, None] = {}
    settings: dict[Path, None] = {}
    for path in paths:
        for one in _inside(path):
            home = _knowledge_of(one)
            theme = _theme_of(one)
            if is_settings(one):
                settings[one] = None
            elif home is not None:
                knowledge[home] = None
            elif theme is not None:
                themes[theme] = None
            elif one.name == LEDGER:
                folders[one.parent] = None
            elif one.is_dir():
                folders[one] = None
            else:
                files[one] = None
    return Targets(
        tuple(knowledge),
        tuple(folders),
        tuple(file for file in files if file.parent not in folders),
        tuple(themes),
        tuple(settings),
    )


def _inside(path: Path) -> Iterable[Path]:
    """The path itself, or the folders in it that can be checked."""
    if not _exists(path):
        raise UsageError(f"There is no file or folder {quoted(str(path))}.", todo="Check the name.")
    if path.is_file() or _knowledge_of(path) is not None or is_theme(path) or dialog_files(path):
        return [path]
    inner = [path / name for name in ("dialogs", "knowledge", "theme") if (path / name).is_dir()]
    if not inner:
        raise UsageError(
            f"There are no dialogs, no knowledge and no theme in {quoted(str(path))}.",
            todo="Name a folder with .yaml files, one .yaml file, or the folder of a theme.",
        )
    return inner


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _knowledge_of(path: Path) -> Path | None:
    """The knowledge base that a file or folder is or belongs to."""
    folder = path if path.is_dir() else path.parent
    for candidate in (folder, folder.parent) if folder.name == "lenses" else (folder,):
        if any((candidate / name).is_file() for name in FILES):
            return candidate
    return None


def _theme_of(path: Path) -> Path | None:
    """The theme that a folder is or a file belongs to."""
    if path.is_dir():
        return path if is_theme(path) else None
    return path.parent if path.name in (*AUTHORED, *THEME_FILES) else None
