"""A classifier learned from phrases: which of several meanings a text is likest, and how sure that is.

Multinomial logistic regression over weighted features, learned by stochastic gradient descent in a fixed
order: the same phrases always give the same classifier. See Bishop, Pattern Recognition and Machine
Learning, 4.3.4. Features that are rare among the phrases count more (inverse document frequency).
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import msgspec

from chatbot.dialog.understanding.features import WORD, Features
from chatbot.dialog.understanding.spelling import near

Examples: TypeAlias = Mapping[str, Sequence[Features]]
"""For each meaning, the features of its phrases."""

_ROUNDS: Final = 4
_RATE: Final = 2.0
_LAST_RATE: Final = 0.08
_NEGLIGIBLE: Final = 0.02
"""Errors up to this are let be, which makes learning much faster and changes next to nothing."""
USUAL: Final = 3.0
"""How many times the usual meaning counts."""
_SEED: Final = 1
_PIECE: Final = "c "
_RESPELLED: Final = 0.8
"""How much a word with a typing error counts as the word."""
_PIECES_IN: Final = 4
"""In how many phrases a piece of a word has to be to count; most that are in few are chance."""


class Guess(msgspec.Struct, frozen=True):
    """A meaning with its probability, from 0 to 1, among all meanings of its classifier."""

    meaning: str
    probability: float


class Guesses(msgspec.Struct, frozen=True):
    """What a text may mean.

    Attributes:
        best: every meaning, the likeliest first.
        known: from 0 to 1, how much of the text the classifier has seen before.
    """

    best: tuple[Guess, ...]
    known: float

    @property
    def lead(self) -> float:
        """From 0 to 1, how far the likeliest is ahead of the next, less where much is unknown."""
        first, second = self.best[0].probability, self.best[1].probability if len(self.best) > 1 else 0.0
        return (first - second) * self.known


class Classifier(msgspec.Struct, frozen=True, dict=True):
    """Meanings, and for each feature how much it speaks for each of them.

    Attributes:
        rarity: of each feature, its weight; `unseen` for one that no phrase has.
        weights: for each feature, a number for each meaning.
    """

    meanings: tuple[str, ...]
    rarity: dict[str, float]
    unseen: float
    weights: dict[str, tuple[float, ...]]

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """The words that were seen, without their endings; a typing error may have been one of them."""
        return tuple(name.removeprefix(WORD) for name in self.weights if name.startswith(WORD))

    def guesses(self, features: Features) -> Guesses:
        """What a text with these features may mean; a word with a typing error counts as the word."""
        scores = [0.0] * len(self.meanings)
        seen = whole = 0.0
        for name, value in self._respelled(features).items():
            weights = self.weights.get(name)
            if weights is None:
                whole += (value * self.unseen) ** 2
                continue
            weighted = value * self.rarity[name]
            seen += weighted * weighted
            for at, weight in enumerate(weights):
                scores[at] += weighted * weight
        whole += seen
        if not seen:
            even = 1 / len(self.meanings)
            return Guesses(tuple(Guess(meaning, even) for meaning in self.meanings), 0.0)
        length = math.sqrt(seen)
        chances = _softmax([score / length for score in scores])
        ranked = sorted(zip(self.meanings, chances, strict=True), key=lambda pair: -pair[1])
        return Guesses(tuple(Guess(*pair) for pair in ranked), math.sqrt(seen / whole))

    def _respelled(self, features: Features) -> Features:
        found = dict(features)
        for name, value in features.items():
            if name.startswith(WORD) and name not in self.weights:
                meant = near(name.removeprefix(WORD), self._stems)
                if meant:
                    del found[name]
                    found[WORD + meant] = found.get(WORD + meant, 0.0) + value * _RESPELLED
        return found


def learned(examples: Examples, usual: str = "") -> Classifier:
    """A classifier for these meanings; each counts the same however many phrases it has.

    Args:
        usual: a meaning that is so much more frequent than the others that it counts `USUAL` times.
    """
    meanings = tuple(examples)
    phrases = [(number, one) for number, meaning in enumerate(meanings) for one in examples[meaning]]
    documents = Counter(name for _, one in phrases for name in one)
    unseen = _rarity(0, len(phrases))
    rarity = {
        name: _rarity(count, len(phrases))
        for name, count in documents.items()
        if count >= _PIECES_IN or not name.startswith(_PIECE)
    }
    weights = {name: [0.0] * len(meanings) for name in rarity}
    rows = [(number, _row(one, rarity, weights)) for number, one in phrases]
    balance = [len(phrases) / (len(meanings) * max(len(examples[meaning]), 1)) for meaning in meanings]
    if usual in meanings:
        balance[meanings.index(usual)] *= USUAL
    order = random.Random(_SEED)  # noqa: S311  # an order of phrases, nothing secret
    for done in range(_ROUNDS):
        order.shuffle(rows)
        rate = _RATE * (1 - done / _ROUNDS) + _LAST_RATE
        for number, row in rows:
            _step(row, number, rate * balance[number], len(meanings))
    rounded = {name: tuple(round(one, 3) for one in row) for name, row in weights.items()}
    return Classifier(
        meanings, {name: round(value, 3) for name, value in rarity.items()}, round(unseen, 3), rounded
    )


_Row: TypeAlias = list[tuple[list[float], float]]


def _row(one: Features, rarity: Mapping[str, float], weights: Mapping[str, list[float]]) -> _Row:
    """A phrase as the weights that it touches, each with how much; of length 1."""
    weighted = {name: value * rarity[name] for name, value in one.items() if name in rarity}
    length = math.sqrt(sum(value * value for value in weighted.values())) or 1.0
    return [(weights[name], value / length) for name, value in weighted.items()]


def _step(row: _Row, number: int, rate: float, meanings: int) -> None:
    """Move the weights a little towards what this phrase means."""
    scores = [0.0] * meanings
    for weights, value in row:
        for at, weight in enumerate(weights):
            scores[at] += weight * value
    chances = _softmax(scores)
    chances[number] -= 1.0
    errors = [(at, error) for at, error in enumerate(chances) if abs(error) > _NEGLIGIBLE]
    for weights, value in row:
        pace = rate * value
        for at, error in errors:
            weights[at] -= pace * error


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [one / total for one in raised]


def _rarity(count: int, of: int) -> float:
    return math.log((of + 1) / (count + 1)) + 1
