"""Dialogs and knowledge of the user's own: found, and checked before an interview is held with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from chatbot.dialog.load import load_script
from chatbot.framework.load import load_framework
from chatbot.sources.bundle import Bundle
from chatbot.sources.cache import cached
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import dialog_bundle, dialog_names, knowledge_bundle


@dataclass(frozen=True)
class Sound:
    """That a dialog was checked against a knowledge base and nothing is wrong; kept in the cache."""


def bundles(dialog: str, knowledge: Path | None) -> tuple[Bundle, Bundle]:
    """The files of a dialog and of a knowledge base.

    Args:
        dialog: the name of a dialog that ships, or the path of one.
        knowledge: a folder with a knowledge base, or nothing for the one that ships.

    Raises:
        UsageError: one of them is not there.
        SourceError: something is wrong with one of them; only what ships needs no checking.
    """
    held_with = dialog_bundle(dialog), knowledge_bundle(knowledge)
    if knowledge is not None or dialog not in dialog_names():
        together = hashlib.sha256("".join(bundle.hash for bundle in held_with).encode()).hexdigest()
        cached(together, Sound, lambda: _checked(*held_with))
    return held_with


def _checked(dialog: Bundle, knowledge: Bundle) -> Sound:
    """Raises what the checks find to be wrong, beyond what loading finds; mere warnings pass."""
    from chatbot.check.codes import CODES, Severity
    from chatbot.check.dialogs import check_dialog

    framework = load_framework(knowledge)
    load_script(dialog)
    found = check_dialog(dialog, framework).problems
    errors = [problem for problem in found if CODES[problem.code].severity is Severity.ERROR]
    if errors:
        raise SourceError(errors)
    return Sound()
