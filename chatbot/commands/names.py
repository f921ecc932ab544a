"""Names on the command line: those to replace in a report, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chatbot.errors import UsageError

if TYPE_CHECKING:
    from chatbot.report.making import Made
    from chatbot.report.redaction.named import Named


def named(given: str) -> Named:
    from chatbot.report.redaction.named import Kind, Named

    name, _, role = given.rpartition("=") if "=" in given else (given, "", "")
    if not name.strip():
        raise UsageError(f"{given!r} holds no name.", todo='Write --name "Maria Keller=the owner".')
    return Named(name=name.strip(), kind=Kind.PERSON, role=role.strip())


def narrate(made: Made) -> None:
    """Say to whoever redacts what was replaced, and what to look at."""
    from chatbot.visible import visible  # most reports have every name in them

    for one in made.replaced:
        times = {0: "not found in what was typed", 1: "once"}.get(one.times, f"{one.times} times")
        click.echo(visible(f"{one.name}: [{one.by}], {times}"), err=True)
    if made.unsure:
        click.echo(visible(f"Left as they are, and perhaps names: {', '.join(made.unsure)}."), err=True)
        click.echo('Replace one with --name "NAME=ROLE".', err=True)
