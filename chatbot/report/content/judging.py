"""Putting what the framework concludes from an interview into words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from chatbot.conditions import is_, settled
from chatbot.facts import AMBITION, Level
from chatbot.framework.assessment import (
    NOT_ASKED,
    Advice,
    Assessment,
    CommitmentCondition,
    GateStanding,
    LayerStanding,
    ModelStanding,
    NextStep,
    RaisedWarning,
    Reach,
    Readiness,
)
from chatbot.framework.initiative import lens_of
from chatbot.framework.model import Framework, ReadinessLayer, ValueModel, Warning
from chatbot.framework.survey import Survey
from chatbot.framework.terms import Terms, enumerated
from chatbot.framework.wording import STANDINGS, Wording
from chatbot.report.content.bearing import bearings
from chatbot.report.content.extremes import worlds
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import (
    Condition,
    DecisionText,
    FloorText,
    Item,
    Judged,
    Layer,
    Next,
    RaisedText,
    Rung,
    Step,
    ToFindOut,
    Work,
)

_GATES: Final = {
    GateStanding.MET: "met",
    GateStanding.PARTIAL: "met in part",
    GateStanding.UNMET: "not met",
    GateStanding.OPEN: "open",
    GateStanding.NOT_APPLICABLE: "does not apply",
}
_REACHES: Final = {
    Reach.NOW: "within reach",
    Reach.ONCE_KNOWN: "within reach once more is known",
    Reach.BEYOND: "out of reach for now",
    Reach.UNKNOWN: "not known",
    Reach.NOT_APPLICABLE: "does not apply",
}
_ROLES: Final = {"now": "work on it now", "reachable": "reachable", "ambition": "the ambition"}


class Judging:
    """The conclusions about one interview, in words."""

    def __init__(
        self,
        framework: Framework,
        survey: Survey,
        assessment: Assessment,
        advice: Advice,
        findings: Findings,
    ) -> None:
        self._framework = framework
        self._facts = survey.facts
        self._assessment = assessment
        self._advice = advice
        self._findings = findings
        self._words = Wording(framework)
        self._terms = Terms(framework)
        self._at_worst, self._at_best = worlds(framework, survey)
        self._rules: dict[str, Warning] = {warning.id: warning for warning in framework.warnings}
        self._ready_layers = {
            is_(f"readiness.{layer.id}", Readiness.READY): self._terms.in_sentence(layer.id)
            for layer in framework.layers
        }
        self._layer_of = {
            fact: layer.title
            for layer in framework.layers
            for fact in (*(signal.id for signal in layer.signals), layer.sign.id)
        }

    def judged(self, because_at_most: str) -> Judged:
        """Everything that is concluded.

        Args:
            because_at_most: why the dialog concludes no more than it may; empty where it sets no limit.
        """
        assessment = self._assessment
        return Judged(
            headline=self._words.headline(assessment, self._advice),
            why=self._why(),
            recommended=self._words.title(assessment.recommended),
            reachable=self._words.title(assessment.reachable),
            decision=self._decision(because_at_most),
            work=self._work(),
            warnings=tuple(self._warnings()),
            layers=tuple(map(self._layer, self._framework.layers, assessment.layers)),
            ladder=tuple(map(self._rung, self._framework.models, assessment.models)),
            steps=tuple(map(self._step, self._advice.next_steps)),
            find_out=tuple(self._find_out()),
            next=self._next(),
            stands_on=self._stands_on(),
        )

    def _why(self) -> str:
        """What lets the recommended value model be worked on, and what holds back the next."""
        following = self._next()
        return f"{self._stands_on()} {following.says}" if following else self._stands_on()

    def _stands_on(self) -> str:
        assessment = self._assessment
        before = [
            self._terms.in_sentence(standing.model)
            for standing in takewhile(lambda one: one.model != assessment.recommended, assessment.models)
            if standing.reach is not Reach.NOT_APPLICABLE
        ]
        if before:
            return f"What {enumerated(before)} had to leave behind is in place."
        first = self._terms.in_sentence(assessment.recommended)
        return f"The sequence begins with {first}, so it is always within reach."

    def _decision(self, because_at_most: str) -> DecisionText:
        rule, given = self._framework.commitment, self._assessment.commitment
        return DecisionText(
            question=rule.question,
            decision=given.decision,
            says=self._words.decision(given),
            items=tuple(
                Item(
                    id=item.id,
                    title=item.title,
                    clarity=given.items[item.id],
                    says=self._words.item(item.id, self._assessment),
                )
                for item in rule.items
            ),
            reasons=tuple(says for _, says in self._words.reasons(self._assessment)) if given.holds else (),
            conditions=tuple(self._condition(one, because_at_most) for one in self._advice.conditions),
            capped=because_at_most if given.capped else "",
            apart=self._words.apart(self._assessment),
        )

    def _condition(self, condition: CommitmentCondition, because_at_most: str) -> Condition:
        given = self._assessment.commitment
        match condition.kind:
            case "item":
                (item,) = (item for item in given.items if item == condition.id)
                title = self._words.title(f"commitment.{item}")
                says = self._words.item(item, self._assessment)
            case "warning":
                title, says = self._words.title(condition.id), self._rules[condition.id].action
            case _:
                title, says = "The whole interview", because_at_most
        return Condition(
            kind=condition.kind,
            id=condition.id,
            title=title,
            says=says,
            settle=self._words.levels(condition.facts),
            findings=self._findings.of(condition.facts),
        )

    def _work(self) -> Work:
        model = next(one for one in self._framework.models if one.id == self._assessment.recommended)
        lens = lens_of(self._framework, self._facts)
        here = [one.here for one in lens.models if one.model == model.id] if lens else []
        return Work(
            model=model.id,
            title=model.title,
            within=self._terms.in_sentence(model.id),
            delivers=model.delivers,
            steps=model.work,
            measure=model.measure,
            lens=lens.title if lens else "",
            here="".join(here),
            example=lens.worked_example if lens else "",
        )

    def _warnings(self) -> Iterator[RaisedText]:
        for raised in self._assessment.warnings:
            rule, further = self._rules[raised.id], self._further(raised)
            yield RaisedText(
                id=raised.id,
                title=rule.title,
                severity=raised.severity,
                certainty=raised.certainty,
                cause=rule.cause,
                says=f"{self._words.because(raised)} {further}".strip(),
                further=further,
                because=self._findings.of(raised.because),
                action=rule.action,
                source=rule.source,
            )

    def _further(self, raised: RaisedWarning) -> str:
        """How much on the way to an ambition that skips a step is not known, besides what raised it."""
        if raised.id != "sequence.skipped_step":
            return ""
        said = {cause.fact for cause in raised.because}
        more = " more" if said - {AMBITION} else ""
        unclear = [
            cause.fact
            for condition in self._advice.conditions
            if condition.id == "value_model"
            for cause in condition.facts
            if cause.fact not in said and cause.level in (Level.UNKNOWN, NOT_ASKED)
        ]
        if len(unclear) == 1:
            return f"1{more} point on the way is not known; it is among what to clear before committing."
        points = f"{len(unclear)}{more} points on the way are not known"
        return f"{points}; they are among what to clear before committing." if unclear else ""

    def _layer(self, layer: ReadinessLayer, standing: LayerStanding) -> Layer:
        says = STANDINGS[standing.standing]
        if standing.standing is Readiness.OPEN:
            says += f", between {STANDINGS[standing.worst]} and {STANDINGS[standing.best]}"
        return Layer(
            id=layer.id,
            title=layer.title,
            standing=standing.standing,
            says=says,
            about=layer.about,
            signals=self._findings.at(signal.id for signal in layer.signals),
            sign=self._findings.at([layer.sign.id])[0],
            worst=standing.worst,
            best=standing.best,
        )

    def _rung(self, model: ValueModel, standing: ModelStanding) -> Rung:
        roles = self._roles(model)
        return Rung(
            id=model.id,
            title=model.title,
            gate=model.gate.summary,
            standing=standing.standing,
            gate_says=_GATES[standing.standing],
            reach=standing.reach,
            reach_says=_REACHES[standing.reach],
            unmet=self._findings.at(standing.unmet),
            unknown=self._findings.at(standing.unknown),
            floors=tuple(self._floors(model)),
            role=", ".join(_ROLES[role] for role in roles),
            roles=roles,
            signals=self._findings.at(signal.id for signal in model.gate.signals),
            failure_mode=self._findings.at([model.failure_mode.id])[0],
        )

    def _floors(self, model: ValueModel) -> Iterator[FloorText]:
        for floor in model.floors:
            truth = settled(floor.needs, self._at_worst, self._at_best)
            layer = self._ready_layers.get(floor.needs, "")
            yield FloorText(says=floor.says, truth=truth, source=floor.source, layer=layer)

    def _roles(self, model: ValueModel) -> tuple[str, ...]:
        assessment = self._assessment
        holders = {
            "now": assessment.recommended,
            "reachable": None if assessment.certain else assessment.reachable,
            "ambition": assessment.ambition,
        }
        return tuple(role for role, holder in holders.items() if holder == model.id)

    def _step(self, step: NextStep) -> Step:
        layer = self._layer_of.get(step.fact, "")
        why = self._words.purpose(step) or (f'Brings "{layer}" closer to ready.' if layer else "")
        (finding,) = self._findings.at([step.fact])
        return Step(finding=finding, action=self._words.action(step.fact), why=why)

    def _find_out(self) -> Iterator[ToFindOut]:
        for item in self._advice.find_out:
            (finding,) = self._findings.at([item.fact])
            says, decides = self._words.find_out(item), self._words.decides(item)
            kinds = bearings(self._framework, item.decides)
            yield ToFindOut(finding=finding, says=says, decides=decides, bears_on=kinds)

    def _next(self) -> Next | None:
        """Nothing where there is headroom: the headline says so, and nothing more is needed."""
        unlock = self._advice.unlock
        if unlock is None or not unlock.needs:
            return None
        return Next(
            model=unlock.model,
            title=self._words.title(unlock.model),
            says=self._words.unlock(unlock),
            needs=self._findings.of(unlock.needs),
        )
