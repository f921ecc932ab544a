"""Somebody who is invited to a session, as a list says it."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from chatbot.sources.problems import Place


class Guest(Struct, frozen=True):
    """Somebody who is invited, as on the list; `role` and `organisation` may be empty."""

    name: str
    role: str = ""
    organisation: str = ""


class Listed(Struct, frozen=True, kw_only=True):
    """A guest with the places in the file, for messages.

    Attributes:
        places: where each field that was written is.
        place: where the entry begins.
    """

    guest: Guest
    place: Place
    places: dict[str, Place]


def same_person(name: str) -> str:
    """What two spellings of a name have in common: letters without case, blanks and forms of Unicode."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
