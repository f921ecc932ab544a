"""How much an utterance is like the phrases of each answer: typing errors aside, or only roughly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, TypeAlias

from chatbot.dialog.script import OptionId
from chatbot.dialog.understanding.spelling import corrected
from chatbot.dialog.understanding.words import negations, word_set

Words: TypeAlias = tuple[str, ...]
Phrases: TypeAlias = Mapping[OptionId, Sequence[Words]]

FILLERS: Final = word_set("a an the our my your we i it that this is are am be just so well um uh hm ok okay")
"""Words that make no difference between two answers."""

SAME: Final = 85.0
"""From this likeness on, and with the same words, an utterance is the phrase with typing errors."""
MARGIN: Final = 6.0
"""How much more an answer has to be like the utterance than every other one, to be taken for it."""

_OPPOSITE: Final = 30.0
"""How much a phrase loses that negates where the utterance does not, or the other way round."""
_RESPACED_FROM: Final = 8
"""From how many letters on words are the same that only have their blanks elsewhere ("work flow")."""
_SUBSET: Final = 0.9
"""What words count that are all there, but among others."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much an utterance is like one answer.

    Attributes:
        score: from 0 to 100, for the likest of its phrases.
        same: whether the words are those of a phrase but for fillers and typing errors.
    """

    option: OptionId
    score: float
    same: bool


def likenesses(said: Words, phrases: Phrases, known: Set[str]) -> list[Likeness]:
    """Every answer with how much the utterance is like it, the likest first.

    Args:
        known: words that are not to be taken for typing errors.
    """
    vocabulary = {word for group in phrases.values() for one in group for word in one}
    meant = corrected(said, vocabulary, known)
    found = [_likest(option, meant, said, group) for option, group in phrases.items()]
    return sorted(found, key=lambda one: (-one.same, -one.score))


def _likest(option: OptionId, meant: Words, said: Words, group: Iterable[Words]) -> Likeness:
    # Imported here because exact answers, which are most, do without it.
    from rapidfuzz import fuzz

    core = _core(meant)
    text, typed, letters = " ".join(meant), " ".join(said), "".join(said)
    digits = _digits(said)
    best = Likeness(option, 0.0, False)
    for one in group:
        if _digits(one) != digits:
            continue
        phrase = " ".join(one)
        score = max(
            fuzz.ratio(text, phrase),
            fuzz.token_sort_ratio(text, phrase),
            _SUBSET * fuzz.token_set_ratio(text, phrase),
        )
        respaced = len(letters) >= _RESPACED_FROM and letters == "".join(one)
        opposite = negations(meant) != negations(one) and not respaced
        same = respaced or (bool(core) and core == _core(one) and not opposite)
        if same:
            score = max(score, SAME, fuzz.ratio(typed, phrase))
        if opposite:
            score -= _OPPOSITE
        best = max(best, Likeness(option, score, same), key=lambda like: (like.same, like.score))
    return best


def _core(words: Words) -> Words:
    return tuple(word for word in words if word not in FILLERS)


def _digits(words: Words) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())
