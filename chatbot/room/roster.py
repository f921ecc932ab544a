"""Who is invited to a session: a list of people from a file, read strictly, every problem at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from chatbot.errors import ChatbotError, UsageError
from chatbot.room.guests import Guest, Listed, same_person
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Place, Problems, SourceError, quoted
from chatbot.sources.text import MAX_BYTES, admit, decode

ENDINGS: Final = (".yaml", ".yml", ".csv")
"""What the name of a roster ends in."""

MOST_GUESTS: Final = 100
LONGEST_NAME: Final = 60
LONGEST_OTHER: Final = 100
"""Characters of a role or an organisation."""

_MARK: Final = "\ufeff"
"""A byte order mark, which spreadsheets write and nobody sees."""


def read_roster(path: Path) -> tuple[Guest, ...]:
    """The people on a list, in its order.

    Args:
        path: a YAML file, or a table with commas, semicolons or tabs, as its ending says.

    Raises:
        UsageError: its ending is neither.
        ChatbotError: the file cannot be read.
        SourceError: something is wrong with it; it lists every problem with its line and column.
    """
    check_ending(path)
    ending = path.suffix.lower()
    problems = Problems(str(path))
    text = read_text(path, "list of people", problems)
    listed: list[Listed] = []
    if not problems.found and ending == ".csv":
        from chatbot.room.roster_csv import from_csv

        listed = from_csv(text, problems)
    elif not problems.found and admit(text, problems):
        from chatbot.room.roster_yaml import from_yaml  # reading YAML needs pydantic

        listed = from_yaml(text, problems)
    _check(listed, problems)
    if problems.found:
        raise SourceError(problems.in_order())
    return tuple(one.guest for one in listed)


def check_ending(path: Path) -> None:
    """See to it that a file's name is that of a list.

    Raises:
        UsageError: it ends in nothing that is read.
    """
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            "A list of people is a .yaml or a .csv file.", where=str(path), todo="Use one of these endings."
        )


def read_text(path: Path, what: str, problems: Problems) -> str:
    """The text of a file, without the mark that spreadsheets put before it.

    Args:
        what: what the file is, for a message.

    Raises:
        ChatbotError: it cannot be read.
    """
    try:
        with path.expanduser().open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else ""
        raise ChatbotError(
            f"The {what} cannot be read: {reason or 'its name is not one'}.",
            where=str(path),
            todo="Check that it exists and that you may read it.",
        ) from error
    return decode(content, problems).removeprefix(_MARK)


def _check(listed: Iterable[Listed], problems: Problems) -> None:
    """Note what no form of a list can have."""
    known: dict[str, Place] = {}
    at = START
    number = 0
    for number, one in enumerate(listed, start=1):  # noqa: B007 - how many there are is asked below
        at = one.place
        for field, most in (("name", LONGEST_NAME), ("role", LONGEST_OTHER), ("organisation", LONGEST_OTHER)):
            said = getattr(one.guest, field)
            if len(said) > most:
                problems.add(
                    Code.GUEST_TOO_LONG,
                    one.places.get(field, at),
                    f"This {field} has {len(said)} characters, more than the {most} that there is room for.",
                    "Shorten it.",
                )
        if not one.guest.name:
            continue
        key = same_person(one.guest.name)
        if key in known:
            problems.add(
                Code.GUEST_TWICE,
                one.places.get("name", at),
                f"{quoted(one.guest.name)} is already in line {known[key].line}.",
                "Either remove one of the two or add what tells them apart, such as an initial.",
            )
        known.setdefault(key, one.places.get("name", at))
    if number > MOST_GUESTS:
        problems.add(
            Code.GUESTS_TOO_MANY,
            at,
            f"There are {number} people on this list, more than the {MOST_GUESTS} of a session.",
            "Invite fewer people to one session.",
        )
    if not number and not problems.found:
        problems.add(Code.NO_GUESTS, START, "Nobody is on this list.", "Add a name.")
