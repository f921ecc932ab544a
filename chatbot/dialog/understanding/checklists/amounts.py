"""How many items words speak of: all of them, none, the rest, the other two, the first, the last two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from chatbot.dialog.script import Question
from chatbot.dialog.understanding.numbering import COUNTED, ORDINALS


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


_NUMBERS: Final = ("zero", *COUNTED)
_NUMBER: Final = rf"(?:{'|'.join(_NUMBERS[2:])}|\d)"
_NOUNS: Final = "|".join(
    (
        "points?|items?|things?|ones?|lines?|areas?|topics?|controls?|aspects?|parts|elements?|issues?",
        "bullets?|questions?|entries|subjects?|matters|rows?|stuff",
    )
)
_THESE: Final = "|".join(
    ("them|these|those|that|this|it|which|you mention|what you list", "the above|the lot|the list|your list")
)
_ADVERBS: Final = frozenset(
    {
        "all",
        "any",
        "each",
        "every",
        "both",
        "either",
        "everywhere",
        "throughout",
        "all the",
        "otherwise",
        "elsewhere",
        "everybody",
        "everyone",
    }
)
"""Words for all that are as often just words of a sentence."""
_GOES_ON: Final = "|".join(
    (
        "is|are|has|have|yes|yeah|no|not|nope|ok|okay|fine|done|partly|half|missing|unknown|n|y|p|sort|kind",
        "more|so|in|and|to|works?|exists?|settled|i|we|only|maybe",
    )
)
_FOLLOWED: Final = rf"(?= (?:(?:{_GOES_ON})\b|[,;:.(-])|$)"
"""What stands behind "the first" or "the last" where a place is meant."""
_IDIOM: Final = re.compile(
    r"\b(?:that (?:is|was) all|(?:after|at|above) all|first of all|all of a sudden"
    r"|all (?:in all|right|day|the time|along|over))\b"
)
_APART: Final = 2
"""How many of the expressions have to begin with a word of their own."""
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
                yield Counted(Amount.REST, number, (), match[0] not in _ADVERBS, start, end)
            case "all" | "any" | "whole":
                bare = match[0] in _ADVERBS or match[0].endswith(" single")
                yield Counted(Amount.ALL, 2 if match[0] == "both" else number, (), not bare, start, end)
            case "some":
                yield Counted(Amount.SOME, number, (), True, start, end)
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

    number, noun = _NUMBER, rf"(?: (?:{nouns}))?"
    other = "(?:other|remaining)"
    rest = "|".join(
        (
            rf"the {other} (?:{number}|half){noun}|the {other} (?:{nouns})|the (?:rest|remainder|others?)",
            rf"(?:all|both) (?:the )?others?|{other} {number}{noun}|the {number} others",
            rf"all {other} (?:{nouns})|rest|others|{other} (?:{nouns})",
        )
    )
    of_rest = "(?: of (?:it|them|these|those|this|the list))?"
    every = "(?:all|everything|everybody|everyone|(?<!not )(?<!not for )(?<!nor for )anything)"
    none = "none|nothing|neither|not (?:a )?(?:single )?one|not any|no one|nobody does any"
    some = f"(?P<n_some>{number})|one|half|most|some|many|few|a few|several|part|parts"
    one_by_one = "every(?: single)? (?:one|bit|thing)|each(?: and every)?(?: one)?"
    listed = "here|above|mentioned|listed|on (?:the|your) list|you ask|you list"
    the_lot = "the (?:whole|entire|full) (?:lot|list|thing|set|package)|across the board|the lot"
    parts = (
        rf"(?P<none>(?:{none}) {of('none')}|(?:no|not (?:a )?single|not one) (?!ones?\b)(?:{nouns})\b"
        r"|nothing of the (?:sort|kind)|nothing like that|nowhere)",
        rf"(?P<else>{every} else(?: (?:{listed}))?|otherwise|elsewhere)",
        rf"(?P<rest>\b(?:(?:all|both|everything|each|any|none) (?:of )?)?(?:{rest}){of_rest}\b)",
        rf"(?P<some>(?:{some}) (?:out )?{of('some_of')})",
        rf"(?P<any>(?:any|either|{one_by_one}|all|both|every|whole|most) {of('any')})",
        rf"(?P<all>\b(?:all|both)(?: of)?(?: the| these| those)?(?: (?P<n_all>{number}))?{noun}\b"
        rf"|\b(?:every|each|any|either)(?: single)?{noun}\b|\beverything(?: (?:{listed}))?"
        r"|\b(?:everybody|everyone)\b)",
        rf"(?P<whole>{the_lot}|everywhere|throughout)",
        rf"(?P<ends>\b(?:the )?(?:first|last) {number}{noun}\b)",
        rf"(?P<place>\b(?:the )?(?:{'|'.join(ORDINALS)}|last|\d(?:st|nd|rd|th)){noun}\b{_FOLLOWED}"
        rf"|\b(?:(?:number|point|item|question|line) (?:{number}|one)|(?:no|nr) \d)\b)",
    )
    begin = r"(?:(?<=\s)|^)"
    return re.compile("|".join(f"{begin}{part}" if at < _APART else part for at, part in enumerate(parts)))


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
    at = of - 1 if first == "last" else ORDINALS.index(first) if first in ORDINALS else int(first[:-2]) - 1
    return (at,) if 0 <= at < of else ()
