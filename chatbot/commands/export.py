"""`chatbot export ID`: an interview as JSON Lines, to be kept or to be taken in elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from chatbot.commands.opening import interviews_at
from chatbot.commands.options import interview_argument, store_option
from chatbot.commands.writing import check_free, write_file
from chatbot.interview.store import DamagedStore
from chatbot.interview.transfer import export as export_lines
from chatbot.interview.transfer import salvage


@click.command()
@interview_argument
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to this file.  [default: standard output]",
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@store_option
def export(interview: str, output: Path | None, force: bool, store: Path | None) -> None:
    """Write an interview as JSON Lines: every event, and the dialog and knowledge it was held with.

    `chatbot import` takes it in on another machine. Of an interview that is damaged, what comes before the
    damage is written.

    \b
    Example:
      chatbot export k3x7 -o interview.jsonl
      chatbot export k3x7 | gzip > interview.jsonl.gz
    """
    if output and not force:
        check_free(output.expanduser())
    damage: DamagedStore | None = None
    with interviews_at(store) as opened:
        id = opened.resolve(interview)
        try:
            lines = list(export_lines(opened, id))
        except DamagedStore as error:
            damage = error
            lines = list(salvage(opened, id))
    if output:
        write_file(output, lines)
        click.echo(f"Written to {output}.", err=True)
    else:
        _print(lines)
    if damage:
        raise damage


def _print(lines: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
