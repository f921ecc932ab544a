"""Putting the clauses of a checklist answer together: which level is said of which items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from chatbot.dialog.understanding.checklists.amounts import Amount
from chatbot.dialog.understanding.checklists.clauses import EXCEPT
from chatbot.dialog.understanding.checklists.gathering import PERHAPS, Gathering
from chatbot.dialog.understanding.checklists.learning import NOTHING
from chatbot.dialog.understanding.checklists.pieces import Clause, Graded, Join, Point
from chatbot.dialog.understanding.checklists.senses import Kind, Sense
from chatbot.dialog.understanding.checklists.statements import DOUBTFUL, REMARK, Statement, joined
from chatbot.dialog.understanding.words import word_set
from chatbot.facts import FactId, Level

OPPOSITE: Final = {Level.ESTABLISHED: Level.ABSENT, Level.ABSENT: Level.ESTABLISHED}
BY_EXCEPTION: Final = 0.6
"""How sure the level of an exception is that only follows from that of all the others."""

_SAME: Final = word_set("same ditto likewise similarly equally too also either")
_TOGETHER: Final = word_set("all both each")
_SOME: Final = word_set("some few half part parts certain several many most one two three partly big main")
_DIFFERING: Final = {Level.ESTABLISHED, Level.PARTIAL}
_ATTACHED: Final = 0.6
"""From this probability on words behind a description, taken together with it, are still about its item."""
_ITS_OWN: Final = 0.6
"""From this probability on they are about another item whatever stands before."""
_SURELY_ITS_OWN: Final = 0.93
"""The same for a single word."""
_TAIL: Final = 2
"""How many words with weight only end the sentence before them ("… and acted on")."""
_FEW: Final = 4
"""How many words with weight such words have at most."""
_ANNOUNCED: Final = 0.7
"""How sure it is that words are about what the question before them names ("Approval? …")."""
_COMMENTED: Final = 0.9
"""How sure it is that words without an item are about the one named right before."""
_LISTED_TOGETHER: Final = 0.9
"""How sure it is that a description is about all items of a list before it."""
_CONTRADICTED: Final = 0.2


class Grouping(Gathering):
    """Takes in clause after clause."""

    def add(self, one: Sense) -> None:
        """Take in the next clause."""
        if one.clause.before is Join.SENTENCE:
            self.end_sentence()
        match one.kind:
            case Kind.POINTS:
                self._points(one)
            case Kind.LEVEL:
                self._level(self._all_but(one))
            case Kind.STATEMENT:
                self._state(self._all_but(one))
            case Kind.DESCRIPTION:
                self._describe(self._all_but(one))
            case Kind.OTHER:
                self._other(self._all_but(one))

    def end_sentence(self) -> None:
        """Nothing that follows belongs to the words before."""
        self.go_back(Join.SENTENCE)
        self.apart += [one for one in self.before if one.kind is Kind.OTHER]
        self.before = [one for one in self.before if one.kind is not Kind.OTHER]

    def _points(self, one: Sense) -> None:
        last, same_sentence = self.last, one.clause.before is not Join.SENTENCE
        first = self.before[-1] if self.before and not last else None
        if first and first.kind is Kind.LEVEL and same_sentence:
            self.before.pop()
            clear = not first.shaky and (first.level is Level.UNKNOWN or one.clause.before is Join.COLON)
            told = self.made(one, told=first.level, leads=True, sure=1.0 if clear else PERHAPS)
            told.clauses.insert(0, first.clause)
        elif last and one.amount is Amount.ALL and same_sentence and one.clause.turn != EXCEPT:
            last.aside.append(one.clause)
        elif last and one.facts and not self.pending and last.facts == list(one.facts):
            last.clauses.append(one.clause)
        elif last and one.clause.has(_SAME):
            told = self.made(one, told=last.told, sure=one.sure)
            if last.told is None:
                told.clauses[:0] = last.clauses
        elif last and one.facts and not self.pending and self._goes_on(last, one):
            last.clauses.append(one.clause)
        else:
            self.pending.append(one)

    def _level(self, one: Sense) -> None:
        last = self.last
        if one.faint and not self.pending:
            if last and last.told is None:
                last.clauses.append(one.clause)
        elif self.pending:
            self.made_of_pending(one)
        elif last is None and one.clause.text.split()[0] in ("all", "nothing", "none"):
            self.made(replace(one, amount=Amount.ALL), told=one.level)
        elif last is None:
            self.before.append(one)
        else:
            self._add_level(last, one)

    def _add_level(self, last: Statement, one: Sense) -> None:
        """A level in plain words behind a statement."""
        last.clauses.append(one.clause)
        if last.told is one.level:
            return
        if last.told is None and len(last.clauses) > 2:
            return
        if last.told is None and one.clause.before in (Join.COLON, Join.COMMA):
            fits = one.level is Level.UNKNOWN or self.judge.tells(last.clauses[0].text) in (
                one.level,
                NOTHING,
            )
            last.told = one.level
            last.at_most(_COMMENTED if fits else DOUBTFUL)
        elif last.told is not None:
            last.told = Level.PARTIAL if {last.told, one.level} == _DIFFERING else last.told
            last.at_most(DOUBTFUL)

    def _state(self, one: Sense) -> None:
        if self._contrasts(one):
            return
        told = self.of(one, told=one.level, leads=one.leads)
        self.take_pending(told, one)
        last = self.last
        if last and told.facts and last.facts == told.facts:
            self._say_again(last, told)
        else:
            self.statements.append(told)

    def _say_again(self, last: Statement, told: Statement) -> None:
        """A second clause about the same item."""
        last.clauses += told.clauses
        if last.told is told.told:
            return
        if last.told is None:
            last.told = told.told if told.told in (Level.UNKNOWN, Level.NOT_APPLICABLE) else None
            last.also = told.told
        elif {last.told, told.told} == _DIFFERING:
            last.told = Level.PARTIAL
            last.at_most(DOUBTFUL)
        elif last.told is not Level.NOT_APPLICABLE:
            last.at_most(_CONTRADICTED)

    def _describe(self, one: Sense) -> None:
        last = self.last
        again = last and one.facts and not self.pending
        if last and again and (last.facts == list(one.facts) or self._goes_on(last, one)):
            (last.clauses if last.told is None else last.aside).append(one.clause)
            return
        if self._contrasts(one):
            return
        one = self._on_topic(one)
        told = self.of(one)
        self.take_pending(told, one)
        if len(told.facts) > len(one.facts):
            together = one.clause.before is Join.AND or one.clause.has(_TOGETHER)
            told.at_most(_LISTED_TOGETHER if together else DOUBTFUL)
        if not self.statements and one.clause.before is not Join.SENTENCE:
            told.clauses[:0] = [first.clause for first in self.before if first.kind is Kind.OTHER]
            self.before = [first for first in self.before if first.kind is not Kind.OTHER]
        self.statements.append(told)

    def _on_topic(self, one: Sense) -> Sense:
        """A description that names nothing itself, with the item that was announced before it."""
        topic = self.pending[-1] if self.pending else None
        if not topic or len(topic.facts) != 1 or one.clause.before is Join.AND:
            return one
        if topic.clause.asks or self._is_about(topic.facts[0], [topic.clause], one):
            return replace(one, facts=topic.facts, sure=max(one.sure, _ANNOUNCED))
        return one

    def _other(self, one: Sense) -> None:
        last, telling = self.last, self.judge.level(one.clause.text)[NOTHING] < REMARK
        if self.pending and self.pending[-1].facts:
            if telling or one.level:
                told = self.made_of_pending(one)
                told.told = None
                told.at_most(_COMMENTED)
        elif self.pending and self.pending[-1].amount is Amount.ALL and not last:
            if self.judge.tells(one.clause.text) not in (Level.ESTABLISHED, NOTHING):
                self.before.append(one)
        elif last and last.told is None and self._ends(one.clause):
            last.clauses.append(one.clause)
        elif last:
            if one.level and not one.faint and last.told not in (None, one.level):
                self.doubts.append(f"a level of something else: {one.clause.text}")
            last.aside.append(one.clause)
        else:
            self.before.append(one)

    def _ends(self, clause: Clause) -> bool:
        """Whether a clause is only the end of the sentence before it: "… and acted on"."""
        return clause.before is Join.AND and len(clause.weighty) <= _TAIL

    def _all_but(self, one: Sense) -> Sense:
        """Give all their level where exceptions follow: "everything except the map is settled"."""
        amounts = [point.amount for point in self.pending]
        turns = [one.clause.turn, *(point.clause.turn for point in self.pending)]
        if Amount.ALL not in amounts or not any(turns):
            return one
        every = self.made(self.pending.pop(amounts.index(Amount.ALL)), told=Level.ESTABLISHED)
        if one.clause.turn in (EXCEPT, "but") and one.level in OPPOSITE and one.facts:
            every.told = one.level
            return replace(one, level=OPPOSITE[one.level], sure=BY_EXCEPTION)
        return one

    def _contrasts(self, one: Sense) -> bool:
        """Take in "the others" of the same item of which something was just said of some."""
        last = self.last
        if one.amount is not Amount.REST or one.clause.before is Join.SENTENCE or not last:
            return False
        some = _speaks_of_some(last.clauses[-1])
        if not some or one.number or last.amount or last.told not in (None, Level.PARTIAL):
            return False
        last.clauses.append(one.clause)
        return True

    def _goes_on(self, last: Statement, one: Sense) -> bool:
        """Whether a clause that names no item goes on about the one before it."""
        if last.told is not None or len(last.facts) != 1 or one.clause.before is Join.SENTENCE:
            return False
        return self._is_about(last.facts[0], last.clauses, one)

    def _is_about(self, item: FactId, before: Sequence[Clause], one: Sense) -> bool:
        if one.clause.facts:
            return False
        fact, likely = self.judge.item(joined((*before, one.clause)))
        weighty = len(one.clause.weighty)
        return (
            fact == item
            and likely >= _ATTACHED
            and (weighty <= 1 or (weighty <= _FEW and one.sure < _ITS_OWN))
        )


def _speaks_of_some(clause: Clause) -> bool:
    """Whether words are about some parts of an item only; an item that is partly so is another thing."""
    for piece in clause.pieces:
        words = piece.text.split()
        named = isinstance(piece.what, Point) or (isinstance(piece.what, Graded) and "some" not in words)
        if not named and not _SOME.isdisjoint(words):
            return True
    return False
