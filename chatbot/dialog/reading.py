"""Reading the file of a dialog, with the place of everything in it."""

from __future__ import annotations

from chatbot.dialog.script import Script
from chatbot.sources.bundle import Bundle
from chatbot.sources.problems import Problem, Problems, SourceError
from chatbot.sources.typed import Authored, read_as


def read_script(bundle: Bundle) -> Script:
    """The dialog that the file of `bundle` describes.

    Raises:
        SourceError: something is wrong with it; it lists every problem.
    """
    authored, problems = examine(bundle)
    if authored is None or problems:
        raise SourceError(problems)
    return authored.value


def examine(bundle: Bundle) -> tuple[Authored[Script] | None, tuple[Problem, ...]]:
    """The dialog as far as it can be read, and everything that is wrong with it.

    Args:
        bundle: of exactly one file.
    """
    from chatbot.dialog.validation import validate

    ((name, text),) = bundle.files
    problems = Problems(bundle.path_of(name))
    authored = read_as(Script, text, problems)
    if authored is not None:
        validate(authored)
    return authored, tuple(problems.in_order())
