"""Ways of matching compared on the answers to choices: fuzzy, lexical, learned, and by embeddings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.learning import NOTHING, choice_classifier, choice_phrases
from chatbot.dialog.understanding.words import folded
from tests.sayings.measuring import question_of, script_of
from tests.sayings.sayings import Part, Saying, sayings

Scores: TypeAlias = Mapping[str, float]
Approach: TypeAlias = Callable[[Saying], Scores]


def compare(part: Part) -> Iterator[str]:
    """For each way, how often the likeliest option is the right one, and the right one of the two likeliest.

    `certain` is the share of answers that come before the first wrong one, the surest first.
    """
    answers = [
        saying
        for saying in sayings(part)
        if saying.means.option
        and saying.style != "number"
        and question_of(saying.dialog, saying.question).kind is QuestionKind.CHOICE
    ]
    yield f"{len(answers)} answers to choices{'':22}{'first':>8}{'of two':>8}{'certain':>9}"
    for name, approach in approaches():
        ranked = [(_ranked(approach(saying)), saying.means.option) for saying in answers]
        first = sum(best[0][0] == meant for best, meant in ranked) / len(ranked)
        two = sum(meant in (best[0][0], best[1][0]) for best, meant in ranked) / len(ranked)
        surest = sorted(ranked, key=lambda row: row[0][1][1] - row[0][0][1])
        certain = next((at for at, (best, meant) in enumerate(surest) if best[0][0] != meant), len(surest))
        yield f"{name:44}{first:>8.1%}{two:>8.1%}{certain / len(ranked):>9.1%}"


def approaches() -> Iterator[tuple[str, Approach]]:
    """Each way by its name; embeddings where a package that carries some is installed."""
    yield "fuzzy (RapidFuzz, likest phrase)", _fuzzy
    yield "lexical (cosine of weighted n-grams)", _lexical
    yield "learned (what the program uses)", _learned
    embedding = _embedding()
    if embedding is not None:
        yield "static embeddings (cosine, likest phrase)", _embedded(embedding)
        yield "learned and embeddings together", _together(embedding)


def _ranked(scores: Scores) -> list[tuple[str, float]]:
    return sorted(scores.items(), key=lambda pair: -pair[1])


def _phrases(saying: Saying) -> Mapping[str, Sequence[str]]:
    found = choice_phrases(script_of(saying.dialog), question_of(saying.dialog, saying.question))
    return {meaning: said for meaning, said in found.items() if meaning != NOTHING}


def _fuzzy(saying: Saying) -> Scores:
    from rapidfuzz import fuzz

    said = folded(saying.said).text
    return {
        meaning: max(fuzz.WRatio(said, folded(one).text) for one in phrases) / 100
        for meaning, phrases in _phrases(saying).items()
    }


def _lexical(saying: Saying) -> Scores:
    said = _normed(features(folded(saying.said).text), _rarity(saying.dialog, saying.question))
    vectors = _vectors(saying.dialog, saying.question)
    return {meaning: max(_cosine(said, one) for one in group) for meaning, group in vectors.items()}


def _learned(saying: Saying) -> Scores:
    classifier = choice_classifier(script_of(saying.dialog), question_of(saying.dialog, saying.question))
    guesses = classifier.guesses(features(folded(saying.said).text))
    return {one.meaning: one.probability * guesses.known for one in guesses.best if one.meaning != NOTHING}


@cache
def _rarity(dialog: str, question: str) -> Mapping[str, float]:
    found = choice_phrases(script_of(dialog), question_of(dialog, question))
    texts = [one for meaning, said in found.items() if meaning != NOTHING for one in said]
    counts = Counter(name for text in texts for name in features(folded(text).text))
    return {name: math.log((len(texts) + 1) / (count + 1)) + 1 for name, count in counts.items()}


@cache
def _vectors(dialog: str, question: str) -> Mapping[str, Sequence[Mapping[str, float]]]:
    found = choice_phrases(script_of(dialog), question_of(dialog, question))
    rarity = _rarity(dialog, question)
    return {
        meaning: [_normed(features(folded(one).text), rarity) for one in said]
        for meaning, said in found.items()
        if meaning != NOTHING
    }


def _normed(found: Mapping[str, float], rarity: Mapping[str, float]) -> Mapping[str, float]:
    unseen = max(rarity.values())
    weighted = {name: value * rarity.get(name, unseen) for name, value in found.items()}
    length = math.sqrt(sum(value * value for value in weighted.values())) or 1.0
    return {name: value / length for name, value in weighted.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other.get(name, 0.0) for name, value in one.items())


Embedding: TypeAlias = Callable[[str], Sequence[float]]


def _embedding() -> Embedding | None:
    """Word vectors that the package `wordllama` carries within itself, averaged; nothing is downloaded."""
    try:
        from importlib.resources import files

        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        home = files("wordllama")
    except ImportError:
        return None
    tokenizer = Tokenizer.from_file(str(home / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    (vectors,) = load_file(str(home / "weights" / "l2_supercat_256.safetensors")).values()

    @cache
    def embed(text: str) -> Sequence[float]:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        mean = [float(value) for value in vectors[ids].astype("float32").mean(axis=0)] if ids else [0.0]
        length = math.sqrt(sum(value * value for value in mean)) or 1.0
        return [value / length for value in mean]

    return embed


def _embedded(embed: Embedding) -> Approach:
    def scores(saying: Saying) -> Scores:
        said = embed(folded(saying.said).text)
        return {
            meaning: max(
                sum(a * b for a, b in zip(said, embed(folded(one).text), strict=False)) for one in phrases
            )
            for meaning, phrases in _phrases(saying).items()
        }

    return scores


def _together(embed: Embedding) -> Approach:
    by_embedding = _embedded(embed)

    def scores(saying: Saying) -> Scores:
        near = by_embedding(saying)
        return {meaning: value + near[meaning] for meaning, value in _learned(saying).items()}

    return scores
