"""The outlook: what answers that are still to come can change of a recommendation and a commitment."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, FactId, Facts, Level
from chatbot.framework.assess import Assessor
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Sign, WarningId
from chatbot.framework.vocabulary import judged_facts


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What can still change.

    Attributes:
        recommendation: whether `recommended`, `reachable` and so `certain` are the same however it goes on.
        commitment: whether the decision is.
        may_come: the warnings that are not raised now and still could be, in the framework's order.
        may_go: the warnings that are raised now and could still turn out to be none.
    """

    recommendation: bool
    commitment: bool
    may_come: tuple[WarningId, ...] = ()
    may_go: tuple[WarningId, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether neither the recommendation nor the commitment can change any more."""
        return self.recommendation and self.commitment


OPEN = Outlook(recommendation=False, commitment=False)
"""Everything can still change."""


class Foresight:
    """Looks ahead by the rules of one framework.

    Attributes:
        judged: the facts that can change anything by their level.
    """

    def __init__(self, assessor: Assessor) -> None:
        self._assessor = assessor
        framework = assessor.framework
        self._signs = {fact.id: isinstance(fact, Sign) for fact in judged_facts(framework)}
        self.judged = frozenset(self._signs)
        self._turns = {AMBITION, SECTOR, DISTRIBUTION_APPLIES}
        self._turns.update(FactId(model.applies_if) for model in framework.models if model.applies_if)
        self._warnings = [warning.id for warning in framework.warnings]
        self._last: tuple[object, Outlook] = (None, OPEN)

    def outlook(self, facts: Facts, still_open: Collection[FactId], *, at_most: str = "") -> Outlook:
        """What can change, whatever the facts in `still_open` turn out to be, be it nothing at all.

        Three evaluations are enough, however many facts are open: with each of these at its worst, with
        each unknown, and with each at its best. That rests on what every assessment promises:

        - A better level never makes a conclusion worse. So whatever is answered lies at or below the best.
        - In how far the sequence reaches and in which warnings are certain, an unknown counts as its worst
          at one end and as its best at the other, so unknowns lie between worst and best as well.
        - What depends on how much is known is at its lowest where nothing more is: a decision to hold
          because too little is known, or a warning about it. Worst answers are known answers, so this is
          an end of its own. Without it a decision would pass for settled that a row of "I don't know"
          would still turn into hold.
        - A fact that is not asked counts as one that is not known, except that no doubt was voiced; one that
          does not apply counts as one that is not there to be missed. Neither leaves these bounds.

        Where the ambition, the sector, or whether a value model applies is open, nothing is decided: the
        rules that apply are not settled then.

        Args:
            facts: what is known; what is said there of facts that are still open counts as said for now.
            still_open: facts that remaining answers may state, state anew, or leave without a statement.
            at_most: the best decision that may be concluded; empty for no cap.
        """
        asked = (dict(facts), frozenset(still_open), at_most)
        if self._last[0] != asked:
            self._last = asked, self._look(facts, still_open, at_most)
        return self._last[1]

    def surely_open(self, facts: Facts, still_open: Collection[FactId], *, at_most: str = "") -> bool:
        """Whether the recommendation or the decision can still change, found in a fraction of the time.

        `True` also holds for any larger set of open facts, since a better level never makes a conclusion
        worse; `False` says nothing, and `outlook` has to be asked.
        """
        if self._turns.intersection(still_open):
            return True
        worst = dict(facts) | {fact: self._worst(fact) for fact in still_open if fact in self._signs}
        best = dict(facts) | {fact: self._best(fact) for fact in still_open if fact in self._signs}
        try:
            low, high = self._assessor.survey(worst), self._assessor.survey(best)
            if (low.recommended, low.reachable) != (high.recommended, high.reachable):
                return True
            decisions = {
                self._assessor.assess(end, at_most=at_most).commitment.decision for end in (worst, best)
            }
        except CaseError:  # two answers contradict each other, so something has to change
            return True
        return len(decisions) > 1

    def _look(self, facts: Facts, still_open: Collection[FactId], at_most: str) -> Outlook:
        if self._turns.intersection(still_open):
            return OPEN
        judged = [fact for fact in still_open if fact in self._signs]
        settled = {fact: level for fact, level in facts.items() if fact not in still_open}
        try:
            now = self._assessor.assess(facts, at_most=at_most)
            ends = [
                self._assessor.assess(settled | dict(zip(judged, levels, strict=True)), at_most=at_most)
                for levels in (
                    [self._worst(fact) for fact in judged],
                    [Level.UNKNOWN] * len(judged),
                    [self._best(fact) for fact in judged],
                )
            ]
        except CaseError:  # two answers contradict each other, so something has to change
            return OPEN
        raised = [{warning.id for warning in end.warnings} for end in ends]
        raised_now = {warning.id for warning in now.warnings}
        somewhere, everywhere = set.union(*raised), set.intersection(*raised)
        return Outlook(
            recommendation=len({(end.recommended, end.reachable) for end in ends}) == 1,
            commitment=len({end.commitment.decision for end in ends}) == 1,
            may_come=self._in_order(somewhere - raised_now),
            may_go=self._in_order(raised_now - everywhere),
        )

    def _worst(self, fact: FactId) -> Level:
        return Level.PRESENT if self._signs[fact] else Level.ABSENT

    def _best(self, fact: FactId) -> Level:
        return Level.ABSENT if self._signs[fact] else Level.ESTABLISHED

    def _in_order(self, warnings: set[WarningId]) -> tuple[WarningId, ...]:
        return tuple(warning for warning in self._warnings if warning in warnings)
