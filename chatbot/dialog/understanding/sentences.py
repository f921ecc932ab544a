"""Sentences that answer a checklist: which clauses belong together, and which items they give a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.amounts import Amount
from chatbot.dialog.understanding.learning import NOTHING
from chatbot.dialog.understanding.pieces import Clause, Join, clauses_of
from chatbot.dialog.understanding.senses import Judge, Kind, Sense, sense
from chatbot.dialog.understanding.words import Spoken, word_set
from chatbot.facts import FactId, Level

_SAME: Final = word_set("same ditto likewise similarly equally")
_LISTED: Final = (Join.AND, Join.COMMA)
_REMARK: Final = 0.5
"""From this probability of telling no level on, words beside a statement are a remark."""
_AT_ODDS: Final = 0.6
"""From this probability on, words beside a plain level speak for another one."""
_OPPOSITE: Final = {Level.ESTABLISHED: Level.ABSENT, Level.ABSENT: Level.ESTABLISHED}


@dataclass(slots=True)
class Statement:
    """Items and their level.

    Attributes:
        facts: the items it names.
        amount: `ALL` or `REST` where it is about those.
        number: how many the amount is said to be; 0 where it is not said.
        told: the level in plain words; `None` where it is described.
        level: the level, once it is decided; `None` where nothing tells one.
        sure: from 0 to 1.
        clauses: the words, those of its list of items first.
        aside: clauses that may be remarks beside it.
    """

    facts: list[FactId]
    amount: Amount | None = None
    number: int = 0
    told: Level | None = None
    level: Level | None = None
    sure: float = 1.0
    leads: bool = False
    clauses: list[Clause] = field(default_factory=list)
    aside: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What the sentences say.

    Attributes:
        doubts: what was left over or could be meant otherwise.
        remarks: clauses beside the answer.
    """

    statements: list[Statement] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    remarks: list[Clause] = field(default_factory=list)


def read(script: Script, question: Question, said: Spoken) -> Reading:
    """What the sentences of an answer say of which items."""
    judge = Judge(script, question)
    senses = [sense(clause, judge, question) for clause in clauses_of(script, question, said)]
    reading = _Grouping(question, judge).group(senses)
    for statement in reading.statements:
        _decide(statement, judge, reading)
    return reading


class _Grouping:
    """Puts clauses together, one after the other."""

    def __init__(self, question: Question, judge: Judge) -> None:
        self._question = question
        self._judge = judge
        self._read = Reading()
        self._pending: list[Sense] = []
        self._before: list[Sense] = []

    def group(self, senses: Sequence[Sense]) -> Reading:
        """The statements that the clauses make."""
        for at, one in enumerate(senses):
            if one.clause.asks and at == len(senses) - 1:
                self._read.doubts.append("asks")
            match one.kind:
                case Kind.LIGHT:
                    continue
                case Kind.POINTS:
                    self._points(one)
                case Kind.LEVEL:
                    self._level(one)
                case Kind.STATEMENT:
                    self._state(one)
                case Kind.DESCRIPTION:
                    self._describe(one)
                case Kind.OTHER:
                    self._other(one)
        self._close()
        return self._read

    @property
    def _last(self) -> Statement | None:
        return self._read.statements[-1] if self._read.statements else None

    def _points(self, one: Sense) -> None:
        words = {piece.text for piece in one.clause.pieces}
        if self._last and not _SAME.isdisjoint(words):
            last = self._last
            told = Statement(list(one.facts), told=last.told, clauses=[one.clause], sure=one.sure)
            told.level = None
            if last.told is None:
                told.clauses = [*last.clauses, one.clause]
            self._read.statements.append(told)
            return
        self._pending.append(one)

    def _level(self, one: Sense) -> None:
        last = self._last
        if self._pending:
            self._read.statements.append(self._of_pending(one))
        elif one.clause.text.startswith("all "):
            self._read.statements.append(
                Statement([], Amount.ALL, told=one.level, clauses=[one.clause], sure=0.5 if one.shaky else 1.0)
            )
        elif last is None:
            self._before.append(one)
        elif last.told is None:
            last.clauses.append(one.clause)
        elif last.told is not one.level:
            if {last.told, one.level} == {Level.ESTABLISHED, Level.PARTIAL}:
                last.told = Level.PARTIAL
            last.sure = min(last.sure, 0.5)
            last.clauses.append(one.clause)

    def _of_pending(self, one: Sense) -> Statement:
        """What was named before gets the level that comes now."""
        told = Statement([], told=one.level, clauses=[], leads=False, sure=0.5 if one.shaky else 1.0)
        for point in self._pending:
            told.facts += point.facts
            told.sure = min(told.sure, point.sure)
            if point.amount:
                told.amount, told.number = point.amount, point.number
            told.clauses.append(point.clause)
        told.clauses.append(one.clause)
        self._pending = []
        return told

    def _state(self, one: Sense) -> None:
        told = Statement(
            list(one.facts),
            one.amount,
            one.number,
            told=one.level,
            leads=one.leads,
            clauses=[one.clause],
            sure=min(one.sure, 0.5 if one.shaky else 1.0),
        )
        self._join(told, one)
        last = self._last
        if last and last.facts == told.facts and told.facts:
            self._again(last, told)
            return
        self._read.statements.append(told)

    def _again(self, last: Statement, told: Statement) -> None:
        """A second clause about the same item."""
        last.clauses += told.clauses
        if told.told is None or last.told is told.told:
            return
        if last.told is None:
            last.told = told.told if told.told is Level.UNKNOWN else None
        elif {last.told, told.told} == {Level.ESTABLISHED, Level.PARTIAL}:
            last.told, last.sure = Level.PARTIAL, min(last.sure, 0.5)
        elif last.told is not Level.NOT_APPLICABLE:
            last.sure = min(last.sure, 0.3)

    def _join(self, told: Statement, one: Sense) -> None:
        """Take the items named right before into a statement, where they are a list with its own."""
        pending, self._pending = self._pending, []
        own = set(told.facts)
        for at, point in enumerate(pending):
            following = pending[at + 1].clause if at + 1 < len(pending) else one.clause
            if set(point.facts) <= own or (point.amount and told.amount is point.amount):
                told.clauses.insert(0, point.clause)
            elif following.before in _LISTED and not told.leads and not point.amount:
                told.facts[at:at] = point.facts
                told.sure = min(told.sure, point.sure)
                told.clauses.insert(0, point.clause)
            elif point.amount is Amount.ALL and one.facts and following.before is not Join.SENTENCE:
                self._read.doubts.append("all and one")
                self._read.statements.append(
                    Statement([], Amount.ALL, told=Level.ESTABLISHED, clauses=[point.clause])
                )
            else:
                self._loose(point)

    def _describe(self, one: Sense) -> None:
        last = self._last
        if not self._pending and last and last.facts == list(one.facts):
            last.clauses.append(one.clause)
            return
        told = Statement(list(one.facts), clauses=[one.clause], sure=one.sure)
        listed = [point for point in self._pending if set(point.facts) - set(one.facts)]
        self._join(told, one)
        if listed and len(told.facts) > len(one.facts):
            together = one.clause.before is Join.AND or any(
                piece.text in ("all", "both", "each") for piece in one.clause.pieces
            )
            told.sure = min(told.sure, 0.9 if together else 0.5)
        if self._before and not self._read.statements:
            told.clauses[:0] = [before.clause for before in self._before]
            self._before = []
        self._read.statements.append(told)

    def _other(self, one: Sense) -> None:
        chances = self._judge.level(one.clause.text)
        last = self._last
        if self._pending and self._pending[-1].facts:
            if chances[NOTHING] < _REMARK or one.level:
                told = self._of_pending(one)
                told.told = None
                told.sure = min(told.sure, 0.9)
                self._read.statements.append(told)
            else:
                self._pending[-1] = replace(
                    self._pending[-1],
                    clause=replace(
                        self._pending[-1].clause, pieces=(*self._pending[-1].clause.pieces, *one.clause.pieces)
                    ),
                )
            return
        if last:
            last.aside.append(one.clause)
        else:
            self._before.append(one)

    def _loose(self, point: Sense) -> None:
        self._read.doubts.append(f"loose {point.clause.text}")

    def _close(self) -> None:
        """Settle what was named last without a level."""
        last = self._last
        pending, self._pending = self._pending, []
        if pending and all(one.amount is Amount.ALL for one in pending) and not last:
            self._read.statements.append(
                Statement([], Amount.ALL, pending[0].number, told=Level.ESTABLISHED, clauses=[pending[0].clause])
            )
            return
        for one in pending:
            if one.amount is Amount.ALL and not last:
                self._read.statements.append(
                    Statement([], Amount.ALL, one.number, told=Level.ESTABLISHED, clauses=[one.clause], sure=0.7)
                )
                last = self._last
            elif last and last.amount is Amount.ALL and one.clause.turn in ("except", "but") and last.told in _OPPOSITE:
                self._read.statements.insert(
                    0, Statement(list(one.facts), told=_OPPOSITE[last.told], clauses=[one.clause], sure=0.6)
                )
            elif last and last.leads and one.clause.before in _LISTED and one.facts:
                last.facts += one.facts
                last.clauses.append(one.clause)
                if one.clause.before is Join.COMMA:
                    last.sure = min(last.sure, 0.6)
            else:
                self._loose(one)
        for one in self._before:
            if one.kind is Kind.OTHER and not self._read.statements:
                self._read.doubts.append("nothing")
            elif one.kind is Kind.OTHER and self._judge.level(one.clause.text)[NOTHING] < _REMARK:
                self._read.doubts.append(f"before {one.clause.text}")
            elif one.kind is Kind.LEVEL:
                self._read.doubts.append("level of nothing")


def _words(clauses: Sequence[Clause]) -> str:
    return ", ".join(f"{clause.turn} {clause.text}".strip() for clause in clauses)


def _decide(statement: Statement, judge: Judge, reading: Reading) -> None:
    """The level of a statement, and how sure it is."""
    if statement.told is not None:
        statement.level = statement.told
        for clause in statement.aside:
            _beside(statement, clause, judge, reading)
        return
    related = [clause for clause in statement.aside if judge.level(clause.text)[NOTHING] < _REMARK]
    reading.remarks += [clause for clause in statement.aside if clause not in related]
    together = sorted([*statement.clauses, *related], key=lambda clause: clause.start)
    chances = judge.level(_words(together))
    levels = {Level(one): chance for one, chance in chances.items() if one != NOTHING}
    best = max(levels, key=levels.__getitem__)
    statement.level = best
    statement.sure *= levels[best] / (sum(levels.values()) or 1.0)
    if chances[NOTHING] >= _REMARK:
        statement.sure *= 1 - chances[NOTHING]


def _beside(statement: Statement, clause: Clause, judge: Judge, reading: Reading) -> None:
    """Hold what stands beside a plain level against it."""
    chances = judge.level(clause.text)
    best = max(chances, key=chances.__getitem__)
    if best != NOTHING and best != statement.level and chances[best] >= _AT_ODDS and statement.level in (
        Level.ESTABLISHED,
        Level.PARTIAL,
        Level.ABSENT,
    ):
        statement.sure = min(statement.sure, 0.5)
        if clause.turn and statement.level is Level.ESTABLISHED:
            statement.level = Level.PARTIAL
    reading.remarks.append(clause)
