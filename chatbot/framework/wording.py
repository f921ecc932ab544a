"""Conclusions in words: the same short sentences for the chat, the linear mode and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.assessment import (
    NOT_ASKED,
    Advice,
    Assessment,
    Cause,
    Clarity,
    Commitment,
    CommitmentCondition,
    Decision,
    FindOut,
    LayerStanding,
    NextStep,
    RaisedWarning,
    Readiness,
    Unlock,
)
from chatbot.framework.headline import headline
from chatbot.framework.model import CommitmentItem, Framework, Warning
from chatbot.framework.terms import Terms, enumerated

STANDINGS: Final[Mapping[Readiness, str]] = {
    Readiness.READY: "ready",
    Readiness.DEVELOPING: "developing",
    Readiness.AT_RISK: "at risk",
    Readiness.OPEN: "open",
    Readiness.NOT_APPLICABLE: "does not apply",
}

_LEVELS: Final = {
    Level.ABSENT: "Missing",
    Level.PARTIAL: "Partly settled",
    Level.PRESENT: "Happens",
    Level.UNKNOWN: "Not known",
    NOT_ASKED: "Not asked",
    Level.NOT_APPLICABLE: "Does not apply",
    Level.ESTABLISHED: "Settled",
}


class Wording:
    """Says in words what one framework concludes; every method is a function of its arguments."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._terms = Terms(framework)
        self._items: dict[str, CommitmentItem] = {item.id: item for item in framework.commitment.items}
        self._warnings: dict[str, Warning] = {warning.id: warning for warning in framework.warnings}
        self._signs = {layer.id: layer.sign.id for layer in framework.layers}

    def title(self, id: str) -> str:
        """The title of a value model, layer, warning or `commitment.ITEM`; the id where there is none."""
        return self._terms.title(id)

    def label(self, fact: FactId) -> str:
        """A fact as it stands on a list."""
        return self._terms.label(fact)

    def action(self, fact: FactId) -> str:
        """What brings a fact to its best."""
        return self._terms.facts[fact].action

    def headline(self, assessment: Assessment, advice: Advice) -> str:
        """What to work on now; where unknowns decide, both value models and what decides."""
        return headline(self._framework, self._terms, assessment, advice)

    def layer(self, standing: LayerStanding) -> str:
        """How a layer stands, and what of it is not settled."""
        said = STANDINGS[standing.standing]
        if standing.standing is Readiness.OPEN:
            said += f", between {STANDINGS[standing.worst]} and {STANDINGS[standing.best]}"
        return self._joined(f"{self.title(standing.layer)}: {said}.", self.levels(self.unsettled(standing)))

    def unsettled(self, standing: LayerStanding) -> list[Cause]:
        """What of a layer is not at its best, or not known."""
        found = [Cause(fact, Level.ABSENT) for fact in standing.absent]
        found += [Cause(fact, Level.PARTIAL) for fact in standing.partial]
        found += [Cause(fact, Level.UNKNOWN) for fact in standing.unknown]
        if standing.sign != Level.ABSENT:
            sign = self._signs[standing.layer]
            found.append(Cause(sign, Level.PRESENT if standing.sign == Level.PRESENT else Level.UNKNOWN))
        return found

    def because(self, warning: RaisedWarning) -> str:
        """What was said that raised a warning."""
        return self.levels(warning.because)

    def levels(self, causes: Iterable[Cause]) -> str:
        """Facts by their level: "You aim at X. Missing: a, b. Not known: c." """
        said: list[str] = []
        groups: dict[str, list[str]] = {level: [] for level in _LEVELS}
        for cause in causes:
            if cause.fact == AMBITION:
                aim = f"You aim at {self._terms.in_sentence(cause.level)}."
                said.append("No ambition is known." if cause.level == Level.UNKNOWN else aim)
            else:
                groups.setdefault(cause.level, []).append(self._terms.within(cause.fact))
        said += [f"{_LEVELS[level]}: {', '.join(labels)}." for level, labels in groups.items() if labels]
        return " ".join(said)

    def decision(self, commitment: Commitment) -> str:
        """Whether to commit resources, as the knowledge base says it."""
        rule = self._framework.commitment
        return {
            Decision.COMMIT: rule.says_commit,
            Decision.CONDITIONAL: rule.says_conditional,
            Decision.HOLD: rule.says_hold,
        }[commitment.decision]

    def apart(self, assessment: Assessment) -> str:
        """How what to work on and whether to commit go together, so that nobody takes one for the other."""
        two = "What to work on and whether to commit money and people are two questions"
        if assessment.ambition is None:
            return f"{two}; no ambition is known yet to which they could be committed."
        now, aim = (
            self._terms.in_sentence(assessment.recommended),
            self._terms.in_sentence(assessment.ambition),
        )
        decision = assessment.commitment.decision
        if now == aim:
            then = {
                Decision.COMMIT: "and commit them to it",
                Decision.CONDITIONAL: "and release them for it step by step",
                Decision.HOLD: "at the size it has now, and release no more for it yet",
            }[decision]
            return f"{two}: work on {now} now, {then}."
        release = (
            "release nothing yet" if decision is Decision.HOLD else "release step by step what is needed"
        )
        return f"{two}: work on {now} now, and {release} for {aim}, the ambition."

    def reasons(self, assessment: Assessment) -> tuple[tuple[str, str], ...]:
        """Why the decision is what it is: by id, what holds, or else how each of the four things stands."""
        commitment = assessment.commitment
        if commitment.holds:
            says = {reason.id: reason.says for reason in self._framework.commitment.hold}
            return tuple((id, says[id]) for id in commitment.holds)
        return tuple((item, self.item(item, assessment)) for item in commitment.items)

    def item(self, item: str, assessment: Assessment) -> str:
        """How far one of the things that commitment asks for is settled."""
        rule = self._items[item]
        missing = rule.says_missing if assessment.ambition else rule.says_unnamed or rule.says_missing
        return {
            Clarity.EXPLICIT: rule.says_explicit,
            Clarity.OPEN: rule.says_open,
            Clarity.MISSING: missing,
        }[assessment.commitment.items[rule.id]]

    def condition(self, condition: CommitmentCondition, assessment: Assessment) -> str:
        """One thing to clear before committing."""
        if condition.kind == "item":
            item = self._items[condition.id]
            return self._joined(
                f"{item.title}: {self.item(item.id, assessment)}", self.levels(condition.facts)
            )
        if condition.kind == "warning":
            warning = self._warnings[condition.id]
            return f"{warning.title}: {warning.action}"
        return "More questions: too little was asked to conclude more than this."

    def purpose(self, step: NextStep) -> str:
        """What a next step is good for; empty where nothing depends on it but its own layer."""
        said = []
        if step.unlocks:
            said.append(f"Unlocks {enumerated([self._terms.in_sentence(model) for model in step.unlocks])}.")
        if step.items:
            items = [self._terms.in_sentence(f"commitment.{item}") for item in step.items]
            said.append(f"Needed before you commit: {enumerated(items)}.")
        if step.clears:
            titles = [self.title(warning) for warning in step.clears]
            said.append(f"Clears: {'; '.join(titles)}.")
        return " ".join(said)

    def find_out(self, item: FindOut) -> str:
        """What to find out, as an entry of a list: "Whether ..."."""
        return f"Whether {self._terms.in_question(item.fact)}."

    def decides(self, item: FindOut) -> str:
        """What it decides, as a list inside a sentence."""
        return enumerated(list(dict.fromkeys(self._conclusion(id) for id in item.decides)))

    def _conclusion(self, id: str) -> str:
        if id in self._warnings:
            return f'the warning "{self.title(id)}"'
        return "whether to commit" if id.startswith("commitment.") else self._terms.in_sentence(id)

    def unlock(self, unlock: Unlock | None) -> str:
        """What the next value model still needs; empty where there is none after the recommended one.

        Where it needs nothing more, the headline has already said how far the headroom reaches.
        """
        if unlock is None:
            return ""
        needs = self.levels(unlock.needs) or "It needs nothing more."
        return f"{self.title(unlock.model)} comes next. {needs}"

    @staticmethod
    def _joined(*parts: str) -> str:
        return " ".join(part for part in parts if part)


__all__: Sequence[str] = ("STANDINGS", "Wording")
