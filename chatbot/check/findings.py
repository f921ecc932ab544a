"""What checking found: findings with their severity, and what was proved of each dialog."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from chatbot.check.codes import CODES, Severity
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problem

__all__ = ["DialogFacts", "Finding", "Report", "Severity", "Subject", "findings_of"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; as text `file:line:col CODE what is wrong. Either … or …`."""

    problem: Problem

    @property
    def code(self) -> Code:
        """What kind of finding it is; `chatbot.check.codes` explains it."""
        return self.problem.code

    @property
    def severity(self) -> Severity:
        """How grave findings of this kind are."""
        return CODES[self.problem.code].severity

    def __str__(self) -> str:
        return str(self.problem)


class Subject(StrEnum):
    """What was checked."""

    DIALOG = "dialog"
    KNOWLEDGE = "knowledge"
    LEDGER = "ledger"
    THEME = "theme"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogFacts:
    """What is known of a dialog after every path through it was followed.

    Attributes:
        path: its file, as it is named in findings.
        questions: how many it has in all.
        longest: how many are asked on the longest path on which each is answered.
        shortest: the same for the shortest path.
        states: how many situations were looked at.
        bound: how many answers in situations are looked at before the search gives up.
        proved: whether all paths were followed; otherwise the lengths cover only those that were, and
            nothing is said of what no path reaches.
    """

    dialog: str
    path: str
    questions: int
    longest: int
    shortest: int
    states: int
    bound: int
    proved: bool

    def __str__(self) -> str:
        start = f"{self.path}: {self.questions} questions"
        if not self.proved:
            return f"{start}; not proved (bound {self.bound})."
        return (
            f"{start}, the longest path asks {self.longest} and the shortest {self.shortest};"
            f" proved over {self.states} situations."
        )


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one check found.

    Attributes:
        findings: by file and place.
        dialogs: what is known of each dialog that could be read.
        checked: what was looked at: its kind, and the file or folder.
    """

    findings: tuple[Finding, ...]
    dialogs: tuple[DialogFacts, ...]
    checked: tuple[tuple[Subject, str], ...]

    @property
    def failed(self) -> bool:
        """Whether there is an error or a warning; what is only for information does not count."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)


def findings_of(problems: Iterable[Problem]) -> list[Finding]:
    """Problems as findings, in the order of files and places."""
    return [
        Finding(problem)
        for problem in sorted(problems, key=lambda one: (one.path, one.line, one.column, one.code))
    ]
