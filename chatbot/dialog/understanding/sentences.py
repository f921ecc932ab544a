"""Sentences that answer a checklist: which clauses belong together, and which items they give a level."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.amounts import Amount
from chatbot.dialog.understanding.cues import has_cue
from chatbot.dialog.understanding.checklist_learning import NOTHING
from chatbot.dialog.understanding.clauses import clauses_of
from chatbot.dialog.understanding.pieces import Clause, Graded, Join, Point, Word
from chatbot.dialog.understanding.judging import Judge
from chatbot.dialog.understanding.senses import Kind, Sense, sense
from chatbot.dialog.understanding.words import Spoken, word_set
from chatbot.facts import FactId, Level

_SAME: Final = word_set("same ditto likewise similarly equally too also either")
_ONLY: Final = word_set("only just solely merely")
_SOME: Final = word_set("some few half part parts certain several many most one two three partly big main")
_ATTACHED: Final = 0.6
"""From this probability on words behind a description, taken together with it, are still about its item."""
_SURELY: Final = 0.6
"""From this probability on they are about another item whatever stands before."""
_BETWEEN: Final = {Join.AND: " and", Join.TURN: " "}
_TOPIC: Final = 2
"""Up to how many words with weight that name an item are left out when its level is told."""
_ABOUT_ALL: Final = 0.7
"""Below this sureness what seems to be said of one item is said of all of them, where that has the same level."""
_CUED: Final = 0.7
_FEW: Final = 4
NO_DEPARTMENT: Final = re.compile(r"\b(?:no|not)\b.*\b(?:departments?|team|unit|section|function|people|staff)\b")
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
        also: the level in plain words that is said beside a description.
        level: the level, once it is decided; `None` where nothing tells one.
        reason: why it does not apply, verbatim.
        sure: from 0 to 1.
        clauses: the words that tell the level.
        topics: the words that only name the items.
        aside: clauses that may be remarks beside it.
    """

    facts: list[FactId]
    amount: Amount | None = None
    number: int = 0
    told: Level | None = None
    level: Level | None = None
    also: Level | None = None
    reason: str = ""
    sure: float = 1.0
    leads: bool = False
    clauses: list[Clause] = field(default_factory=list)
    topics: list[Clause] = field(default_factory=list)
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


def read(script: Script, question: Question, said: Spoken, may_not_apply: Set[FactId]) -> Reading:
    """What the sentences of an answer say of which items."""
    judge = Judge(script, question)
    senses = [sense(clause, judge, question) for clause in clauses_of(script, question, said)]
    reading = _Grouping(question, judge).group(senses)
    for statement in reading.statements:
        _leave_out(statement, may_not_apply)
        _decide(statement, judge, reading)
        if statement.level is Level.NOT_APPLICABLE:
            statement.reason = _reason(statement, said)
    return reading


class _Grouping:
    """Puts clauses together, one after the other."""

    def __init__(self, question: Question, judge: Judge) -> None:
        self._question = question
        self._judge = judge
        self._read = Reading()
        self._pending: list[Sense] = []
        self._before: list[Sense] = []
        self._apart: list[Sense] = []

    def group(self, senses: Sequence[Sense]) -> Reading:
        """The statements that the clauses make."""
        for at, one in enumerate(senses):
            if one.clause.asks and at == len(senses) - 1:
                self._read.doubts.append("asks")
            if one.clause.before is Join.SENTENCE:
                self._go_back(Join.SENTENCE)
                self._apart += [before for before in self._before if before.kind is Kind.OTHER]
                self._before = [before for before in self._before if before.kind is not Kind.OTHER]
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
        self._levels_alone(senses)
        self._once()
        return self._read

    def _once(self) -> None:
        """Leave out what is only said again, of all of them and less clearly."""
        every = [one for one in self._read.statements if one.amount is Amount.ALL and one.told]
        if every:
            self._read.statements = [
                one
                for one in self._read.statements
                if one is every[0]
                or not (
                    (one.amount is Amount.ALL and one.told in (None, every[0].told))
                    or (one.told is every[0].told and one.sure < _ABOUT_ALL)
                )
            ]

    def _levels_alone(self, senses: Sequence[Sense]) -> None:
        """Levels and no items: one for each of them in order, or that nothing is known."""
        told = [one for one in senses if one.kind is Kind.LEVEL]
        if self._read.statements or not told or self._pending:
            return
        if all(one.level is Level.UNKNOWN for one in told):
            self._read.statements = [Statement([], Amount.ALL, told=Level.UNKNOWN, clauses=[told[0].clause])]
            self._read.doubts = [] if not any(one.kind is Kind.POINTS for one in senses) else ["items"]
        elif len(told) == len(senses) == len(self._question.items):
            self._read.statements = [
                Statement([item.fact], told=one.level, clauses=[one.clause], sure=0.5 if one.shaky else 1.0)
                for item, one in zip(self._question.items, told, strict=True)
            ]
            self._read.doubts = []

    @property
    def _last(self) -> Statement | None:
        return self._read.statements[-1] if self._read.statements else None

    def _points(self, one: Sense) -> None:
        words = {piece.text for piece in one.clause.pieces}
        first = self._before[-1] if self._before else None
        if first and first.kind is Kind.LEVEL and not self._read.statements and one.clause.before is not Join.SENTENCE:
            self._before.pop()
            clear = first.level is Level.UNKNOWN or one.clause.before is Join.COLON
            sure = 1.0 if clear and not first.shaky else 0.6
            told = Statement(list(one.facts), one.amount, one.number, told=first.level, leads=True, sure=sure)
            told.clauses = [first.clause, one.clause]
            self._read.statements.append(told)
            return
        if self._last and one.amount and len(one.clause.pieces) > 1 and one.clause.before is not Join.SENTENCE:
            if one.clause.turn != "except" and one.amount is Amount.ALL:
                self._last.aside.append(one.clause)
                return
        if self._last and one.facts and self._last.facts == list(one.facts) and not self._pending:
            self._last.clauses.append(one.clause)
            return
        if self._last and not _SAME.isdisjoint(words):
            last = self._last
            told = Statement(list(one.facts), told=last.told, clauses=[one.clause], sure=one.sure)
            told.level = None
            if last.told is None:
                told.clauses = [*last.clauses, one.clause]
            self._read.statements.append(told)
            return
        if not self._pending and one.facts and self._goes_on(one):
            assert self._last
            self._last.clauses.append(one.clause)
            return
        self._pending.append(one)

    def _all_but(self, one: Sense) -> Sense:
        """Give all their level where exceptions follow: "everything except the map is settled"."""
        kinds = [point.amount for point in self._pending]
        if Amount.ALL not in kinds or not (one.clause.turn or any(point.clause.turn for point in self._pending)):
            return one
        every = self._pending.pop(kinds.index(Amount.ALL))
        told = Statement([], Amount.ALL, every.number, told=Level.ESTABLISHED, clauses=[every.clause])
        self._read.statements.append(told)
        if one.clause.turn == "except" and one.level in _OPPOSITE and one.facts:
            told.told = one.level
            return replace(one, level=_OPPOSITE[one.level], sure=0.6)
        return one

    def _level(self, one: Sense) -> None:
        one = self._all_but(one)
        last = self._last
        if one.faint and not self._pending:
            if last and last.told is None:
                last.clauses.append(one.clause)
            return
        if self._pending:
            self._read.statements.append(self._of_pending(one))
        elif last is None and one.clause.text.split()[0] in ("all", "nothing", "none"):
            self._read.statements.append(
                Statement([], Amount.ALL, told=one.level, clauses=[one.clause], sure=0.5 if one.shaky else 1.0)
            )
        elif last is None:
            self._before.append(one)
        elif last.told is None and len(last.clauses) == 1 and one.clause.before in (Join.COLON, Join.COMMA):
            last.told = one.level
            last.clauses.append(one.clause)
            last.sure = min(last.sure, 0.9 if self._of_level(last, one) else 0.5)
        elif last.told is None:
            last.clauses.append(one.clause)
        elif last.told is not one.level:
            if {last.told, one.level} == {Level.ESTABLISHED, Level.PARTIAL}:
                last.told = Level.PARTIAL
            last.sure = min(last.sure, 0.5)
            last.clauses.append(one.clause)

    def _go_back(self, join: Join) -> None:
        """Give items the level before them, where that was said first: "no owners and checks, …"."""
        last, pending = self._last, self._pending
        if not last or not pending or not (last.leads or last.told is None) or not last.facts:
            return
        before = pending[0].clause.before
        if before not in _LISTED or any(point.amount or not point.facts for point in pending):
            return
        if join in _LISTED and not (before is Join.AND and join is Join.COMMA):
            return
        if last.told is None and not all(any(isinstance(p.what, Point) for p in one.clause.pieces) for one in pending):
            return
        last.facts += [fact for point in pending for fact in point.facts if fact not in last.facts]
        last.topics += [point.clause for point in pending]
        if last.told is not Level.UNKNOWN or before is Join.COMMA:
            last.sure = min(last.sure, 0.7 if pending[-1].clause.before is Join.AND else 0.6)
        self._pending = []

    def _of_level(self, last: Statement, one: Sense) -> bool:
        """Whether a description may have been meant as the name of what now gets a level."""
        chances = self._judge.level(last.clauses[0].text)
        return one.level is Level.UNKNOWN or max(chances, key=chances.__getitem__) in (one.level, NOTHING)

    def _of_pending(self, one: Sense) -> Statement:
        """What was named before gets the level that comes now."""
        told = Statement([], told=one.level, clauses=[], leads=False, sure=0.5 if one.shaky else 1.0)
        for point in self._pending:
            told.facts += point.facts
            told.sure = min(told.sure, point.sure)
            if point.amount:
                told.amount, told.number = point.amount, point.number
            (told.clauses if _needed(point.clause, one.clause) else told.topics).append(point.clause)
        told.clauses.append(one.clause)
        self._pending = []
        return told

    def _state(self, one: Sense) -> None:
        one = self._all_but(one)
        last = self._last
        if one.amount is Amount.REST and last and last.told in (None, Level.PARTIAL) and self._contrasts(one):
            last.clauses.append(one.clause)
            return
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

    def _contrasts(self, one: Sense) -> bool:
        """Whether "the others" are those of the same item of which something else was just said."""
        last = self._last
        return (
            last is not None
            and one.clause.before is not Join.SENTENCE
            and not last.amount
            and any(word in _SOME for word in last.clauses[-1].text.split())
        )

    def _goes_on(self, one: Sense) -> bool:
        """Whether a clause that names no item goes on about the one before it."""
        last = self._last
        if last is None or last.told is not None or len(last.facts) != 1 or one.clause.before is Join.SENTENCE:
            return False
        return self._is_about(last.facts[0], last.clauses, one)

    def _is_about(self, item: FactId, before: Sequence[Clause], one: Sense) -> bool:
        if any(isinstance(piece.what, Point) for piece in one.clause.pieces):
            return False
        weighty = sum(isinstance(piece.what, Word) and not piece.what.light for piece in one.clause.pieces)
        fact, likely = self._judge.item(_words((*before, one.clause)))
        if fact != item or likely < _ATTACHED:
            return False
        return weighty <= 1 or (weighty <= _FEW and one.sure < _SURELY)

    def _again(self, last: Statement, told: Statement) -> None:
        """A second clause about the same item."""
        last.clauses += told.clauses
        if told.told is None or last.told is told.told:
            return
        if last.told is None:
            last.told = told.told if told.told in (Level.UNKNOWN, Level.NOT_APPLICABLE) else None
            last.also = told.told
        elif {last.told, told.told} == {Level.ESTABLISHED, Level.PARTIAL}:
            last.told, last.sure = Level.PARTIAL, min(last.sure, 0.5)
        elif last.told is not Level.NOT_APPLICABLE:
            last.sure = min(last.sure, 0.3)

    def _join(self, told: Statement, one: Sense) -> None:
        """Take the items named right before into a statement, where they are a list with its own."""
        self._go_back(one.clause.before)
        pending, self._pending = self._pending, []
        own = set(told.facts)
        afterwards = [*(point.clause for point in pending[1:]), one.clause]
        for at, point in enumerate(pending):
            if told.amount is Amount.REST and point.facts:
                if _ONLY.isdisjoint(piece.text for piece in point.clause.pieces):
                    self._loose(point)
                else:
                    self._read.statements.append(
                        Statement(list(point.facts), told=Level.ESTABLISHED, clauses=[point.clause], sure=point.sure)
                    )
            elif set(point.facts) <= own or (point.amount and told.amount is point.amount):
                (told.clauses if _needed(point.clause, one.clause) else told.topics).insert(0, point.clause)
            elif all(then.before in _LISTED for then in afterwards[at:]) and not told.leads and not point.amount:
                told.facts[at:at] = point.facts
                told.sure = min(told.sure, point.sure)
                told.topics.insert(0, point.clause)
            else:
                self._loose(point)

    def _describe(self, one: Sense) -> None:
        one = self._all_but(one)
        last = self._last
        if not self._pending and last and one.facts and (last.facts == list(one.facts) or self._goes_on(one)):
            (last.clauses if last.told is None else last.aside).append(one.clause)
            return
        topic = self._pending[-1] if self._pending else None
        if topic and len(topic.facts) == 1 and one.clause.before is not Join.AND:
            if topic.clause.asks or self._is_about(topic.facts[0], [topic.clause], one):
                one = replace(one, facts=topic.facts, sure=max(one.sure, 0.8))
        if one.amount is Amount.REST and last and last.told in (None, Level.PARTIAL) and self._contrasts(one):
            last.clauses.append(one.clause)
            return
        told = Statement(list(one.facts), one.amount, one.number, clauses=[one.clause], sure=one.sure)
        listed = [point for point in self._pending if set(point.facts) - set(one.facts)]
        self._join(told, one)
        if listed and len(told.facts) > len(one.facts):
            together = one.clause.before is Join.AND or any(
                piece.text in ("all", "both", "each") for piece in one.clause.pieces
            )
            told.sure = min(told.sure, 0.9 if together else 0.5)
        if self._before and not self._read.statements and one.clause.before is not Join.SENTENCE:
            told.clauses[:0] = [before.clause for before in self._before if before.kind is Kind.OTHER]
            self._before = [before for before in self._before if before.kind is not Kind.OTHER]
        self._read.statements.append(told)

    def _other(self, one: Sense) -> None:
        one = self._all_but(one)
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
        if last and one.level and not one.faint and last.told is not None and last.told is not one.level:
            self._read.doubts.append(f"level of {one.clause.text}")
        if last:
            last.aside.append(one.clause)
        else:
            self._before.append(one)

    def _loose(self, point: Sense) -> None:
        self._read.doubts.append(f"loose {point.clause.text}")

    def _close(self) -> None:
        """Settle what was named last without a level."""
        self._go_back(Join.SENTENCE)
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
        last = self._last
        if not last and pending and not _ONLY.isdisjoint(piece.text for piece in pending[0].clause.pieces):
            facts = [fact for one in pending for fact in one.facts]
            self._read.statements.append(
                Statement(facts, told=Level.ESTABLISHED, clauses=[one.clause for one in pending], sure=0.5)
            )
        for one in (*self._apart, *self._before):
            if one.kind is Kind.OTHER and last and one.amount is last.amount and one.amount:
                continue
            if one.kind is Kind.OTHER and not self._read.statements:
                self._read.doubts.append("nothing")
            elif one.kind is Kind.OTHER and self._judge.level(one.clause.text)[NOTHING] < _REMARK:
                self._read.doubts.append(f"before {one.clause.text}")
            elif one.kind is Kind.LEVEL and (not last or one.level is not self._read.statements[0].told):
                self._read.doubts.append("level of nothing")


def _needed(topic: Clause, clause: Clause) -> bool:
    """Whether the level can only be told from the words that name the item and the next ones together."""
    strange = sum(isinstance(piece.what, Word) and not piece.what.light for piece in topic.pieces)
    return not topic.asks and (strange > _TOPIC or bool(clause.turn))


def _words(clauses: Sequence[Clause]) -> str:
    """Clauses as one sentence, joined as they were."""
    first, *others = clauses
    return first.text + "".join(f"{_BETWEEN.get(one.before, ', ')}{one.turn} {one.text}" for one in others)


def _decide(statement: Statement, judge: Judge, reading: Reading) -> None:
    """The level of a statement, and how sure it is."""
    if statement.told is not None:
        statement.level = statement.told
        if statement.level is Level.NOT_APPLICABLE:
            return
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
    if statement.also and statement.also is not best:
        statement.sure, statement.level = min(statement.sure, 0.5), statement.also
    if chances[NOTHING] >= _REMARK:
        statement.sure *= max(1 - chances[NOTHING], _CUED if has_cue(_words(statement.clauses)) else 0.0)


def _leave_out(statement: Statement, may_not_apply: Set[FactId]) -> None:
    """That there is no such department means that nothing can be asked of it."""
    if statement.told is Level.ABSENT and statement.facts and may_not_apply.issuperset(statement.facts):
        if any(NO_DEPARTMENT.search(clause.text) for clause in statement.clauses):
            statement.told = Level.NOT_APPLICABLE


def _reason(statement: Statement, said: Spoken) -> str:
    """Why something does not apply: what comes after these words, or what says that it is not there."""
    clauses = sorted([*statement.clauses, *statement.aside], key=lambda clause: clause.start)
    for clause in clauses:
        after = False
        for piece in clause.pieces:
            if after:
                return said.verbatim(piece.start, clauses[-1].end)
            after = isinstance(piece.what, Graded) and piece.what.level is Level.NOT_APPLICABLE
        if NO_DEPARTMENT.search(clause.text):
            return said.verbatim(clause.start, clauses[-1].end)
        if after and clause is not clauses[-1]:
            return said.verbatim(clauses[clauses.index(clause) + 1].start, clauses[-1].end)
        if after and clause is not clauses[0]:
            return said.verbatim(clauses[0].start, clauses[clauses.index(clause) - 1].end)
    return ""


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
