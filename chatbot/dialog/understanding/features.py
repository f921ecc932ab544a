"""What a text is made of, as numbers: stems, pairs of stems, what is negated, pieces of words.

Two texts that say the same in other words share stems; typing errors and other endings leave most of
the pieces of a word as they are; "nobody checks" and "somebody checks" differ in what is negated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeAlias

from chatbot.dialog.understanding.words import NEGATIONS, clauses, word_set

Features: TypeAlias = dict[str, float]

COMMON: Final = word_set(
    """
    a an the of to in on at for by with from as is are was were be been being am it its this that these those
    we our us i my me you your they them their he his she her there here and or so do does did has have had
    will would can could just also very really then than into about which who whom what when where how if
    """
)
"""Words that stand in any sentence; they count little, and not as known or unknown words."""

WORD: Final = "w "
"""How the feature of a weighty word begins; its stem follows."""

_COMMON_WEIGHT: Final = 0.25
_PAIR: Final = 0.5
_NEGATED: Final = 0.7
_PIECE: Final = {3: 0.15, 4: 0.25, 5: 0.25}
_SCOPE: Final = 3
"""How many weighty words a negation reaches, up to the end of its clause."""


def features(text: str, *, pieces: bool = True) -> Features:
    """The features of a folded text with their weights; the order of sentences makes no difference.

    Args:
        pieces: whether pieces of words are among them; they tell apart what whole words do not.
    """
    found: Features = {}
    for clause in clauses(text):
        for name, weight in _of_clause(clause, pieces=pieces):
            found[name] = found.get(name, 0.0) + weight
    return found


def _of_clause(words: Sequence[str], *, pieces: bool) -> Iterator[tuple[str, float]]:
    before = ""
    scope = 0
    for word in words:
        root = stem(word)
        if word in COMMON:
            yield f"s {root}", _COMMON_WEIGHT
        else:
            yield f"{WORD}{root}", 1.0
            if scope:
                yield f"n {root}", _NEGATED
                scope -= 1
            if pieces:
                yield from _pieces(word)
        if before:
            yield f"p {before} {root}", _PAIR
        before = root
        if word in NEGATIONS:
            scope = _SCOPE
            yield "negated", _NEGATED


class _Stemmer(Protocol):
    """What we need of the library, which has no types of its own."""

    def stemWord(self, word: str) -> str:
        """A word without its ending."""


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[tuple[str, float], ...]:
    if len(word) < 4:
        return ()
    whole = f"^{word}$"
    return tuple(
        (f"c {whole[at : at + length]}", weight)
        for length, weight in _PIECE.items()
        for at in range(len(whole) - length + 1)
    )


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A folded word without its ending."""
    return _stemmer().stemWord(word)


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    from snowballstemmer import stemmer

    found: _Stemmer = stemmer("english")
    return found
