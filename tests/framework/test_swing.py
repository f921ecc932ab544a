"""What a choice can change, against an assessment of every combination."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.conditions import Condition, Operator, is_
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.assessment import Assessment, Certainty, Decision
from chatbot.framework.model import Framework, HoldReason, WarningId
from chatbot.framework.swing import Choice, Swing, Swings
from chatbot.framework.vocabulary import (
    floor_vocabulary,
    item_vocabulary,
    vocabulary,
    warning_vocabulary,
)
from tests.framework.cases import BEST, cases, levels_of, stated
from tests.framework.oracle import MAY_NOT_APPLY
from tests.framework.test_own_knowledge import with_floor, with_warning

# What a fixture sets up holds for all examples of a test.
OFTEN = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
OWNERS = sorted({fact.partition(".")[0] for fact in BEST})
CAPS = ["", Decision.HOLD, Decision.CONDITIONAL]


def outcome(found: Assessment) -> tuple[object, object, dict[WarningId, Certainty]]:
    """What may come out differently."""
    return (
        (found.recommended, found.reachable),
        found.commitment.decision,
        {warning.id: warning.certainty for warning in found.warnings},
    )


def by_looking_at_all(
    assessor: Assessor, settled: Facts, choices: list[Choice], at_most: str
) -> dict[object, Swing]:
    """Assess every combination, and compare those that differ in one choice."""
    outcomes = {}
    for picks in product(*(range(len(choice.alternatives)) for choice in choices)):
        facts = dict(settled)
        for choice, pick in zip(choices, picks, strict=True):
            facts |= choice.alternatives[pick]
        outcomes[picks] = outcome(assessor.assess(facts, at_most=at_most))
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


@st.composite
def half_known(draw: st.DrawFn) -> tuple[Facts, list[Choice], str]:
    """About half is known, and a few choices are about that."""
    facts = draw(st.permutations(sorted(BEST)))
    known = draw(st.integers(17, 25))
    settled = {FactId(fact): BEST[fact] for fact in facts[:known]} | {FactId(AMBITION): "process"}
    settled[DISTRIBUTION_APPLIES] = draw(st.sampled_from(["true", "false"]))
    choices = [
        Choice(fact, ({}, {FactId(fact): draw(st.sampled_from([BEST[fact], "unknown"]))}))
        for fact in facts[known : known + draw(st.integers(1, 6))]
    ]
    return settled, choices, ""


@pytest.fixture(scope="session")
def swings(assessor: Assessor) -> Swings:
    return Swings(assessor)


@pytest.fixture(params=["with a few tries", "without"])
def tries(request: pytest.FixtureRequest) -> Iterator[None]:
    """Trying a few combinations first saves time and must not make a difference."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "without":
            patch.setattr("chatbot.framework.swing.movement.TRIES", 0)
            patch.setattr("chatbot.framework.swing.pairs.TRIES", 0)
        yield


@OFTEN
@given(case=st.one_of(situations(), half_known()))
def test_what_matters_is_what_an_assessment_of_every_combination_says(
    tries: None, assessor: Assessor, swings: Swings, case: tuple[Facts, list[Choice], str]
) -> None:
    settled, choices, at_most = case
    found = swings.swings(settled, choices, at_most=at_most)
    assert found == by_looking_at_all(assessor, settled, choices, at_most)


def conditions(readable: dict[str, frozenset[str]]) -> st.SearchStrategy[Condition]:
    """Any condition on these keys, of a few parts."""
    atoms = st.sampled_from(sorted(readable)).flatmap(
        lambda key: st.lists(st.sampled_from(sorted(readable[key])), min_size=1, max_size=2, unique=True).map(
            lambda values: is_(key, *values)
        )
    )

    def combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=3).map(tuple)
        plain = st.sampled_from([Operator.ALL, Operator.ANY, Operator.NONE])
        return st.one_of(
            st.builds(lambda op, parts: Condition(op=op, parts=parts), plain, several),
            st.builds(
                lambda n, parts: Condition(op=Operator.AT_LEAST, n=n, parts=parts), st.integers(1, 2), several
            ),
        )

    return st.recursive(atoms, combined, max_leaves=5)


@st.composite
def frameworks(draw: st.DrawFn, framework: Framework) -> Framework:
    """The shipped framework with rules of any kind in place of some of its own."""
    floors, items = floor_vocabulary(framework), item_vocabulary(framework)
    ours = with_floor(framework, draw(st.sampled_from(["expert", "dependency"])), draw(conditions(floors)))
    readable = conditions(warning_vocabulary(framework))
    ours = with_warning(ours, draw(readable), draw(st.none() | readable))
    rule = ours.commitment
    everything = vocabulary(framework)
    about_known = {
        key: values for key, values in everything.items() if key in ("ambition.known", "warnings.certain")
    }
    hold = st.one_of(conditions(everything), conditions(about_known))
    if draw(st.booleans()):
        holds = (HoldReason(id="ours", when=draw(hold), says="Ours."),)
        rule = replace(rule, hold=(*(rule.hold if draw(st.booleans()) else ()), *holds))
    if draw(st.booleans()):
        first = replace(rule.items[0], explicit=draw(conditions(items)))
        rule = replace(rule, items=(first, *rule.items[1:]), commit=draw(conditions(everything)))
    return replace(ours, commitment=rule)


@OFTEN
@given(data=st.data())
def test_it_is_the_rules_of_the_knowledge_base_that_decide_it(
    tries: None, framework: Framework, data: st.DataObject
) -> None:
    ours = Assessor(data.draw(frameworks(framework)))
    settled, choices, at_most = data.draw(situations())
    found = Swings(ours).swings(settled, choices, at_most=at_most)
    assert found == by_looking_at_all(ours, settled, choices, at_most)


@OFTEN
@given(data=st.data())
def test_two_situations_differ_where_some_combination_comes_out_differently_in_them(
    tries: None, framework: Framework, assessor: Assessor, data: st.DataObject
) -> None:
    ours = Assessor(data.draw(frameworks(framework))) if data.draw(st.booleans()) else assessor
    settled, choices, _ = data.draw(st.one_of(situations(), half_known()))
    others = data.draw(cases())
    theirs = {**settled, AMBITION: others.get(AMBITION, "unknown")}
    theirs.update({fact: value for fact, value in others.items() if fact.startswith("initiative.")})
    if data.draw(st.booleans()):
        owner = data.draw(st.sampled_from(OWNERS))
        theirs.update({fact: value for fact, value in others.items() if fact.startswith(f"{owner}.")})
    kept = data.draw(st.lists(st.sampled_from(choices), unique_by=lambda choice: choice.id))
    free = {fact for choice in choices for one in choice.alternatives for fact in one}
    theirs = {fact: value for fact, value in theirs.items() if fact not in free}
    if theirs.get(DISTRIBUTION_APPLIES) == "false" and theirs[AMBITION] == "distribution":
        theirs[DISTRIBUTION_APPLIES] = "true"

    changed: set[object] = set()
    for picks in product(*(range(len(choice.alternatives)) for choice in choices)):
        here, there = dict(settled), dict(theirs)
        for choice, pick in zip(choices, picks, strict=True):
            here |= choice.alternatives[pick]
            there |= choice.alternatives[pick] if choice in kept else {}
        one, other = (outcome(ours.assess(facts)) for facts in (here, there))
        changed |= {at for at in range(2) if one[at] != other[at]}
        changed |= {id for id in one[2].keys() | other[2].keys() if one[2].get(id) != other[2].get(id)}

    search = Swings(ours).search()
    findings = search.findings(["which"])
    one, other = (
        search.situation(facts, search.prepare(free)) for facts, free in ((settled, choices), (theirs, kept))
    )
    findings.compare("which", one, other)
    found = findings.swing("which")
    assert found.proved
    assert (found.recommendation, found.commitment) == (0 in changed, 1 in changed)
    assert list(found.warnings) == [one.id for one in ours.framework.warnings if one.id in changed]


@OFTEN
@given(case=situations(), data=st.data())
def test_with_too_many_combinations_what_is_found_is_so_and_the_rest_is_not_said_to_be_proved(
    assessor: Assessor, case: tuple[Facts, list[Choice], str], data: st.DataObject
) -> None:
    settled, choices, at_most = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chatbot.framework.swing.folding.MOST", data.draw(st.integers(1, 6)))
        found = Swings(assessor).swings(settled, choices, at_most=at_most)
    for choice, truth in by_looking_at_all(assessor, settled, choices, at_most).items():
        swing = found[choice]
        assert swing == truth if swing.proved else set(swing.warnings) <= set(truth.warnings)
        assert truth.recommendation or not swing.recommendation
        assert truth.commitment or not swing.commitment


@pytest.mark.parametrize(
    "alternatives",
    [[{"nobody.knows": "absent"}], [{AMBITION: "expert"}], [{"governance.audit_trail": "absent"}] * 2],
)
def test_a_choice_states_judged_facts_of_its_own_only(
    swings: Swings, alternatives: list[dict[FactId, str]]
) -> None:
    choices = [Choice(number, (facts,)) for number, facts in enumerate(alternatives)]
    with pytest.raises(ValueError, match="not its own"):
        swings.swings({}, choices)


def test_forty_choices_are_as_easy_as_four(swings: Swings) -> None:
    facts = [FactId(fact) for fact in sorted(BEST)]
    choices = [Choice(fact, tuple(stated({fact: level}) for level in levels_of(fact))) for fact in facts]
    found = swings.swings({AMBITION: "process", DISTRIBUTION_APPLIES: "true"}, choices)
    assert all(swing.proved and swing.commitment for swing in found.values())
