"""Saying an answer in words: what was chosen, the levels given, what was understood of a topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from chatbot.conversation.asking import level_label, unknown_label
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionKind, Script
from chatbot.facts import FactId, Level

_LONGEST_PLACE: Final = 60
"""Characters of the longest way to name a place on a list, with room to spare."""

_SHORT = re.compile(r"\W*\w{1,2}\W*")
"""A word as short as "no", which needs the answer that it stands for as much as a number does."""

_GROUPS = (
    (Level.ESTABLISHED, "settled"),
    (Level.PARTIAL, "partly settled"),
    (Level.PRESENT, "happens"),
    (Level.ABSENT, "missing"),
    (Level.NOT_APPLICABLE, "does not apply"),
    (Level.UNKNOWN, "not known"),
)


def answer_in_words(script: Script, question: Question, answer: Answer) -> str:
    """An answer as a person would say it; what was typed as a text comes back as typed."""
    match question.kind:
        case QuestionKind.TEXT:
            return unknown_label(script, question) if answer.option == UNKNOWN_OPTION else answer.text
        case QuestionKind.CHOICE:
            labels = {option.id: option.label for option in question.options}
            return labels.get(answer.option, unknown_label(script, question))
        case QuestionKind.CHECKLIST:
            return "; ".join(
                f"{item.label}: {_level_in_words(script, answer, item.fact)}"
                for item in question.items
                if item.fact in answer.levels
            )


def said_in_words(script: Script, question: Question, answer: Answer, words: str) -> str:
    """What a person said, as a reader understands it: a bare number with the answer that it stands for."""
    if not words:
        return answer_in_words(script, question, answer)
    if question.kind is QuestionKind.CHOICE and (is_bare_choice(question, words) or _SHORT.fullmatch(words)):
        return f"{words} ({answer_in_words(script, question, answer)})"
    return words


def is_bare_choice(question: Question, words: str) -> bool:
    """Whether words only say which place on a list was chosen, which says nothing where the list is not."""
    if question.kind is not QuestionKind.CHOICE:
        return False
    said = " ".join(words.casefold().split())
    if len(said) > _LONGEST_PLACE:
        return False
    from chatbot.dialog.understanding.numbering import letter_position, position  # not for the first paint

    return not any(map(str.isalpha, said)) or position(said) is not None or letter_position(said) is not None


def levels_in_words(
    levels: Mapping[FactId, str], labels: Mapping[FactId, str], signs: Iterable[FactId]
) -> str:
    """Facts grouped by their level: "Settled: a, b. Partly settled: c." Signs say whether they happen."""
    sign_ids = frozenset(signs)
    groups = []
    for level, name in _GROUPS:
        signals = [labels[fact] for fact, given in levels.items() if given == level and fact not in sign_ids]
        if signals:
            groups.append(f"{name.capitalize()}: {_listed(signals)}.")
        seen = [labels[fact] for fact, given in levels.items() if given == level and fact in sign_ids]
        if seen:
            groups.append(f"{_SIGN_WORDS[level]}: {_listed(seen)}.")
    return " ".join(groups)


_SIGN_WORDS = {
    Level.PRESENT: "Happens",
    Level.ABSENT: "Does not happen",
    Level.UNKNOWN: "Not known whether it happens",
}


def _listed(labels: list[str]) -> str:
    return ", ".join(_lowered(label) for label in labels)


def _lowered(label: str) -> str:
    """A label inside a sentence; names and abbreviations keep their capitals."""
    first, _, rest = label.partition(" ")
    if not first[1:].islower() and len(first) > 1:
        return label
    return f"{first[:1].lower()}{first[1:]}{' ' if rest else ''}{rest}"


def _level_in_words(script: Script, answer: Answer, fact: FactId) -> str:
    label = level_label(script, answer.levels[fact])
    reason = answer.reasons.get(fact, "")
    return f"{label} ({reason})" if reason else label
