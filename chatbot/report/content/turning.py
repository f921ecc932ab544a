"""What would change the advice: each open fact taken as settled, one way and the other, and judged again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from chatbot.facts import AMBITION, FactId, Facts, Level
from chatbot.framework.assessment import Advice, Assessment, Certainty, Clarity, Decision, FindOut, Readiness
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Sign
from chatbot.framework.terms import Terms, enumerated
from chatbot.framework.wording import STANDINGS
from chatbot.interview.held import Held
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import Turning

_DECISIONS: Final[Mapping[Decision, str]] = {
    Decision.COMMIT: "The answer to whether to commit becomes yes.",
    Decision.CONDITIONAL: "The answer to whether to commit becomes: on conditions.",
    Decision.HOLD: "The answer to whether to commit becomes: not yet.",
}


def turnings(
    held: Held, facts: Facts, assessment: Assessment, advice: Advice, findings: Findings
) -> tuple[Turning, ...]:
    """For each thing to find out, in their order, what moves if it is so and if it is not."""
    case = _Case(held, facts, assessment)
    return tuple(case.turning(item, findings) for item in advice.find_out)


class _Case:
    """One set of facts as it was judged."""

    def __init__(self, held: Held, facts: Facts, assessment: Assessment) -> None:
        self._held = held
        self._facts = facts
        self._assessment = assessment
        self._terms = Terms(held.framework)

    def turning(self, item: FindOut, findings: Findings) -> Turning:
        (finding,) = findings.at([item.fact])
        so, otherwise = self._both(item.fact)
        return Turning(
            finding=finding,
            says=f"Whether {self._terms.in_question(item.fact)}.",
            if_so=tuple(self._moves(item.fact, so)),
            if_not=tuple(self._moves(item.fact, otherwise)),
        )

    def _both(self, fact: FactId) -> tuple[str, str]:
        """The values of a fact that answer "whether" with yes and with no."""
        known = self._terms.facts.get(fact)
        if known is None:
            return "true", "false"
        return (Level.PRESENT, Level.ABSENT) if isinstance(known, Sign) else (Level.ESTABLISHED, Level.ABSENT)

    def _moves(self, fact: FactId, value: str) -> Iterator[str]:
        """Every conclusion that differs with this fact settled, the most important first."""
        settled, at_most = {**self._facts, fact: value}, self._held.script.at_most
        try:
            after = self._held.assessor.assess(settled, at_most=at_most)
        except CaseError:
            aim = self._terms.in_sentence(self._facts.get(AMBITION, ""))
            yield f"The initiative could then not aim at {aim}: one of the two answers has to change."
            return
        before = self._assessment
        if after.recommended != before.recommended:
            yield f"{self._terms.title(after.recommended)} becomes what to work on now."
        if after.reachable != before.reachable:
            yield f"{self._terms.title(after.reachable)} becomes the furthest that can be within reach."
        if after.commitment.decision != before.commitment.decision:
            yield _DECISIONS[after.commitment.decision]
        yield from self._warnings(after)
        yield from self._items(after)
        yield from self._layers(after)

    def _warnings(self, after: Assessment) -> Iterator[str]:
        before = {one.id: one.certainty for one in self._assessment.warnings}
        now = {one.id: one.certainty for one in after.warnings}
        gone = [f'"{self._terms.title(one)}"' for one in before if one not in now]
        certain = [one for one in now if now[one] is Certainty.CERTAIN and before.get(one) is not now[one]]
        possible = [one for one in now if now[one] is Certainty.POSSIBLE and one not in before]
        if certain:
            names = enumerated([f'"{self._terms.title(one)}"' for one in certain])
            yield f"{_warnings(len(certain))} {names} {_is(len(certain))} certain."
        if possible:
            names = enumerated([f'"{self._terms.title(one)}"' for one in possible])
            yield f"{_warnings(len(possible))} {names} {_is(len(possible))} possible."
        if gone:
            yield f"{_warnings(len(gone))} {enumerated(gone)} {'falls' if len(gone) == 1 else 'fall'} away."

    def _items(self, after: Assessment) -> Iterator[str]:
        """Of what has to be explicit before resources are committed."""
        for clarity in Clarity:
            moved = [
                self._terms.in_sentence(f"commitment.{item}")
                for item, how in after.commitment.items.items()
                if how is clarity and self._assessment.commitment.items[item] is not clarity
            ]
            if moved:
                yield f"{clarity.capitalize()} for a commitment: {enumerated(moved)}."

    def _layers(self, after: Assessment) -> Iterator[str]:
        for was, layer in zip(self._assessment.layers, after.layers, strict=True):
            if layer.standing is was.standing and (layer.worst, layer.best) == (was.worst, was.best):
                continue
            says = STANDINGS[layer.standing]
            if layer.standing is Readiness.OPEN:
                says += f", between {STANDINGS[layer.worst]} and {STANDINGS[layer.best]}"
            yield f"{self._terms.title(layer.layer)} is {says}."


def _warnings(count: int) -> str:
    return "The warning" if count == 1 else "The warnings"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
