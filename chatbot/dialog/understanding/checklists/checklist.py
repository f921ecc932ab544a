"""Understanding the answer to a checklist: levels in order, by number, by name, for all or for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.claims import Claims, NoClaims, claims
from chatbot.dialog.understanding.checklists.lexicon import (
    All,
    Except,
    Grade,
    Meaning,
    Named,
    Rest,
    Stop,
    Strange,
)
from chatbot.dialog.understanding.checklists.marks import marks
from chatbot.dialog.understanding.checklists.reasons import with_reasons
from chatbot.dialog.understanding.checklists.sheet import Sheet, Unclear
from chatbot.dialog.understanding.checklists.statements import NO_DEPARTMENT
from chatbot.dialog.understanding.checklists.weighing import understand_sentences
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken
from chatbot.facts import FactId, Level

_LETTERS: Final = re.compile(r"[ypn?](?:[\s,;/|]+[ypn?])+|[ypn?]{3,}")
_BY_LETTER: Final = {
    "y": Grade(Level.ESTABLISHED, mere_yes=True),
    "p": Grade(Level.PARTIAL),
    "n": Grade(Level.ABSENT),
    "?": Grade(Level.UNKNOWN),
}
_YES: Final = _BY_LETTER["y"]
_NOTHING: Final = Understood(outcome=Outcome.ASK)


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
    sheet = Sheet(question, settled, signs, may_not_apply)
    exactly = _word_by_word(script, sheet, said)
    if sheet.has_signs() or not said.text.strip("? "):
        return exactly  # a question mark or two are not sure to be about everything
    if exactly.outcome is Outcome.ACCEPT and not _may_be_left_out(sheet, exactly, said):
        return exactly
    in_sentences = understand_sentences(script, sheet, said)
    if in_sentences.heard is None:
        return exactly
    if exactly.outcome is Outcome.CONFIRM and in_sentences.outcome is Outcome.CONFIRM:
        return exactly
    return in_sentences


def _may_be_left_out(sheet: Sheet, read: Understood, said: Spoken) -> bool:
    """Whether "no" may have been said of a department that there is not."""
    levels = read.heard.levels if read.heard else {}
    absent = {fact for fact, level in levels.items() if level is Level.ABSENT}
    return not absent.isdisjoint(sheet.left_out()) and bool(NO_DEPARTMENT.search(said.text))


def _word_by_word(script: Script, sheet: Sheet, said: Spoken) -> Understood:
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
    except (NoClaims, Unclear):
        return _NOTHING
    if strange or not sure:
        return Understood(outcome=Outcome.CONFIRM, heard=heard, confidence=0.6)
    return Understood(outcome=Outcome.ACCEPT, heard=heard, confidence=1.0 if exact else 0.95)


def _told(script: Script, question: Question, said: Spoken) -> tuple[list[Meaning], bool]:
    if _LETTERS.fullmatch(said.text):
        return [_BY_LETTER[letter] for letter in said.text if letter in _BY_LETTER], True
    read = marks(script, question, said)
    return with_reasons(read.found, said), read.exact


def _without_items(
    sheet: Sheet, grades: Sequence[Grade], told: Sequence[Meaning], text: str
) -> tuple[Heard, bool]:
    """Levels alone: one for what is open, or one for each item in order."""
    one_level = len({grade.level for grade in grades}) == 1
    strange = any(isinstance(meaning, Strange) for meaning in told)
    if strange and len(sheet.open) > 1:
        raise Unclear  # a level of something, but not of an item
    if len(grades) == 1 or (one_level and (len(sheet.open) == 1 or set(text) == {"?"})):
        return _for_all(sheet, grades[0])
    stops = [meaning for meaning in told if isinstance(meaning, Stop)]
    if stops and not any(stop.comma or stop.strong for stop in stops):
        raise Unclear  # "yes and no" is no list
    if strange:
        raise Unclear
    for facts in (sheet.facts, sheet.open):
        if len(grades) == len(facts):
            return sheet.heard(zip(facts, grades, strict=True)), True
    if not one_level:
        raise Unclear
    return sheet.heard((fact, grades[0]) for fact in sheet.open), False


def _for_all(sheet: Sheet, grade: Grade) -> tuple[Heard, bool]:
    """One level for every open item; sure when there is one, or when all of them were clearly meant."""
    clearly = grade.of_all and (not sheet.settled or grade.level is Level.UNKNOWN)
    return sheet.heard((fact, grade) for fact in sheet.open), len(sheet.open) == 1 or clearly


def _with_items(sheet: Sheet, said: Claims, *, excepted: bool) -> tuple[Heard, bool]:
    """Levels for items by name or number, for all of them, or for the rest.

    Args:
        excepted: whether something was said to be an exception.
    """
    if not {All(), Rest()}.isdisjoint(said.loose) or (said.loose and excepted):
        raise Unclear
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
