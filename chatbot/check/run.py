"""One check over everything that was named: every finding of every file at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from chatbot.check.dialogs import CheckedDialog, check_dialog
from chatbot.check.findings import DialogFacts, Report, Subject, findings_of
from chatbot.check.knowledge import check_knowledge
from chatbot.check.ledger import check_ledger, update_ledger
from chatbot.check.phrases import check_phrases
from chatbot.check.search import BOUND
from chatbot.check.settings import check_settings
from chatbot.check.targets import Targets, targets
from chatbot.check.tensions import check_tensions
from chatbot.check.themes import check_theme
from chatbot.dialog.load import load_script
from chatbot.dialog.script import Script
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.framework.reading import AuthoredFramework
from chatbot.settings.settings import Names
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problem, SourceError, quoted
from chatbot.sources.shipped import LEDGER, dialog_bundle, dialog_files, knowledge_bundle


def check_paths(
    paths: Sequence[Path] = (), bound: int = BOUND, names: Callable[[], Names] | None = None
) -> Report:
    """Check what the paths name, or everything that ships with the program.

    Dialogs are checked against the knowledge base among the paths, or else against the shipped one.

    Args:
        bound: how many answers in situations each proof may look at.
        names: gives what the settings of the chat may name; without it, only those of reports are checked.

    Raises:
        UsageError: a path does not exist or has nothing to check.
    """
    return _Run(targets(paths), bound, names).report()


def update_ledgers(paths: Sequence[Path] = ()) -> list[tuple[Path, int]]:
    """Add the ids of all dialogs to the ledgers of their folders.

    Returns:
        each ledger, with the number of ids that were added to it.

    Raises:
        SourceError: a dialog or a ledger cannot be read; its ledger is left as it is.
        UsageError: a path does not exist or has no dialogs.
        ChatbotError: a ledger cannot be written.
    """
    named = targets(paths)
    homes = {folder: dialog_files(folder) for folder in named.folders}
    for file in named.files:
        homes[file.parent] = (*homes.get(file.parent, ()), file)
    return [
        (folder / LEDGER, update_ledger(folder / LEDGER, [load_script(_bundle(file)) for file in files]))
        for folder, files in homes.items()
    ]


class _Run:
    """One check, as it goes along."""

    def __init__(self, named: Targets, bound: int, names: Callable[[], Names] | None) -> None:
        self._names = names
        self._named = named
        self._bound = bound
        self._problems: list[Problem] = []
        self._dialogs: list[DialogFacts] = []
        self._checked: list[tuple[Subject, str]] = []
        self._scripts: list[Script] = []

    def report(self) -> Report:
        authored = self._named_knowledge()
        framework = authored.framework if authored else self._shipped_knowledge()
        for folder in self._named.folders:
            self._check_together(folder, dialog_files(folder), framework, complete=True)
        beside: dict[Path, list[Path]] = {}
        for file in self._named.files:
            beside.setdefault(file.parent, []).append(file)
        for folder, files in beside.items():
            self._check_together(folder, files, framework, complete=False)
        for theme in self._named.themes:
            self._checked.append((Subject.THEME, str(theme)))
            self._problems += check_theme(theme)
        for file in self._named.settings:
            self._checked.append((Subject.SETTINGS, str(file)))
            self._problems += check_settings(file, self._names() if self._names else None)
        if authored:
            self._problems += check_tensions(authored, self._scripts, self._bound)
        return Report(tuple(findings_of(self._problems)), tuple(self._dialogs), tuple(self._checked))

    def _named_knowledge(self) -> AuthoredFramework | None:
        """Check the knowledge bases, and give the first, which dialogs are then checked against."""
        found: AuthoredFramework | None = None
        for folder in self._named.knowledge:
            self._checked.append((Subject.KNOWLEDGE, str(folder)))
            try:
                problems, authored = check_knowledge(knowledge_bundle(folder))
            except SourceError as error:
                self._problems += error.problems
                continue
            self._problems += problems
            found = found or authored
        return found

    def _shipped_knowledge(self) -> Framework | None:
        """What dialogs are checked against where no knowledge base is named; nothing if it is broken."""
        if self._named.knowledge:
            return None
        try:
            return load_framework(knowledge_bundle())
        except SourceError as error:
            self._problems += error.problems
            return None

    def _check_together(
        self, folder: Path, files: Sequence[Path], framework: Framework | None, *, complete: bool
    ) -> None:
        """Check dialogs of one folder, and the ledger in it."""
        scripts: dict[str, tuple[str, Script]] = {}
        for file in files:
            self._checked.append((Subject.DIALOG, str(file)))
            try:
                bundle = _bundle(file)
            except SourceError as error:
                self._problems += error.problems
                complete = False
                continue
            checked = check_dialog(bundle, framework, self._bound)
            self._problems += checked.problems
            self._dialogs += [checked.facts] if checked.facts else []
            complete = complete and checked.script is not None
            if checked.script is not None:
                path = bundle.path_of(file.name)
                self._note_twice(checked, checked.script, path, scripts)
                self._scripts += [checked.script] if checked.facts else []
                scripts.setdefault(checked.script.dialog, (path, checked.script))
        self._problems += check_phrases(folder, [script for _, script in scripts.values()])
        if scripts:
            self._check_ledger(folder, scripts, complete=complete)

    def _note_twice(
        self, checked: CheckedDialog, script: Script, path: str, scripts: dict[str, tuple[str, Script]]
    ) -> None:
        if script.dialog in scripts:
            self._problems.append(
                Problem(
                    code=Code.DIALOG_TWICE,
                    path=path,
                    line=checked.place.line,
                    column=checked.place.column,
                    message=f"The dialog {quoted(script.dialog)} is also in {scripts[script.dialog][0]}.",
                    fix="Either remove one of the two or rename it.",
                )
            )

    def _check_ledger(self, folder: Path, scripts: dict[str, tuple[str, Script]], *, complete: bool) -> None:
        path = folder / LEDGER
        text = ""
        if path.is_file():
            self._checked.append((Subject.LEDGER, str(path)))
            try:
                ((_, text),) = _bundle(path).files
            except SourceError as error:
                self._problems += error.problems
                return
        self._problems += check_ledger(text, str(path), scripts, complete=complete)


def _bundle(file: Path) -> Bundle:
    return dialog_bundle(str(file))
