"""Gathering statements: items that wait for a level, lists of items, and the level that a list shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from chatbot.dialog.understanding.checklists.amounts import Amount
from chatbot.dialog.understanding.checklists.judging import Judge
from chatbot.dialog.understanding.checklists.pieces import Clause, Join
from chatbot.dialog.understanding.checklists.senses import Sense
from chatbot.dialog.understanding.checklists.statements import DOUBTFUL, Statement
from chatbot.dialog.understanding.words import word_set
from chatbot.facts import Level

ONLY: Final = word_set("only just solely merely")
PERHAPS: Final = 0.6
"""How sure it is that a level that was said first is meant for items behind it."""

_LISTED: Final = (Join.AND, Join.COMMA)
_LISTED_BEFORE: Final = 0.7
"""The same where "and" joins them."""
_TOPIC: Final = 2
"""Up to how many words with weight that name an item are left out when its level is told."""


@dataclass(slots=True)
class Gathering:
    """What was put together so far, and how items get the level that they share.

    Attributes:
        statements: in order.
        doubts: what was left over or could be meant otherwise, for whoever looks into a reading.
        pending: items that wait for their level.
        before: levels and other words that stand before any statement, in this sentence and in earlier ones.
    """

    judge: Judge
    statements: list[Statement] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    pending: list[Sense] = field(default_factory=list)
    before: list[Sense] = field(default_factory=list)
    apart: list[Sense] = field(default_factory=list)

    @property
    def last(self) -> Statement | None:
        """The statement made last."""
        return self.statements[-1] if self.statements else None

    def loose(self, point: Sense) -> None:
        """Note that an item was named without a level."""
        self.doubts.append(f"no level: {point.clause.text}")

    def go_back(self, join: Join) -> None:
        """Give items the level before them, where that was said first: "no owners and checks, …".

        Args:
            join: what follows them.
        """
        last, pending = self.last, self.pending
        if not last or not pending or not last.facts or not (last.leads or last.told is None):
            return
        before = pending[0].clause.before
        ambiguous = join in _LISTED and not (before is Join.AND and join is Join.COMMA)
        if before not in _LISTED or ambiguous or any(point.amount for point in pending):
            return
        if last.told is None and not all(point.clause.facts for point in pending):
            return
        last.facts += [fact for point in pending for fact in point.facts if fact not in last.facts]
        last.topics += [point.clause for point in pending]
        if last.told is not Level.UNKNOWN or before is Join.COMMA:
            last.at_most(_LISTED_BEFORE if pending[-1].clause.before is Join.AND else PERHAPS)
        self.pending = []

    def take_pending(self, told: Statement, one: Sense) -> None:
        """Take the items named right before into a statement, where they are a list with its own."""
        self.go_back(one.clause.before)
        pending, self.pending = self.pending, []
        behind = [*(point.clause for point in pending[1:]), one.clause]
        for at, point in enumerate(pending):
            listed = (
                all(then.before in _LISTED for then in behind[at:]) and not told.leads and not point.amount
            )
            if told.amount is Amount.REST and point.facts:
                if point.clause.has(ONLY):  # "only adoption, the rest no"
                    self.made(point, told=Level.ESTABLISHED, sure=point.sure)
                else:
                    self.loose(point)
            elif set(point.facts) <= set(one.facts) or (point.amount and told.amount is point.amount):
                (told.clauses if _tells(point.clause, one.clause) else told.topics).insert(0, point.clause)
            elif listed:
                told.facts[at:at] = point.facts
                told.at_most(point.sure)
                told.topics.insert(0, point.clause)
            else:
                self.loose(point)

    def made_of_pending(self, one: Sense) -> Statement:
        """What was named before gets the level that comes now."""
        told = self.made(one, told=one.level)
        told.clauses.clear()
        for point in self.pending:
            told.facts += point.facts
            told.at_most(point.sure)
            if point.amount:
                told.amount, told.number = point.amount, point.number
            (told.clauses if _tells(point.clause, one.clause) else told.topics).append(point.clause)
        told.clauses.append(one.clause)
        self.pending = []
        return told

    def made(
        self, one: Sense, *, told: Level | None, leads: bool = False, sure: float | None = None
    ) -> Statement:
        made = self.of(one, told=told, leads=leads)
        made.sure = made.sure if sure is None else sure
        self.statements.append(made)
        return made

    def of(self, one: Sense, *, told: Level | None = None, leads: bool = False) -> Statement:
        doubtful = one.shaky or (told is not None and one.clause.asks)
        sure = min(one.sure, DOUBTFUL) if doubtful else one.sure
        return Statement(
            list(one.facts),
            one.amount,
            one.number,
            told=told,
            leads=leads,
            faint=one.faint,
            clauses=[one.clause],
            sure=sure,
        )


def _tells(topic: Clause, clause: Clause) -> bool:
    """Whether the level can only be told from the words that name the item and the next ones together."""
    return not topic.asks and (len(topic.weighty) > _TOPIC or bool(clause.turn))
