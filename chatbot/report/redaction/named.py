"""Somebody or something that was named, and what stands in place of the name."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a name is the name of; the value is what it is called where no role is known."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ADDRESS = "e-mail address"
    PARTICIPANT = "participant"


class Named(Struct, frozen=True, kw_only=True):
    """One name as it was said, in one form.

    Attributes:
        role: what the person or organisation was said to be ("the head of quality"); may be empty.
    """

    name: str
    kind: Kind
    role: str = ""


class Replaced(Struct, frozen=True, kw_only=True):
    """A name that was replaced. It holds the name: it is for whoever redacts, never for a report.

    Attributes:
        by: what stands in its place, without brackets.
        times: how often it stood in what was typed, in all its forms.
    """

    name: str
    by: str
    times: int
