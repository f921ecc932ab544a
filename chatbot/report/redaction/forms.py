"""The forms in which a name may stand: as it was given, and the parts of it that stand for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.wording import ALSO_WORDS, LEGAL_FORMS, PARTICLES
from chatbot.report.redaction.words import folded, keys_of

Key = tuple[str, ...]
_SHORTEST_PART = 2


class Form(Struct, frozen=True):
    """One form of a name.

    Attributes:
        name: the name that it stands for; nothing where it is a part of several.
        capitalised: it counts only with a capital letter, as it is a word besides.
    """

    name: Key | None
    capitalised: bool


def once(named: Iterator[Named]) -> dict[Key, Named]:
    """Each name once, in the order of their first; a role that is known somewhere counts everywhere.

    What is only a part of somebody's full name is no name of its own.
    """
    found: dict[Key, Named] = {}
    for one in named:
        key = keys_of(one.name)
        kept = found.get(key)
        if key and kept is None:
            found[key] = one
        elif kept is not None and one.role and not kept.role:
            found[key] = _with_role(kept, one.role)
    for key in [key for key in found if len(key) == 1 and found[key].kind is not Kind.PARTICIPANT]:
        whole = [other for other in found if len(other) > 1 and key[0] in other and _is_person(found[other])]
        if len(whole) == 1 and _is_person(found[key]):
            part = found.pop(key)
            if part.role and not found[whole[0]].role:
                found[whole[0]] = _with_role(found[whole[0]], part.role)
    return found


def forms_of(named: Mapping[Key, Named], ordinary: frozenset[str]) -> dict[Key, Form]:
    """Every form of every name; of a form that several share, only that it is one."""
    forms: dict[Key, Form] = {}
    for key, one in named.items():
        for part in _parts(key, one, ordinary):
            shared = part in forms and forms[part].name != key
            forms[part] = Form(None if shared else key, part[0] in ALSO_WORDS)
    for key in named:
        alone = len(key) == 1 and (key[0] in ordinary or key[0] in ALSO_WORDS)
        forms[key] = Form(key, alone)
    return forms


def _parts(key: Key, one: Named, ordinary: frozenset[str]) -> Iterator[Key]:
    if one.kind is Kind.ORGANISATION:
        short = key
        while len(short) > 1 and short[-1] in _LEGAL:
            short = short[:-1]
        if short != key and not (len(short) == 1 and short[0] in ordinary):
            yield short
    elif _is_person(one) and len(key) > 1:
        for part in key:
            if len(part) >= _SHORTEST_PART and part.isalpha() and part not in PARTICLES | ordinary:
                yield (part,)


_LEGAL = frozenset(folded(word) for form in LEGAL_FORMS for word in keys_of(form))


def _is_person(one: Named) -> bool:
    return one.kind in (Kind.PERSON, Kind.PARTICIPANT)


def _with_role(one: Named, role: str) -> Named:
    return Named(name=one.name, kind=one.kind, role=role)
