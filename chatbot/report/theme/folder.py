"""The folder of a theme on disk: nothing outside it is read, and nothing in it that is no file."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems, quoted
from chatbot.sources.text import MAX_BYTES

FONTS: Final = "fonts"
_LARGEST: Final = {".docx": 16 * MAX_BYTES, ".svg": MAX_BYTES // 2, ".png": MAX_BYTES // 2}
"""How many bytes a file may have, by its ending; a logo is put into every report."""

_MANY: Final = 1_000
"""How many files of a folder are looked at."""


class ThemeFolder:
    """One folder, as files that can be asked for by name.

    Args:
        path: the folder as somebody named it; messages name its files below it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._home = path.resolve()

    def names(self, inside: str = "") -> list[str]:
        """The names of what lies in it or in a folder of it, in order; hidden files are not among them."""
        home = self._inside(inside)
        if home is None or not home.is_dir():
            return []
        with os.scandir(home) as entries:
            found = [entry.name for entry in islice(entries, _MANY)]
        return sorted(name for name in found if not name.startswith("."))

    def shown(self, name: str) -> str:
        """A file as messages name it."""
        return (self.path / name).as_posix()

    def has(self, name: str) -> bool:
        """Whether there is something of this name, whatever it is."""
        return os.path.lexists(self._home / name)

    def read(self, name: str, problems: Problems, place: Place = START) -> bytes | None:
        """What is in a file, or nothing, with the reason in `problems`.

        Args:
            name: the file, as a path inside the folder with `/`.
            place: what the reason is noted at.
        """
        most = _LARGEST.get(Path(name).suffix.lower(), MAX_BYTES)
        try:
            file = self._inside(name)
            if file is None:
                problems.add(
                    Code.OUTSIDE_THEME,
                    place,
                    f"{quoted(name)} lies outside the folder of the theme.",
                    "Either copy the file into the folder or name another one.",
                )
                return None
            if not file.is_file():
                raise FileNotFoundError(0, "it is not there" if not file.exists() else "it is not a file")
            with file.open("rb") as opened:
                data = opened.read(most + 1)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "its name is not one"
            problems.add(
                Code.UNREADABLE,
                place,
                f"{quoted(name)} cannot be read: {why}.",
                "Check the name, and that you may read the file.",
            )
            return None
        if len(data) > most:
            problems.add(
                Code.TOO_LARGE,
                place,
                f"{quoted(name)} has more than the {most // 1024} KiB that are read.",
                "Make it smaller.",
            )
            return None
        return data

    def leaves(self, name: str) -> bool:
        """Whether a name inside the folder leads out of it, as a link can."""
        return self._inside(name) is None

    def _inside(self, name: str) -> Path | None:
        """The file itself, where it lies in the folder."""
        if "\\" in name or ":" in name or PurePosixPath(name).is_absolute():
            return None
        file = (self._home / name).resolve()
        return file if file.is_relative_to(self._home) else None
