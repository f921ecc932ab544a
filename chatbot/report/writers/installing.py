"""The one line that installs the packages of an extra here, for the very interpreter that runs this."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from importlib import metadata, util
from shutil import which
from typing import Final

_OF_EXTRA: Final = re.compile(r"^([^;]+);.*\bextra\s*==\s*['\"]([^'\"]+)['\"]")
_NEEDS_NO_QUOTES: Final = re.compile(r"[\w./\\:~+-]+")
_SAFE_IN_DOUBLE_QUOTES: Final = re.compile(r"[^\"$`!%]*")


def line(extra: str, names: Sequence[str]) -> str:
    """The line, ready to be pasted into a shell.

    Args:
        extra: `pdf` or `word`.
        names: its packages, for where ours does not say what it needs.
    """
    wanted = " ".join(_quoted(one) for one in _wanted(extra, names))
    python = _quoted(sys.executable or "python")
    if util.find_spec("pip"):
        return f"{python} -m pip install {wanted}"
    if which("uv"):
        return f"uv pip install --python {python} {wanted}"
    return f"{python} -m ensurepip && {python} -m pip install {wanted}"


def _wanted(extra: str, names: Sequence[str]) -> tuple[str, ...]:
    """The requirements of an extra as our own package declares them; only their names where it does not."""
    try:
        declared = metadata.requires("chatbot") or ()
    except metadata.PackageNotFoundError:
        declared = ()
    found = [match for match in map(_OF_EXTRA.match, declared) if match and match[2] == extra]
    return tuple(match[1].strip() for match in found) or tuple(names)


def _quoted(word: str) -> str:
    """For POSIX shells, cmd and PowerShell alike; PowerShell takes a program in quotes for a text."""
    if _NEEDS_NO_QUOTES.fullmatch(word):
        return word
    return f'"{word}"' if _SAFE_IN_DOUBLE_QUOTES.fullmatch(word) else shlex.quote(word)
