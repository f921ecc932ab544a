"""The engine concludes what a plain second reading of the rules concludes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import FactId, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.model import Framework
from tests.framework import oracle
from tests.framework.cases import BEST, NOTHING_KNOWN, cases, levels_of, stated

OFTEN = settings(max_examples=200, deadline=None, derandomize=True)


def concluded(assessor: Assessor, facts: Facts) -> dict[str, object]:
    """An assessment, told as the oracle tells it."""
    assessment = assessor.assess(facts)
    return {
        "recommended": assessment.recommended,
        "reachable": assessment.reachable,
        "models": {standing.model: standing.standing for standing in assessment.models},
        "layers": {standing.layer: (standing.worst, standing.best) for standing in assessment.layers},
        "warnings": {raised.id: (raised.certainty, raised.severity) for raised in assessment.warnings},
        "items": assessment.commitment.items,
        "decision": assessment.commitment.decision,
    }


def defaults(framework: Framework) -> dict[str, bool]:
    """Whether distribution applies in a sector where nobody says."""
    return {
        str(lens.lens): lens.distribution_applies
        for lens in framework.lenses
        if lens.distribution_applies is not None
    }


@OFTEN
@given(facts=cases())
def test_the_engine_concludes_what_the_oracle_concludes(
    assessor: Assessor, framework: Framework, facts: Facts
) -> None:
    assert concluded(assessor, facts) == oracle.judge(facts, defaults(framework))


@settings(OFTEN, max_examples=60)
@given(facts=st.fixed_dictionaries({fact: st.sampled_from(levels_of(fact)) for fact in BEST}))
def test_and_so_it_does_on_facts_without_any_pattern(
    assessor: Assessor, framework: Framework, facts: dict[str, str | None]
) -> None:
    case = stated({**facts, oracle.AMBITION: "process"})
    assert concluded(assessor, case) == oracle.judge(case, defaults(framework))


def test_and_at_every_single_step_from_everything_in_place_or_unknown(
    assessor: Assessor, framework: Framework
) -> None:
    for base in (BEST, NOTHING_KNOWN):
        for ambition in (None, *oracle.SEQUENCE):
            for fact in BEST:
                for level in levels_of(fact):
                    case = stated({**base, FactId(fact): level, oracle.AMBITION: ambition})
                    assert concluded(assessor, case) == oracle.judge(case, defaults(framework))


def test_the_oracle_knows_the_same_facts_as_the_framework(framework: Framework) -> None:
    signals = {str(signal.id) for layer in framework.layers for signal in layer.signals}
    signals |= {str(signal.id) for model in framework.models for signal in model.gate.signals}
    signs = {str(layer.sign.id) for layer in framework.layers}
    signs |= {str(model.failure_mode.id) for model in framework.models}
    assert signals == set(oracle.SIGNALS)
    assert signs == set(oracle.SIGNS)
