"""What is made of sentences that answer a checklist: taken, shown to be confirmed, or not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

import msgspec

from chatbot.dialog.script import Script
from chatbot.dialog.understanding.checklists.amounts import Amount
from chatbot.dialog.understanding.checklists.learning import DESCRIBED, joint_classifier, joint_meaning
from chatbot.dialog.understanding.checklists.lexicon import Grade
from chatbot.dialog.understanding.checklists.sentences import read
from chatbot.dialog.understanding.checklists.sheet import Sheet, Unclear
from chatbot.dialog.understanding.checklists.statements import Statement, in_order, joined
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.understood import Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, negations, words_of
from chatbot.facts import FactId, Level

ACCEPT_FROM: Final = 0.7
"""From this sureness of every statement on, sentences are taken; tuned on `tests/sayings/tuned`."""
CONFIRM_FROM: Final = 0.3
"""From this sureness on, a statement is shown to be confirmed; below, it is left out."""
SECONDED_FROM: Final = 0.4
"""How likely the second opinion has to find the item and the level of a description that is taken."""
OPPOSED_FROM: Final = 0.6
"""How likely it has to find another level than the one in plain words, for that to be confirmed first."""

_CLEARLY: Final = 0.8
"""From this sureness on, the description of an exception from all is taken."""
_SUREST: Final = 0.94
"""The confidence of sentences at most; an exact reading has more."""
_TO_CONFIRM: Final = 0.6
"""The confidence at most of what is to be confirmed."""


def understand_sentences(script: Script, sheet: Sheet, said: Spoken) -> Understood:
    """The levels that sentences give to items, possibly to some of them only."""
    reading = read(script, sheet.question, said, sheet.left_out())
    kept = [one for one in reading.statements if one.sure >= CONFIRM_FROM]
    certain = not reading.doubts and len(kept) == len(reading.statements) and not any(_doubts(sheet, kept))
    named = {fact for one in kept for fact in one.facts}
    try:
        heard = sheet.heard(
            (fact, Grade(one.level, mere_yes=one.level is Level.ESTABLISHED, reason=one.reason))
            for one in kept
            if one.level
            for fact in (*one.facts, *_picked(sheet, one, named))
        )
    except Unclear:
        return Understood(outcome=Outcome.ASK)
    certain = certain and not _says_twice(kept)
    sure = min(one.sure for one in kept)
    accepted = certain and sure >= ACCEPT_FROM and all(_seconded(script, sheet, one) for one in kept)
    return Understood(
        outcome=Outcome.ACCEPT if accepted else Outcome.CONFIRM,
        heard=msgspec.structs.replace(heard, remark=reading.remark),
        confidence=round(min(sure, _SUREST if accepted else _TO_CONFIRM), 2),
    )


def _says_twice(statements: Sequence[Statement]) -> bool:
    """Whether all of them get the level that one of them has already: "… and they have all said yes"."""
    levels = {one.level for one in statements if one.amount is Amount.ALL}
    return any(one.level in levels for one in statements if one.facts)


def _seconded(script: Script, sheet: Sheet, one: Statement) -> bool:
    """Whether a classifier that sees item and level at once finds the same in a description.

    A level in plain words needs no second opinion, but it must not have a clear one against it.
    """
    if one.level not in DESCRIBED or not (one.clauses or one.topics):
        return True
    text = joined(in_order([*one.topics, *one.clauses]))
    if one.level is Level.ESTABLISHED and one.amount and negations(words_of(text)):
        return False
    guesses = joint_classifier(script, sheet.question).guesses(features(text))
    chances = {guess.meaning: guess.probability for guess in guesses.best}
    if one.told:
        return all(
            chances[joint_meaning(fact, level)] * guesses.known < OPPOSED_FROM
            for fact in one.facts
            for level in DESCRIBED
            if level is not one.level
        )
    return all(chances[joint_meaning(fact, one.level)] >= SECONDED_FROM for fact in one.facts)


def _picked(sheet: Sheet, one: Statement, named: Set[FactId]) -> list[FactId]:
    """The items that "all" or "the rest" means: those of which nothing else is said, now or before."""
    if one.amount is None:
        return []
    return [fact for fact in sheet.facts if fact not in named and fact not in sheet.settled]


def _doubts(sheet: Sheet, statements: Sequence[Statement]) -> Iterator[bool]:
    """For each amount, whether something else can have been meant."""
    named = {fact for one in statements for fact in one.facts}
    for one in statements:
        if one.amount is None:
            continue
        picked = len(_picked(sheet, one, named))
        if one.amount is Amount.REST:
            yield not picked or not (named or sheet.settled)
            yield one.number not in (0, picked)
        else:
            yield bool(sheet.settled) and one.level is not Level.UNKNOWN
            yield not all(other.told or other.sure >= _CLEARLY for other in statements)
            yield one.number not in (0, len(sheet.facts))
