"""What has to be true of a dialog beyond its shape: ids, conditions, and what texts refer to."""

from __future__ import annotations

import re
from collections import ChainMap
from typing import Final

from chatbot.dialog.manager import FINISHED, OPENING, REVIEW
from chatbot.dialog.places import conditions, questions, texts
from chatbot.dialog.question_validation import QuestionValidation
from chatbot.dialog.script import Script
from chatbot.dialog.values import values_of
from chatbot.facts import TITLE
from chatbot.sources.codes import Code
from chatbot.sources.conditions import check_vocabulary
from chatbot.sources.ids import Ids
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import instead, listed, quoted
from chatbot.sources.typed import Authored

_BRACES: Final = re.compile(r"\{([^{}]*)\}|[{}]")
_STAGES: Final = frozenset({OPENING, REVIEW, FINISHED})
_CAPS: Final = ("conditional", "hold", "commit")


def validate(authored: Authored[Script]) -> None:
    """Note everything that is wrong with a dialog in the problems of its file."""
    _check_head(authored)
    _check_ids(authored)
    each = QuestionValidation(authored)
    for placed in questions(authored.value):
        each.check(placed)
    _check_renames(authored)
    _check_conditions(authored)
    _check_texts(authored)


def _check_head(authored: Authored[Script]) -> None:
    script, add = authored.value, authored.problems.add
    if script.minutes < 1:
        add(
            Code.MINUTES_NOT_POSITIVE,
            authored.at("minutes"),
            f"It cannot take {script.minutes} minutes.",
            "Write at least 1.",
        )
    if script.at_most and script.at_most not in _CAPS:
        add(
            Code.CAP_UNKNOWN,
            authored.at("at_most"),
            f"{quoted(script.at_most)} is not a decision.",
            instead(script.at_most, _CAPS, "leave it out"),
        )
    if script.at_most and not script.because_at_most:
        add(
            Code.CAP_WITHOUT_REASON,
            authored.key("at_most"),
            "This dialog cannot conclude everything, and nothing says why.",
            'Add "because_at_most".',
        )
    stated, facts = values_of(script), Ids(parts=2)
    for fact in script.facts:
        facts.check(authored, ("facts", fact), fact, at_key=True)
        if fact not in stated:
            add(
                Code.DECLARED_NOT_SET,
                authored.key("facts", fact),
                f"{quoted(fact)} is declared, and no question states it.",
                "Either let a question state it or remove it.",
            )


def _check_ids(authored: Authored[Script]) -> None:
    Ids().check(authored, ("dialog",), authored.value.dialog)
    topics, asked = Ids(), Ids(taken=_STAGES)
    for at, topic in enumerate(authored.value.topics):
        topics.check(authored, ("topics", at, "id"), topic.id)
    for placed in questions(authored.value):
        asked.check(authored, (*placed.loc, "id"), placed.question.id)


def _check_renames(authored: Authored[Script]) -> None:
    """An id that was given up is named once, and is not in use any more."""
    placed = list(questions(authored.value))
    _check_given_up(
        authored,
        {one.question.id for one in placed},
        [(one.question.renamed_from, (*one.loc, "renamed_from")) for one in placed],
    )
    for one in placed:
        options = one.question.options
        _check_given_up(
            authored,
            {option.id for option in options},
            [
                (option.renamed_from, (*one.loc, "options", at, "renamed_from"))
                for at, option in enumerate(options)
            ],
        )


def _check_given_up(
    authored: Authored[Script], used: set[str], given_up: list[tuple[tuple[str, ...], Loc]]
) -> None:
    seen: set[str] = set()
    for names, loc in given_up:
        for at, old in enumerate(names):
            if old in used or old in seen:
                authored.problems.add(
                    Code.RENAMED_FROM_IN_USE,
                    authored.at(*loc, at),
                    f"The old id {quoted(old)} is {'still in use' if old in used else 'named twice'}.",
                    "Either remove it here or give up the other one.",
                )
            seen.add(old)


def _check_conditions(authored: Authored[Script]) -> None:
    stated = values_of(authored.value)
    free = {fact for fact, values in stated.items() if values is None}
    closed = {fact: values or frozenset() for fact, values in stated.items()}
    for loc, condition in conditions(authored.value):
        compared: dict[str, frozenset[str]] = {}
        for atom in condition.atoms():
            compared[atom.key] = compared.get(atom.key, frozenset()) | frozenset(atom.values)
        # A fact that may have any value may also be compared with any.
        anything = {fact: values for fact, values in compared.items() if fact in free}
        vocabulary = ChainMap(anything, closed)
        check_vocabulary(condition, authored.atoms(*loc), vocabulary, authored.problems)


def _check_texts(authored: Authored[Script]) -> None:
    known = sorted({*values_of(authored.value), TITLE})
    for text in texts(authored.value):
        for found in _BRACES.finditer(text.text):
            if not text.filled:
                message = f"{quoted(found[0])} would be shown as it stands here."
                fix = "Write it without braces."
            elif found[1] not in known:
                message = f"{quoted(found[0])} does not stand for anything that is asked."
                fix = f"Either remove the braces or use one of {listed(f'{{{name}}}' for name in known)}."
            else:
                continue
            authored.problems.add(Code.PLACEHOLDER_UNKNOWN, authored.at(*text.loc), message, fix)
