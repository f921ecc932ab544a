"""Finding names in what was typed: only where the words themselves say that it is a name.

A title ("Dr. Osei"), a role beside it ("our head of quality, Maria Keller", "CFO Ingrid Sandvik"), a legal
form ("Halden Valves GmbH") or the form of an address or number says so everywhere. A question that asks for
names says so of capitalised words in its answer. Nothing else is taken for a name: a wrong guess would spoil
what was said.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.redaction.contacts import contacts_as_typed
from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.roles import after_role, noun_kind, role_beside
from chatbot.report.redaction.tokens import (
    are_ordinary,
    as_name,
    begins_sentence,
    is_acronym,
    is_legal,
    is_title,
    runs,
    tokens_of,
)
from chatbot.report.redaction.wording import WELL_KNOWN

_LONGEST_NAME: Final = 5
_SHORTEST_UNSURE: Final = 3


def names_in(text: str, ordinary: frozenset[str], naming: dict[Kind, str] | None = None) -> Iterator[Named]:
    """The names that a text gives as such, in their order.

    Args:
        text: what somebody typed.
        ordinary: words that are no names, in lower case.
        naming: what the question asks the names of, with the role that each of them has.
    """
    text = unicodedata.normalize("NFC", text)
    for typed, kind in contacts_as_typed(text):
        yield Named(name=typed, kind=kind)
    tokens = tokens_of(text)
    asked = []
    for start, end in runs(tokens, ordinary):
        named = _named(tokens, start, end, ordinary)
        if named:
            yield named
        if naming and _could_be_asked_for(tokens, start, end, ordinary):
            asked.append(as_name(tokens[start:end]))
    if len(set(asked)) == 1 and naming:  # of several it would be a guess which one is meant
        for kind, role in naming.items():
            yield Named(name=asked[0], kind=kind, role=role)


def kind_of(name: str, role: str) -> Kind:
    """What somebody who gives a name and a role means by it, as far as the words say it."""
    found = list(contacts_as_typed(name))
    if len(found) == 1 and found[0][0] == name:
        return found[0][1]
    words = role.split()
    if any(map(is_legal, name.split()[1:])) or (words and noun_kind(words[-1]) is Kind.ORGANISATION):
        return Kind.ORGANISATION
    return Kind.PERSON


def unsure_in(text: str, ordinary: frozenset[str]) -> Iterator[str]:
    """Capitalised words that could be a name: several together, or one inside a sentence."""
    tokens = tokens_of(text)
    for start, end in runs(tokens, ordinary):
        words = tokens[start:end]
        if len(words) > 1:
            if not are_ordinary(words, ordinary, any):
                yield as_name(words)
        elif not begins_sentence(tokens, start) and _could_be_a_name(as_name(words), ordinary):
            yield as_name(words)


def _could_be_a_name(word: str, ordinary: frozenset[str]) -> bool:
    return (
        len(word) >= _SHORTEST_UNSURE and not word.isupper() and word.casefold() not in ordinary | WELL_KNOWN
    )


def _named(tokens: Sequence[str], start: int, end: int, ordinary: frozenset[str]) -> Named | None:
    """What capitalised words that stand together name, if they say so."""
    legal = next((at for at in range(end - 1, start, -1) if is_legal(tokens[at])), None)
    if legal is not None:
        called = noun_kind(tokens[start]) is Kind.ORGANISATION and legal - start > 2
        return Named(name=as_name(tokens[start + called : legal + 1]), kind=Kind.ORGANISATION)
    if end - start > 2 and tokens[end - 1].isupper() and noun_kind(tokens[end - 1]):  # "Ingrid Sandvik CFO"
        return Named(name=as_name(tokens[start : end - 1]), kind=Kind.PERSON, role=f"the {tokens[end - 1]}")
    role_ends = after_role(tokens, start, end)
    begins = start if role_ends is None else role_ends
    first = begins
    while first < end and is_title(tokens[first]):
        first += 1
    while end - first > 1 and tokens[end - 1] == "I":  # "Mr Patel I think"
        end -= 1
    words = tokens[first:end]
    if not words or len(words) > _LONGEST_NAME:
        return None
    kind, role = role_beside(tokens, first, end, begins)
    if first > begins:
        return Named(name=as_name(words), kind=kind or Kind.PERSON, role=role)
    if role_ends is not None and (len(words) == 1 or are_ordinary(words, ordinary, any)):
        return None  # "CFO Dashboard", "Product Owner Decision Log"
    if kind is None or are_ordinary(words, ordinary, all):
        return None
    if kind is Kind.PERSON and are_ordinary(words, WELL_KNOWN, all):  # "the process owner is Excel"
        return None
    return Named(name=as_name(words), kind=kind, role=role)


def _could_be_asked_for(tokens: Sequence[str], start: int, end: int, ordinary: frozenset[str]) -> bool:
    """Whether capitalised words may be what a question for a name asks for."""
    words = tokens[start:end]
    return (
        not any(map(is_acronym, words))
        and not are_ordinary(words, ordinary, any)
        and not any(map(is_title, words))
        and len(words) <= _LONGEST_NAME
        and (len(words) > 1 or (start > 0 and tokens[start - 1].casefold() in ("named", "called", ":")))
    )
