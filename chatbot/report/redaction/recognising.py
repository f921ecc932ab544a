"""Finding names in what was typed: only where the words themselves say that it is a name.

A title ("Dr. Osei"), a role beside it ("our head of quality, Maria Keller", "Maria Keller is the owner"), a
legal form ("Halden Valves GmbH") or an e-mail address says so everywhere. A question that asks for names
says so of capitalised words in its answer. Nothing else is taken for a name: a wrong guess would spoil what
was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.wording import ENDS_ROLE, LEGAL_FORMS, ORGANISATIONS, PARTICLES, PEOPLE, TITLES

_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TOKEN: Final = re.compile(
    r"(?:\b(?i:dr|prof|mr|mrs|ms|dipl|ing|inc|ltd|co|corp)|\b[^\W\d_])\."  # their full stop ends nothing
    r"|[^\W\d_](?:\.[^\W\d_])+\.?"
    r"|[^\W\d_]+(?:['\u2019\-&/][^\W\d_]+)*"
    r"|\d+|[^\w\s]|\n"
)
_LONGEST_NAME: Final = 5
_LONGEST_ROLE: Final = 8
_LONGEST_COMPLEMENT: Final = 4
_LONGEST_ACRONYM: Final = 4
_DETERMINERS: Final = frozenset(["our", "the", "my", "their", "a", "an"])
_JOINS: Final = frozenset([",", "is", "was", ":", "called", "named", "-"])
_PREPOSITIONS: Final = frozenset(["of", "for", "to", "at", "in", "on", "with", "by", "from", "about"])
_BEGINS_ROLE: Final = frozenset(["is", "was", "as", ",", "(", "-"])


def names_in(text: str, ordinary: frozenset[str], naming: dict[Kind, str] | None = None) -> Iterator[Named]:
    """The names that a text gives as such, in their order.

    Args:
        text: what somebody typed.
        ordinary: words that are no names, in lower case.
        naming: what the question asks the names of, with the role that each of them has.
    """
    for address in _ADDRESS.finditer(text):
        yield Named(name=address[0].rstrip("."), kind=Kind.ADDRESS)
    tokens = _TOKEN.findall(_ADDRESS.sub(" ", text))
    asked = []
    for start, end in _runs(tokens, ordinary):
        yield from _named(tokens, start, end, ordinary)
        if naming and _could_be_asked_for(tokens, start, end, ordinary):
            asked.append(_joined(tokens[start:end]))
    if len(set(asked)) == 1 and naming:  # of several it would be a guess which one is meant
        for kind, role in naming.items():
            yield Named(name=asked[0], kind=kind, role=role)


def unsure_in(text: str, ordinary: frozenset[str]) -> Iterator[str]:
    """Several capitalised words together, none of them ordinary: it could be a name."""
    tokens = _TOKEN.findall(_ADDRESS.sub(" ", text))
    for start, end in _runs(tokens, ordinary):
        words = tokens[start:end]
        if len(words) > 1 and not _ordinary(words, ordinary, any):
            yield _joined(words)


def _runs(tokens: Sequence[str], ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where capitalised words stand together, titles among them; an ordinary word in front does not count."""
    place = 0
    while place < len(tokens):
        end = place
        while end < len(tokens) and (
            _capitalised(tokens[end]) or (end > place and _is_particle(tokens, end)) or _legal(tokens[end])
        ):
            end += 1
        start = place
        while start < end and tokens[start].casefold() in ordinary and not _title(tokens[start]):
            start += 1
        if start < end:
            yield start, end
        place = max(end, place + 1)


def _named(tokens: Sequence[str], start: int, end: int, ordinary: frozenset[str]) -> Iterator[Named]:
    titled = start
    while titled < end and _title(tokens[titled]):
        titled += 1
    legal = next((at for at in range(end - 1, start, -1) if _legal(tokens[at])), None)
    words = tokens[titled:end]
    if legal is not None:
        yield Named(name=_joined(tokens[start : legal + 1]), kind=Kind.ORGANISATION)
    elif not words or len(words) > _LONGEST_NAME:
        return
    elif titled > start:
        kind, role = _role(tokens, titled, end, start)
        yield Named(name=_joined(words), kind=kind or Kind.PERSON, role=role)
    elif not _ordinary(words, ordinary, all):
        kind, role = _role(tokens, titled, end, start)
        if kind is not None:
            yield Named(name=_joined(words), kind=kind, role=role)


def _could_be_asked_for(tokens: Sequence[str], start: int, end: int, ordinary: frozenset[str]) -> bool:
    """Whether capitalised words may be what a question for a name asks for."""
    words = tokens[start:end]
    acronym = any(word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM for word in words)
    return (
        not acronym
        and not _ordinary(words, ordinary, any)
        and not any(map(_title, words))
        and len(words) <= _LONGEST_NAME
        and (len(words) > 1 or _named_before(tokens, start))
    )


def _role(tokens: Sequence[str], first: int, end: int, start: int) -> tuple[Kind | None, str]:
    """What the words beside a name say that it is: "Maria Keller, our head of quality", or the other way."""
    after = list(takewhile(_goes_on, tokens[end : end + _LONGEST_ROLE + 2]))
    if after and after[0].casefold() in _BEGINS_ROLE and (found := _role_in(after[1:], after[0] != ",")):
        return found
    if start and tokens[start - 1].casefold() in _PREPOSITIONS:  # "the assistant of Keller" is not Keller
        return None, ""
    before = list(takewhile(_goes_on, reversed(tokens[max(0, start - _LONGEST_ROLE - 2) : start])))
    while before and before[0].casefold() in _JOINS:
        before.pop(0)
    said = list(reversed(before))
    places = [at for at, word in enumerate(said) if word.casefold() in _DETERMINERS]
    if places and (found := _role_in(said[places[-1] :], False)):
        return found
    return None, ""


def _role_in(words: Sequence[str], bare: bool) -> tuple[Kind, str] | None:
    """A role at the beginning of some words; without `bare` it has to begin with an article or the like."""
    starts = bool(words) and words[0].casefold() in _DETERMINERS
    if not (starts or bare):
        return None
    said = words[int(starts) :][:_LONGEST_ROLE]
    told = list(takewhile(lambda word: word[0].isalpha() and word.casefold() not in ENDS_ROLE, said))
    head = list(takewhile(lambda word: word.casefold() not in _PREPOSITIONS, told))
    for kind, nouns in ((Kind.PERSON, PEOPLE), (Kind.ORGANISATION, ORGANISATIONS)):
        if head and head[-1].casefold().rstrip(".") in nouns:
            return kind, " ".join(["the", *head, *_complement(told[len(head) :])])
    return None


def _complement(words: Sequence[str]) -> Sequence[str]:
    """What belongs to a role after its noun, such as `of Group Quality`."""
    return words[:_LONGEST_COMPLEMENT] if len(words) > 1 and words[0].casefold() == "of" else ()


def _goes_on(token: str) -> bool:
    return token not in (".", ";", "!", "?", "\n", ")")


def _named_before(tokens: Sequence[str], start: int) -> bool:
    return start > 0 and tokens[start - 1].casefold() in ("named", "called", ":")


def _capitalised(token: str) -> bool:
    return token[0].isalpha() and token[0] == token[0].upper() and token[0] != token[0].lower()


def _is_particle(tokens: Sequence[str], at: int) -> bool:
    """A small word inside a name: something capitalised has to follow it."""
    return tokens[at].casefold() in PARTICLES and any(map(_capitalised, tokens[at + 1 : at + 3]))


def _title(token: str) -> bool:
    return token.casefold().rstrip(".") in TITLES and _capitalised(token)


def _legal(token: str) -> bool:
    return token.casefold() in LEGAL_FORMS or token.casefold().rstrip(".") in LEGAL_FORMS


def _ordinary(
    words: Sequence[str], ordinary: frozenset[str], how_many: Callable[[Iterable[bool]], bool]
) -> bool:
    """Whether any, or all, of the words are ordinary ones."""
    return how_many(word.casefold().rstrip(".") in ordinary for word in words)


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).rstrip(".")
