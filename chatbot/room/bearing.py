"""What a question bears on: what its answers can change in the result, by the rules of the framework.

Every answer is judged with all else at its best. So what comes out differs for this answer alone: a gate that
it leaves open, a floor that it takes away, a sign, or something that has to be explicit before committing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from chatbot.dialog.script import Question, QuestionKind, Script
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Facts, LayerId, Level, ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Certainty, Clarity, Decision, Readiness
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import CommitmentItemId, Severity, Sign, WarningId
from chatbot.framework.vocabulary import judged_facts

_DECISIONS: Final = list(Decision)
_SEVERITIES: Final = list(Severity)


class Answered(Struct, frozen=True, kw_only=True):
    """One answer to a question, and what comes out of it with all else at its best.

    Attributes:
        option: of a choice, its id; otherwise empty.
        fact, level: of a checklist, the item and how it stands; otherwise empty.
        recommended: the value model to work on.
        decision: about commitment.
        missing: what would have to be explicit before committing, and is then missing.
        layers: the readiness layers that are not ready, each as it stands at best.
        warnings: those that are raised for certain, in the framework's order.
    """

    option: str = ""
    fact: str = ""
    level: str = ""
    recommended: ModelId
    decision: Decision
    missing: tuple[CommitmentItemId, ...]
    layers: tuple[tuple[LayerId, Readiness], ...]
    warnings: tuple[WarningId, ...]


class Bearing(Struct, frozen=True, kw_only=True):
    """What the answers to a question can change.

    Attributes:
        aim: the value model that was taken for the ambition.
        best: what comes out with everything at its best, this question included.
        answers: each answer with what comes out.
        models: by how many value models the recommendation can move.
        decisions: by how many steps the decision can.
        items: how many of the things that commitment asks for an answer can leave missing.
        severity: of the gravest warning that an answer raises, 0 where none does; from 1, the mildest.
        warnings: how many warnings an answer can raise.
        layers: how many readiness layers an answer can keep from being ready.
    """

    aim: ModelId
    best: Answered
    answers: tuple[Answered, ...]
    models: int
    decisions: int
    items: int
    severity: int
    warnings: int
    layers: int

    @property
    def weight(self) -> tuple[int, ...]:
        """By which questions are put into an order: what decides first, then what is recommended."""
        return self.decisions, self.models, self.items, self.severity, self.warnings, self.layers


class Bearings:
    """Weighs the questions of a dialog by the rules of one framework.

    Args:
        known: what is settled beforehand, such as the ambition.
    """

    def __init__(self, assessor: Assessor, script: Script, known: Facts) -> None:
        self._assessor = assessor
        self._script = script
        self._known = dict(known)
        framework = assessor.framework
        self._models = [model.id for model in framework.models]
        self._severity = {
            warning.id: _SEVERITIES.index(warning.severity) + 1 for warning in framework.warnings
        }
        self._best: dict[FactId, str] = {
            fact.id: Level.ABSENT if isinstance(fact, Sign) else Level.ESTABLISHED
            for fact in judged_facts(framework)
        }

    def of(self, question: Question, aim: ModelId) -> Bearing | None:
        """What the answers to a question can change for an aim; nothing where none of them is judged."""
        if not any(fact in self._best for fact in question.facts()):
            return None
        at_best = self._facts(aim)
        best = self._judge(at_best)
        if best is None:
            return None
        answers = [
            answered
            for stated, named in self._alternatives(question)
            if (answered := self._judge({**at_best, **stated}, **named))
        ]
        every = [best, *answers]
        places = [self._models.index(one.recommended) for one in every]
        decisions = [_DECISIONS.index(one.decision) for one in every]
        raised = {id for one in answers for id in one.warnings} - set(best.warnings)
        return Bearing(
            aim=aim,
            best=best,
            answers=tuple(answers),
            models=max(places) - min(places),
            decisions=max(decisions) - min(decisions),
            items=max((len(one.missing) for one in every), default=0),
            severity=max((self._severity[id] for id in raised), default=0),
            warnings=len(raised),
            layers=max((len(one.layers) for one in answers), default=0),
        )

    def _facts(self, aim: ModelId) -> dict[FactId, str]:
        """Everything at its best, for an initiative that aims there and could take every step on the way."""
        applies = {
            FactId(model.applies_if): "true" for model in self._assessor.framework.models if model.applies_if
        }
        applies = {DISTRIBUTION_APPLIES: "true"} | applies
        known = {fact: value for fact, value in self._known.items() if value != "unknown"}
        return self._best | applies | known | {AMBITION: aim}

    def _judge(self, facts: Facts, **named: str) -> Answered | None:
        try:
            judged = self._assessor.assess(facts, at_most=self._script.at_most)
        except CaseError:  # an answer that contradicts the aim says nothing about it
            return None
        return Answered(
            recommended=judged.recommended,
            decision=judged.commitment.decision,
            missing=tuple(id for id, item in judged.commitment.items.items() if item is Clarity.MISSING),
            layers=tuple((one.layer, one.best) for one in judged.layers if one.best is not Readiness.READY),
            warnings=tuple(one.id for one in judged.warnings if one.certainty is Certainty.CERTAIN),
            **named,
        )

    def _alternatives(self, question: Question) -> Iterator[tuple[Mapping[FactId, str], dict[str, str]]]:
        """The facts that each answer states, and how that answer is named."""
        if question.kind is QuestionKind.CHOICE:
            for option in question.options:
                yield option.facts, {"option": option.id}
            return
        for item in question.items:
            for level in (Level.PARTIAL, Level.ABSENT):
                yield {item.fact: level}, {"fact": item.fact, "level": level}
        if len(question.items) > 1:
            yield {item.fact: Level.ABSENT for item in question.items}, {"level": Level.ABSENT}
