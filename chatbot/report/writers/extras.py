"""What a format needs that may not be installed, and the one line that installs it here."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Final

from msgspec import Struct

from chatbot.errors import ChatbotError


class _Part(Struct, frozen=True):
    """A package of an extra: `module` is what we import, `name` what is installed."""

    module: str
    name: str


_EXTRAS: Final[dict[str, tuple[str, tuple[_Part, ...]]]] = {
    "pdf": ("PDF", (_Part("typst", "typst"),)),
    "word": ("Word", (_Part("docx", "python-docx"), _Part("typst", "typst"))),
}
_OF_EXTRA: Final = re.compile(r"^([^;]+);.*\bextra\s*==\s*['\"]([^'\"]+)['\"]")
_NEEDS_NO_QUOTES: Final = re.compile(r"[\w./\\:~+-]+")
_SAFE_IN_DOUBLE_QUOTES: Final = re.compile(r"[^\"$`!%]*")


def require(extra: str) -> None:
    """Makes sure that everything in an extra can be imported.

    Args:
        extra: `pdf` or `word`.

    Raises:
        ChatbotError: something of it is missing or does not load; its `todo` is one line to run, which
            installs it for the very interpreter that runs this.
    """
    shown, parts = _EXTRAS[extra]
    for part in parts:
        try:
            import_module(part.module)
        except ImportError as error:
            what = f"For {shown}, {part.name} has to be installed. This line installs it:"
            raise ChatbotError(what, todo=_line(extra, parts)) from error


def _line(extra: str, parts: tuple[_Part, ...]) -> str:
    from importlib.util import find_spec
    from shutil import which

    wanted = " ".join(_quoted(one) for one in _wanted(extra, parts))
    python = _quoted(sys.executable or "python")
    if find_spec("pip"):
        return f"{python} -m pip install {wanted}"
    if which("uv"):
        return f"uv pip install --python {python} {wanted}"
    return f"{python} -m ensurepip && {python} -m pip install {wanted}"


def _wanted(extra: str, parts: tuple[_Part, ...]) -> tuple[str, ...]:
    """The requirements of an extra as our own package declares them; only their names where it does not."""
    from importlib import metadata  # loaded only here: it takes longer than all the rest

    try:
        declared = metadata.requires("chatbot") or ()
    except metadata.PackageNotFoundError:
        declared = ()
    found = [match for match in map(_OF_EXTRA.match, declared) if match and match[2] == extra]
    return tuple(match[1].strip() for match in found) or tuple(part.name for part in parts)


def _quoted(word: str) -> str:
    """For POSIX shells, cmd and PowerShell alike; PowerShell takes a program in quotes for a text."""
    import shlex

    if _NEEDS_NO_QUOTES.fullmatch(word):
        return word
    return f'"{word}"' if _SAFE_IN_DOUBLE_QUOTES.fullmatch(word) else shlex.quote(word)
