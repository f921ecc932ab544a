"""Writing our theme out, for somebody to make it their own."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError
from chatbot.report.theme.ours import FILES, FOLDER
from chatbot.report.theme.reading import AUTHORED
from chatbot.sources.problems import listed

README: Final = "README.md"


def ejectable() -> tuple[str, ...]:
    """The names of the files that are written, the one to read first at the front."""
    return tuple(name for name in (README, *AUTHORED, *FILES) if (FOLDER / name).is_file())


def eject(folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write the files of our theme into a folder, which is made where there is none: all of them, or none.

    Args:
        force: files of these names that are there are replaced.

    Returns:
        the files.

    Raises:
        ChatbotError: some are there and may not be replaced, or they cannot be written.
    """
    names = ejectable()
    try:
        there = [name for name in names if os.path.lexists(folder / name)]
        if folders := [name for name in there if (folder / name).is_dir()]:
            raise ChatbotError(
                f"{listed(folders)} is a folder, so nothing was written.",
                where=str(folder),
                todo="Name another folder.",
            )
        if there and not force:
            raise ChatbotError(
                f"There is {listed(there)} already, so nothing was written.",
                where=str(folder),
                todo="Name another folder, or add --force to replace what is there.",
            )
        _write(folder, names)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one"
        raise ChatbotError(
            f"The theme cannot be written: {reason}.",
            where=str(folder),
            todo="Name another folder, or check that you may write there.",
        ) from error
    return tuple(folder / name for name in names)


def _write(folder: Path, names: Sequence[str]) -> None:
    """Write the files; where that fails, nothing is there that was not there before."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _replace(folder, names)
    except BaseException:
        for one in made:
            with contextlib.suppress(OSError):
                one.rmdir()
        raise


def _replace(folder: Path, names: Sequence[str]) -> None:
    """Put everything into a folder beside the files first; after that only names change."""
    with tempfile.TemporaryDirectory(prefix=".theme-", dir=folder) as beside:
        ready, before = Path(beside, "new"), Path(beside, "before")
        ready.mkdir()
        before.mkdir()
        for name in names:
            (ready / name).write_bytes((FOLDER / name).read_bytes())
        moved: list[str] = []
        try:
            for name in names:
                moved.append(name)
                if os.path.lexists(folder / name):
                    (folder / name).rename(before / name)
                (ready / name).rename(folder / name)
        except BaseException:
            for name in moved:
                _put_back(folder / name, before / name, ready / name)
            raise


def _put_back(file: Path, before: Path, ready: Path) -> None:
    """Undo what was done to one file, whether it was in the middle of it or through."""
    with contextlib.suppress(OSError):
        if not ready.exists():
            file.unlink(missing_ok=True)
        if os.path.lexists(before):
            before.rename(file)
