"""What a format needs that may not be installed."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from msgspec import Struct

from chatbot.errors import ChatbotError

INSTALLS: Final = "This line installs it:"
"""Stands before the line to run, which is all that follows."""


class Part(Struct, frozen=True):
    """A package of an extra: `module` is what we import, `name` what is installed."""

    module: str
    name: str


_EXTRAS: Final[dict[str, tuple[str, tuple[Part, ...]]]] = {
    "pdf": ("PDF", (Part("typst", "typst"),)),
    "word": ("Word", (Part("docx", "python-docx"), Part("typst", "typst"))),
}


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
            # What says how to install takes long to load, and hardly anybody needs it.
            from chatbot.report.writers.installing import line

            what = f"For {shown}, {part.name} has to be installed. {INSTALLS}"
            raise ChatbotError(what, todo=line(extra, [one.name for one in parts])) from error
