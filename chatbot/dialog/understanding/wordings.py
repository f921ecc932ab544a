"""Which phrases an utterance is but for small words and typing errors, or the opposite of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from chatbot.dialog.understanding.features import COMMON, stem
from chatbot.dialog.understanding.spelling import near
from chatbot.dialog.understanding.words import NEGATIONS, negations, words_of

_COMMON: Final = tuple(COMMON)
_PLAIN_NOT: Final = frozenset({"no", "not", "non", "nope", "nto"})


class Wording(msgspec.Struct, frozen=True):
    """What a phrase means, and the words by which it negates."""

    meaning: str
    negated: tuple[str, ...]


class Wordings(msgspec.Struct, frozen=True):
    """The phrases of several meanings by their weighty words.

    Attributes:
        by_core: for the stems of the weighty words, in order, the phrases that consist of them.
        stems: each stem in them.
    """

    by_core: dict[str, tuple[Wording, ...]]
    stems: tuple[str, ...]

    def same(self, text: str) -> frozenset[str]:
        """The meanings of the phrases that a folded text is; empty where it is none."""
        negated, found = self._found(text)
        return frozenset(one.meaning for one in found if one.negated == negated)

    def opposite(self, text: str) -> frozenset[str]:
        """The meanings of the phrases that a folded text is but for what it negates."""
        negated, found = self._found(text)
        return frozenset(one.meaning for one in found if len(one.negated) != len(negated))

    def at_odds(self, text: str, meaning: str) -> bool:
        """Whether all phrases of a meaning that share half of a folded text negate otherwise than it does."""
        words = words_of(text)
        negated, stems = len(_negated(words)), frozenset(_core(words))
        like = [
            len(one.negated) == negated
            for core, found in self.by_core.items()
            if 2 * len(stems.intersection(core.split())) >= max(len(stems), 1)
            for one in found
            if one.meaning == meaning
        ]
        return bool(like) and not any(like)

    def _found(self, text: str) -> tuple[tuple[str, ...], tuple[Wording, ...]]:
        words = words_of(text)
        stems = _core(words)
        found = self.by_core.get(" ".join(stems))
        if found is None and stems:
            found = self.by_core.get(" ".join(self._respelled(stems)))
        return _negated(words), found or ()

    def _respelled(self, stems: Iterable[str]) -> Iterator[str]:
        for one in stems:
            meant = one if one in self.stems else near(one, self.stems)
            if meant or not near(one, _COMMON):
                yield meant or one


def wordings(said: Mapping[str, Iterable[str]]) -> Wordings:
    """The wordings of folded phrases, by what they mean."""
    by_core: dict[str, list[Wording]] = {}
    for meaning, texts in said.items():
        for text in texts:
            words = words_of(text)
            core = " ".join(_core(words))
            wording = Wording(meaning, _negated(words))
            if core and wording not in by_core.setdefault(core, []):
                by_core[core].append(wording)
    stems = dict.fromkeys(one for core in by_core for one in core.split())
    return Wordings({core: tuple(found) for core, found in by_core.items()}, tuple(stems))


def _negated(words: Iterable[str]) -> tuple[str, ...]:
    """The words that negate; "nobody knows" is no "I do not know", but "no idea" is "not any idea"."""
    return tuple("not" if word in _PLAIN_NOT else word for word in words if negations((word,)))


def _core(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(stem(word) for word in words if word not in COMMON and word not in NEGATIONS)
