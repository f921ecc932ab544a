"""Conclusions as the JSON that other programs read: the keys and their order are a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from chatbot.facts import FactId, Statement
from chatbot.framework.assessment import (
    Advice,
    Assessment,
    Cause,
    FindOut,
    LayerStanding,
    ModelStanding,
    NextStep,
    RaisedWarning,
    Unlock,
)
from chatbot.framework.model import Framework, Tension, Warning
from chatbot.framework.tensions import Tensions, between
from chatbot.framework.wording import Wording

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class Contract:
    """Turns the assessments of one framework into the object that `chatbot assess` prints."""

    def __init__(self, framework: Framework, wording: Wording | None = None) -> None:
        self._boundary: list[Json] = list(framework.about.boundary)
        self._warnings: dict[str, Warning] = {warning.id: warning for warning in framework.warnings}
        self._tensions = Tensions(framework)
        self._words = wording or Wording(framework)

    def of(
        self, assessment: Assessment, advice: Advice, statements: Mapping[FactId, Statement]
    ) -> dict[str, Json]:
        """The object, its keys always in the same order.

        Args:
            statements: what was said of each fact; its words, evidence and reason stand beside it as a cause.
        """
        return {
            "ambition": assessment.ambition,
            "recommended": assessment.recommended,
            "reachable": assessment.reachable,
            "certain": assessment.certain,
            "headline": self._words.headline(assessment, advice),
            "headroom": advice.headroom,
            "models": [_model(standing) for standing in assessment.models],
            "layers": [_layer(standing) for standing in assessment.layers],
            "warnings": [self._warning(raised, statements) for raised in assessment.warnings],
            "commitment": self._commitment(assessment, advice, statements),
            "next_steps": [self._next_step(step) for step in advice.next_steps],
            "find_out": [self._find_out(item) for item in advice.find_out],
            "unlock": self._unlock(advice.unlock),
            "tensions": [
                self._tension(tension, assessment.conclusions, statements)
                for tension in self._tensions.holding(assessment.conclusions)
            ],
            "boundary": self._boundary,
        }

    def _warning(self, raised: RaisedWarning, statements: Mapping[FactId, Statement]) -> Json:
        warning = self._warnings[raised.id]
        return {
            "id": raised.id,
            "certainty": raised.certainty,
            "severity": raised.severity,
            "title": warning.title,
            "cause": warning.cause,
            "because": self._causes(raised.because, statements),
            "action": warning.action,
            "source": warning.source,
        }

    def _tension(
        self, tension: Tension, stated: Mapping[str, str], statements: Mapping[FactId, Statement]
    ) -> Json:
        causes = [Cause(fact, stated[fact]) for fact in between(tension, stated)]
        return {
            "id": tension.id,
            "title": tension.title,
            "because": self._causes(causes, statements),
            "ask": tension.ask,
            "reason": tension.reason,
            "source": tension.source,
        }

    def _commitment(
        self, assessment: Assessment, advice: Advice, statements: Mapping[FactId, Statement]
    ) -> Json:
        commitment = assessment.commitment
        clarities: dict[str, Json] = {str(item): str(clarity) for item, clarity in commitment.items.items()}
        conditions: list[Json] = [
            {
                "kind": condition.kind,
                "id": condition.id,
                "says": self._words.condition(condition, assessment),
                "facts": self._causes(condition.facts, statements),
            }
            for condition in advice.conditions
        ]
        return {
            "decision": commitment.decision,
            **clarities,
            "capped": commitment.capped,
            "reasons": [{"id": id, "says": says} for id, says in self._words.reasons(assessment)],
            "conditions": conditions,
        }

    def _next_step(self, step: NextStep) -> Json:
        return {
            "fact": step.fact,
            "level": step.level,
            "label": self._words.label(step.fact),
            "action": self._words.action(step.fact),
            "unlocks": _texts(step.unlocks),
            "items": _texts(step.items),
            "clears": _texts(step.clears),
        }

    def _find_out(self, item: FindOut) -> Json:
        return {
            "fact": item.fact,
            "level": item.level,
            "label": self._words.label(item.fact),
            "decides": _texts(item.decides),
        }

    def _unlock(self, unlock: Unlock | None) -> Json:
        return {"model": unlock.model, "needs": self._causes(unlock.needs, {})} if unlock else None

    def _causes(self, causes: Iterable[Cause], statements: Mapping[FactId, Statement]) -> list[Json]:
        return [self._cause(cause, statements.get(cause.fact)) for cause in causes]

    def _cause(self, cause: Cause, said: Statement | None) -> Json:
        told: dict[str, Json] = {
            "fact": cause.fact,
            "level": cause.level,
            "label": self._words.label(cause.fact),
        }
        if said is not None:
            stated = {"words": said.words, "evidence": said.evidence, "reason": said.reason}
            told |= {key: text for key, text in stated.items() if text}
        return told


def _model(standing: ModelStanding) -> Json:
    return {
        "model": standing.model,
        "standing": standing.standing,
        "reach": standing.reach,
        "unmet": _texts(standing.unmet),
        "unknown": _texts(standing.unknown),
    }


def _layer(standing: LayerStanding) -> Json:
    return {
        "layer": standing.layer,
        "standing": standing.standing,
        "best": standing.best,
        "worst": standing.worst,
        "established": _texts(standing.established),
        "partial": _texts(standing.partial),
        "absent": _texts(standing.absent),
        "unknown": _texts(standing.unknown),
        "sign": standing.sign,
    }


def _texts(words: Iterable[str]) -> list[Json]:
    return list(words)
