"""`find_out` lists exactly the unknowns that could change a conclusion: tried out on small cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Assessment
from chatbot.framework.support import Support
from tests.framework.cases import BEST, cases, levels_of
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
