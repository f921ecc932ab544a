"""Somebody or something that was named, and what stands in place of the name."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Kind(StrEnum):
    """What a name is the name of; the value is what it is called where no role is known."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PARTICIPANT = "participant"
    ADDRESS = "e-mail address"
    WEB = "web address"
    HANDLE = "user name"
    PHONE = "phone number"
    ACCOUNT = "account number"
    NUMBER = "identity number"


CONTACTS: Final = frozenset(Kind) - {Kind.PERSON, Kind.ORGANISATION, Kind.PARTICIPANT}
"""What identifies somebody by its own form, without being a name."""

_AN: Final = (Kind.ORGANISATION, Kind.ADDRESS, Kind.ACCOUNT, Kind.NUMBER)


def one_of(kind: Kind) -> str:
    """One of a kind, with its article."""
    return f"{'an' if kind in _AN else 'a'} {kind}"


class Named(Struct, frozen=True, kw_only=True):
    """One name as it was said, in one form.

    Attributes:
        role: what the person or organisation was said to be ("the head of quality"); may be empty.
        alike: whether the same role stands for several, so that none can be told from the others.
    """

    name: str
    kind: Kind
    role: str = ""
    alike: bool = False


class Replaced(Struct, frozen=True, kw_only=True):
    """A name that was replaced. It holds the name: it is for whoever redacts, never for a report.

    Attributes:
        by: what stands in its place, without brackets.
        times: how often it stood in what was typed, in all its forms.
        near: what was typed and looks like it, where the name itself was not found.
    """

    name: str
    by: str
    times: int
    near: tuple[str, ...] = ()
