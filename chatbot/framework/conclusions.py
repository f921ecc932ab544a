"""Drawing from a survey the conclusions that the knowledge rules read, by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, cast

from chatbot.facts import AMBITION, Facts, Level, ModelId
from chatbot.framework.assessment import GateStanding, Reach, Readiness
from chatbot.framework.model import Framework
from chatbot.framework.relevance import Relevance
from chatbot.framework.standing import LayerRow, Tally, share
from chatbot.framework.survey import GateRange, Survey, earlier

Drawn: TypeAlias = dict[str, str]
"""Conclusions by their keys, as far as they are drawn."""

_AT_RISK: Final = Readiness.AT_RISK
_GATE_OPEN: Final = GateStanding.OPEN
_GATE_MET: Final = GateStanding.MET
_NO_GATE: Final = GateStanding.NOT_APPLICABLE
_UNKNOWN: Final = Level.UNKNOWN
_NOT_APPLICABLE: Final = Level.NOT_APPLICABLE

# What one layer, or one control, adds to what is concluded of all. Marks of several are joined with `|`,
# so the order does not matter and the same mark twice is as good as once.
LAYER_MARKS: Final = (1, 2, 4)
_NOT_KNOWN, _RISK_AT_WORST, _RISK_AT_BEST = LAYER_MARKS
CONTROL_MARKS: Final = (1, 2, 4)
_UNSETTLED, _ABSENT, _DOUBTED = CONTROL_MARKS
_MARKS_OF_CONTROL: Final[dict[str | None, int]] = {
    "established": 0,
    "not_applicable": 0,
    "absent": _UNSETTLED | _ABSENT,
    "unknown": _UNSETTLED | _DOUBTED,
    "partial": _UNSETTLED,
    None: _UNSETTLED,
}


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

    def draw(self, survey: Survey) -> Drawn:
        """Every fact as stated, and what follows for the layers, the gates and the ambition."""
        facts, ambition, applies = survey.facts, survey.ambition, survey.applies
        drawn = cast("Drawn", dict(facts))  # a fact's id is one of the keys
        marks = 0
        for index, (counted, row) in enumerate(zip(survey.layers, survey.rows, strict=True)):
            marks |= self.of_layer(drawn, index, counted, row, facts)
        of_all_layers(drawn, marks)
        for index, standings in enumerate(survey.ranges):
            self.of_gate(drawn, index, standings, applies)
        judged = [
            *map(facts.get, self._relevance.mattering(ambition, applies)),
            *self.conditions(ambition, applies, facts),
        ]
        unclear = judged.count(_UNKNOWN) + judged.count(None)
        known = known_share(len(judged), judged.count(_NOT_APPLICABLE), unclear)
        of_ambition(drawn, ambition, survey.aim, survey.worst, survey.best)
        drawn["ambition.known"] = known
        of_controls(drawn, control_marks(map(facts.get, self._relevance.controls(ambition))))
        return drawn

    def of_layer(self, drawn: Drawn, index: int, counted: Tally, row: LayerRow, facts: Facts) -> int:
        """Conclude what there is to say of one layer; gives the marks that it adds to all."""
        sign, readiness, absent, known, doubt = self._layers[index]
        drawn[readiness] = row.standing
        drawn[absent] = row.absent
        drawn[known] = row.known
        drawn[doubt] = "voiced" if counted.unknown else "none"
        marks = 0
        if row.known != "all" or facts.get(sign, _UNKNOWN) == _UNKNOWN:
            marks = _NOT_KNOWN
        if row.worst is _AT_RISK:
            marks |= _RISK_AT_WORST
        if row.best is _AT_RISK:
            marks |= _RISK_AT_BEST
        return marks

    def of_gate(
        self, drawn: Drawn, index: int, standings: GateRange, applies: Mapping[ModelId, bool | None]
    ) -> None:
        """Conclude the standing of one gate.

        A gate that is met lets the sequence through whether its value model applies or not.
        """
        model, gate = self._models[index]
        worst, best = standings
        applying = applies.get(model, True)
        if applying is False:
            drawn[gate] = _NO_GATE
        elif worst is not best or (applying is None and worst is not _GATE_MET):
            drawn[gate] = _GATE_OPEN
        else:
            drawn[gate] = worst

    def conditions(
        self, ambition: ModelId | None, applies: Mapping[ModelId, bool | None], facts: Facts
    ) -> list[str | None]:
        """What is known of whether earlier value models apply; a lens may have settled that one does not."""
        return [
            "false" if applies[model] is False else facts.get(fact)
            for model, fact in self._relevance.conditions(ambition)
        ]


def of_all_layers(drawn: Drawn, marks: int) -> None:
    """Conclude what there is to say of the layers together, from the marks of each."""
    at_best, at_worst = marks & _RISK_AT_BEST, marks & _RISK_AT_WORST
    drawn["layers.at_risk"] = "certain" if at_best else "possible" if at_worst else "none"
    drawn["layers.unknown"] = "some" if marks & _NOT_KNOWN else "none"


def of_ambition(drawn: Drawn, ambition: ModelId | None, aim: int | None, worst: int, best: int) -> None:
    """Conclude what there is to say of the ambition, from how far the sequence reaches."""
    drawn[AMBITION] = drawn["ambition"] = ambition or "unknown"
    drawn["ambition.reach"] = Reach.UNKNOWN if aim is None else reach_of(aim, worst, best)
    drawn["ambition.recommended"] = "yes" if aim == earlier(aim, worst) else "no"


def of_controls(drawn: Drawn, marks: int) -> None:
    """Conclude what there is to say of the controls together, from the marks of each."""
    drawn["controls.established"] = "not_all" if marks & _UNSETTLED else "all"
    drawn["controls.absent"] = "some" if marks & _ABSENT else "none"
    drawn["controls.unknown"] = "some" if marks & _DOUBTED else "none"


def control_marks(levels: Iterable[str | None]) -> int:
    """The marks of controls at these levels; `None` stands for one that was not asked."""
    marks = 0
    for level in levels:
        marks |= _MARKS_OF_CONTROL[level]
    return marks


def known_share(judged: int, not_applicable: int, unclear: int) -> str:
    """How much is known of what matters, of which some does not apply and some is not known or not asked."""
    total = judged - not_applicable
    return share(total - unclear, total)


def reach_of(position: int, worst: int, best: int) -> Reach:
    """Whether the value model at `position` is within reach now, at best only, or not even then.

    Args:
        worst: the position of the frontier with unknowns at their worst.
        best: the same with unknowns at their best.
    """
    if position <= worst:
        return Reach.NOW
    return Reach.ONCE_KNOWN if position <= best else Reach.BEYOND
