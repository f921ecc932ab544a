"""Learning from phrases: the classifier of each question, made when first needed and kept in the cache."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.classifier import Classifier, learned
from chatbot.dialog.understanding.features import Features, features
from chatbot.dialog.understanding.intents import INTENTS
from chatbot.dialog.understanding.keeping import kept
from chatbot.dialog.understanding.phrasebook import Phrasebook, of_dialog, of_language
from chatbot.dialog.understanding.slots import has_slot, without_slot
from chatbot.dialog.understanding.wordings import Wordings, wordings
from chatbot.dialog.understanding.words import folded
from chatbot.facts import Level

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


def choice_classifier(script: Script, question: Question) -> Classifier:
    """What tells the options of a choice apart; "I don't know" and `NOTHING` are among its meanings."""
    return kept(
        script, f"choice {question.id}", Classifier, lambda: _taught(choice_phrases(script, question))
    )


def choice_wordings(script: Script, question: Question) -> Wordings:
    """The phrases of each option of a choice, to tell what is only negated otherwise."""

    def gather() -> Wordings:
        said = choice_phrases(script, question)
        del said[NOTHING]
        return wordings({meaning: [folded(text).text for text in texts] for meaning, texts in said.items()})

    return kept(script, f"wordings {question.id}", Wordings, gather)


def questions_classifier(script: Script) -> Classifier:
    """What tells the questions of a dialog apart when somebody names one."""
    return kept(script, "questions", Classifier, lambda: _taught(_of_questions(script)))


def wish_classifier(script: Script) -> Classifier:
    """What tells the wishes apart, and them from "I don't know", from an `ANSWER` and from `NOTHING`.

    It sees whole words only: pieces of words take most of the time that learning takes.
    """
    return kept(script, "wishes", Classifier, lambda: _taught(_of_wishes(script), usual=ANSWER, whole=True))


def _taught(said: Mapping[str, Iterable[str]], usual: str = "", *, whole: bool = False) -> Classifier:
    return learned({meaning: _featured(texts, whole=whole) for meaning, texts in said.items()}, usual)


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
