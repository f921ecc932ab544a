"""`chatbot delete ID`: erase an interview."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chatbot.commands.opening import interviews_at
from chatbot.commands.options import interview_argument, store_option
from chatbot.errors import UsageError
from chatbot.interview.events import InterviewId
from chatbot.interview.listing import Listed, list_interviews
from chatbot.interview.store import Store
from chatbot.interview.store_errors import StoreError
from chatbot.interview.times import local
from chatbot.visible import on_one_line


@click.command()
@interview_argument
@click.option("--yes", is_flag=True, help="Erase it without asking.")
@store_option
def delete(interview: str, yes: bool, store: Path | None) -> int:
    """Erase an interview for good, after asking.

    No byte of it remains in the file that keeps the interviews. Exports and reports that you made of it are
    files of your own; erase them yourself.

    \b
    Example:
      chatbot delete k3x7
      chatbot delete k3x7 --yes
    """
    with interviews_at(store) as opened:
        id = opened.resolve(interview)
        click.echo(describe(opened, id), err=True)
        if not yes:
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise UsageError(
                    "Nothing was erased, because there is nobody here to ask.",
                    todo="Add --yes to erase it without being asked.",
                )
            if not click.confirm("Erase it for good?", err=True):
                click.echo("Nothing was erased.", err=True)
                return 1
        opened.delete(id)
    click.echo("Erased.", err=True)
    return 0


def describe(store: Store, id: InterviewId) -> str:
    """What an interview is, in one line; of a damaged one, its id."""
    try:
        found = next((one for one in list_interviews(store).interviews if one.id == id), None)
    except StoreError:
        found = None
    return f"{id}: {_described(found)}" if found else str(id)


def _described(one: Listed) -> str:
    title = on_one_line(one.title, 60) or "no title yet"
    state = "finished" if one.finished else f"{one.done} of {one.of} questions"
    return f"{title} ({one.dialog}, {state}, last changed {local(one.updated)})"
