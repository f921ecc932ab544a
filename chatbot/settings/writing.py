"""Writing one setting: whatever else stands in the file stays as the person wrote it."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError
from chatbot.settings.reading import read_settings
from chatbot.settings.settings import Names

_THEME: Final = re.compile(r"^theme[ \t]*:[ \t]*[^\s#]*", re.MULTILINE)


class NotSaved(ChatbotError):
    """The settings could not be written; what was there before is still there."""


def save_theme(path: Path, theme: str, names: Names) -> None:
    """Put the theme into a settings file, which is made where there is none.

    The file is replaced in one step, so that a crash leaves either the old one or the new one.

    Args:
        path: the file.
        theme: one of `names.themes`, or `auto`.
        names: what the settings may name.

    Raises:
        NotSaved: it cannot be read or written, or there is something wrong in it that has to be put right by
            hand first.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link to a file kept elsewhere stays a link
        if target.exists() and not target.is_file():
            raise OSError("this is not a file")
        before = target.read_bytes() if target.exists() else b""
        after = _with_theme(before.decode("utf-8"), theme).encode("utf-8")
        loaded = read_settings(after, str(path), names)
        if loaded.problems or loaded.settings.theme != theme:
            raise NotSaved(
                "The theme is not saved, as something else in the settings is wrong.",
                where=str(path),
                todo="Put that right first.",
            )
        _replace(target, after)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise NotSaved(f"The settings cannot be saved: {why}.", where=str(path)) from error


def _with_theme(text: str, theme: str) -> str:
    line = f"theme: {theme}"
    if _THEME.search(text):
        return _THEME.sub(lambda _: line, text, count=1)
    between = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{between}{line}\n"


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
