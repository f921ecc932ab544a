"""How many items words speak of: all of them, none of them, the rest, the other two, the first, the last two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from chatbot.dialog.script import Question


class Amount(StrEnum):
    """Which items an expression picks out."""

    ALL = "all"
    NONE = "none"
    """All of them, and that they are not so: "none of the four", "no department"."""
    REST = "rest"
    SOME = "some"
    """So many of them, without saying which: "three out of four"."""
    PLACES = "places"
    """By their places on the list: "the first", "the last two"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An expression that picks out items.

    Attributes:
        number: how many they are said to be; 0 where it is not said.
        places: from 0, their places.
        firm: whether it cannot be a word of some sentence about something else.
        start: where it begins in the text that was searched.
        end: where it ends.
    """

    amount: Amount
    number: int
    places: tuple[int, ...]
    firm: bool
    start: int
    end: int


_NUMBERS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_NUMBER: Final = rf"(?:{'|'.join(_NUMBERS[2:])}|\d)"
_NOUNS: Final = (
    "points?|items?|things?|ones?|lines?|areas?|topics?|controls?|aspects?|parts|elements?|issues?|bullets?"
    "|questions?|entries|subjects?|matters|rows?|stuff"
)
_THESE: Final = (
    "them|these|those|that|this|it|you mention|which|the above|the lot|the list|your list|what you list"
)
_ADVERBS: Final = frozenset(
    {"all", "any", "each", "every", "both", "either", "everywhere", "throughout", "all the"}
)
"""Words for all that are as often just words of a sentence."""
_FOLLOWED: Final = (
    r"(?= (?:(?:is|are|has|have|yes|yeah|no|not|nope|ok|okay|fine|done|partly|half|missing|unknown|n|y|p|sort|kind"
    r"|more|so|in|and|to|works?|exists?|settled|i|we|only|maybe)\b|[,;:.(-])|$)"
)
_IDIOM: Final = re.compile(
    r"\b(?:that is all|that was all|after all|at all|first of all|all in all|above all|all right|all day|all the time"
    r"|all along|all over|all of a sudden)\b"
)
_NEAR: Final = 10
_THESE_NOUN: Final = re.compile(r"\b(?:these|following) (\w+s)\b")


def amounts(question: Question, text: str) -> Iterator[Counted]:
    """Every expression for a number of items in a text of words with single blanks, in order."""
    for match in _pattern(_nouns(question)).finditer(text):
        kind = match.lastgroup or ""
        number = _number(match.groupdict().get(f"n_{kind}") or "")
        start, end = match.span()
        if _IDIOM.search(text[max(0, start - _NEAR) : end + _NEAR]) and kind == "all":
            continue
        match kind:
            case "none":
                yield Counted(Amount.NONE, number, (), match[0] != "nowhere", start, end)
            case "rest" | "else":
                yield Counted(Amount.REST, number, (), True, start, end)
            case "all" | "any" | "whole":
                bare = match[0] in _ADVERBS or match[0].endswith(" single")
                yield Counted(Amount.ALL, 2 if match[0] == "both" else number, (), not bare, start, end)
            case "some":
                yield Counted(Amount.SOME, _number(match["n_some_"] or ""), (), True, start, end)
            case "place" | "ends":
                places = _places(match[0], len(question.items))
                if places:
                    yield Counted(Amount.PLACES, len(places), places, True, start, end)


def _nouns(question: Question) -> str:
    """What the items are called in general: "departments" where that is what the question asks about."""
    own = _THESE_NOUN.search(question.ask.casefold())
    return f"{_NOUNS}|{own[1]}|{own[1].removesuffix('s')}" if own else _NOUNS


@lru_cache(maxsize=32)
def _pattern(nouns: str) -> re.Pattern[str]:
    def of(name: str) -> str:
        these = rf"(?:{_THESE})(?: (?P<n_{name}>{_NUMBER}))?(?: (?:{nouns}))?"
        the = rf"(?:the |your |all )?(?:{_NUMBER}(?: (?:{nouns}))?|{nouns})"
        return rf"of (?:all )?(?:{these}|{the})\b"

    rest = (
        r"(?:(?:all|both|everything|each|any|none) (?:of )?)?"
        rf"(?:the (?:other|remaining)(?: (?:{_NUMBER}|half))(?: (?:{nouns}))?|the (?:other|remaining) (?:{nouns})|the rest|the remainder"
        rf"|the others?|(?:all|both) (?:the )?others?|other {_NUMBER}(?: (?:{nouns}))?|the {_NUMBER} others|remaining {_NUMBER}"
        rf"|all (?:other|remaining) (?:{nouns})|rest|others|other (?:{nouns})|remaining (?:{nouns}))"
        r"(?: of (?:it|them|these|those|this|the list))?"
    )
    parts = [
        rf"(?P<none>(?:none|nothing|neither|not (?:a )?(?:single )?one|not (?:a )?single one|not any|no one|nobody does any) {of('none')}"
        rf"|(?:no|not (?:a )?single|not one) (?!ones?\b)(?:{nouns})\b|nothing of the (?:sort|kind)|nothing like that|nowhere)",
        r"(?P<else>(?:all|everything|everybody|everyone|(?<!not )(?<!not for )(?<!nor for )anything) else(?: on the list)?|otherwise|elsewhere)",
        rf"(?P<rest>\b{rest}\b)",
        rf"(?P<some>(?:(?P<n_some_>{_NUMBER})|one|half|most|some|many|few|a few|several|part|parts) (?:out )?{of('some')})",
        rf"(?P<any>(?:any|either|every(?: single)? (?:one|bit|thing)|each(?: and every)?(?: one)?|all|both|every|whole|most) {of('any')})",
        rf"(?P<all>\b(?:all|both)(?: of)?(?: the| these| those)?(?: (?P<n_all>{_NUMBER}))?(?: (?:{nouns}))?\b"
        rf"|\b(?:every|each|any|either)(?: single)?(?: (?:{nouns}))?\b|\beverything(?: (?:here|above|mentioned|listed|on the list|you ask|you list))?)",
        r"(?P<whole>the (?:whole|entire|full) (?:lot|list|thing|set|package)|across the board|everywhere|the lot|throughout)",
        rf"(?P<ends>\b(?:the )?(?:first|last) {_NUMBER}(?: (?:{nouns}))?\b)",
        rf"(?P<place>\b(?:the )?(?:{'|'.join(_ORDINALS)}|last|\d(?:st|nd|rd|th))(?: (?:{nouns}))?\b{_FOLLOWED}"
        rf"|\b(?:(?:number|point|item|question|line) (?:{_NUMBER}|one)|(?:no|nr) \d)\b)",
    ]
    return re.compile("|".join(rf"(?:(?<=\s)|^){part}" if at < 2 else part for at, part in enumerate(parts)))


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else 0


def _places(words: str, of: int) -> tuple[int, ...]:
    """From 0, the places that "the last two" or "the second one" means on a list of so many."""
    split = words.removeprefix("the ").split()
    first, second = split[0], split[1] if len(split) > 1 else ""
    number = _number(second)
    if first in ("number", "point", "item", "no", "nr", "question", "line"):
        return (number - 1,) if 1 <= number <= of else ()
    if first in ("first", "last") and number:
        return tuple(range(of))[:number] if first == "first" else tuple(range(of))[-number:]
    at = of - 1 if first == "last" else _ORDINALS.index(first) if first in _ORDINALS else int(first[:-2]) - 1
    return (at,) if 0 <= at < of else ()
