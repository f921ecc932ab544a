"""What the words beside a name say that it is the name of: "Maria Keller, our head of quality"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from chatbot.report.redaction.named import Kind
from chatbot.report.redaction.tokens import capitalised, goes_on, is_acronym
from chatbot.report.redaction.wording import DEPARTMENTS, ENDS_ROLE, ORGANISATIONS, PEOPLE, RANKS

PREPOSITIONS: Final = frozenset(["of", "for", "to", "at", "in", "on", "with", "by", "from", "about"])
_DETERMINERS: Final = frozenset(["our", "the", "my", "their", "your", "his", "her", "a", "an"])
_JOINS: Final = frozenset([",", "is", "was", ":", "called", "named", "-", "\u2013", "("])
_BEGINS: Final = frozenset(["is", "was", "as", ",", "(", "-", "\u2013"])
_LONGEST: Final = 8
_LONGEST_COMPLEMENT: Final = 4
_BETWEEN: Final = ("of", "for", "and", "&")


def noun_kind(word: str) -> Kind | None:
    """What somebody or something is that is called by a noun such as `owner` or `supplier`."""
    plain = word.casefold().rstrip(".")
    return Kind.PERSON if plain in PEOPLE else Kind.ORGANISATION if plain in ORGANISATIONS else None


def role_beside(tokens: Sequence[str], first: int, end: int, start: int) -> tuple[Kind | None, str]:
    """What is said beside a name.

    Args:
        first: where the name begins.
        end: where it ends.
        start: where it begins with what belongs to it, such as a title.
    """
    after = list(takewhile(goes_on, tokens[end : end + _LONGEST + 2]))
    if after and after[0].casefold() in _BEGINS:
        bare = after[0] != "," or _looks_like_somebody(tokens[first:end])
        if found := _role_in(after[1:], bare=bare):
            return found
    if start and tokens[start - 1].casefold() in PREPOSITIONS:  # "the assistant of Keller" is not Keller
        return None, ""
    before = list(takewhile(goes_on, reversed(tokens[max(0, start - _LONGEST - 2) : start])))
    told = before[:1] == [":"] and _looks_like_somebody(tokens[first:end])  # "owner: Maria Keller"
    while before and before[0].casefold() in _JOINS:
        before.pop(0)
    said = list(reversed(before))
    places = [at for at, word in enumerate(said) if word.casefold() in _DETERMINERS]
    if places and (found := _role_in(said[places[-1] :], bare=False)):
        return found
    last = said[-_without_mark(before) :] if told else ()
    return _role_in(_title_before(said), bare=True) or _role_in(last, bare=True) or (None, "")


def after_role(tokens: Sequence[str], start: int, end: int) -> int | None:
    """Where the name begins in capitalised words that begin with a role, as in `CFO Ingrid Sandvik`."""
    for at in range(end - 1, start, -1):
        if noun_kind(tokens[at - 1]):
            return at
    return None


def _looks_like_somebody(words: Sequence[str]) -> bool:
    """Whether words are so much like a name that a role may follow them without an article."""
    return len(words) > 1 and not any(map(is_acronym, words))


def _title_before(said: Sequence[str]) -> Sequence[str]:
    """A role that is written as a title, such as `Head of Claims`: capitalised, from its noun on."""
    at = len(said)
    while at > 0 and (capitalised(said[at - 1]) or said[at - 1].casefold() in _BETWEEN):
        at -= 1
    words = said[at:]
    first = next((place for place, word in enumerate(words) if noun_kind(word) and capitalised(word)), None)
    while first and words[first - 1].casefold() in DEPARTMENTS | RANKS:
        first -= 1
    return () if first is None else words[first:]


def _without_mark(words: Sequence[str]) -> int:
    """How many words there are before the first mark."""
    return sum(1 for _ in takewhile(lambda word: word[0].isalnum(), words))


def _role_in(words: Sequence[str], *, bare: bool) -> tuple[Kind, str] | None:
    """A role at the beginning of some words; without `bare` it has to begin with an article or the like."""
    starts = bool(words) and words[0].casefold() in _DETERMINERS
    if not (starts or bare):
        return None
    said = words[int(starts) :][:_LONGEST]
    told = list(takewhile(lambda word: word[0].isalpha() and word.casefold() not in ENDS_ROLE, said))
    head = list(takewhile(lambda word: word.casefold() not in PREPOSITIONS, told))
    if head and not noun_kind(head[-1]):  # "CFO needs it": what is written as a title ends by itself
        head = list(takewhile(capitalised, head))
        told = head
    kind = noun_kind(head[-1]) if head else None
    if kind is None:
        return None
    return kind, " ".join(["the", *head, *_complement(told[len(head) :])])


def _complement(words: Sequence[str]) -> Sequence[str]:
    """What belongs to a role after its noun, such as `of Group Quality`."""
    return words[:_LONGEST_COMPLEMENT] if len(words) > 1 and words[0].casefold() == "of" else ()
