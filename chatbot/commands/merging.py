"""Putting people's own interviews together: whose each is, where the session is kept, and what is said."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
import msgspec

from chatbot.commands.again import command
from chatbot.commands.bringing import known_as, owner_of, told_of
from chatbot.commands.merge_data import data_of
from chatbot.commands.merge_text import text_of
from chatbot.commands.opening import interviews_at
from chatbot.commands.places import checked_place
from chatbot.commands.writing import check_free
from chatbot.errors import UsageError
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.store import NoStore, Store
from chatbot.interview.transfer import export, import_
from chatbot.interview.transfer_format import read_stream
from chatbot.report.formats import chosen_format
from chatbot.room.guests import Guest
from chatbot.room.merging import Merged, merge
from chatbot.room.prework import read_alone
from chatbot.room.roster import read_roster
from chatbot.visible import visible

_EXPORTED: Final = (".jsonl", ".json")


def place_of_report(output: Path) -> Path:
    """The place for a report, before anything is done.

    Raises:
        ChatbotError: it cannot be written there, something is there, or its ending says no format.
    """
    place = checked_place(output)
    chosen_format(None, place)
    check_free(place)
    return place


def merged(own: Sequence[str], *, roster: Path | None, store: Path | None) -> tuple[Merged, InterviewId]:
    """Make a session of people's own interviews and store it, all of it or nothing.

    Args:
        own: for each, a file or an id, perhaps with `NAME=` before it.

    Raises:
        ChatbotError: one of them cannot be read, or they do not go together.
    """
    guests = read_roster(roster) if roster else ()
    interviews = [_read(one, guests, store) for one in own]
    in_memory = MemoryStore()
    made = merge(in_memory, guests, interviews)
    id = made.room.interview.id
    lines = io.BytesIO(b"".join(export(in_memory, id)))
    with interviews_at(store, create=True) as opened:
        import_(opened, read_stream(lines), source="the session")
    return made, id


def in_json(made: Merged) -> str:
    """What came of it, for programs."""
    return msgspec.json.format(msgspec.json.encode(data_of(made))).decode()


def in_words(made: Merged) -> str:
    """What came of it, for people."""
    return visible(text_of(made))


def narrate(made: Merged, store: Path | None) -> None:
    """Say what could not be taken, and how to go on."""
    people = made.room.state.people
    for person, taken in made.taken.items():
        known = people.get(person)
        for line in told_of(known.name if known else "", taken):
            click.echo(visible(line), err=True)
    again = command("facilitate", "--resume", made.room.interview.id, store=store)
    click.echo(f"Kept as session {made.room.interview.id}. To go on with it: {again}", err=True)


def _read(given: str, guests: Sequence[Guest], store: Path | None) -> tuple[str, Interview]:
    """Whose interview one is, and the interview."""
    name, source = _parted(given)
    path, known = Path(source).expanduser(), [guest.name for guest in guests]
    if path.suffix.lower() in _EXPORTED or _is_file(path):
        alone = read_alone(path)
        owner = known_as(known, name) if name else owner_of(known, path, alone, given, may_add=not known)
        return owner, alone
    if not name:
        raise UsageError(
            "It is not clear whose interview this is.", where=given, todo=f'Write "NAME={given}".'
        )
    try:
        with interviews_at(store) as opened:
            return known_as(known, name), _stored(opened, source)
    except NoStore as error:
        raise UsageError(
            "There is no such file, and no interview is stored here.", where=given, todo="Check its name."
        ) from error


def _stored(store: Store, id: str) -> Interview:
    """A stored interview, read before the store is closed and held apart from it."""
    lines = io.BytesIO(b"".join(export(store, store.resolve(id))))
    apart = MemoryStore()
    return Interview.resume(apart, import_(apart, read_stream(lines), source=id).interview)


def _parted(given: str) -> tuple[str, str]:
    name, equals, source = given.partition("=")
    if not equals or _is_file(Path(given)):
        return "", given
    if not name.strip() or not source:
        raise UsageError("Something is missing beside the =.", where=given, todo="Write NAME=FILE.")
    return name.strip(), source


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
