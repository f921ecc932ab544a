"""Learning from phrases: the classifier of each question, made when first needed and kept in the cache."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.classifier import Classifier, learned
from chatbot.dialog.understanding.features import Features, features
from chatbot.dialog.understanding.intents import INTENTS
from chatbot.dialog.understanding.phrasebook import Phrasebook, of_dialog, of_language
from chatbot.dialog.understanding.slots import has_slot, without_slot
from chatbot.dialog.understanding.wordings import Wordings, wordings
from chatbot.dialog.understanding.words import folded
from chatbot.facts import Level
from chatbot.sources.cache import cached
from chatbot.sources.shipped import phrases_file

NOTHING: Final = "nothing"
"""The meaning of words that answer nothing: small talk, and what answers another question."""

ANSWER: Final = "answer"
"""The meaning, among wishes, of words that are an answer to some question or nothing at all."""
TEXT: Final = "text"
"""The heading of examples of what people write where any words are an answer."""
WISH: Final = "wish"
"""The heading in a language's phrasebook under which the wishes stand."""

_EVERY: Final = 4
"""Of the answers to every question, each how-manieth the wishes are told apart from."""
_NAMES: Final = 3
"""How many names of each question wishes are learned with."""
_FILLINGS: Final = 2
"""With how many fillings a phrase with a place is learned."""
_PLACE: Final = re.compile(r"\{[^}]*\}")
_FROM_OTHERS: Final = 2
"""How many phrases of each option of every other question are learned as meaning nothing here."""


_made: dict[str, Classifier] = {}
_worded: dict[str, Wordings] = {}


def choice_classifier(script: Script, question: Question) -> Classifier:
    """What tells the options of a choice apart; "I don't know" and `NOTHING` are among its meanings."""
    return _kept(_key(script, question, "choice"), lambda: choice_phrases(script, question))


def choice_wordings(script: Script, question: Question) -> Wordings:
    """The phrases of each option of a choice, to tell what is only negated otherwise."""
    key = _key(script, question, "choice wordings")

    def build() -> Wordings:
        said = choice_phrases(script, question)
        del said[NOTHING]
        return wordings({meaning: [folded(text).text for text in texts] for meaning, texts in said.items()})

    if key not in _worded:
        _worded[key] = cached(key, Wordings, build)
    return _worded[key]


def questions_classifier(script: Script) -> Classifier:
    """What tells the questions of a dialog apart when somebody names one."""
    return _kept(_key(script, None, "questions"), lambda: _of_questions(script))


def wish_classifier(script: Script) -> Classifier:
    """What tells the wishes apart, and them from "I don't know" and from an `ANSWER`."""
    return _kept(_key(script, None, "wishes"), lambda: _of_wishes(script), usual=ANSWER, whole=True)


def _kept(
    key: str, said: Callable[[], Mapping[str, Iterable[str]]], usual: str = "", *, whole: bool = False
) -> Classifier:
    """The classifier with this key: of this run, else from the cache, else learned from the phrases.

    Args:
        usual: see `learned`.
        whole: whether whole words are enough; pieces of words take most of the time that learning takes.
    """
    if key not in _made:
        _made[key] = cached(
            key,
            Classifier,
            lambda: learned(
                {meaning: _featured(texts, whole=whole) for meaning, texts in said().items()}, usual
            ),
        )
    return _made[key]


def choice_phrases(script: Script, question: Question) -> dict[str, list[str]]:
    """For each option of a choice, "I do not know" and `NOTHING`: what people say for it."""
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
    said[NOTHING] = [
        *common.of(NOTHING),
        *book.of(question.id, NOTHING),
        *_of_others(script, question, book),
    ]
    return said


def _of_questions(script: Script) -> dict[str, list[str]]:
    book = of_dialog(script.dialog)
    return {
        question.id: [
            question.id.replace("_", " "),
            _PLACE.sub("", question.ask),
            *book.of(question.id),
            *(item.label for item in question.items),
            *(name for item in question.items for name in (*item.says, *book.of(question.id, item.fact)[:4])),
        ]
        for question in script.questions()
    }


def _of_wishes(script: Script) -> dict[str, list[str]]:
    book, common = of_dialog(script.dialog), of_language(script.language)
    names = [name for question in script.questions() for name in book.of(question.id)[:_NAMES]] or ["that"]
    remarks = [option.label for question in script.questions() for option in question.options[:2]] or ["that"]
    said: dict[str, list[str]] = {}
    for intent, words in INTENTS.items():
        said[intent] = list(words.typed)
        for number, wording in enumerate(common.of(WISH, intent)):
            fillings = remarks if "{text}" in wording else names
            for turn in range(_FILLINGS if has_slot(wording) else 1):
                said[intent].append(without_slot(wording, fillings[(number * 7 + turn * 3) % len(fillings)]))
    own = [question.unknown_label for question in script.questions() if question.unknown_label]
    said[UNKNOWN_OPTION] = [script.unknown.label, *script.unknown.says, *own, *common.of(UNKNOWN_OPTION)]
    said[ANSWER] = [*common.of(TEXT), *_answers(script, book)]
    said[NOTHING] = [*common.of(NOTHING), *_beside_the_point(script, book)]
    return said


def _answers(script: Script, book: Phrasebook) -> Iterator[str]:
    """A few answers to every question, of each option and of each level."""
    for question in script.questions():
        for option in question.options:
            yield option.label
            yield from option.says[:1]
            yield from book.of(question.id, option.id)[::_EVERY]
        for item in question.items:
            yield from item.levels.values()
            for level in Level:
                yield from book.of(question.id, item.fact, level)[::_EVERY]


def _beside_the_point(script: Script, book: Phrasebook) -> Iterator[str]:
    """A little of what answers none of the questions."""
    for question in script.questions():
        yield from book.of(question.id, NOTHING)[::_EVERY]


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


def _featured(said: Iterable[str], *, whole: bool = False) -> list[Features]:
    texts = dict.fromkeys(folded(one).text for one in said)
    return [features(text, pieces=not whole) for text in texts]


def _key(script: Script, question: Question | None, what: str) -> str:
    """A hash over everything that a classifier is learned from."""
    digest = hashlib.sha256(msgspec.json.encode(script))
    digest.update(_code())
    digest.update(f"{question.id if question else ''} {what}".encode())
    for name in (script.dialog, script.language):
        digest.update(_text_of(name))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    """A hash over the code that learns; what another version of it has learned does not count."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


@lru_cache(maxsize=8)
def _text_of(name: str) -> bytes:
    try:
        return phrases_file(name).read_bytes()
    except OSError:
        return b""
