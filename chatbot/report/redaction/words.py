"""Words of a text with their places, and how they are compared: case, accents and hyphens do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from msgspec import Struct

_WORD: Final = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_JOINT: Final = re.compile(r"\s+|\s?['\u2018\u2019\u02bc\-\u2010-\u2013.@&/_+]\s?")
_UNSPACED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between words, as Unicode begins the names of their characters."""


class Word(Struct, frozen=True):
    """A word as it stands in a text: where it begins and ends, and as it is compared."""

    begins: int
    ends: int
    key: str


def words_of(text: str) -> list[Word]:
    """The words of a text, in order; apostrophes, hyphens and underscores part them."""
    return [Word(found.start(), found.end(), folded(found[0])) for found in _WORD.finditer(text)]


def keys_of(name: str) -> tuple[str, ...]:
    """A name as it is compared, word by word."""
    return tuple(word.key for word in words_of(name))


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without case and accents: `\u0130pek`, `ipek` and `IPEK` are one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def joined(text: str, one: Word, other: Word) -> bool:
    """Whether two words that follow each other may be parts of one name, by what stands between them."""
    return _JOINT.fullmatch(text, one.ends, other.begins) is not None


def is_unspaced(name: str) -> bool:
    """Whether a name is written in a script that puts no space between words."""
    return any(unicodedata.name(one, "").startswith(_UNSPACED) for one in name)
