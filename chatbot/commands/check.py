"""`chatbot check`: what is wrong with dialogs, knowledge and themes, and what is proved of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from chatbot.errors import UsageError

if TYPE_CHECKING:
    from chatbot.check.findings import Report
    from chatbot.settings.settings import Names

_SUBJECTS: Final = (
    ("dialog", "dialog", "dialogs"),
    ("knowledge", "knowledge base", "knowledge bases"),
    ("ledger", "ledger", "ledgers"),
    ("theme", "theme", "themes"),
    ("settings", "file of settings", "files of settings"),
)
_SEVERITIES: Final = (
    ("error", "error", "errors"),
    ("warning", "warning", "warnings"),
    ("info", "remark", "remarks"),
)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--codes", is_flag=True, help="Explain every code that a finding may have, and check nothing.")
@click.option(
    "--update-ledger",
    is_flag=True,
    help="Add the ids of the dialogs to the ledger of released ids in their folder, then check.",
)
def check(paths: tuple[Path, ...], codes: bool, update_ledger: bool) -> int:
    """Check dialogs, knowledge and themes: everything that is wrong, and what is proved of every path.

    A PATH is a dialog, a folder of dialogs, a folder with a knowledge base, the folder of a theme for
    reports, or your settings, chatbot.yaml; without one, everything that ships is checked. Each finding is
    one line, file:line:column, its code, and what to do about it. The exit code is 1 if there is any error
    or warning.

    \b
    Example:
      chatbot check
      chatbot check my-dialog.yaml
    """
    if codes:
        if paths or update_ledger:
            raise UsageError("--codes explains the codes and checks nothing.", todo="Give it alone.")
        _explain_codes()
        return 0
    if update_ledger:
        _update(paths)
    from chatbot.check.run import check_paths

    report = check_paths(paths, names=_names)
    for finding in report.findings:
        click.echo(str(finding))
    click.echo(summary(report), err=True)
    return 1 if report.failed else 0


def summary(report: Report) -> str:
    """What was proved, what was checked, and how many findings of each kind there are."""
    subjects: Counter[str] = Counter(subject for subject, _ in report.checked)
    looked_at = ", ".join(
        f"{number} {name if number == 1 else names}"
        for subject, name, names in _SUBJECTS
        if (number := subjects[subject])
    )
    severities: Counter[str] = Counter(finding.severity for finding in report.findings)
    found = ", ".join(
        f"{number} {name if number == 1 else names}"
        for severity, name, names in _SEVERITIES
        if (number := severities[severity])
    )
    return "\n".join([*map(str, report.dialogs), f"Checked {looked_at}: {found or 'nothing found'}."])


def _names() -> Names:
    """What the settings of the chat may name."""
    from chatbot.chat.keys import names
    from chatbot.chat.themes import theme_names

    return names(theme_names())


def _update(paths: Sequence[Path]) -> None:
    from chatbot.check.run import update_ledgers

    for ledger, added in update_ledgers(paths):
        click.echo(f"{ledger}: {added} ids added.", err=True)


def _explain_codes() -> None:
    from chatbot.check.codes import explained

    for line in explained():
        click.echo(line)
