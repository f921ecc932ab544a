"""Typing errors: a word nobody wrote in the script, one slip away from exactly one that somebody did."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from typing import Final

from chatbot.dialog.understanding.words import NEGATIONS

_SHORTEST: Final = 4
_LONG: Final = 8


def corrected(
    words: Sequence[str], vocabulary: Collection[str], known: Set[str] = frozenset()
) -> tuple[str, ...]:
    """The words with typing errors put right.

    A slip is one letter wrong, missing, added or swapped, two in words of eight letters and more. The
    first letter may only be swapped: `unchecked` is not a slip for `checked`, nor `fewer` for `newer`.
    Words that negate are left alone on both sides.

    Args:
        vocabulary: the words that can be meant.
        known: words that are no typing errors although they are not in the vocabulary.
    """
    return tuple(
        word if word in vocabulary or word in known else _meant(word, vocabulary) or word for word in words
    )


def _meant(word: str, vocabulary: Collection[str]) -> str:
    if len(word) < _SHORTEST or word in NEGATIONS or not word.isalpha():
        return ""
    # Imported here because exact answers, which are most, do without it.
    from rapidfuzz.distance import OSA

    near = [
        candidate
        for candidate in vocabulary
        if (candidate[0] == word[0] or candidate[:2] == word[1::-1])
        and len(candidate) >= _SHORTEST
        and candidate not in NEGATIONS
        and OSA.distance(word, candidate) <= _slips(word, candidate)
    ]
    return near[0] if len(near) == 1 else ""


def _slips(word: str, candidate: str) -> int:
    return 2 if min(len(word), len(candidate)) >= _LONG else 1


def near(word: str, vocabulary: Sequence[str]) -> str:
    """The one word of `vocabulary` that is a slip away from `word`; empty where there is none, or several.

    The first letter may only be swapped, and words that negate are left alone, as in `corrected`.
    """
    if len(word) < _SHORTEST or word in NEGATIONS or not word.isalpha():
        return ""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    close = extract(word, vocabulary, scorer=OSA.distance, score_cutoff=_slips(word, word), limit=8)
    meant = [
        (distance, candidate)
        for candidate, distance, _ in close
        if (candidate[0] == word[0] or candidate[:2] == word[1::-1])
        and len(candidate) >= _SHORTEST - 1
        and candidate not in NEGATIONS
    ]
    best = [candidate for distance, candidate in meant if distance == min(meant)[0]]
    return best[0] if len(best) == 1 else ""
