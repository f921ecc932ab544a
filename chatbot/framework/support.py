"""What each conclusion of an assessment rests on: the facts that hold it back or leave it open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from chatbot.facts import FactId, Facts, Level, ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import NOT_ASKED, Assessment, Cause, Readiness
from chatbot.framework.model import CommitmentItemId
from chatbot.framework.sequence import Requirement
from chatbot.framework.survey import Survey

_FINE: Final = frozenset({Level.ESTABLISHED, Level.NOT_APPLICABLE})


class Support:
    """One assessment, seen from the facts.

    Attributes:
        survey: what the assessment rests on.
        chain: the positions of the value models that apply or may apply, in order.
        recommended: the position of the recommended value model.
        reachable: the position of the reachable one.
        target: the position of the ambition, or of the last value model where none is known.
        next: the position of the value model after the recommended one, if there is one.
        order: every judged fact, by the place at which the sequence first needs it.
        mattering: the signals and signs that matter for the ambition, in the framework's order.
    """

    def __init__(self, assessor: Assessor, facts: Facts, assessment: Assessment) -> None:
        self.framework = assessor.framework
        self.assessment = assessment
        self.facts = facts
        self.survey: Survey = assessor.survey(facts)
        self._ladder = assessor.ladder
        self._relevance = assessor.relevance
        self.chain = self._ladder.longest(assessment.applies)
        self.recommended = self.survey.recommended
        self.reachable = self.survey.reachable
        self.target = self.chain[-1] if self.survey.aim is None else self.survey.aim
        self.next = next((index for index in self.chain if index > self.recommended), None)
        self.signs = frozenset(owner.failure_mode.id for owner in self.framework.models) | frozenset(
            layer.sign.id for layer in self.framework.layers
        )
        self.order = {fact: place for place, fact in enumerate(self._in_order())}
        self.mattering = self._relevance.mattering(assessment.ambition, assessment.applies)

    def position(self, model: ModelId) -> int:
        """The place of a value model in the framework's sequence, from 0."""
        return self._ladder.position[model]

    def level(self, fact: FactId) -> str:
        """The level as stated, or `not_asked`."""
        return self.facts.get(fact, NOT_ASKED)

    def is_unclear(self, fact: FactId) -> bool:
        """Whether the fact is unknown or was not asked."""
        return self.facts.get(fact, Level.UNKNOWN) == Level.UNKNOWN

    def is_fine(self, fact: FactId) -> bool:
        """Whether the fact is known to be at its best, or does not apply."""
        return self.level(fact) == Level.ABSENT if fact in self.signs else self.level(fact) in _FINE

    def can_improve(self, fact: FactId) -> bool:
        """Whether the fact is known, applies, and is not at its best."""
        return not self.is_fine(fact) and not self.is_unclear(fact)

    def conditions(self) -> tuple[FactId, ...]:
        """The facts that decide whether a value model before the ambition applies, where it may."""
        conditions = self._relevance.conditions(self.assessment.ambition)
        return tuple(fact for model, fact in conditions if self.survey.applies[model] is not False)

    def lacking_for(self, index: int) -> list[FactId]:
        """What is known to lack for the value model at `index`, beyond what the one before it needs."""
        return [fact for needed in self._unsettled(index) for fact in needed.shortfall(self.facts)]

    def unclear_for(self, index: int) -> list[FactId]:
        """What is not known of what the value model at `index` needs beyond the one before it."""
        found = []
        for requirement in self._unsettled(index):
            found += requirement.unclear(self.facts)
            if requirement.applies_if and self.survey.applies[ModelId(requirement.owner)] is None:
                found.append(requirement.applies_if)
        return found

    def layer_facts(self, layer_id: str) -> Iterator[FactId]:
        """The signals and the sign of a layer."""
        layer = next(layer for layer in self.framework.layers if layer.id == layer_id)
        yield from (signal.id for signal in layer.signals)
        yield layer.sign.id

    def behind_item(self, item: CommitmentItemId) -> list[FactId]:
        """The facts that a commitment item looks at, as its conditions in the knowledge base say."""
        rule = next(rule for rule in self.framework.commitment.items if rule.id == item)
        found: dict[FactId, None] = {}
        for condition in (rule.explicit, rule.missing):
            for atom in condition.atoms():
                found.update(dict.fromkeys(self._behind(atom.key)))
        return list(found)

    def causes(self, facts: Iterable[FactId]) -> tuple[Cause, ...]:
        """Those of `facts` that are not known to be at their best, with their levels."""
        return tuple(Cause(fact, self.level(fact)) for fact in facts if not self.is_fine(fact))

    def _unsettled(self, index: int) -> Iterator[Requirement]:
        """What the value model at `index` adds to what is needed, unless it holds whatever turns out."""
        for requirement in self._ladder.requirements(self.chain, index, index - 1):
            if not requirement.holds_at(self.survey.at_worst):
                yield requirement

    def _behind(self, key: str) -> Iterator[FactId]:
        """The facts that a key of the conclusions rests on."""
        kind = key.partition(".")[0]
        if key in self.order:
            yield FactId(key)
        elif kind == "controls":
            yield from self._relevance.controls(self.assessment.ambition)
        elif kind == "layers":
            for standing in self.assessment.layers:
                facts = self.layer_facts(standing.layer)
                if standing.worst is Readiness.AT_RISK:
                    yield from facts
                else:
                    yield from filter(self.is_unclear, facts)
        elif kind == "ambition" and self.assessment.ambition is not None:
            for index in self.chain:
                if self.recommended < index <= self.target:
                    yield from self.lacking_for(index)
                    yield from self.unclear_for(index)

    def _in_order(self) -> Iterator[FactId]:
        seen = dict.fromkeys(
            fact
            for index in self.chain
            for requirement in self._ladder.requirements(self.chain, index)
            for fact in (*requirement.signals, *([requirement.sign] if requirement.sign else []))
        )
        yield from seen
        rest = [fact for layer in self.framework.layers for fact in self.layer_facts(layer.id)]
        for model in self.framework.models:
            rest += [*(signal.id for signal in model.gate.signals), model.failure_mode.id]
        yield from (fact for fact in dict.fromkeys(rest) if fact not in seen)
