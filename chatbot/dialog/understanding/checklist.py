"""Understanding the answer to a checklist: levels in order, by number, by name, for all or for the rest."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

import msgspec

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.amounts import Amount
from chatbot.dialog.understanding.claims import Claims, NoClaims, claims
from chatbot.dialog.understanding.lexicon import All, Except, Grade, Meaning, Named, Rest, Stop, Strange
from chatbot.dialog.understanding.marks import marks
from chatbot.dialog.understanding.reasons import with_reasons
from chatbot.dialog.understanding.sentences import NO_DEPARTMENT, read
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken
from chatbot.facts import SIGN_LEVELS, SIGNAL_LEVELS, FactId, Level

_LETTERS: Final = re.compile(r"[ypn?](?:[\s,;/|]+[ypn?])+|[ypn?]{3,}")
_BY_LETTER: Final = {
    "y": Grade(Level.ESTABLISHED, mere_yes=True),
    "p": Grade(Level.PARTIAL),
    "n": Grade(Level.ABSENT),
    "?": Grade(Level.UNKNOWN),
}
_YES: Final = _BY_LETTER["y"]
_NOTHING: Final = Understood(outcome=Outcome.ASK)


class _Unclear(Exception):
    """The words cannot be an answer here: a level that an item cannot have, or two for one item."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The checklist as it stands before the words.

    Attributes:
        open: the items without a level; all of them when each has one, for it may be changed.
    """

    question: Question
    settled: Mapping[FactId, Level]
    signs: Set[FactId]
    may_not_apply: Set[FactId] | None
    facts: tuple[FactId, ...] = field(init=False)
    open: tuple[FactId, ...] = field(init=False)

    def __post_init__(self) -> None:
        facts = tuple(item.fact for item in self.question.items)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "open", tuple(fact for fact in facts if fact not in self.settled) or facts)

    def facts_left_out(self) -> Set[FactId]:
        """The items that may not apply."""
        return frozenset(self.facts) if self.may_not_apply is None else self.may_not_apply

    def level(self, fact: FactId, grade: Grade) -> Level:
        """The level that `grade` means for `fact`."""
        item = next(item for item in self.question.items if item.fact == fact)
        if fact in self.signs or Level.PRESENT in item.levels:
            level = Level.PRESENT if grade.mere_yes else grade.level
            fits = level in SIGN_LEVELS
        else:
            level = grade.level
            fits = level in SIGNAL_LEVELS
        unfit = self.may_not_apply is not None and fact not in self.may_not_apply
        if not fits or (level is Level.NOT_APPLICABLE and unfit):
            raise _Unclear
        return level

    def heard(self, graded: Iterable[tuple[FactId, Grade]]) -> Heard:
        """The reading in which each fact has this level, in the order of the items."""
        levels: dict[FactId, Level] = {}
        reasons: dict[FactId, str] = {}
        for fact, grade in graded:
            level = self.level(fact, grade)
            if levels.setdefault(fact, level) is not level:
                raise _Unclear
            if grade.reason:
                reasons[fact] = grade.reason
        if not levels:
            raise _Unclear
        return Heard(
            levels={fact: levels[fact] for fact in self.facts if fact in levels},
            reasons={fact: reasons[fact] for fact in self.facts if fact in reasons},
        )


def understand_checklist(
    script: Script,
    question: Question,
    said: Spoken,
    settled: Mapping[FactId, Level],
    *,
    signs: Set[FactId],
    may_not_apply: Set[FactId] | None,
) -> Understood:
    """The levels that the words give to items, possibly to some of them only.

    Args:
        settled: what was said of the items before.
        signs: the facts that are signs; so is an item that describes the level `present`.
        may_not_apply: the facts that may be `not_applicable`; `None` for all signals.
    """
    sheet = _Sheet(question, settled, signs, may_not_apply)
    exactly = _word_by_word(script, sheet, said)
    if exactly.outcome is Outcome.ACCEPT and not _may_be_left_out(sheet, exactly, said):
        return exactly
    in_sentences = _in_sentences(script, sheet, said)
    if in_sentences.heard is None or (exactly.outcome is Outcome.CONFIRM and in_sentences.outcome is not Outcome.ACCEPT):
        return exactly
    return in_sentences


def _may_be_left_out(sheet: _Sheet, read: Understood, said: Spoken) -> bool:
    """Whether "no" may have been said of a department that there is not."""
    levels = read.heard.levels if read.heard else {}
    absent = {fact for fact, level in levels.items() if level is Level.ABSENT}
    return not absent.isdisjoint(sheet.facts_left_out()) and bool(NO_DEPARTMENT.search(said.text))


def _word_by_word(script: Script, sheet: _Sheet, said: Spoken) -> Understood:
    """The reading of an answer that is made of authored phrases alone."""
    question = sheet.question
    told, exact = _told(script, question, said)
    strange = [meaning for meaning in told if isinstance(meaning, Strange)]
    clear = [meaning for meaning in told if not isinstance(meaning, Stop | Strange)]
    if not clear or len(strange) > len(clear) or any(one.spoils for one in strange):
        return _NOTHING
    try:
        grades = [meaning for meaning in clear if isinstance(meaning, Grade)]
        if len(grades) == len(clear):
            heard, sure = _without_items(sheet, grades, told, said.text)
        elif clear == [All()]:
            heard, sure = _for_all(sheet, Grade(Level.ESTABLISHED, mere_yes=True, of_all=True))
        else:
            heard, sure = _with_items(sheet, claims(told), excepted=Except() in clear)
            if strange and All() in clear:
                return _NOTHING  # "nearly all"
    except (NoClaims, _Unclear):
        return _NOTHING
    if strange or not sure:
        return Understood(outcome=Outcome.CONFIRM, heard=heard, confidence=0.6)
    return Understood(outcome=Outcome.ACCEPT, heard=heard, confidence=1.0 if exact else 0.95)


ACCEPT_FROM: Final = 0.62
"""From this sureness of every statement on, sentences are taken; tuned on `tests/sayings/tuned`."""
CLEARLY_FROM: Final = 0.8
CONFIRM_FROM: Final = 0.3
"""From this sureness on, a statement is shown to be confirmed; below, it is left out."""


def _in_sentences(script: Script, sheet: _Sheet, said: Spoken) -> Understood:
    """The reading of an answer in sentences."""
    reading = read(script, sheet.question, said, sheet.facts_left_out())
    doubts = list(reading.doubts)
    graded: list[tuple[FactId, Grade]] = []
    sure = 1.0
    kept = [one for one in reading.statements if one.sure >= CONFIRM_FROM and one.level]
    if len(kept) < len(reading.statements):
        doubts.append("a weak statement")
    named = {fact for one in kept for fact in one.facts}
    for one in kept:
        sure = min(sure, one.sure)
        facts = list(one.facts)
        if one.amount:
            others = [fact for fact in sheet.facts if fact not in named]
            if one.amount is Amount.REST:
                others = [fact for fact in others if fact not in sheet.settled]
                doubts += [] if named or sheet.settled else ["the rest of nothing"]
            elif named:
                doubts += [] if all(k.told or k.sure >= CLEARLY_FROM for k in kept) else ["all but some"]
            if one.number and one.number != (len(others) if one.amount is Amount.REST or not named else len(sheet.facts)):
                doubts.append("another number")
            facts += others
        assert one.level
        grade = Grade(one.level, mere_yes=one.level is Level.ESTABLISHED, reason=one.reason)
        graded += [(fact, grade) for fact in facts]
    try:
        heard = sheet.heard(graded)
    except _Unclear:
        if os.environ.get("DBG"):
            for one in reading.statements: print("    UNCLEAR", [f.split(".")[1] for f in one.facts], one.amount, one.level, round(one.sure, 2), [c.text for c in one.clauses], [c.text for c in one.aside])
        return _NOTHING
    remark = " ".join(said.verbatim(one.start, one.end) for one in reading.remarks)
    heard = msgspec.structs.replace(heard, remark=remark)
    accepted = sure >= ACCEPT_FROM and not doubts
    if os.environ.get("DBG"):
        for one in reading.statements: print("    ", [f.split(".")[1] for f in one.facts], one.amount, one.level, round(one.sure, 2), [c.text for c in one.clauses], [c.text for c in one.aside])
        print("    doubts", doubts, remark)
    return Understood(
        outcome=Outcome.ACCEPT if accepted else Outcome.CONFIRM,
        heard=heard,
        confidence=round(min(sure, 0.94 if accepted else 0.6), 2),
    )


def _told(script: Script, question: Question, said: Spoken) -> tuple[list[Meaning], bool]:
    if _LETTERS.fullmatch(said.text):
        return [_BY_LETTER[letter] for letter in said.text if letter in _BY_LETTER], True
    read = marks(script, question, said)
    return with_reasons(read.found, said), read.exact


def _without_items(
    sheet: _Sheet, grades: Sequence[Grade], told: Sequence[Meaning], text: str
) -> tuple[Heard, bool]:
    """Levels alone: one for what is open, or one for each item in order."""
    one_level = len({grade.level for grade in grades}) == 1
    strange = any(isinstance(meaning, Strange) for meaning in told)
    if strange and len(sheet.open) > 1:
        raise _Unclear  # a level of something, but not of an item
    if len(grades) == 1 or (one_level and (len(sheet.open) == 1 or set(text) == {"?"})):
        return _for_all(sheet, grades[0])
    stops = [meaning for meaning in told if isinstance(meaning, Stop)]
    if stops and not any(stop.comma or stop.strong for stop in stops):
        raise _Unclear  # "yes and no" is no list
    if strange:
        raise _Unclear
    for facts in (sheet.facts, sheet.open):
        if len(grades) == len(facts):
            return sheet.heard(zip(facts, grades, strict=True)), True
    if not one_level:
        raise _Unclear
    return sheet.heard((fact, grades[0]) for fact in sheet.open), False


def _for_all(sheet: _Sheet, grade: Grade) -> tuple[Heard, bool]:
    """One level for every open item; sure when there is one, or when all of them were clearly meant."""
    clearly = grade.of_all and (not sheet.settled or grade.level is Level.UNKNOWN)
    return sheet.heard((fact, grade) for fact in sheet.open), len(sheet.open) == 1 or clearly


def _with_items(sheet: _Sheet, said: Claims, *, excepted: bool) -> tuple[Heard, bool]:
    """Levels for items by name or number, for all of them, or for the rest.

    Args:
        excepted: whether something was said to be an exception.
    """
    if not {All(), Rest()}.isdisjoint(said.loose) or (said.loose and excepted):
        raise _Unclear
    graded = [
        (fact, claim.grade)
        for claim in said.claims
        for point in claim.points
        if isinstance(point, Named)
        for fact in point.facts
    ]
    named = {fact for fact, _ in graded}
    sure = said.sure and not said.loose
    for claim in said.claims:
        if All() in claim.points and not named and not sheet.settled:
            graded += [(fact, claim.grade) for fact in sheet.facts]
        elif not {All(), Rest()}.isdisjoint(claim.points):
            rest = [fact for fact in sheet.facts if fact not in named and fact not in sheet.settled]
            sure = sure and Rest() in claim.points and bool(rest) and bool(named or sheet.settled)
            graded += [(fact, claim.grade) for fact in rest]
    return sheet.heard(graded), sure
