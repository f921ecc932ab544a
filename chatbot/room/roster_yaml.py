"""A list of people as YAML: `people`, each with a name and, if you like, a role and an organisation."""

from __future__ import annotations

from msgspec import Struct

from chatbot.room.guests import Guest, Listed
from chatbot.sources.problems import Problems
from chatbot.sources.typed import read_as


class Invited(Struct, frozen=True, kw_only=True):
    """Somebody as written in the file."""

    name: str
    role: str = ""
    organisation: str = ""


class People(Struct, frozen=True, kw_only=True):
    """The whole file."""

    people: tuple[Invited, ...]


def from_yaml(text: str, problems: Problems) -> list[Listed]:
    """The people in a YAML text; what is wrong with it is noted in `problems`."""
    authored = read_as(People, text, problems)
    if authored is None:
        return []
    listed = []
    for at, one in enumerate(authored.value.people):
        here = ("people", at)
        written = [field for field in ("name", "role", "organisation") if authored.has(*here, field)]
        guest = Guest(*(" ".join(said.split()) for said in (one.name, one.role, one.organisation)))
        places = {field: authored.at(*here, field) for field in written}
        listed.append(Listed(guest=guest, place=authored.at(*here), places=places))
    return listed
