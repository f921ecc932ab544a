"""What one clause of a checklist answer says: items, a level, both, a description, or something else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.amounts import Amount, Counted
from chatbot.dialog.understanding.cues import has_cue, level_features
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.checklist_learning import NOTHING, item_classifier, level_classifier, told_apart
from chatbot.dialog.understanding.pieces import Clause, Graded, Join, Point, Word
from chatbot.dialog.understanding.words import folded, word_set
from chatbot.facts import FactId, Level

_ABOUT: Final = 0.5
"""From this probability on a clause is about an item that it does not name."""
_NAMED: Final = 0.25
"""From this probability on a sentence is about the item that a single word in it names."""
_KNOWN: Final = 0.3
"""How much of a clause has to be known for it to be about an item that it does not name."""
_HALF: Final = 0.5
_NAME_LIKE: Final = 0.55
"""From this probability on a clause that tells no level only names what it is about."""
_CLEARLY: Final = 0.8
"""The same for a clause of one word with weight, and for one about all of them or the rest."""
_WORDS: Final = 2
_FIRM: Final = 0.9
"""How sure it is that a sentence is about what it names by several words."""
_BY_NAME: Final = 0.7
"""The same for one word, which may be there by chance."""
_DIMLY: Final = 0.35
"""From this probability on that is the item of which nothing is known."""
_NOTHING_STILL: Final = 0.85
"""Up to this probability of being about no item, words with a level are looked at again."""
_CERTAIN: Final = 0.75
_AHEAD: Final = 2.0
"""How many times likelier than the next an item has to be."""
_UNDECIDED: Final = 0.3
_LONGEST_NAME: Final = 3
"""How many words with weight a name has at most that was not given as one."""
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


class Judge:
    """What the classifiers make of words; each text is judged once."""

    def __init__(self, script: Script, question: Question) -> None:
        self._about = item_classifier(script, question)
        self._level = level_classifier(script)
        self._abouts: dict[str, tuple[Mapping[str, float], float]] = {}
        self._levels: dict[str, Mapping[str, float]] = {}

    def about(self, text: str) -> tuple[Mapping[str, float], float]:
        """The probability of each item and of `NOTHING`, and how much of the text is known."""
        if text not in self._abouts:
            found = self._about.guesses(features(text))
            self._abouts[text] = {one.meaning: one.probability for one in found.best}, found.known
        return self._abouts[text]

    def item(self, text: str, *, certain: bool = False) -> tuple[FactId, float]:
        """The likeliest item with its probability, from 0 to 1.

        Args:
            certain: whether the words are about some item, as those with a level are.
        """
        chances, known = self.about(text)
        best = max((one for one in chances if one != NOTHING), key=chances.__getitem__)
        likely = chances[best]
        second = max((chances[one] for one in chances if one not in (NOTHING, best)), default=0.0)
        if second * _AHEAD > likely:
            return FactId(best), min(likely, _UNDECIDED)
        if certain and chances[NOTHING] <= _NOTHING_STILL:
            likely = max(likely, likely / (1 - chances[NOTHING]) * _CERTAIN)
        return FactId(best), likely if known >= _KNOWN else likely * known

    def level(self, text: str) -> Mapping[str, float]:
        """The probability of each level that can be described, and of `NOTHING`."""
        if text not in self._levels:
            found = self._level.guesses(level_features(text))
            self._levels[text] = {one.meaning: one.probability for one in found.best}
        return self._levels[text]


def sense(clause: Clause, judge: Judge, question: Question) -> Sense:
    """What a clause says."""
    strange = [one for one in _words(clause) if not one.light]
    counted = [one.what for one in clause.pieces if isinstance(one.what, Counted)]
    named = _points(clause) or _by_common_word(clause, question)
    level, shaky = _level(clause, faintly=not strange)
    amount = _amount(counted, bare=not strange and not named)
    plain = Sense(
        clause,
        Kind.LIGHT,
        facts=named,
        amount=amount.amount if amount and not named else None,
        number=amount.number if amount else 0,
        level=level,
        shaky=shaky or (level is not Level.UNKNOWN and any(one.text in _MAYBE for one in _words(clause))),
        leads=_leads(clause) and not (named and not _points(clause)),
    )
    if any(one.amount is Amount.NONE for one in counted) and not named:
        plain = _of_none(plain)
    if [one.text for one in strange] == ["not"] and clause.text.startswith("not ") and plain.facts and not plain.level:
        return _as(plain, Kind.STATEMENT, level=Level.ABSENT, leads=True, sure=_BY_NAME)
    if strange:
        return _in_other_words(plain, judge, question)
    if plain.level and plain.amount and _part_of(clause):
        plain = _as(plain, plain.kind, shaky=True)
    if plain.facts and not plain.level and clause.pieces[-1].text in _ELLIPTIC and len(clause.pieces) > 1:
        return _as(plain, Kind.STATEMENT, level=Level.ESTABLISHED, sure=0.9)
    if plain.facts or plain.amount:
        return _as(plain, Kind.STATEMENT if plain.level else Kind.POINTS)
    firmly = any(isinstance(one.what, Graded) and not one.what.faint for one in clause.pieces)
    if plain.level is None and _half(counted):
        return _as(plain, Kind.STATEMENT, amount=Amount.ALL, level=Level.PARTIAL, shaky=True)
    return _as(plain, Kind.LEVEL if plain.level else Kind.LIGHT, faint=not firmly)


def _points(clause: Clause) -> tuple[FactId, ...]:
    """The items that a clause names."""
    points = [one.what for one in clause.pieces if isinstance(one.what, Point)]
    return tuple(dict.fromkeys(fact for point in points for fact in point.facts))


def _half(counted: Sequence[Counted]) -> bool:
    """Whether a part of all is meant that nobody counted: "half of that"."""
    return any(one.amount is Amount.SOME and not one.number for one in counted)


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


def _as(plain: Sense, kind: Kind, **changed: object) -> Sense:
    from dataclasses import replace

    return replace(plain, kind=kind, **changed)  # type: ignore[arg-type]


def _in_other_words(plain: Sense, judge: Judge, question: Question) -> Sense:
    """The sense of a clause with words that are no name, amount or level."""
    text = plain.clause.text
    rest = _without_levels(plain.clause)
    facts, sure = _facts(plain, judge, rest if plain.level is Level.UNKNOWN else text)
    chances = judge.level(text)
    if plain.level is Level.UNKNOWN:
        if not facts and rest:
            fact, sure = judge.item(rest, certain=True)
            facts = (fact,) if sure >= _DIMLY and not plain.amount else ()
        if facts or plain.amount:
            return _as(plain, Kind.STATEMENT, facts=facts, sure=sure if facts else 0.9, amount=None if facts else plain.amount)
        return _as(plain, Kind.LEVEL)
    if facts and plain.level and _is_name(plain.clause, judge):
        return _as(plain, Kind.STATEMENT, facts=facts, amount=None, sure=sure)
    if facts and not plain.level and _names_only(plain.clause, chances):
        return _as(plain, Kind.POINTS, facts=facts, amount=None, sure=sure)
    if facts:
        return _as(plain, Kind.DESCRIPTION, facts=facts, amount=None, sure=sure)
    if plain.amount and plain.level:
        few = sum(not one.light for one in _words(plain.clause)) <= 1
        alike = few or max(chances, key=chances.__getitem__) in (plain.level, NOTHING)
        return _as(plain, Kind.STATEMENT, sure=0.8 if alike else 0.5)
    if plain.amount and chances[NOTHING] < _HALF:
        return _as(plain, Kind.DESCRIPTION, sure=0.8 if plain.amount is Amount.REST else 0.6)
    return _as(plain, Kind.OTHER)


def _facts(plain: Sense, judge: Judge, text: str) -> tuple[tuple[FactId, ...], float]:
    """The items that a sentence is about, by their names in it or by its words, and how sure that is."""
    chances, known = judge.about(text)
    fact, likely = judge.item(text, certain=bool(plain.level) or judge.level(text)[NOTHING] < _HALF)
    named = plain.facts
    firm = any(isinstance(one.what, Point) and one.what.firm for one in plain.clause.pieces)
    if len(named) > 1:
        return named, 0.9
    if named and (firm or chances[named[0]] >= _NAMED):
        among = chances[named[0]] / max(1 - chances[NOTHING], 0.01)
        return named, max(chances[named[0]], _FIRM if firm else _BY_NAME, _FIRM * among)
    weighty = sum(not one.light for one in _words(plain.clause))
    needed = _CLEARLY if plain.amount or weighty < _WORDS else _ABOUT
    if likely >= needed and known >= _KNOWN:
        return (fact,), likely
    return (), 0.0


def _names_only(clause: Clause, chances: Mapping[str, float]) -> bool:
    """Whether a clause without a level in plain words tells none by its other words either."""
    if _SPEAKS.match(clause.text):
        return True
    strange = [one for one in _words(clause) if not one.light]
    if chances[NOTHING] < _NAME_LIKE and clause.turn != "except" and len(strange) > 1:
        return False
    longest = 1 if _points(clause) else _LONGEST_NAME
    return len(strange) <= longest and not has_cue(clause.text)


def _is_name(clause: Clause, judge: Judge) -> bool:
    """Whether what is left of a clause without its level only names an item."""
    rest = _without_levels(clause).removeprefix("only ").removeprefix("just ")
    strange = [one for one in _words(clause) if not one.light]
    if not rest or len(strange) > 4:
        return False
    chances = judge.level(rest)
    return max(chances, key=chances.__getitem__) == NOTHING or not has_cue(rest)


def _without_levels(clause: Clause) -> str:
    return " ".join(one.text for one in clause.pieces if not isinstance(one.what, Graded))


def _words(clause: Clause) -> Sequence[Word]:
    return [one.what for one in clause.pieces if isinstance(one.what, Word)]


def _leads(clause: Clause) -> bool:
    for one in clause.pieces:
        if isinstance(one.what, Graded) and not one.what.faint:
            return True
        if isinstance(one.what, Point | Counted) or (isinstance(one.what, Word) and not one.what.light):
            return False
    return False


def _part_of(clause: Clause) -> bool:
    """Whether a level is only the beginning of an amount: "a bit of everything"."""
    pairs = zip(clause.pieces, clause.pieces[1:], strict=False)
    return any(
        isinstance(one.what, Graded) and isinstance(then.what, Word) and then.text == "of" for one, then in pairs
    )


def _amount(counted: Sequence[Counted], *, bare: bool) -> Counted | None:
    """The one amount that a clause speaks of; a bare "all" or "each" counts only without other words."""
    for one in counted:
        if one.amount in (Amount.ALL, Amount.REST, Amount.NONE) and (one.firm or bare):
            return one
    return None


def _of_none(plain: Sense) -> Sense:
    """ "None of them": all of them, and not."""
    level = plain.level
    if level is Level.UNKNOWN:
        return _as(plain, plain.kind, amount=Amount.ALL)
    shaky = plain.shaky or level in (Level.ABSENT, Level.PARTIAL)
    return _as(plain, plain.kind, amount=Amount.ALL, level=Level.ABSENT, shaky=shaky)


def _level(clause: Clause, *, faintly: bool) -> tuple[Level | None, bool]:
    """The level that a clause says in plain words, and whether it may be meant otherwise."""
    said = [one.what for one in clause.pieces if isinstance(one.what, Graded)]
    told = [one for one in said if not one.faint] or (said if faintly else [])
    levels = list(dict.fromkeys(one.level for one in told))
    shaky = any(one.shaky for one in told)
    match levels:
        case []:
            return None, False
        case [one]:
            return one, shaky
        case _ if Level.UNKNOWN in levels:
            return Level.UNKNOWN, shaky or len(levels) > 2
        case _ if Level.NOT_APPLICABLE in levels:
            return Level.NOT_APPLICABLE, True
        case [Level.ABSENT, Level.ESTABLISHED]:
            return Level.ABSENT, shaky
        case [Level.PARTIAL, Level.ESTABLISHED] | [Level.ESTABLISHED, Level.PARTIAL]:
            return Level.PARTIAL, shaky
        case _:
            return levels[-1], True
