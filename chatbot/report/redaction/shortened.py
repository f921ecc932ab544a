"""What an organisation is called in short, where somebody asks to have the short name replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from chatbot.report.redaction.forms import Key, key_of
from chatbot.report.redaction.named import CONTACTS, Kind, Named


def short_for(named: Mapping[Key, Named], given: Iterable[Named]) -> dict[Key, Key]:
    """Which of the given names stand for an organisation that was named in full.

    `Halden` is `Halden Valves GmbH`, unless two organisations begin so or a person is called so.

    Args:
        named: every name once.
        given: the names that somebody asked to have replaced.

    Returns:
        the key of the organisation for the key of the short name.
    """
    firms = [key for key, one in named.items() if one.kind is Kind.ORGANISATION]
    short: dict[Key, Key] = {}
    for key in dict.fromkeys(key_of(one) for one in given if one.kind not in CONTACTS):
        wholes = [firm for firm in firms if len(firm) > len(key) and firm[: len(key)] == key]
        if key in named and len(wholes) == 1 and not _is_said_to_be(named[key], named[wholes[0]]):
            short[key] = wholes[0]
    return short


def as_organisations(named: Mapping[Key, Named], short: Mapping[Key, Key]) -> dict[Key, Named]:
    """The short names and their organisations, both with the role that either has."""
    changed: dict[Key, Named] = {}
    for key, whole in short.items():
        firm = changed.get(whole, named[whole])
        role = firm.role or named[key].role
        changed[key] = replace(named[key], kind=Kind.ORGANISATION, role=role)
        changed[whole] = replace(firm, role=role)
    return changed


def _is_said_to_be(short: Named, whole: Named) -> bool:
    """Whether each has a role of its own, so that they are two."""
    return bool(short.role and whole.role and short.role.casefold() != whole.role.casefold())
