"""`find_out` lists exactly the unknowns that could change a conclusion: tried out on small cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Assessment, FindOut
from chatbot.framework.support import Support
from tests.framework.cases import BEST, cases, levels_of, stated
from tests.framework.oracle import SEQUENCE, SIGNS

OFTEN = settings(max_examples=60, deadline=None, derandomize=True)
UNCLEAR = (None, "unknown")


@st.composite
def nearly_known(draw: st.DrawFn) -> Facts:
    """Facts of which at most three, and whether distribution applies, are not known."""
    facts = dict(draw(cases()))
    unclear = draw(st.lists(st.sampled_from(sorted(BEST)), max_size=3, unique=True))
    mostly_best = draw(st.booleans())
    for fact in BEST:
        id = FactId(fact)
        if fact in unclear:
            facts.pop(id, None)
            if draw(st.booleans()):
                facts[id] = "unknown"
        elif facts.get(id) in UNCLEAR or (mostly_best and facts[id] != "not_applicable"):
            facts[id] = BEST[fact]
    for fact in draw(st.lists(st.sampled_from(sorted(set(BEST) - set(unclear))), max_size=3)):
        facts[FactId(fact)] = draw(st.sampled_from([x for x in levels_of(fact) if x not in UNCLEAR]))
    return facts


def conclusions(assessment: Assessment) -> dict[str, object]:
    """What an assessment concludes, without the lists of what is not known."""
    return {
        "recommended": assessment.recommended,
        "reachable": assessment.reachable,
        "frontier": (assessment.frontier_worst, assessment.frontier_best),
        "layers": [(standing.worst, standing.best) for standing in assessment.layers],
        "decision": assessment.commitment.decision,
        "items": assessment.commitment.items,
        "gates": {standing.model: standing.standing for standing in assessment.models},
        "warnings": {raised.id: (raised.certainty, raised.severity) for raised in assessment.warnings},
    }


def changes(assessor: Assessor, facts: Facts, fact: FactId, others: list[FactId]) -> set[str]:
    """The conclusions that `fact` can change, in any of the ways in which the others may turn out."""
    found: set[str] = set()
    for levels in product(*(outcomes(other, facts) for other in others)):
        settled = {**facts, **dict(zip(others, levels, strict=True))}
        results = [conclusions(assessor.assess(asked({**settled, fact: x}))) for x in outcomes(fact, facts)]
        found |= {key for result in results for key in result if result[key] != results[0][key]}
    return found


def outcomes(fact: FactId, facts: Facts) -> list[str | None]:
    """What an unknown fact may be: still as it is, or any of what it may turn out to be."""
    if fact == DISTRIBUTION_APPLIES:
        return [facts.get(fact), "true", "false"]
    known = ["absent", "present"] if fact in SIGNS else ["established", "partial", "absent"]
    return [facts.get(fact), *known]


def asked(facts: dict[FactId, str | None] | Facts) -> dict[FactId, str]:
    return {fact: level for fact, level in facts.items() if level is not None}


def unclear_facts(assessor: Assessor, facts: Facts) -> Iterator[FactId]:
    yield from (FactId(fact) for fact in BEST if facts.get(FactId(fact)) in UNCLEAR)
    applies = assessor.assess(facts).applies.values()
    if None in applies:
        yield DISTRIBUTION_APPLIES


@OFTEN
@given(facts=nearly_known())
def test_each_listed_fact_can_change_a_conclusion_and_no_other_that_matters_can(
    assessor: Assessor, facts: Facts
) -> None:
    assessment = assessor.assess(facts)
    listed = {item.fact for item in advise(assessor, facts, assessment).find_out}
    unclear = list(unclear_facts(assessor, facts))
    assert listed <= set(unclear)
    support = Support(assessor, facts, assessment)
    matter = {*support.mattering, *support.conditions()}
    for fact in unclear:
        found = changes(assessor, facts, fact, [other for other in unclear if other != fact])
        if fact in listed:
            assert found, fact
        elif fact == DISTRIBUTION_APPLIES:
            assert found <= {"gates"}, fact  # where the gate is met, it only takes its own name away
        elif fact in matter:
            assert not found, fact
        else:
            # What does not matter for the ambition: no more than a failure mode there could still warn.
            assert found <= {"frontier", "gates", "warnings", "decision"}, fact


@pytest.mark.parametrize("gate", ["established", "unknown"])
def test_of_an_ambition_within_reach_it_is_asked_whether_the_next_applies(
    assessor: Assessor, gate: str
) -> None:
    facts = stated({**BEST, AMBITION: "workforce", "distribution.conversion_quality": "absent"})
    facts[FactId("workforce.governed_hr")] = gate
    decides = {item.fact: item.decides for item in found_out(assessor, facts)}
    assert decides[DISTRIBUTION_APPLIES] == ("expert",)


@pytest.mark.parametrize(
    "change",
    [
        {DISTRIBUTION_APPLIES: "false"},
        {DISTRIBUTION_APPLIES: "true"},
        {"distribution.conversion_quality": "established"},  # a gate that is met lets through either way
        {"workforce.governed_hr": "absent"},
    ],
)
def test_it_is_not_asked_whether_the_next_applies_where_that_changes_nothing(
    assessor: Assessor, change: dict[str, str]
) -> None:
    facts = {**BEST, AMBITION: "workforce", "distribution.conversion_quality": "absent"}
    listed = {item.fact for item in found_out(assessor, stated({**facts, **change}))}
    assert DISTRIBUTION_APPLIES not in listed


def test_what_bears_on_the_ambition_comes_before_what_bears_on_the_headroom(assessor: Assessor) -> None:
    facts = {**BEST, AMBITION: "workforce", "distribution.conversion_quality": "absent"}
    facts["operating_model.named_owner"] = "unknown"
    listed = [item.fact for item in found_out(assessor, stated(facts))]
    assert listed == ["operating_model.named_owner", DISTRIBUTION_APPLIES]


def found_out(assessor: Assessor, facts: Facts) -> tuple[FindOut, ...]:
    return advise(assessor, facts, assessor.assess(facts)).find_out


@OFTEN
@given(facts=cases())
def test_what_is_listed_is_not_known_and_says_what_it_decides(assessor: Assessor, facts: Facts) -> None:
    assessment = assessor.assess(facts)
    found = advise(assessor, facts, assessment).find_out
    assert len({item.fact for item in found}) == len(found)
    for item in found:
        assert item.level == facts.get(item.fact, "not_asked")
        assert item.level in ("unknown", "not_asked")
        assert item.decides
        assert item.fact != AMBITION


@OFTEN
@given(facts=cases())
def test_an_open_conclusion_names_what_decides_it(assessor: Assessor, facts: Facts) -> None:
    assessment = assessor.assess(facts)
    decided = {id for item in advise(assessor, facts, assessment).find_out for id in item.decides}
    opened = {str(standing.layer) for standing in assessment.layers if standing.standing == "open"}
    opened |= {f"commitment.{item}" for item, is_ in assessment.commitment.items.items() if is_ == "open"} - {
        # A partial signal or owner leaves these open where everything is known.
        "commitment.controls",
        "commitment.owner",
    }
    assert opened <= decided
    first, last = (SEQUENCE.index(model) for model in (assessment.recommended, assessment.reachable))
    assert assessment.certain or decided.intersection(SEQUENCE[first + 1 : last + 1])
