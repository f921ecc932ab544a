"""Learning from phrases: the classifier of each question, made when first needed and kept in the cache."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, Item, Question, QuestionKind, Script
from chatbot.dialog.understanding.classifier import Classifier, learned
from chatbot.dialog.understanding.cues import level_features
from chatbot.dialog.understanding.features import COMMON, Features, features
from chatbot.dialog.understanding.framings import FRAMINGS
from chatbot.dialog.understanding.phrasebook import Phrasebook, of_dialog, of_language
from chatbot.dialog.understanding.words import folded
from chatbot.facts import Level
from chatbot.sources.cache import cached
from chatbot.sources.shipped import phrases_file

NOTHING: Final = "nothing"
"""The meaning of words that answer nothing: small talk, and what answers another question."""

_FROM_OTHERS: Final = 2
"""How many phrases of each option of every other question are learned as meaning nothing here."""


_DESCRIBED: Final = (Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT)
"""The levels that can be described; of the others it is said in plain words that they hold."""

_REMARKS: Final = (
    "we did that last year",
    "i have been saying so for years",
    "the auditors even praised us",
    "there is a new boss coming in spring",
    "i only work here as an assistant",
    "we run it on one line so far",
    "that took us a long time",
    "it was a lot of work",
    "thanks to our colleague",
    "as far as i remember",
    "if you ask me",
    "to be honest with you",
    "good question",
    "that is a sore point",
    "my boss would say something else",
    "it changes next year",
    "we are a small company",
    "we are short of people",
    "i hope that helps",
    "do you need more detail",
    "somebody has to do it",
    "let me think",
    "that is what i have seen",
    "you can ask me again in summer",
    "management is pleased with it",
    "the consultants told us to",
    "it is on my desk",
    "we talk about it at lunch",
    "what a topic",
    "it is raining today",
    "i like this kind of question",
    "people keep telling us that",
)
"""Words beside an answer, as a beginning; the phrasebook of the language has more."""


_made: dict[str, Classifier] = {}


def choice_classifier(script: Script, question: Question) -> Classifier:
    """What tells the options of a choice apart; "I don't know" and `NOTHING` are among its meanings."""
    return _kept(_key(script, question, "choice"), lambda: _of_choice(script, question))


def item_classifier(script: Script, question: Question) -> Classifier:
    """What tells which item of a checklist words are about; its meanings are the facts, and `NOTHING`."""
    return _kept(_key(script, question, "items"), lambda: _of_items(script, question))


def level_classifier(script: Script) -> Classifier:
    """What tells the level of a description, by `level_features`; learned from every checklist of a dialog.

    Its meanings are levels, and `NOTHING` for words that tell none: a name, a remark.
    """
    return _kept(_key(script, None, "levels"), lambda: _of_levels(script), level_features)


def _kept(
    key: str,
    said: Callable[[], Mapping[str, Iterable[str]]],
    of_text: Callable[[str], Features] = features,
) -> Classifier:
    """The classifier with this key: of this run, else from the cache, else learned from the phrases."""
    if key not in _made:
        _made[key] = cached(
            key,
            Classifier,
            lambda: learned({meaning: _featured(texts, of_text) for meaning, texts in said().items()}),
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


def _of_items(script: Script, question: Question) -> dict[str, list[str]]:
    """For each item, its names and how its levels are described."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {}
    for item in question.items:
        texts = [item.label, *item.says, *book.of(question.id, item.fact), *item.levels.values()]
        for level in _DESCRIBED:
            texts += book.of(question.id, item.fact, level)
        said[item.fact] = [_with_name(text, item) for text in texts]
    said[NOTHING] = [
        *common.of(NOTHING),
        *_of_others(script, question, book),
        *_REMARKS,
    ]
    return said


def _of_levels(script: Script) -> dict[str, list[str]]:
    """For each level, how it is described, whatever is described."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {level: list(FRAMINGS[level]) for level in _DESCRIBED}
    said[NOTHING] = [*common.of(NOTHING), *_REMARKS]
    for question in script.questions():
        if question.kind is not QuestionKind.CHECKLIST:
            continue
        for item in question.items:
            said[NOTHING] += [item.label, *item.says, *book.of(question.id, item.fact)]
            for level in _DESCRIBED:
                said[level] += book.of(question.id, item.fact, level)
                said[level] += [item.levels[level]] if level in item.levels else []
    return said


def told_apart(name: str) -> str:
    """A word for a name that is also a common word, as "IT" is; empty where the name is no such word."""
    word = folded(name).text
    return word * 2 if word in COMMON else ""


def _with_name(text: str, item: Item) -> str:
    """A phrase about an item, its name told apart from the common word."""
    apart = told_apart(item.label)
    return re.sub(rf"\b{re.escape(item.label)}\b", apart, text, flags=re.IGNORECASE) if apart else text


def _featured(said: Iterable[str], of_text: Callable[[str], Features] = features) -> list[Features]:
    return [of_text(text) for text in dict.fromkeys(folded(one).text for one in said)]


def _key(script: Script, question: Question | None, what: str) -> str:
    """A hash over everything that a classifier is learned from."""
    digest = hashlib.sha256(msgspec.json.encode(script))
    digest.update(f"{question.id if question else ''} {what}".encode())
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
