"""What was read once need not be read again: validated data as JSON, keyed by what it was read from."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import msgspec

import chatbot

T = TypeVar("T")

KEEP: Final = 240
"""How many entries are kept; the oldest go first."""

_PACKAGE: Final = Path(chatbot.__file__).resolve().parent
_OURS: Final = r"[a-z]+-[0-9a-f]{32}-[0-9a-f]{16}\.json(\.[0-9]+\.part)?"
_READING: Final = ("conditions", "sources", "framework", "dialog", "settings", "report/theme")


def cached(key: str, shape: type[T], build: Callable[[], T]) -> T:
    """What `build` gives, from the cache where it is there.

    A cache that is missing, damaged or not writable is never an error: then `build` does the work.

    Args:
        key: the hash of everything that `build` reads.
        shape: the dataclass that it gives.
        build: called where the cache has nothing; what it raises is passed on and not kept.
    """
    folder = cache_folder()
    if folder is None:
        return build()
    path = folder / f"{shape.__name__.lower()}-{key[:32]}-{fingerprint()[:16]}.json"
    found = _load(path, shape)
    if found is not None:
        return found
    value = build()
    _save(path, value)
    return value


def cache_folder() -> Path | None:
    """The folder named by `CHATBOT_CACHE`, or the user's own; `None` where there is none."""
    named = os.environ.get("CHATBOT_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    try:
        return Path(user_cache_dir("chatbot", appauthor=False))
    except (OSError, RuntimeError):
        return None


@cache
def fingerprint() -> str:
    """Which code reads and validates: where another version of it lies, everything is read anew.

    Whether it is the same is seen by when its files came to be and how large they are. To hash all of it at
    each start would take longer than what the cache saves.
    """
    digest = hashlib.sha256(chatbot.__version__.encode())
    for folder in _READING:
        with contextlib.suppress(OSError), os.scandir(_PACKAGE / folder) as entries:
            for name, entry in sorted((entry.name, entry) for entry in entries if entry.name.endswith(".py")):
                file = entry.stat()
                digest.update(f"{name} {file.st_size} {file.st_mtime_ns} {file.st_ctime_ns}\n".encode())
    return digest.hexdigest()


def _load(path: Path, shape: type[T]) -> T | None:
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum != hashlib.sha256(body).hexdigest().encode():
            return None
        return msgspec.json.decode(body, type=shape)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _save(path: Path, value: object) -> None:
    body = msgspec.json.encode(value)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(path)
        _prune(path.parent)
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Remove what is older than the newest `KEEP` entries, and what a killed process left behind."""
    entries = sorted(
        (path for path in folder.iterdir() if re.fullmatch(_OURS, path.name)),
        key=lambda path: path.stat().st_mtime_ns,
        reverse=True,
    )
    for path in entries[KEEP:]:
        path.unlink(missing_ok=True)
