"""Statements: items, the words about them, and the level that these words give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from chatbot.dialog.understanding.checklists.amounts import Amount
from chatbot.dialog.understanding.checklists.cues import has_cue
from chatbot.dialog.understanding.checklists.judging import Judge
from chatbot.dialog.understanding.checklists.learning import NOTHING
from chatbot.dialog.understanding.checklists.pieces import Clause, Graded, Join
from chatbot.dialog.understanding.words import Spoken
from chatbot.facts import FactId, Level

REMARK: Final = 0.5
"""From this probability of telling no level on, words beside a statement are a remark."""
DOUBTFUL: Final = 0.5
"""How sure a statement is, at most, that is contradicted or could be meant otherwise."""
NO_DEPARTMENT: Final = re.compile(
    r"\b(?:no|not|don't|dont|haven't|without)\b.*\b(?:departments?|team|unit|section|function|people|staff)\b"
)
"""That there is none of what an item is about."""

_NONE_THERE: Final = re.compile(r"(?:there is|there are|we have|i have|we do|has|have) (?:got )?no")

_AT_ODDS: Final = 0.6
"""From this probability on, words beside a plain level speak for another one."""
_UNKNOWN_STILL: Final = 0.35
"""How much of a description may be unknown without making it less sure."""
_TURNED: Final = 0.4
"""The same behind "but" and the like."""
_CUED: Final = 0.7
"""How much of its sureness a description keeps that may tell no level, with a word in it that does."""
_BETWEEN: Final = {Join.AND: " and", Join.TURN: " "}


@dataclass(slots=True)
class Statement:
    """Items and their level.

    Attributes:
        facts: the items it names.
        amount: `ALL` or `REST` where it is about those.
        number: how many the amount is said to be; 0 where it is not said.
        told: the level in plain words; `None` where it is described.
        also: a level in plain words that was said beside a description.
        level: the level, once it is decided.
        reason: why it does not apply, verbatim.
        sure: from 0 to 1.
        leads: whether the level was said before the items.
        faint: whether the level may be no more than that there is something ("there are rules, but …").
        clauses: the words that tell the level.
        topics: the words that only name the items.
        aside: words beside it, which may be a remark.
    """

    facts: list[FactId]
    amount: Amount | None = None
    number: int = 0
    told: Level | None = None
    also: Level | None = None
    level: Level | None = None
    reason: str = ""
    sure: float = 1.0
    leads: bool = False
    faint: bool = False
    clauses: list[Clause] = field(default_factory=list)
    topics: list[Clause] = field(default_factory=list)
    aside: list[Clause] = field(default_factory=list)

    def at_most(self, sure: float) -> None:
        """Make it no surer than this."""
        self.sure = min(self.sure, sure)


def in_order(clauses: Iterable[Clause]) -> list[Clause]:
    """Clauses as they were said."""
    return sorted(clauses, key=lambda clause: clause.start)


def joined(clauses: Sequence[Clause]) -> str:
    """Clauses as one sentence, joined as they were."""
    first, *others = clauses
    return first.text + "".join(f"{_BETWEEN.get(one.before, ', ')}{one.turn} {one.text}" for one in others)


def decide(statement: Statement, judge: Judge, may_not_apply: Set[FactId], said: Spoken) -> list[Clause]:
    """Settle the level of a statement, and how sure it is; the clauses that are only remarks come back."""
    if statement.faint and any(clause.turn for clause in statement.aside):
        statement.told = None
    if statement.told is None:
        return _described(statement, judge)
    if _is_left_out(statement, may_not_apply):
        statement.told = Level.NOT_APPLICABLE
    statement.level = statement.told
    if statement.level is Level.NOT_APPLICABLE:
        statement.reason = _reason(statement, said)
        return []
    for clause in statement.aside:
        _hold_against(statement, clause, judge)
    return statement.aside


def _described(statement: Statement, judge: Judge) -> list[Clause]:
    related = [clause for clause in statement.aside if judge.level(clause.text)[NOTHING] < REMARK]
    words = joined(in_order((*statement.clauses, *related)))
    chances = judge.level(words)
    levels = {Level(one): chance for one, chance in chances.items() if one != NOTHING}
    statement.level = max(levels, key=levels.__getitem__)
    statement.sure *= levels[statement.level] / (sum(levels.values()) or 1.0)
    statement.sure *= min(1.0, judge.known(words) + _UNKNOWN_STILL)
    if chances[NOTHING] >= REMARK:
        statement.sure *= max(1 - chances[NOTHING], _CUED if has_cue(joined(statement.clauses)) else 0.0)
    if not any(judge.has_seen(word) for clause in statement.clauses for word in clause.weighty or ("",)):
        statement.at_most(DOUBTFUL)
    if statement.also and statement.also is not statement.level:
        statement.level = statement.also
        statement.at_most(DOUBTFUL)
    return [clause for clause in statement.aside if clause not in related]


def _hold_against(statement: Statement, clause: Clause, judge: Judge) -> None:
    """Hold what stands beside a plain level against it."""
    if statement.level is Level.UNKNOWN:
        return
    chances = judge.level(clause.text)
    levels = {one: chance for one, chance in chances.items() if one != NOTHING}
    best = max(levels, key=levels.__getitem__)
    if best == statement.level or chances[best] < (_TURNED if clause.turn else _AT_ODDS):
        return
    statement.at_most(DOUBTFUL)
    if clause.turn and statement.level is Level.ESTABLISHED:
        statement.level = Level.PARTIAL


def _is_left_out(statement: Statement, may_not_apply: Set[FactId]) -> bool:
    """Whether "no" is said of a department that there is not: then nothing can be asked of it."""
    return (
        statement.told is Level.ABSENT
        and bool(statement.facts)
        and all(fact in may_not_apply for fact in statement.facts)
        and any(_says_there_is_none(clause) for clause in statement.clauses)
        and not any(clause.weighty for clause in statement.clauses)
    )


def _reason(statement: Statement, said: Spoken) -> str:
    """Why something does not apply: what comes after these words, before them, or that it is not there."""
    clauses = in_order((*statement.clauses, *statement.aside))
    for at, clause in enumerate(clauses):
        if _says_there_is_none(clause):
            return said.verbatim(clause.start, clauses[-1].end)
        ends = [one.end for one in clause.pieces if _does_not_apply(one.what)]
        if not ends:
            continue
        after = next((one for one in clause.pieces if one.start > ends[0]), None)
        if after:
            return said.verbatim(after.start, clauses[-1].end)
        if clause is not clauses[-1]:
            return said.verbatim(clauses[at + 1].start, clauses[-1].end)
        return said.verbatim(clauses[0].start, clauses[at - 1].end) if at else ""
    return ""


def _says_there_is_none(clause: Clause) -> bool:
    return bool(NO_DEPARTMENT.search(clause.text) or _NONE_THERE.match(clause.text))


def _does_not_apply(what: object) -> bool:
    return isinstance(what, Graded) and what.level is Level.NOT_APPLICABLE
