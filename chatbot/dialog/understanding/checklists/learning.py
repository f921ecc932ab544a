"""What tells the items of a checklist and their levels apart: classifiers learned from phrases and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from chatbot.dialog.script import Item, Question, QuestionKind, Script
from chatbot.dialog.understanding.checklists.cues import level_features
from chatbot.dialog.understanding.checklists.framings import FRAMINGS, REMARKS
from chatbot.dialog.understanding.classifier import Classifier, learned
from chatbot.dialog.understanding.features import COMMON, Features, features
from chatbot.dialog.understanding.keeping import kept
from chatbot.dialog.understanding.phrasebook import of_dialog, of_language
from chatbot.dialog.understanding.words import folded
from chatbot.facts import FactId, Level

NOTHING: Final = "nothing"
"""The meaning of words that are about no item, or tell no level."""

DESCRIBED: Final = (Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT)
"""The levels that can be described; of the others it is said in plain words that they hold."""
_FROM_OTHERS: Final = 2
"""How many phrases of each option and item of other questions are learned as being about nothing here."""


def item_classifier(script: Script, question: Question) -> Classifier:
    """What tells which item of a checklist words are about; its meanings are the facts, and `NOTHING`."""
    return _kept(script, f"items of {question.id}", lambda: _of_items(script, question), features)


def joint_classifier(script: Script, question: Question) -> Classifier:
    """What tells an item and its level at once, for a second opinion on a description.

    Its meanings are those of `joint_meaning`, and `NOTHING`.
    """
    return _kept(script, f"items and levels of {question.id}", lambda: _of_both(script, question), features)


def joint_meaning(fact: FactId, level: Level) -> str:
    """The meaning of a description of this level of this item."""
    return f"{fact} {level}"


def level_classifier(script: Script) -> Classifier:
    """What tells the level of a description, by `level_features`; learned from every checklist of a dialog.

    Its meanings are levels, and `NOTHING` for words that tell none: a name, a remark.
    """
    return _kept(script, "levels of items", lambda: _of_levels(script), level_features)


def told_apart(name: str) -> str:
    """A word for a name that is also a common word, as "IT" is; empty where the name is no such word."""
    word = folded(name).text
    return word * 2 if word in COMMON else ""


def _kept(
    script: Script,
    what: str,
    said: Callable[[], Mapping[str, Iterable[str]]],
    of_text: Callable[[str], Features],
) -> Classifier:
    """The classifier for this, learned from what is said for each of its meanings."""

    def learn() -> Classifier:
        return learned({meaning: _featured(texts, of_text) for meaning, texts in said().items()})

    return kept(script, what, Classifier, learn)


def _featured(said: Iterable[str], of_text: Callable[[str], Features]) -> list[Features]:
    return [of_text(text) for text in dict.fromkeys(folded(one).text for one in said)]


def _of_items(script: Script, question: Question) -> dict[str, list[str]]:
    """For each item, its names and how its levels are described."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {}
    for item in question.items:
        texts = [item.label, *item.says, *book.of(question.id, item.fact), *item.levels.values()]
        for level in DESCRIBED:
            texts += book.of(question.id, item.fact, level)
        said[item.fact] = [_with_name(text, item) for text in texts]
    said[NOTHING] = [
        *common.of(NOTHING),
        *book.of(question.id, NOTHING),
        *_of_others(script, question),
        *REMARKS,
    ]
    return said


def _of_both(script: Script, question: Question) -> dict[str, list[str]]:
    """For each item and level, how that level of that item is described; a name alone describes none."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {}
    names: list[str] = []
    for item in question.items:
        names += [item.label, *item.says, *book.of(question.id, item.fact)]
        for level in DESCRIBED:
            own = [item.levels[level]] if level in item.levels else []
            said[joint_meaning(item.fact, level)] = [*own, *book.of(question.id, item.fact, level)]
    said[NOTHING] = [*common.of(NOTHING), *book.of(question.id, NOTHING), *REMARKS, *names]
    return said


def _of_levels(script: Script) -> dict[str, list[str]]:
    """For each level, how it is described, whatever is described."""
    book, common = of_dialog(script.dialog), of_language(script.language)
    said: dict[str, list[str]] = {level: list(FRAMINGS[level]) for level in DESCRIBED}
    said[NOTHING] = [*common.of(NOTHING), *REMARKS]
    for question in script.questions():
        if question.kind is not QuestionKind.CHECKLIST:
            continue
        said[NOTHING] += book.of(question.id, NOTHING)
        for item in question.items:
            said[NOTHING] += [item.label, *item.says, *book.of(question.id, item.fact)]
            for level in DESCRIBED:
                said[level] += book.of(question.id, item.fact, level)
                said[level] += [item.levels[level]] if level in item.levels else []
    return said


def _of_others(script: Script, question: Question) -> Iterator[str]:
    """A few phrases of every other question; what answers that does not answer this."""
    book, facts = of_dialog(script.dialog), set(question.facts())
    for other in script.questions():
        if other.id == question.id or not facts.isdisjoint(other.facts()):
            continue
        for option in other.options:
            yield from book.of(other.id, option.id)[:_FROM_OTHERS]
        for item in other.items:
            yield from book.of(other.id, item.fact, Level.ESTABLISHED)[:_FROM_OTHERS]


def _with_name(text: str, item: Item) -> str:
    """A phrase about an item, its name told apart from the common word."""
    apart = told_apart(item.label)
    return re.sub(rf"\b{re.escape(item.label)}\b", apart, text, flags=re.IGNORECASE) if apart else text
