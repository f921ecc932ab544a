"""Pre-work on the command line: whose interview a file is, and what came of taking it into the room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from chatbot.errors import UsageError
from chatbot.interview.interview import Interview
from chatbot.room.guests import same_person
from chatbot.room.prework import TakenIn, Why, read_alone, take_in
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
    listed = list(names)
    return tuple(_named(listed, one) for one in prework)


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
        for line in told_of("", taken):
            click.echo(visible(f"  {line}"), err=True)


def known_as(names: Iterable[str], typed: str) -> str:
    """A name as it is on the list, or as it was typed."""
    return {same_person(name): name for name in names}.get(same_person(typed), typed.strip())


def owner_of(names: Sequence[str], file: Path, alone: Interview, given: str, *, may_add: bool = False) -> str:
    """Whose interview a file is: whoever the interview itself says, or somebody on the list as it is called.

    Args:
        given: what was typed for it, for a message.
        may_add: whether it may be called as somebody who is not on the list.

    Raises:
        UsageError: neither says it.
    """
    listed = {same_person(name): name for name in names}
    words = _BETWEEN.sub(" ", file.stem).strip()
    for said in (alone.state.events[0].who, words):
        if same_person(said) in listed:
            return listed[same_person(said)]
    if may_add and words and not any(map(str.isdigit, words)):
        return words.title() if words.islower() else words
    raise UsageError(
        "It is not clear whose interview this is.",
        where=given,
        todo=f'Write "NAME={given}", or name the file as somebody on the list is called.',
    )


def told_of(name: str, taken: TakenIn) -> Iterator[str]:
    """What of somebody's interview was not taken, a line for each answer."""
    for left in taken.left_out:
        said = f" (“{on_one_line(left.words, _LONGEST)}”)" if left.words else ""
        whose = f"{name}: " if name else ""
        yield f"{whose}Not taken: {left.question} {_WHY[left.why]}{said}"


def _named(names: Sequence[str], given: str) -> tuple[str, Interview]:
    """Whose interview it is, and the interview."""
    name, equals, file = given.partition("=")
    if equals and name.strip() and file:
        return known_as(names, name), read_alone(Path(file))
    alone = read_alone(Path(given))
    return owner_of(names, Path(given), alone, given), alone
