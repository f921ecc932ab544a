"""Finding authored files on disk: what ships with the program, and what a user names in its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError, UsageError
from chatbot.sources.bundle import Bundle, Kind
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Problem, Problems, SourceError, listed, nearest, quoted
from chatbot.sources.text import MAX_BYTES, decode

LEDGER: Final = "ledger.yaml"
_PACKAGE: Final = Path(__file__).resolve().parent.parent


def dialogs_folder() -> Path:
    """The folder of the dialogs that ship with the program."""
    return _shipped("dialogs")


def knowledge_folder() -> Path:
    """The folder of the knowledge base that ships with the program."""
    return _shipped("knowledge")


def phrases_file(name: str) -> Path:
    """The phrasebook that ships for a dialog or a language; the file need not exist."""
    return dialogs_folder() / "phrases" / f"{Path(name).name}.txt"


def dialog_files(folder: Path) -> tuple[Path, ...]:
    """The dialogs in a folder, sorted by name; samples and the ledger are not among them."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.name != LEDGER and path.is_file()))


def dialog_names() -> tuple[str, ...]:
    """The ids of the dialogs that ship with the program."""
    return tuple(path.stem for path in dialog_files(dialogs_folder()))


def dialog_bundle(name_or_path: str) -> Bundle:
    """The files of a dialog.

    Args:
        name_or_path: the id of a shipped dialog, or a path to a `.yaml` file.

    Raises:
        UsageError: there is no such dialog.
        SourceError: the file cannot be read as text.
    """
    names = dialog_names()
    if name_or_path in names:
        path = dialogs_folder() / f"{name_or_path}.yaml"
        return _bundle("dialog", path.parent, [path])
    path = Path(name_or_path)
    if _is_file(path):
        return _bundle("dialog", path.parent, [path])
    meant = nearest(name_or_path, names)
    raise UsageError(
        f"There is no dialog {quoted(name_or_path)}.",
        todo=(f"Do you mean {quoted(meant)}? " if meant else "")
        + f"Use {listed(names)}, or the path of a .yaml file.",
    )


def knowledge_bundle(folder: Path | None = None) -> Bundle:
    """The files of a knowledge base.

    Args:
        folder: a folder that holds one; without it, the one that ships with the program.

    Raises:
        UsageError: there is no such folder.
        SourceError: a file cannot be read as text.
    """
    home = knowledge_folder() if folder is None else folder
    if not home.is_dir():
        raise UsageError(
            f"There is no folder {quoted(str(home))}.",
            todo="Name a folder that holds a knowledge base, or leave it out for the one that ships.",
        )
    return _bundle("knowledge", home, [*home.glob("*.y*ml"), *home.glob("lenses/*.y*ml")])


def _bundle(kind: Kind, folder: Path, paths: Iterable[Path]) -> Bundle:
    files: list[tuple[str, str]] = []
    found: list[Problem] = []
    shown = _shown(folder)
    for path in sorted(paths):
        name = path.relative_to(folder).as_posix()
        problems = Problems(f"{shown}/{name}" if shown else name)
        data = _read(path, problems)
        text = "" if data is None else decode(data, problems)
        found += problems.found
        files.append((name, text))
    if found:
        raise SourceError(found)
    return Bundle(kind, tuple(files), shown)


def _read(path: Path, problems: Problems) -> bytes | None:
    """The file's content, of a file that is too large only enough to see that it is."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.add(
            Code.UNREADABLE,
            START,
            f"This file cannot be read: {error.strerror or 'the system refused'}.",
            "Check that it exists and that you may read it.",
        )
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _shown(folder: Path) -> str:
    """The folder as it may stand in a message: as short as it stays true."""
    try:
        shown = folder.resolve().relative_to(Path.cwd()) if folder.is_absolute() else folder
    except (OSError, ValueError):
        shown = folder
    return "" if shown == Path() else shown.as_posix()


@cache
def _shipped(what: str) -> Path:
    for candidate in (_PACKAGE / "shipped" / what, _PACKAGE.parent / what):
        if candidate.is_dir():
            return candidate
    raise ChatbotError(
        f"The {what} that belong to the program are not there.",
        where=str(_PACKAGE),
        todo="Install it again.",
    )
