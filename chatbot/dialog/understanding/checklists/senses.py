"""What one clause of a checklist answer says: items, a level, both, a description, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from chatbot.dialog.script import Question
from chatbot.dialog.understanding.checklists.amounts import Amount, Counted
from chatbot.dialog.understanding.checklists.clauses import EXCEPT
from chatbot.dialog.understanding.checklists.cues import has_cue
from chatbot.dialog.understanding.checklists.judging import KNOWN, Judge
from chatbot.dialog.understanding.checklists.learning import NOTHING, told_apart
from chatbot.dialog.understanding.checklists.pieces import Clause, Graded, Join, Point, Word
from chatbot.dialog.understanding.words import NEGATIONS, folded, word_set
from chatbot.facts import FactId, Level

_ABOUT: Final = 0.5
"""From this probability on a clause is about an item that it does not name."""
_CLEARLY: Final = 0.8
"""The same for a clause about all of them or the rest."""
_ALONE: Final = 0.85
"""The same for a clause of one word with weight."""
_DIMLY: Final = 0.35
"""The same where it says that nothing is known."""
_NAMED: Final = 0.25
"""The same for an item that one word of a sentence names, which may be there by chance."""
_BY_NAME: Final = 0.7
"""How sure it is then, at least."""
_BY_LIKELY_NAME: Final = 0.8
"""The same where the sentence is about nothing else."""
_FIRM: Final = 0.9
"""How sure it is that a sentence is about what it names by several words, or by a number."""
_NAME_LIKE: Final = 0.55
"""From this probability on a clause that tells no level only names what it is about."""
_NAME_WORDS: Final = 3
"""How many words with weight a name has at most that was not given as one."""
_SUBJECT_WORDS: Final = 4
"""The same beside a level in plain words."""
_TELLING: Final = 0.5
"""Up to this probability of telling no level, words tell one."""
_LIKELY: Final = 0.8
"""How sure a level for all of them or the rest is, with words beside it that say the same."""
_ODD: Final = 0.6
"""How sure it is that a description is meant for all of them."""
_UNLIKE: Final = 0.5
"""How sure a level for all of them is, with words beside it that say something else."""
_SPEAKS: Final = re.compile(r"i (?:can |could )?only (?:speak|know|say|talk|answer|judge|tell|comment|see)\b")
_ELLIPTIC: Final = word_set("has have does do did is are")
"""What stands for a level that was just said: "legal does"."""
_MAYBE: Final = word_set("will would could should if might unless hopefully supposed almost nearly")


class Kind(StrEnum):
    """What a clause does for the answer."""

    POINTS = "points"
    LEVEL = "level"
    STATEMENT = "statement"
    DESCRIPTION = "description"
    OTHER = "other"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a clause says.

    Attributes:
        facts: the items it is about.
        amount: all of them or the rest of them, where it says so.
        number: how many the amount is said to be; 0 where it is not said.
        level: what it says in plain words.
        sure: from 0 to 1, how sure the items are.
        shaky: whether the level may be meant otherwise.
        leads: whether the level comes before the items.
        faint: whether the level may be no more than a word of the sentence.
    """

    clause: Clause
    kind: Kind
    facts: tuple[FactId, ...] = ()
    amount: Amount | None = None
    number: int = 0
    level: Level | None = None
    sure: float = 1.0
    shaky: bool = False
    leads: bool = False
    faint: bool = False


def sense(clause: Clause, judge: Judge, question: Question) -> Sense:
    """What a clause says."""
    counted = [one.what for one in clause.pieces if isinstance(one.what, Counted)]
    by_common_word = _by_common_word(clause, question)
    facts = clause.facts or by_common_word
    level, shaky = _level(clause)
    amount = None if facts else _amount(counted, bare=not clause.weighty)
    plain = Sense(
        clause,
        Kind.LIGHT,
        facts=facts,
        amount=amount.amount if amount else None,
        number=amount.number if amount else 0,
        level=level,
        shaky=shaky or _counts(clause) or (level is not Level.UNKNOWN and clause.has(_MAYBE)),
        leads=_leads(clause) and not by_common_word,
        faint=not any(isinstance(one.what, Graded) and not one.what.faint for one in clause.pieces),
    )
    if plain.amount is Amount.NONE:
        plain = _of_none(plain)
    if not clause.weighty:
        return _in_plain_words(plain, counted)
    if facts and level and NEGATIONS.issuperset(clause.weighty):
        return replace(plain, kind=Kind.STATEMENT, shaky=True)
    if clause.weighty == ("not",) and clause.text.startswith("not ") and facts and not level:
        return replace(plain, kind=Kind.STATEMENT, level=Level.ABSENT, leads=True, sure=_BY_NAME)
    return _in_other_words(plain, judge)


def _in_plain_words(plain: Sense, counted: Sequence[Counted]) -> Sense:
    """The sense of a clause of names, amounts and levels alone."""
    clause = plain.clause
    if plain.facts and not plain.level and len(clause.pieces) > 1 and clause.pieces[-1].text in _ELLIPTIC:
        return replace(plain, kind=Kind.STATEMENT, level=Level.ESTABLISHED, sure=_FIRM)
    if plain.facts or plain.amount:
        shaky = plain.shaky or (plain.amount is not None and _is_part_of_amount(clause))
        return replace(plain, kind=Kind.STATEMENT if plain.level else Kind.POINTS, shaky=shaky)
    if plain.level:
        faint = plain.faint and all(one.amount is not Amount.SOME for one in counted)
        return replace(plain, kind=Kind.LEVEL, faint=faint)
    if any(one.amount is Amount.SOME and not one.number for one in counted):  # "half of that"
        return replace(plain, kind=Kind.STATEMENT, amount=Amount.ALL, level=Level.PARTIAL, shaky=True)
    return plain


def _in_other_words(plain: Sense, judge: Judge) -> Sense:
    """The sense of a clause with words that are no name, amount or level."""
    clause = plain.clause
    if plain.level is Level.UNKNOWN:
        return _of_unknown(plain, judge)
    facts, sure = _facts(plain, judge, clause.text)
    telling = judge.level(clause.text)[NOTHING] < _TELLING
    if facts:
        if plain.level:
            kind = Kind.STATEMENT if _is_subject(clause, judge) else Kind.DESCRIPTION
        else:
            kind = Kind.POINTS if _names_only(clause, judge) else Kind.DESCRIPTION
        return replace(plain, kind=kind, facts=facts, amount=None, sure=sure)
    if plain.amount and plain.level:
        alike = len(clause.weighty) == 1 or judge.tells(clause.text) in (plain.level, NOTHING)
        return replace(plain, kind=Kind.STATEMENT, sure=_LIKELY if alike else _UNLIKE)
    if plain.amount and telling:
        sure = _LIKELY if plain.amount is Amount.REST else _ODD
        return replace(plain, kind=Kind.DESCRIPTION, sure=sure)
    return replace(plain, kind=Kind.OTHER)


def _of_unknown(plain: Sense, judge: Judge) -> Sense:
    """Of which items nothing is known; the words for not knowing tell nothing about that."""
    rest = _without_levels(plain.clause)
    facts, sure = _facts(plain, judge, rest)
    if not facts and rest and not plain.amount:
        fact, sure = judge.item(rest, certain=True)
        facts = (fact,) if sure >= _DIMLY else ()
    if facts:
        return replace(plain, kind=Kind.STATEMENT, facts=facts, amount=None, sure=sure)
    return (
        replace(plain, kind=Kind.STATEMENT, sure=_FIRM) if plain.amount else replace(plain, kind=Kind.LEVEL)
    )


def _facts(plain: Sense, judge: Judge, text: str) -> tuple[tuple[FactId, ...], float]:
    """The items that a sentence is about, by their names in it or by its words, and how sure that is."""
    named = plain.facts
    if len(named) > 1:
        return named, _FIRM
    chances, known = judge.about(text)
    firm = any(isinstance(one.what, Point) and one.what.firm for one in plain.clause.pieces)
    if named and (firm or chances[named[0]] >= _NAMED):
        among = chances[named[0]] / max(1 - chances[NOTHING], chances[named[0]])
        likeliest = judge.item(text)[0] == named[0]
        at_least = _FIRM if firm else _BY_LIKELY_NAME if likeliest else _BY_NAME
        return named, max(chances[named[0]], at_least, _FIRM * among)
    fact, likely = judge.item(text, certain=bool(plain.level) or judge.level(text)[NOTHING] < _TELLING)
    rest = _without_levels(plain.clause)
    if plain.level and rest and rest != text:
        fact, likely = max((fact, likely), judge.item(rest, certain=True), key=lambda one: one[1])
        known = max(known, judge.about(rest)[1])
    alone = len(plain.clause.weighty) == 1 and not plain.level
    needed = _CLEARLY if plain.amount else _ALONE if alone else _ABOUT
    return ((fact,), likely) if likely >= needed and known >= KNOWN else ((), 0.0)


def _by_common_word(clause: Clause, question: Question) -> tuple[FactId, ...]:
    """The item whose name is a common word ("it"), where a clause has only that, or that and a level."""
    match [one.what for one in clause.pieces]:
        case [Word(text)] if clause.before in (Join.AND, Join.COMMA):
            pass
        case [Word(text), Graded()]:
            pass
        case _:
            return ()
    return tuple(
        item.fact for item in question.items if told_apart(item.label) and folded(item.label).text == text
    )


def _names_only(clause: Clause, judge: Judge) -> bool:
    """Whether a clause without a level in plain words tells none by its other words either."""
    if _SPEAKS.match(clause.text):
        return True
    telling = judge.level(clause.text)[NOTHING] < _NAME_LIKE
    if telling and clause.turn != EXCEPT and len(clause.weighty) > 1:
        return False
    longest = 1 if clause.facts else _NAME_WORDS
    return len(clause.weighty) <= longest and not has_cue(clause.text)


def _is_subject(clause: Clause, judge: Judge) -> bool:
    """Whether what is left of a clause without its level only names an item."""
    rest = _without_levels(clause).removeprefix("only ").removeprefix("just ")
    if not rest or len(clause.weighty) > _SUBJECT_WORDS:
        return False
    return judge.tells(rest) == NOTHING or not has_cue(rest)


def _without_levels(clause: Clause) -> str:
    return " ".join(one.text for one in clause.pieces if not isinstance(one.what, Graded))


def _leads(clause: Clause) -> bool:
    """Whether a level comes before everything that it could be said of."""
    for one in clause.pieces:
        if isinstance(one.what, Graded) and not one.what.faint:
            return True
        if not isinstance(one.what, Graded) and not (isinstance(one.what, Word) and one.what.light):
            return False
    return False


def _counts(clause: Clause) -> bool:
    """Whether a number right before a name counts something ("2 owners") rather than being an item's."""
    for one, then in zip(clause.pieces, clause.pieces[1:], strict=False):
        if isinstance(one.what, Point) and isinstance(then.what, Point) and one.text.isdecimal():
            return one.what.facts != then.what.facts
    return False


def _is_part_of_amount(clause: Clause) -> bool:
    """Whether a level is only the beginning of an amount: "a bit of everything"."""
    pairs = zip(clause.pieces, clause.pieces[1:], strict=False)
    return any(isinstance(one.what, Graded) and then.text == "of" for one, then in pairs)


def _amount(counted: Sequence[Counted], *, bare: bool) -> Counted | None:
    """The one amount that a clause speaks of; a bare "all" or "each" counts only without other words."""
    picking = (Amount.ALL, Amount.REST, Amount.NONE)
    return next((one for one in counted if one.amount in picking and (one.firm or bare)), None)


def _of_none(plain: Sense) -> Sense:
    """Of "none of them": all of them, and not."""
    if plain.level is Level.UNKNOWN:
        return replace(plain, amount=Amount.ALL)
    shaky = plain.shaky or plain.level in (Level.ABSENT, Level.PARTIAL)
    return replace(plain, amount=Amount.ALL, level=Level.ABSENT, shaky=shaky)


def _level(clause: Clause) -> tuple[Level | None, bool]:
    """The level that a clause says in plain words, and whether it may be meant otherwise."""
    said = [one.what for one in clause.pieces if isinstance(one.what, Graded)]
    told = [one for one in said if not one.faint] or ([] if clause.weighty else said)
    shaky = any(one.shaky for one in told) or any(
        one.level is Level.ABSENT and any(then.level is Level.ESTABLISHED for then in told)
        for one in said
        if one.faint
    )
    match list(dict.fromkeys(one.level for one in told)):
        case []:
            return None, False
        case [level]:
            return level, shaky
        case levels if Level.UNKNOWN in levels:
            return Level.UNKNOWN, shaky or len(levels) > 2
        case levels if Level.NOT_APPLICABLE in levels:
            return Level.NOT_APPLICABLE, True
        case [Level.ABSENT, Level.ESTABLISHED]:
            return Level.ABSENT, shaky
        case [Level.PARTIAL, Level.ESTABLISHED] | [Level.ESTABLISHED, Level.PARTIAL]:
            return Level.PARTIAL, shaky
        case levels:
            return levels[-1], True
