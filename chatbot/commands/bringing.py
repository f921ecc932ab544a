"""Pre-work on the command line: whose interview a file is, and what came of taking it into the room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from chatbot.errors import UsageError
from chatbot.interview.interview import Interview
from chatbot.room.guests import same_person
from chatbot.room.prework import LeftOut, Why, read_alone, take_in
from chatbot.room.room import Room
from chatbot.visible import on_one_line, visible

_BETWEEN: Final = re.compile(r"[-_.\s]+")
_LONGEST: Final = 60
_WHY: Final = {
    Why.NOT_ASKED_HERE: "is not asked here",
    Why.DOES_NOT_FIT: "offers other answers here",
    Why.SET_ASIDE: "was set aside by another answer",
    Why.VOTED_SINCE: "was voted on in the room since",
}


def read_prework(prework: Iterable[str], names: Iterable[str]) -> tuple[tuple[str, Interview], ...]:
    """People's own interviews, each with whose it is.

    Args:
        prework: for each, `NAME=FILE`, or a file whose name is that of somebody on the list.
        names: those who are on the list.

    Raises:
        UsageError: it is not clear whose interview a file is.
        ChatbotError: a file cannot be read.
    """
    known = {same_person(name): name for name in names}
    named = [_named(known, one) for one in prework]
    return tuple((name, read_alone(file)) for name, file in named)


def bring_in(room: Room, brought: Iterable[tuple[str, Interview]]) -> None:
    """Take people's own interviews into a room, and say what came of it; who is not on the list is added.

    Raises:
        AnotherDialog: one was held with another dialog; those before it are taken.
    """
    people = {same_person(person.name): person.id for person in room.state.people}
    for name, alone in brought:
        person = people.get(same_person(name)) or room.invite(name)
        people[same_person(name)] = person
        taken = take_in(room, person, alone)
        click.echo(visible(f"{name}: {taken.votes} answers and {taken.notes} notes were added."), err=True)
        for left in taken.left_out:
            click.echo(visible(f"  Not taken: {_told(left)}"), err=True)


def _named(known: Mapping[str, str], given: str) -> tuple[str, Path]:
    """Whose file it is, and the file."""
    name, equals, file = given.partition("=")
    if equals and name.strip() and file:
        return known.get(same_person(name), name.strip()), Path(file)
    stem = same_person(_BETWEEN.sub(" ", Path(given).stem))
    if stem in known:
        return known[stem], Path(given)
    raise UsageError(
        "It is not clear whose interview this is.",
        where=given,
        todo=f'Write --prework "NAME={given}", or name the file as somebody on the list is called.',
    )


def _told(left: LeftOut) -> str:
    said = f" (“{on_one_line(left.words, _LONGEST)}”)" if left.words else ""
    return f"{left.question} {_WHY[left.why]}{said}"
