"""`chatbot import FILE`: take in an exported interview."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from chatbot.commands.again import command
from chatbot.commands.opening import interviews_at
from chatbot.commands.options import store_option
from chatbot.errors import UsageError
from chatbot.interview.store import EventElsewhere
from chatbot.interview.transfer import DivergedLogs, ImportResult, Outcome
from chatbot.interview.transfer import import_ as take_in
from chatbot.interview.transfer_format import read_stream


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--as-copy", is_flag=True, help="Keep it beside the interview that is here, under an id of its own."
)
@click.option(
    "--join", is_flag=True, help="Where it was gone on with here and there, keep the events of both."
)
@store_option
def import_(file: Path, as_copy: bool, join: bool, store: Path | None) -> None:
    """Take in an interview that `chatbot export` wrote; "-" reads standard input.

    Where the interview is here already, what the file has beyond it is added. All of the file is checked
    first; if anything is wrong with it, nothing is stored. The id of the interview is printed.

    An interview that was gone on with at two places is refused, unless you ask to join the two. Nothing is
    lost then: where both say different things of the same, the one said first counts until somebody decides.

    \b
    Example:
      chatbot import interview.jsonl
      gunzip -c interview.jsonl.gz | chatbot import -
    """
    if as_copy and join:
        raise UsageError("A copy joins nothing.", todo="Leave out either --as-copy or --join.")
    try:
        if str(file) == "-":
            _import(sys.stdin.buffer, "standard input", store, as_copy=as_copy, join=join)
        else:
            with _opened(file) as stream:
                _import(stream, str(file), store, as_copy=as_copy, join=join)
    except DivergedLogs as error:
        if not join:
            joining = command("import", "--join", str(file), store=store)
            copying = command("import", "--as-copy", str(file), store=store)
            error.todo = f"To keep the events of both: {joining}\nTo have both side by side: {copying}"
        raise
    except EventElsewhere as error:
        error.todo = f"To have both side by side: {command('import', '--as-copy', str(file), store=store)}"
        raise


def _opened(file: Path) -> BinaryIO:
    try:
        return file.expanduser().open("rb")
    except OSError as error:
        raise UsageError(
            f"The file cannot be read: {error.strerror}.",
            where=str(file),
            todo='Name a file that `chatbot export` wrote, or "-" for standard input.',
        ) from error


def _import(stream: BinaryIO, source: str, store: Path | None, *, as_copy: bool, join: bool) -> None:
    with interviews_at(store, create=True) as opened:
        result = take_in(opened, read_stream(stream), source=source, as_copy=as_copy, join=join)
        click.echo(result.interview)
        click.echo(told(result), err=True)
        if result.contests:
            from chatbot.commands.contested import told_of_contests  # most imports do without it

            for line in told_of_contests(opened, result.interview, store):
                click.echo(line, err=True)


def told(result: ImportResult) -> str:
    """What an import did, in a sentence or two."""
    match result.outcome:
        case Outcome.ADDED:
            done = f"Taken in with {result.events} events."
        case Outcome.CONTINUED:
            done = f"It was here already; {result.added} events were added, which makes {result.events}."
        case Outcome.JOINED:
            done = (
                f"Joined with what was here; {result.added} events were added, which makes {result.events}."
            )
            if result.contests:
                says = "1 of them says" if result.contests == 1 else f"{result.contests} of them say"
                done += f" {says} that two entries differ."
        case Outcome.SAME:
            done = "It was here already, just the same."
        case Outcome.OLDER:
            done = f"It is here already, further on: {result.events} events. Nothing was changed."
    copied = f" It is a copy of {result.copied_from}." if result.copied_from else ""
    unknown = ""
    if result.unknown:
        kinds = ", ".join(result.unknown)
        unknown = f" Events of kinds that this version does not know ({kinds}) are kept."
    return done + copied + unknown
