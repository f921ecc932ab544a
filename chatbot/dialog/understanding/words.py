"""Words as compared: visible, folded, contractions written out; and the way back to what was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST: Final = 500
"""How many characters are compared; whoever writes more is telling, not choosing."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


NEGATIONS: Final = word_set(
    """
    no not never none nobody nobodys nothing nowhere nor neither without hardly barely scarcely lacks lacking
    non nope nay
    """
)
"""Words that turn a sentence into its opposite, after contractions were written out."""

_SWAPPED: Final = frozenset("".join(sorted(word)) for word in NEGATIONS if len(word) > 2)
_LONGEST_RAW: Final = 4 * LONGEST
_ESCAPE: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|O.|.?)", re.DOTALL)
_APOSTROPHES: Final = dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\uff07", "'")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SELECTORS: Final = frozenset(
    {*map(chr, range(0xFE00, 0xFE10)), "\u034f", "\u115f", "\u1160", "\u3164", "\u2800"}
)
_WORD: Final = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")

_SPELLED_OUT: Final = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "ain't": ("is", "not"),
    "i'm": ("i", "am"),
    "im": ("i", "am"),
    "let's": ("let", "us"),
    **{
        f"{verb}nt": (verb, "not")
        for verb in word_set("do does did is are was were has have had would could should must need")
    },
    **{f"{word}'s": (word, "is") for word in word_set("it that what there here who how where why")},
}
_ENDINGS: Final = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was typed, made comparable.

    Attributes:
        raw: the words as typed.
        text: what can be seen of them: compatibility forms resolved, case folded, white space as single
            blanks and line ends.
        at: for each character of `text`, where in `raw` it begins.
    """

    raw: str
    text: str
    at: tuple[int, ...]

    def verbatim(self, start: int, end: int) -> str:
        """What was typed for `text[start:end]`, without the white space around it."""
        first = self.at[start] if start < len(self.at) else len(self.raw)
        last = self.at[end] if end < len(self.at) else len(self.raw)
        return self.raw[first:last].strip()


def spoken(said: str) -> Spoken | None:
    """What was typed, made comparable; `None` when it is too long to be compared."""
    raw = said.strip()
    if len(raw) > _LONGEST_RAW:
        return None
    said_visibly = folded(raw)
    return said_visibly if len(said_visibly.text) <= LONGEST else None


def beginning(said: str, length: int) -> Spoken:
    """The first `length` characters of what was typed, made comparable."""
    return folded(said.lstrip()[:length])


def is_visible(said: str) -> bool:
    """Whether there is anything to see in the words."""
    return any(not char.isspace() and not _is_invisible(char) for char in said)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a folded text, contractions written out, without punctuation."""
    return tuple(part for word in _WORD.findall(text.replace("&", " and ")) for part in spelled_out(word))


@lru_cache(maxsize=8192)
def phrase(authored: str) -> tuple[str, ...]:
    """The words of an authored phrase or id."""
    return words_of(folded(authored).text)


def spelled_out(word: str) -> tuple[str, ...]:
    """A folded word, or the words that it contracts: `don't` is `do not`."""
    if word in _SPELLED_OUT:
        return _SPELLED_OUT[word]
    for ending, meant in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], meant
    return (word.replace("'", ""),)


def negations(words: tuple[str, ...]) -> int:
    """How often the words negate, swapped letters included (`nto`)."""
    return sum(word in NEGATIONS or "".join(sorted(word)) in _SWAPPED for word in words)


def folded(raw: str) -> Spoken:
    """Any words, made comparable, however long."""
    text: list[str] = []
    at: list[int] = []
    here = 0
    while here < len(raw):
        start, char = here, raw[here]
        if char == "\x1b" and (escape := _ESCAPE.match(raw, here)):
            here = escape.end()
            continue
        here += 1
        while here < len(raw) and _continues(raw[here]):
            here += 1
        for seen in _fold(raw[start:here], char):
            if seen in " \n" and (not text or text[-1] in " \n"):
                if seen == "\n" and text:
                    text[-1] = seen
                continue
            text.append(seen)
            at.append(start)
    while text and text[-1] in " \n":
        text.pop()
        at.pop()
    return Spoken(raw, "".join(text), tuple(at))


def _fold(cluster: str, first: str) -> str:
    if first in "\r\n\u2028\u2029":
        return "\n"
    if first.isspace():
        return " "
    if _is_invisible(first):
        return ""
    if first in _APOSTROPHES:
        return "'"
    if cluster.isascii():
        return cluster.casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())


def _continues(char: str) -> bool:
    """Whether a character belongs to the one before it: an accent, a vowel of a Hangul syllable."""
    if char.isascii():
        return False
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"


def _is_invisible(char: str) -> bool:
    if char.isascii():
        return char < " " or char == "\x7f"
    return char in _SELECTORS or unicodedata.category(char) in _INVISIBLE


_CLAUSE: Final = re.compile(r"[.,;:!?\n()\u2013\u2014]| - ")
_TURNS: Final = word_set("but except although though however while whereas")


def clauses(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a folded text, contractions written out, in the stretches between marks and opposites."""
    found: list[tuple[str, ...]] = []
    for stretch in _CLAUSE.split(text.replace("&", " and ")):
        part: list[str] = []
        for word in words_of(stretch):
            if word in _TURNS and part:
                found.append(tuple(part))
                part = []
            elif word not in _TURNS:
                part.append(word)
        if part:
            found.append(tuple(part))
    return tuple(found)
