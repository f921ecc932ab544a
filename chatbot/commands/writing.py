"""Writing files that somebody named: whole or not at all, and nothing over what is there unasked."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from chatbot.commands.places import PLACE_TODO
from chatbot.errors import ChatbotError


def check_free(*paths: Path) -> None:
    """See to it that nothing is replaced that nobody asked to replace.

    Raises:
        ChatbotError: there is a file of one of these names.
    """
    for path in paths:
        if path.is_file():
            raise ChatbotError(
                "There is a file of this name, and it was left as it is.",
                where=str(path),
                todo="Name another file, or add --force to replace it.",
            )


def write_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write the parts to a file, in place of what it held before.

    A regular file is replaced in one step, so that a full disk leaves the old one as it was.

    Raises:
        ChatbotError: it cannot be written.
    """
    write_files([(path, parts)])


def write_files(files: Sequence[tuple[Path, Iterable[bytes]]]) -> None:
    """Write several files that belong together, the one that refers to the others last.

    All of them are written beside their places first, and only then put there.

    Raises:
        ChatbotError: one of them cannot be written; the places hold what they held before.
    """
    waiting: list[tuple[Path, Path, Path]] = []
    at = Path()
    try:
        for path, parts in reversed(files):
            at, target = path, path.expanduser().resolve()
            if target.exists() and not target.is_file():  # a device or a pipe; or a folder, which is refused
                with target.open("wb") as file:
                    file.writelines(parts)
                continue
            beside = target.with_name(f".{target.name}.{os.getpid()}.part")
            waiting.append((path, beside, target))
            with beside.open("wb") as file:
                file.writelines(parts)
            if target.exists():
                beside.chmod(target.stat().st_mode)
        for path, beside, target in reversed(waiting):
            at = path
            beside.replace(target)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else ""
        raise ChatbotError(
            f"The file cannot be written: {reason or 'its name is not one'}.",
            where=str(at),
            todo=PLACE_TODO,
        ) from error
    finally:
        for _, beside, _ in waiting:
            with contextlib.suppress(OSError, ValueError):
                beside.unlink(missing_ok=True)
