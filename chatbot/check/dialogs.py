"""Checking one dialog: by itself, against the framework, and over every path through it."""

from __future__ import annotations

from dataclasses import dataclass

from chatbot.check.crosscheck import CrossCheck
from chatbot.check.findings import DialogFacts
from chatbot.check.proofs import Proofs
from chatbot.check.search import BOUND
from chatbot.check.wording import check_wording
from chatbot.dialog.reading import examine
from chatbot.dialog.script import Script
from chatbot.framework.model import Framework
from chatbot.framework.vocabulary import judged_facts, levels_of
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problem, quoted
from chatbot.sources.typed import Authored


@dataclass(frozen=True, slots=True)
class CheckedDialog:
    """What is known of a dialog.

    Attributes:
        problems: everything that was found, by place.
        script: the dialog, or `None` where it could not be read at all.
        facts: what is known of its paths, or `None` where something keeps it from being used.
        place: where its id is.
    """

    problems: tuple[Problem, ...]
    script: Script | None
    facts: DialogFacts | None
    place: Place


def check_dialog(bundle: Bundle, framework: Framework | None, bound: int = BOUND) -> CheckedDialog:
    """Check one dialog.

    Args:
        bundle: the dialog's file.
        framework: what its facts are checked against; without one it is checked by itself.
        bound: how many answers in situations each proof may look at.
    """
    authored, problems = examine(bundle)
    if authored is None:
        return CheckedDialog(problems, None, None, START)
    place = authored.at("dialog")
    if problems:
        return CheckedDialog(problems, authored.value, None, place)
    check_wording(authored)
    _check_file_name(authored, bundle.files[0][0])
    domains: dict[str, frozenset[str]] = {}
    applies_if: dict[str, str] = {}
    if framework is not None:
        CrossCheck(authored, framework).run()
        domains = {fact.id: levels_of(fact) for fact in judged_facts(framework)}
        applies_if = {model.id: model.applies_if for model in framework.models if model.applies_if}
    facts = Proofs(authored, domains, applies_if, bound).run()
    return CheckedDialog(tuple(authored.problems.in_order()), authored.value, facts, place)


def _check_file_name(authored: Authored[Script], name: str) -> None:
    dialog = authored.value.dialog
    if name.rpartition(".")[0] != dialog:
        authored.problems.add(
            Code.DIALOG_FILE_NAME,
            authored.at("dialog"),
            f"The dialog is called {quoted(dialog)} and its file {quoted(name)}.",
            f"Either rename the file to {quoted(f'{dialog}.yaml')} or the dialog.",
        )
