"""Learning from phrases: the classifier of each question, made when first needed and kept in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.classifier import Classifier, learned
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.phrasebook import Phrasebook, of_dialog, of_language
from chatbot.dialog.understanding.words import folded
from chatbot.sources.cache import cached
from chatbot.sources.shipped import phrases_file

NOTHING: Final = "nothing"
"""The meaning of words that answer nothing: small talk, and what answers another question."""

_FROM_OTHERS: Final = 2
"""How many phrases of each option of every other question are learned as meaning nothing here."""


_made: dict[str, Classifier] = {}


def choice_classifier(script: Script, question: Question) -> Classifier:
    """What tells the options of a choice apart; "I don't know" and `NOTHING` are among its meanings."""
    return _kept(_key(script, question, "choice"), lambda: _of_choice(script, question))


def _kept(key: str, said: Callable[[], Mapping[str, Iterable[str]]]) -> Classifier:
    """The classifier with this key: of this run, else from the cache, else learned from the phrases."""
    if key not in _made:
        _made[key] = cached(
            key, Classifier, lambda: learned({meaning: _featured(texts) for meaning, texts in said().items()})
        )
    return _made[key]


def _of_choice(script: Script, question: Question) -> dict[str, list[str]]:
    """For each meaning, its phrases."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {}
    for option in question.options:
        said[option.id] = [option.label, *option.says, *book.of(question.id, option.id)]
    own = (question.unknown_label,) if question.unknown_label else ()
    said.setdefault(UNKNOWN_OPTION, []).extend(
        (
            *own,
            script.unknown.label,
            *script.unknown.says,
            *common.of("unknown"),
            *book.of(question.id, UNKNOWN_OPTION),
        )
    )
    said[NOTHING] = [*common.of(NOTHING), *_of_others(script, question, book)]
    return said


def _of_others(script: Script, question: Question, book: Phrasebook) -> Iterator[str]:
    """A few phrases of every other question; what answers that does not answer this."""
    facts = set(question.facts())
    for other in script.questions():
        if other.id == question.id or not facts.isdisjoint(other.facts()):
            continue
        for option in other.options:
            yield from book.of(other.id, option.id)[:_FROM_OTHERS]
        for item in other.items:
            yield from book.of(other.id, item.fact, "established")[:_FROM_OTHERS]


def _featured(said: Iterable[str]) -> list[dict[str, float]]:
    return [features(text) for text in dict.fromkeys(folded(one).text for one in said)]


def _key(script: Script, question: Question, what: str) -> str:
    """A hash over everything that a classifier is learned from."""
    digest = hashlib.sha256(msgspec.json.encode(script))
    digest.update(f"{question.id} {what}".encode())
    for name in (script.dialog, script.language):
        digest.update(_text_of(name))
    return digest.hexdigest()


@lru_cache(maxsize=8)
def _text_of(name: str) -> bytes:
    try:
        return phrases_file(name).read_bytes()
    except OSError:
        return b""


__all__: Sequence[str] = ("NOTHING", "choice_classifier")
