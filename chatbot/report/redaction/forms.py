"""The forms in which a name may stand: as it was given, and the parts of it that stand for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from chatbot.report.redaction.contacts import contact_key
from chatbot.report.redaction.named import CONTACTS, Kind, Named
from chatbot.report.redaction.wording import ALSO_WORDS, COMMON_IN_FIRMS, LEGAL_FORMS, PARTICLES
from chatbot.report.redaction.words import folded, is_unspaced, keys_of

Key = tuple[str, ...]
_SHORTEST_PART: Final = 2
_SHORTEST_OF_FIRM: Final = 4
ANY_NAME: Final = "name"
"""What several are called together where some are people and some are organisations."""


class Form(Struct, frozen=True):
    """One form of a name.

    Attributes:
        name: the name that it stands for; nothing where it is a part of several.
        of: what it is the name of, for where no more can be said.
        capitalised: it counts only with a capital letter, as it is a word besides.
    """

    name: Key | None
    of: str
    capitalised: bool


def key_of(one: Named) -> Key:
    """By what two names are told apart, however they are typed."""
    return contact_key(one.kind, one.name) if one.kind in CONTACTS else keys_of(one.name)


def once(named: Iterator[Named]) -> dict[Key, Named]:
    """Each name once, in the order of their first; a role that is known somewhere counts everywhere.

    What is only a part of somebody's full name is no name of its own.
    """
    found: dict[Key, Named] = {}
    for one in named:
        key = key_of(one)
        kept = found.get(key)
        if key and kept is None:
            found[key] = one
        elif kept is not None and one.role and not kept.role:
            found[key] = _with_role(kept, one.role)
    wholes: dict[str, list[Key]] = {}
    for key, one in found.items():
        if len(key) > 1 and _is_person(one):
            for part in dict.fromkeys(key):
                wholes.setdefault(part, []).append(key)
    for key in [key for key in found if len(key) == 1 and _is_person(found[key])]:
        whole = wholes.get(key[0], [])
        if len(whole) == 1 and _may_be(found[key], found[whole[0]]):
            alone = found.pop(key)
            if alone.role and not found[whole[0]].role:
                found[whole[0]] = _with_role(found[whole[0]], alone.role)
    return found


def forms_of(named: Mapping[Key, Named], ordinary: frozenset[str]) -> dict[Key, Form]:
    """Every form of every name; of a form that several share, only that it is one."""
    forms: dict[Key, Form] = {}
    named = {key: one for key, one in named.items() if not _is_no_name(key, one, ordinary)}
    for key, one in named.items():
        for part, capitalised in _parts(key, one, ordinary):
            other = forms.get(part)
            if other is None or other.name == key:
                forms[part] = Form(key, _called(one), capitalised)
            else:
                of = other.of if other.of == _called(one) else ANY_NAME
                forms[part] = Form(None, of, capitalised and other.capitalised)
    for key, one in named.items():
        alone = len(key) == 1 and (key[0] in ordinary or key[0] in ALSO_WORDS)
        forms[key] = Form(key, _called(one), alone)
    return forms


def _is_no_name(key: Key, one: Named, ordinary: frozenset[str]) -> bool:
    """Whether it is found by its form alone, or is what many have, as a department that is called `Legal`."""
    common = one.kind is Kind.ORGANISATION and not one.role and all(word in ordinary for word in key)
    return common or one.kind in CONTACTS


def _parts(key: Key, one: Named, ordinary: frozenset[str]) -> Iterator[tuple[Key, bool]]:
    """The parts that stand for a whole name, and whether each counts with a capital letter only."""
    if one.kind is Kind.ORGANISATION:
        yield from _short(key, ordinary)
    elif _is_person(one) and len(key) > 1:
        for part in key:
            if len(part) >= _SHORTEST_PART and part.isalpha() and part not in PARTICLES | ordinary:
                yield (part,), part in ALSO_WORDS


def _short(key: Key, ordinary: frozenset[str]) -> Iterator[tuple[Key, bool]]:
    """An organisation without its legal form, and what it begins with, down to a distinctive first word."""
    short = key
    while len(short) > 1 and short[-1] in _LEGAL:
        short = short[:-1]
    for length in range(len(short), 1, -1):
        begins = short[:length]
        common = all(word in ordinary or word in COMMON_IN_FIRMS for word in begins)
        if begins != key and (length == len(short) or not common):
            yield begins, common or begins[0] in ALSO_WORDS
    first = short[0]
    distinctive = (
        len(first) >= _SHORTEST_OF_FIRM
        and first.isalpha()
        and first not in ordinary | ALSO_WORDS | COMMON_IN_FIRMS
        and not is_unspaced(first)
    )
    if len(short) == 1 < len(key) and first not in ordinary:
        yield short, first in ALSO_WORDS | COMMON_IN_FIRMS
    elif len(short) > 1 and distinctive:
        yield (first,), True  # it may be a word that we do not know


_LEGAL = frozenset(folded(word) for form in LEGAL_FORMS for word in keys_of(form))


def _called(one: Named) -> str:
    return str(Kind.PERSON if _is_person(one) else one.kind)


def _is_person(one: Named) -> bool:
    return one.kind in (Kind.PERSON, Kind.PARTICIPANT)


def _may_be(part: Named, whole: Named) -> bool:
    """Whether the part of a name may be taken for its whole: who takes part is nobody who was only named."""
    return part.kind is not Kind.PARTICIPANT or whole.kind is Kind.PARTICIPANT


def _with_role(one: Named, role: str) -> Named:
    return Named(name=one.name, kind=one.kind, role=role, alike=one.alike)
