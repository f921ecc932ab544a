"""What a choice can change, against an assessment of every combination."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.conditions import Condition, Operator, is_
from chatbot.facts import AMBITION, FactId, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Decision
from chatbot.framework.model import Framework, HoldReason
from chatbot.framework.swing import Choice, Swing, Swings
from tests.framework.cases import BEST, cases, levels_of, stated
from tests.framework.oracle import MAY_NOT_APPLY
from tests.framework.test_own_knowledge import with_floor, with_warning

OFTEN = settings(max_examples=1500, deadline=None, derandomize=True)
OWNERS = sorted({fact.partition(".")[0] for fact in BEST})
CAPS = ["", Decision.HOLD, Decision.CONDITIONAL]


def by_looking_at_all(
    assessor: Assessor, settled: Facts, choices: list[Choice], at_most: str
) -> dict[object, Swing]:
    """Assess every combination, and compare those that differ in one choice."""
    outcomes = {}
    for picks in product(*(range(len(choice.alternatives)) for choice in choices)):
        facts = dict(settled)
        for choice, pick in zip(choices, picks, strict=True):
            facts |= choice.alternatives[pick]
        found = assessor.assess(facts, at_most=at_most)
        outcomes[picks] = (
            (found.recommended, found.reachable),
            found.commitment.decision,
            {warning.id: warning.certainty for warning in found.warnings},
        )
    swings = {}
    for at, choice in enumerate(choices):
        changed: list[set[object]] = [set(), set(), set()]
        for picks, (recommendation, decision, warnings) in outcomes.items():
            first = outcomes[(*picks[:at], 0, *picks[at + 1 :])]
            changed[0].add(recommendation != first[0])
            changed[1].add(decision != first[1])
            changed[2] |= {
                one for one in warnings.keys() | first[2].keys() if warnings.get(one) != first[2].get(one)
            }
        swings[choice.id] = Swing(
            recommendation=True in changed[0],
            commitment=True in changed[1],
            warnings=tuple(w.id for w in assessor.framework.warnings if w.id in changed[2]),
        )
    return swings


@st.composite
def situations(draw: st.DrawFn) -> tuple[Facts, list[Choice], str]:
    """Some settled facts and a few choices, often of one owner, each about one fact or several."""
    settled = draw(cases())
    owner = draw(st.sampled_from(OWNERS))
    pool = draw(st.sampled_from([[fact for fact in BEST if fact.startswith(f"{owner}.")], sorted(BEST)]))
    facts = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=7, unique=True))
    choices = []
    while facts:
        size = draw(st.sampled_from([1, 1, 1, 2]))
        own, facts = facts[:size], facts[size:]
        ways = [[*levels_of(fact), *(["not_applicable"] if fact in MAY_NOT_APPLY else [])] for fact in own]
        alternatives = draw(st.lists(st.tuples(*map(st.sampled_from, ways)), min_size=1, max_size=3))
        said = tuple(stated(dict(zip(own, levels, strict=True))) for levels in alternatives)
        choices.append(Choice(f"choice {len(choices)}", said))
        if len(choices) == 5:
            break
    free = {fact for choice in choices for one in choice.alternatives for fact in one}
    settled = {fact: level for fact, level in settled.items() if fact not in free}
    return settled, choices, draw(st.sampled_from(CAPS))


@pytest.fixture(scope="session")
def swings(assessor: Assessor) -> Swings:
    return Swings(assessor)


@OFTEN
@given(case=situations())
def test_what_matters_is_what_an_assessment_of_all_combinations_says(
    assessor: Assessor, swings: Swings, case: tuple[Facts, list[Choice], str]
) -> None:
    settled, choices, at_most = case
    found = swings.swings(settled, choices, at_most=at_most)
    assert found == by_looking_at_all(assessor, settled, choices, at_most)
