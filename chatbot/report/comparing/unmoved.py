"""Conclusions that stand as before although something within them changed, with what they still wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.facts import AMBITION, FactId
from chatbot.framework.assessment import Assessment, Clarity, Decision, Readiness
from chatbot.framework.support import Support
from chatbot.framework.wording import Wording
from chatbot.report.comparing.compared import Seen
from chatbot.report.comparing.conclusions import DECISION, ITEM, LAYER, REACHABLE, RECOMMENDED
from chatbot.report.comparing.moves import (
    Change,
    Conclusion,
    FactChange,
    Lacking,
    Movement,
    Unmoved,
    WarningChange,
)

_DONE = frozenset({Change.BETTER, Change.KNOWN})
_LOST = frozenset({Change.WORSE, Change.UNKNOWN})


class Unmoving:
    """Looks for what did not move.

    Args:
        after: the later interview.
        now: its conclusions.
        changes: every fact that changed.
    """

    def __init__(self, after: Seen, now: Assessment, changes: Iterable[FactChange]) -> None:
        self._after = after
        self._now = now
        self._words = Wording(after.rules.framework)
        self._support = Support(after.rules.assessor, after.facts, now)
        self._changes = [change for change in changes if change.judged]

    def of(self, conclusions: Iterable[Conclusion], warnings: Iterable[WarningChange]) -> Iterator[Unmoved]:
        """Those that could have moved on and did not; what is at its best already is not among them."""
        raised = {warning.conclusion: warning for warning in warnings}
        for conclusion in conclusions:
            if conclusion.movement is not Movement.SAME or self._at_best(conclusion):
                continue
            if conclusion.id in raised:
                within, lacking = self._of_warning(raised[conclusion.id])
            else:
                within, lacking = self._within(conclusion.id), list(self._lacking(conclusion.id))
            changed = [change for change in self._changes if change.fact in within]
            done = tuple(change.fact for change in changed if change.change in _DONE)
            lost = tuple(change.fact for change in changed if change.change in _LOST)
            if done or lost:
                yield Unmoved(
                    conclusion=conclusion.id,
                    title=conclusion.title,
                    says=conclusion.after.says,
                    done=done,
                    lost=lost,
                    lacking=tuple(map(self._told, dict.fromkeys(lacking))),
                )

    def _at_best(self, conclusion: Conclusion) -> bool:
        value, aim = conclusion.after.value, self._now.ambition
        if conclusion.id in (RECOMMENDED, REACHABLE):
            return value == (aim or self._after.rules.framework.models[-1].id)
        return value in (Decision.COMMIT, Clarity.EXPLICIT, Readiness.READY)

    def _within(self, conclusion: str) -> set[FactId]:
        """The facts that are directly about a conclusion."""
        support = self._support
        if conclusion in (RECOMMENDED, REACHABLE):
            start = support.recommended if conclusion == RECOMMENDED else support.reachable
            return set(self._way(start))
        if conclusion == DECISION:
            return {*support.mattering, *support.conditions(), AMBITION}
        if conclusion.startswith(LAYER):
            return set(support.layer_facts(conclusion.removeprefix(LAYER)))
        return self._about_item(conclusion.removeprefix(ITEM))

    def _about_item(self, item: str) -> set[FactId]:
        """What an item looks at: as its conditions say, or for the ambition's reach, the way to it."""
        found: set[FactId] = set()
        framework = self._after.rules.framework
        rule = next(rule for rule in framework.commitment.items if rule.id == item)
        for key in rule.explicit.keys() | rule.missing.keys():
            kind = key.partition(".")[0]
            if kind == "layers":
                for layer in framework.layers:
                    found.update(self._support.layer_facts(layer.id))
            elif kind == "controls":
                found.update(self._after.rules.assessor.relevance.controls(self._now.ambition))
            elif kind == "ambition":
                found.update(self._way(self._support.recommended))
            else:
                found.add(FactId(key))
        return found

    def _way(self, start: int) -> Iterator[FactId]:
        """What the value model after `start` stands on."""
        ladder, chain = self._after.rules.assessor.ladder, self._support.chain
        following = next((index for index in chain if index > start), None)
        if following is None:
            return
        for requirement in ladder.requirements(chain, following, start):
            yield from requirement.signals
            if requirement.sign:
                yield requirement.sign
            if requirement.applies_if:
                yield requirement.applies_if

    def _lacking(self, conclusion: str) -> Iterator[FactId]:
        """What is known to be wanting, or not known."""
        support, advice = self._support, self._after.advice
        if conclusion in (RECOMMENDED, REACHABLE):
            start = support.recommended if conclusion == RECOMMENDED else support.reachable
            following = next((index for index in support.chain if index > start), None)
            if following is not None:
                yield from support.lacking_for(following)
                yield from support.unclear_for(following)
        elif conclusion == DECISION:
            conditions = advice.conditions if advice else ()
            yield from (cause.fact for condition in conditions for cause in condition.facts)
        elif conclusion.startswith(LAYER):
            standing = self._now.layer(conclusion.removeprefix(LAYER))
            yield from (cause.fact for cause in self._words.unsettled(standing))
        else:
            item = next(one for one in self._now.commitment.items if one == conclusion.removeprefix(ITEM))
            yield from (cause.fact for cause in support.causes(support.behind_item(item)))

    def _of_warning(self, warning: WarningChange) -> tuple[set[FactId], list[FactId]]:
        then = warning.before.because if warning.before else ()
        now = warning.after.because if warning.after else ()
        return {FactId(fact) for fact in (*then, *now)}, [FactId(fact) for fact in now if fact != AMBITION]

    def _told(self, fact: FactId) -> Lacking:
        return Lacking(
            fact=fact, within=self._after.within(fact), standing=self._after.finding(fact).standing
        )
