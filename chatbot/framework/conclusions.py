"""Drawing from a survey the conclusions that the knowledge rules read, by their keys."""

from __future__ import annotations

from typing import Final, cast

from chatbot.facts import AMBITION, Level
from chatbot.framework.assessment import GateStanding, Reach, Readiness
from chatbot.framework.model import Framework
from chatbot.framework.relevance import Relevance
from chatbot.framework.standing import share
from chatbot.framework.survey import Survey

_AT_RISK: Final = Readiness.AT_RISK
_GATE_OPEN: Final = GateStanding.OPEN
_GATE_MET: Final = GateStanding.MET
_NO_GATE: Final = GateStanding.NOT_APPLICABLE
_UNKNOWN: Final = Level.UNKNOWN
_NOT_APPLICABLE: Final = Level.NOT_APPLICABLE
_CONTROL_SETTLED: Final = frozenset({Level.ESTABLISHED, Level.NOT_APPLICABLE})


class Conclusions:
    """The conclusions of one framework, in the order in which they can be drawn."""

    def __init__(self, framework: Framework, relevance: Relevance) -> None:
        self._relevance = relevance
        self._models = [(model.id, f"gate.{model.id}") for model in framework.models]
        self._layers = [
            (
                layer.sign.id,
                f"readiness.{layer.id}",
                f"absent.{layer.id}",
                f"known.{layer.id}",
                f"doubt.{layer.id}",
            )
            for layer in framework.layers
        ]

    def draw(self, survey: Survey) -> dict[str, str]:
        """Every fact as stated, and what follows for the layers, the gates and the ambition."""
        drawn = cast("dict[str, str]", dict(survey.facts))  # a fact's id is one of the keys
        self._of_layers(drawn, survey)
        self._of_gates(drawn, survey)
        self._of_ambition(drawn, survey)
        self._of_controls(drawn, survey)
        return drawn

    def _of_layers(self, drawn: dict[str, str], survey: Survey) -> None:
        facts = survey.facts
        not_known = risk_at_worst = risk_at_best = False
        for (sign, readiness, absent, known, doubt), counted, row in zip(
            self._layers, survey.layers, survey.rows, strict=True
        ):
            drawn[readiness] = row.standing
            drawn[absent] = row.absent
            drawn[known] = row.known
            drawn[doubt] = "voiced" if counted.unknown else "none"
            if row.known != "all" or facts.get(sign, _UNKNOWN) == _UNKNOWN:
                not_known = True
            if row.worst is _AT_RISK:
                risk_at_worst = True
            if row.best is _AT_RISK:
                risk_at_best = True
        drawn["layers.at_risk"] = "certain" if risk_at_best else "possible" if risk_at_worst else "none"
        drawn["layers.unknown"] = "some" if not_known else "none"

    def _of_gates(self, drawn: dict[str, str], survey: Survey) -> None:
        """A gate that is met lets the sequence through whether its value model applies or not."""
        for (model, gate), (worst, best) in zip(self._models, survey.ranges, strict=True):
            applies = survey.applies.get(model, True)
            if applies is False:
                drawn[gate] = _NO_GATE
            elif worst is not best or (applies is None and worst is not _GATE_MET):
                drawn[gate] = _GATE_OPEN
            else:
                drawn[gate] = worst

    def _of_ambition(self, drawn: dict[str, str], survey: Survey) -> None:
        drawn[AMBITION] = drawn["ambition"] = survey.ambition or "unknown"
        reach = Reach.UNKNOWN
        if survey.aim is not None:
            reach = reach_of(survey.aim, survey)
        drawn["ambition.reach"] = reach
        drawn["ambition.recommended"] = "yes" if survey.aim == survey.recommended else "no"
        judged = [
            *map(survey.facts.get, self._relevance.mattering(survey.ambition, survey.applies)),
            *self._conditions(survey),
        ]
        total = len(judged) - judged.count(_NOT_APPLICABLE)
        drawn["ambition.known"] = share(total - judged.count(_UNKNOWN) - judged.count(None), total)

    def _conditions(self, survey: Survey) -> list[str | None]:
        """What is known of whether earlier value models apply; a lens may have settled that one does not."""
        return [
            "false" if survey.applies[model] is False else survey.facts.get(fact)
            for model, fact in self._relevance.conditions(survey.ambition)
        ]

    def _of_controls(self, drawn: dict[str, str], survey: Survey) -> None:
        controls = {survey.facts.get(fact) for fact in self._relevance.controls(survey.ambition)}
        drawn["controls.established"] = "all" if controls <= _CONTROL_SETTLED else "not_all"
        drawn["controls.absent"] = "some" if "absent" in controls else "none"
        drawn["controls.unknown"] = "some" if "unknown" in controls else "none"


def reach_of(position: int, survey: Survey) -> Reach:
    """Whether the value model at `position` is within reach now, at best only, or not even then."""
    if position <= survey.worst:
        return Reach.NOW
    return Reach.ONCE_KNOWN if position <= survey.best else Reach.BEYOND
