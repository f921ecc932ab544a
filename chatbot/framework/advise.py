"""What to do about an assessment, put together."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.facts import Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import (
    Advice,
    Assessment,
    Cause,
    Certainty,
    Clarity,
    CommitmentCondition,
    Decision,
    Unlock,
)
from chatbot.framework.find_out import find_out
from chatbot.framework.model import Severity
from chatbot.framework.next_steps import next_steps
from chatbot.framework.support import Support


def advise(assessor: Assessor, facts: Facts, assessment: Assessment) -> Advice:
    """What follows from an assessment that `assessor` made of `facts`."""
    support = Support(assessor, facts, assessment)
    return Advice(
        next_steps=next_steps(support),
        find_out=find_out(support),
        unlock=_unlock(support),
        conditions=tuple(_conditions(support)),
        headroom=assessment.ambition is not None and support.target < support.survey.worst,
    )


def _unlock(support: Support) -> Unlock | None:
    """What the value model after the recommended one still needs; `None` after the last."""
    if support.next is None:
        return None
    needed = [*support.lacking_for(support.next), *support.unclear_for(support.next)]
    ordered = sorted(dict.fromkeys(needed), key=lambda fact: support.order.get(fact, -1))
    needs = tuple(Cause(fact, support.level(fact)) for fact in ordered)
    return Unlock(model=support.framework.models[support.next].id, needs=needs)


def _conditions(support: Support) -> Iterator[CommitmentCondition]:
    """What to clear before committing: the four items in their order, then warnings, then the cap."""
    commitment = support.assessment.commitment
    if commitment.decision is Decision.COMMIT:
        return
    for item, clarity in commitment.items.items():
        if clarity is not Clarity.EXPLICIT:
            causes = support.causes(support.behind_item(item))
            yield CommitmentCondition(kind="item", id=item, facts=causes)
    for warning in support.assessment.warnings:
        restates_an_item = warning.id.partition(".")[0] in ("commitment", "sequence")
        grave = warning.severity is not Severity.WATCH
        if warning.certainty is Certainty.CERTAIN and grave and not restates_an_item:
            yield CommitmentCondition(kind="warning", id=warning.id, facts=warning.because)
    if commitment.capped:
        yield CommitmentCondition(kind="cap", id="at_most", facts=())
