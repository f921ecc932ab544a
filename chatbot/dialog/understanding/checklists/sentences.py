"""Sentences that answer a checklist: read clause by clause, put together, and weighed."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.amounts import Amount
from chatbot.dialog.understanding.checklists.clauses import EXCEPT, clauses_of
from chatbot.dialog.understanding.checklists.gathering import ONLY
from chatbot.dialog.understanding.checklists.grouping import BY_EXCEPTION, OPPOSITE, Grouping
from chatbot.dialog.understanding.checklists.judging import Judge
from chatbot.dialog.understanding.checklists.learning import NOTHING
from chatbot.dialog.understanding.checklists.senses import Kind, Sense, sense
from chatbot.dialog.understanding.checklists.statements import DOUBTFUL, REMARK, Statement, decide
from chatbot.dialog.understanding.words import Spoken, word_set
from chatbot.facts import FactId, Level

_ABOUT_ALL: Final = 0.7
"""Below this sureness what seems to be said of one item is said of all, where that has the same level."""
_ALL_AND_MORE: Final = 0.7
"""How sure it is that all of them, named without a level but not alone, are established."""
_UNDERSTOOD: Final = 0.8
"""How much of a remark has to be known; what is not understood may be more than a remark."""
_BUT: Final = word_set(f"{EXCEPT} but")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sentences say.

    Attributes:
        statements: items and their levels, in order.
        doubts: what was left over or could be meant otherwise; with any of them nothing is certain.
        remark: what was said beside it, verbatim.
    """

    statements: tuple[Statement, ...]
    doubts: tuple[str, ...]
    remark: str


def read(script: Script, question: Question, said: Spoken, may_not_apply: Set[FactId]) -> Reading:
    """What the sentences of an answer say of which items.

    Args:
        may_not_apply: the items of which it may be said that they do not apply.
    """
    judge = Judge(script, question)
    senses = [sense(clause, judge, question) for clause in clauses_of(script, question, said)]
    grouping = Grouping(judge)
    for one in senses:
        grouping.add(one)
    _settle_pending(grouping)
    _settle_before(grouping)
    if not grouping.statements:
        _levels_alone(grouping, senses, question)
    if senses and senses[-1].clause.asks:
        grouping.doubts.append("a question")
    remarks = [clause for one in grouping.statements for clause in decide(one, judge, may_not_apply, said)]
    statements = _once(grouping.statements)
    grouping.doubts += [f"beside: {one.text}" for one in remarks if judge.known(one.text) < _UNDERSTOOD]
    remark = " ".join(said.verbatim(clause.start, clause.end) for clause in remarks)
    return Reading(tuple(statements), tuple(grouping.doubts), remark)


def _settle_pending(grouping: Grouping) -> None:
    """Items that were named last, without a level."""
    grouping.end_sentence()
    pending, grouping.pending = grouping.pending, []
    if not grouping.statements and pending and all(one.amount is Amount.ALL for one in pending):
        grouping.statements.append(_of_all(pending[0], 1.0))
        return
    if not grouping.statements and pending and pending[0].clause.has(ONLY) and pending[0].facts:
        facts = [fact for one in pending for fact in one.facts]
        clauses = [one.clause for one in pending]
        grouping.statements.append(Statement(facts, told=Level.ESTABLISHED, clauses=clauses, sure=DOUBTFUL))
        return
    for one in pending:
        last = grouping.last
        if one.amount is Amount.ALL and not last:
            grouping.statements.append(_of_all(one, _ALL_AND_MORE))
        elif last and last.amount is Amount.ALL and one.clause.turn in _BUT and last.told in OPPOSITE:
            level = OPPOSITE[last.told]
            told = Statement(list(one.facts), told=level, clauses=[one.clause], sure=BY_EXCEPTION)
            grouping.statements.insert(0, told)
        else:
            grouping.loose(one)


def _of_all(one: Sense, sure: float) -> Statement:
    return Statement([], Amount.ALL, one.number, told=Level.ESTABLISHED, clauses=[one.clause], sure=sure)


def _settle_before(grouping: Grouping) -> None:
    """Words that stood before every statement: what tells a level of something is not passed over."""
    last = grouping.last
    for one in (*grouping.apart, *grouping.before):
        if one.kind is Kind.LEVEL:
            clear = last and grouping.statements[0].told is one.level
        else:
            of_all = last and one.amount and one.amount is last.amount
            remark = grouping.judge.level(one.clause.text)[NOTHING] >= REMARK
            clear = last and (of_all or (remark and (one.faint or not one.level)))
        if not clear:
            grouping.doubts.append(f"of what: {one.clause.text}")


def _levels_alone(grouping: Grouping, senses: Sequence[Sense], question: Question) -> None:
    """Levels and no items: one for each of them in order, or that nothing is known."""
    told = [one for one in senses if one.kind is Kind.LEVEL]
    if not told or any(one.kind is Kind.POINTS for one in senses):
        return
    if all(one.level is Level.UNKNOWN for one in told):
        grouping.statements = [Statement([], Amount.ALL, told=Level.UNKNOWN, clauses=[told[0].clause])]
    elif len(told) == len(senses) == len(question.items):
        grouping.statements = [
            Statement([item.fact], told=one.level, clauses=[one.clause], sure=DOUBTFUL if one.shaky else 1.0)
            for item, one in zip(question.items, told, strict=True)
        ]
    else:
        return
    grouping.doubts = []


def _once(statements: list[Statement]) -> list[Statement]:
    """The statements without what is only said again, of all of them and less clearly."""
    every = next((one for one in statements if one.amount is Amount.ALL and one.told), None)
    if every is None:
        return statements

    def again(one: Statement) -> bool:
        if one.amount is Amount.ALL:
            return one.told in (None, every.told)
        return one.level is every.told and one.sure < _ABOUT_ALL

    return [one for one in statements if one is every or not again(one)]
