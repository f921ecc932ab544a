"""`chatbot sessions`: the list of interviews."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
import msgspec

from chatbot.cells import cells, pad
from chatbot.commands.opening import interviews_at
from chatbot.commands.options import store_option
from chatbot.interview.listing import Listed, Listing, list_interviews
from chatbot.interview.store import NoStore
from chatbot.interview.times import local
from chatbot.visible import on_one_line

_LONGEST_TITLE: Final = 40
_HEADINGS: Final = ("ID", "INITIATIVE", "DIALOG", "STATE", "LAST CHANGE")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON list in place of the table.")
@store_option
def sessions(as_json: bool, store: Path | None) -> None:
    """List the interviews that are stored here, the one changed last comes first.

    The state is "finished", or how many of the questions have been dealt with. Give an interview's id, or
    the beginning of it, to the other commands.

    \b
    Example:
      chatbot sessions
      chatbot sessions --json
    """
    try:
        with interviews_at(store) as opened:
            listing = list_interviews(opened)
    except NoStore as nothing_yet:
        listing = Listing(())
        click.echo(f"{nothing_yet.what} {nothing_yet.todo}", err=True)
    else:
        if not listing.interviews:
            click.echo("There are no interviews here yet. `chatbot` starts one.", err=True)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode([_as_data(one) for one in listing.interviews])))
    elif listing.interviews:
        click.echo(table([_HEADINGS, *map(_row, listing.interviews)]))
    if listing.damage:
        raise listing.damage


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines with aligned columns, two spaces between them, nothing drawn."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(pad, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def state_of(one: Listed) -> str:
    """How far an interview is, in words."""
    if one.finished:
        return "finished"
    return f"{one.done} of {one.of}" if one.of else "unfinished"


def _dialog(one: Listed) -> str:
    return f"{one.dialog}, in a room" if one.room else one.dialog


def _row(one: Listed) -> tuple[str, ...]:
    title = on_one_line(one.title, _LONGEST_TITLE) or "(no title yet)"
    return one.id, title, _dialog(one), state_of(one), local(one.updated)


def _as_data(one: Listed) -> dict[str, str | int | bool]:
    return {
        "id": one.id,
        "title": one.title,
        "dialog": one.dialog,
        "state": "finished" if one.finished else "unfinished",
        "done": one.done,
        "of": one.of,
        "started": one.started,
        "updated": one.updated,
        "room": one.room,
    }
