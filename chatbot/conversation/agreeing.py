"""Agreeing: whether words say yes or no to a question back, choose one of several things, or say to go on."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

import msgspec

from chatbot.dialog.understanding.numbering import letter_position, position

_YES: Final = (
    r"(?:y|yes|yeah|yep|yup|sure(?: thing)?|absolutely|definitely|certainly|of course|exactly|correct|right"
    r"|ok|okay|all right|alright|fine|perfect|indeed|agreed|confirmed|do (?:it|that|so)|go ahead"
    r"|(?:please )?(?:record|save|change|take) (?:it|that|this)|make it so|i (?:do|did|am sure)|i'm sure"
    r"|it is|(?:that|it|this)(?:'s| is) (?:right|correct|it|fine|good|ok|okay|true|so|the one"
    r"|what i (?:mean|meant|said|want)))"
)
_KEEP: Final = (
    r"(?:(?:leave|keep|let) (?:it|that|this|them|everything|things"
    r"|(?:my|the)(?: (?:old|previous|earlier|first|existing"
    r"|original|current|same))?(?: (?:one|answer|value|name))?)(?: (?:alone|be|unchanged"
    r"|the (?:way|same)(?: it (?:is|was))?|as (?:it|they) (?:is|are|was|were)|as is|(?:that )?i (?:gave|had)"
    r"(?: before)?))*)"
)
_NO: Final = (
    r"(?:n|no|nope|nah|wrong|not that(?: one)?|(?:neither|none)(?: of (?:them|these|those|the two|both))?"
    r"|don't(?: do (?:it|that))?|do not(?: do (?:it|that))?|better not|rather not|i'd rather not"
    r"|not (?:really|quite|exactly|at all)|i (?:don't|didn't|do not|did not)(?: mean that)?"
    r"|(?:that|it|this)(?:'s| is) (?:wrong|not (?:it|right|so|true|what i (?:mean|meant|said)))"
    rf"|never mind|forget (?:it|that)|cancel(?: that| it)?|{_KEEP})"
)
_COURTESY: Final = r"(?:please(?: do)?|pls|thanks|thank you|very much|then|now|oh|well|hm+)"
_ALL_YES: Final = re.compile(rf"(?:{_COURTESY} )*(?:{_YES}|please(?: do)?)(?: (?:{_YES}|{_COURTESY}))*")
_ALL_NO: Final = re.compile(rf"(?:{_COURTESY} )*{_NO}(?: (?:{_NO}|{_COURTESY}))*")
_ALL_KEEP: Final = re.compile(
    rf"(?:(?:{_COURTESY}|no|nope|nah|ok|okay|let's|let us|just) )*{_KEEP}(?: {_COURTESY})*"
)

_LED: Final = re.compile(
    r"(?:(?P<yes>yes|yeah|yep|yup|exactly|correct|absolutely|definitely|of course|that's right|that is right)"
    r"|(?P<no>no|nope|nah|wrong|not that(?: one)?|(?:neither|none) of (?:them|these|those|the two)|neither))"
    r"(?:\s*[,.;:!\u2013\u2014]+|\s+-+)\s*(?P<rest>\S[\s\S]*)",
    re.IGNORECASE,
)
"""A yes or a no before a mark; what follows is more than that."""
_TAKES_BACK: Final = re.compile(r"(?:but|only|except|unless|if|though|although|not|no)\b", re.IGNORECASE)
"""What follows a yes that is none."""

_ORDINALS: Final = {
    "first": 1, "former": 1, "1st": 1, "second": 2, "latter": 2, "other": 2, "2nd": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
}  # fmt: skip
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BEFORE: Final = (
    r"(?:(?:yes|no|ok|okay|well|please|rather|then|the|it(?:'s| is| was)|that(?:'s| is| was)|i(?:'d| would)?"
    r"|think|guess|say|meant?|want|choose|pick|take|prefer|go (?:for|with)|make it|let's|let us) )*"
)
_AFTER: Final = rf"(?: (?:{_COURTESY}|i (?:think|guess|mean|meant)|is (?:right|it|correct|what i meant?)))*"
_PLACE: Final = re.compile(
    rf"{_BEFORE}(?:(?P<ordinal>{'|'.join(_ORDINALS)})"
    r"(?: (?:one|reading|option|answer|of (?:the |these |those )?(?:two|three|them|these|those)))*"
    r"|(?:(?:number|option|nr|answer|reading) )?#?(?P<digits>\d{1,3})"
    rf"|(?:number|option|answer|reading) (?P<number>{'|'.join(_NUMBERS)})){_AFTER}"
)

_GO_ON: Final = re.compile(
    rf"(?:(?:{_COURTESY}|yes|no|ok|okay|let's|let us|can we|could we|we can|just|i(?:'d| would) like to"
    r"|i want to|rather|and|so) )*"
    r"(?:(?:go|carry|move|keep going) on|(?:go|carry|move) on|continue|proceed|keep going|resume|next|not yet"
    r"|don't finish|do not finish|(?:ask )?the (?:rest|other questions|next question)|next question"
    r"|back to where we were)"
    r"(?: (?:with|from|to) (?:the )?(?:other |rest of the |remaining |next )?(?:questions?|rest|interview"
    r"|there|where we (?:were|are|left off|stopped))| where we (?:were|are|left off|stopped)| asking"
    rf"| {_COURTESY})*"
)
_ASKS: Final = re.compile(
    r"(?:what|huh|hm+|pardon|sorry|excuse me|come again|rephrase)(?: (?:that|it|please|what))*"
    r"|(?:please |sorry )*(?:can|could|would|will) (?:you|we|i)\b[\s\S]*"
    r"|(?:please )?(?:rephrase|reword|explain|repeat)\b[\s\S]*"
    r"|what (?:do|does|did|is|are|was) (?:you|that|this|it|the question)\b[\s\S]*"
    r"|i (?:would like|want|wish|'d like|need) to\b[\s\S]*|i'd (?:like|rather) (?:to )?[\s\S]*"
    r"|(?:let's|let us|let me)\b[\s\S]*|i (?:don't|do not) understand\b[\s\S]*"
)


_LONGEST: Final = 100
"""So many characters are no mere phrase any more."""


class Which(StrEnum):
    """What is said to a question back."""

    YES = "yes"
    NO = "no"
    FIRST = "first"
    SECOND = "second"


class Back(msgspec.Struct, frozen=True):
    """What is said to a question back, and what follows a yes or a no that is more than that, verbatim."""

    which: Which
    rest: str = ""


def plain(words: str) -> str:
    """Words without marks, capitals and additional space, to compare with phrases."""
    return " ".join(re.sub(r"[,.!;:\u2013\u2014]+", " ", words.casefold().replace("\u2019", "'")).split())


def heard_back(words: str) -> Back | None:
    """What the words say to "Did you mean …?" or "Shall I …?"; `None` when they say something else."""
    if _is(_ALL_YES, words):
        return Back(Which.YES)
    if _is(_ALL_NO, words):
        return Back(Which.NO)
    match = _is(_PLACE, words)
    if match and match["ordinal"]:
        at = _ORDINALS[match["ordinal"]]
        return Back(Which.FIRST) if at == 1 else Back(Which.SECOND) if at == 2 else None
    led = _LED.fullmatch(words.strip().replace("\u2019", "'"))
    if led is None or (led["yes"] and _TAKES_BACK.match(led["rest"])):
        return None
    return Back(Which.YES if led["yes"] else Which.NO, led["rest"])


def said_back(words: str) -> Which | None:
    """The same without what follows."""
    back = heard_back(words)
    return back.which if back else None


def chosen(words: str) -> int | None:
    """Which of several things on a list the words choose, from 1: "the second one please", "number 2"."""
    match = _is(_PLACE, words)
    if match is None:
        return None
    if match["ordinal"]:
        return _ORDINALS[match["ordinal"]]
    return int(match["digits"]) if match["digits"] else _NUMBERS[match["number"]]


def is_bare_place(words: str) -> bool:
    """Whether the words are nothing but a place on a list, by number or letter; y and n say yes and no."""
    said = plain(words)
    if said in ("y", "n"):
        return False
    return chosen(words) is not None or position(said) is not None or letter_position(said) is not None


def goes_on(words: str) -> bool:
    """Whether the words say to go on with the questions, in however many words of courtesy."""
    return _is(_GO_ON, words) is not None


def keeps(words: str) -> bool:
    """Whether the words say to leave an answer as it is."""
    return _is(_ALL_KEEP, words) is not None or plain(words) in ("never mind", "no never mind")


def asks_back(words: str) -> bool:
    """Whether the words ask or want something of the bot, and so tell it nothing."""
    asks = "?" in words[len(words.rstrip(" \t\r\n!?.")) :]
    return asks or _ASKS.fullmatch(plain(words)) is not None


def _is(phrase: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The match, where the words are the phrase and nothing else."""
    return phrase.fullmatch(plain(words)) if len(words) <= _LONGEST else None
