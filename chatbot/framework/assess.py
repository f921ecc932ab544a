"""Judging facts: the same facts always lead to the same one assessment."""

from __future__ import annotations

from typing import Final

from chatbot.facts import FactId, Facts
from chatbot.framework.assessment import (
    NOT_ASKED,
    Assessment,
    Certainty,
    GateStanding,
    LayerStanding,
    ModelStanding,
    Reach,
)
from chatbot.framework.causes import Causes
from chatbot.framework.commitment import Committing
from chatbot.framework.conclusions import Conclusions, reach_of
from chatbot.framework.model import Framework
from chatbot.framework.raising import WarningRules, gravest
from chatbot.framework.relevance import Relevance
from chatbot.framework.sequence import Ladder
from chatbot.framework.survey import Survey, Surveyor

_CERTAIN: Final = Certainty.CERTAIN
_MET: Final = GateStanding.MET
_NO_GATE: Final = GateStanding.NOT_APPLICABLE
_GATE: Final = {str(standing): standing for standing in GateStanding}


class Assessor:
    """The rules of one framework, compiled once; `assess` is a pure function of the facts."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.ladder = Ladder(framework)
        self.relevance = Relevance(framework)
        self.surveyor = Surveyor(framework, self.ladder)
        self.conclusions = Conclusions(framework, self.relevance)
        causes = Causes(framework, self.ladder, self.relevance)
        self._warnings = WarningRules(framework, self.ladder, causes)
        self._committing = Committing(framework.commitment)
        self._gates = [
            (model.id, f"gate.{model.id}", [signal.id for signal in model.gate.signals], model.applies_if)
            for model in framework.models
        ]
        self._layers = [(layer.id, layer.sign.id) for layer in framework.layers]

    def survey(self, facts: Facts) -> Survey:
        """What an assessment of `facts` rests on, before any rule of the knowledge base is applied.

        Raises:
            CaseError: the facts contradict each other, as an ambition that does not apply.
        """
        return self.surveyor.survey(facts)

    def assess(self, facts: Facts, *, at_most: str = "") -> Assessment:
        """Draw every conclusion.

        Args:
            facts: by fact id, the level or the initiative's value; what is missing was not asked.
            at_most: the best decision that may be concluded; empty for no cap.

        Raises:
            CaseError: the facts contradict each other, as an ambition that does not apply.
        """
        survey = self.survey(facts)
        conclusions = self.conclusions.draw(survey)
        items = self._committing.items(conclusions)
        warnings = self._warnings.raised(conclusions, survey)
        conclusions["warnings.certain"] = gravest(
            [warning.severity for warning in warnings if warning.certainty is _CERTAIN]
        )
        models = self.framework.models
        return Assessment(
            ambition=survey.ambition,
            recommended=models[survey.recommended].id,
            reachable=models[survey.reachable].id,
            frontier_worst=models[survey.worst].id,
            frontier_best=models[survey.best].id,
            applies=survey.applies,
            models=tuple([self._model(index, conclusions, survey) for index in range(len(models))]),
            layers=tuple([self._layer(index, survey) for index in range(len(self._layers))]),
            warnings=warnings,
            commitment=self._committing.decide(conclusions, items, at_most),
            conclusions=conclusions,
        )

    def _model(self, index: int, conclusions: dict[str, str], survey: Survey) -> ModelStanding:
        model, gate, order, applies_if = self._gates[index]
        if survey.applies.get(model) is False:
            return ModelStanding(
                model=model, standing=_NO_GATE, reach=Reach.NOT_APPLICABLE, unmet=(), unknown=()
            )
        counted = survey.gates[index]
        short = counted.partial + counted.absent
        unknown = counted.not_known
        standing = _GATE[conclusions[gate]]
        if standing is not _MET and survey.applies.get(model, True) is None:
            unknown += (FactId(applies_if),)
        return ModelStanding(
            model=model,
            standing=standing,
            reach=reach_of(index, survey.worst, survey.best),
            unmet=tuple(sorted(short, key=order.index) if counted.partial and counted.absent else short),
            unknown=unknown,
        )

    def _layer(self, index: int, survey: Survey) -> LayerStanding:
        layer, sign = self._layers[index]
        counted = survey.layers[index]
        row = survey.rows[index]
        return LayerStanding(
            layer=layer,
            standing=row.standing,
            best=row.best,
            worst=row.worst,
            established=tuple(counted.established),
            partial=tuple(counted.partial),
            absent=tuple(counted.absent),
            unknown=counted.not_known,
            sign=survey.facts.get(sign, NOT_ASKED),
        )
