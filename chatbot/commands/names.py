"""Names on the command line: those to replace in a report, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from chatbot.errors import UsageError

if TYPE_CHECKING:
    from chatbot.report.making import Made
    from chatbot.report.redaction.named import Named, Replaced


def named(given: str) -> Named:
    from chatbot.report.redaction.named import Named
    from chatbot.report.redaction.recognising import kind_of

    name, _, role = given.rpartition("=") if "=" in given else (given, "", "")
    name, role = name.strip(), role.strip()
    if not name:
        raise UsageError(f"{given!r} holds no name.", todo='Write --name "Maria Keller=the owner".')
    return Named(name=name, kind=kind_of(name, role), role=role)


def narrate(made: Made) -> None:
    """Say to whoever redacts what was replaced, and what to look at."""
    from chatbot.visible import visible  # most reports have every name in them

    for says in _said(made):
        click.echo(visible(says), err=True)


def _said(made: Made) -> Iterator[str]:
    for one in made.replaced:
        yield f"{one.name}: {_became(one)}"
    if made.unsure:
        yield f"Left as they are, and perhaps names: {', '.join(made.unsure)}."
        yield 'Replace one with --name "NAME=ROLE".'
    yield (
        "A single word at the beginning of a sentence or without a capital letter is not looked at, nor is a"
        " street: read the report before you hand it on."
    )


def _became(one: Replaced) -> str:
    if one.times:
        return f"[{one.by}], {'once' if one.times == 1 else f'{one.times} times'}"
    like = f"; like it: {', '.join(one.near)}" if one.near else ""
    return f"[{one.by}], not found in what was typed{like}"
