"""The outlook against every way in which a few open facts can turn out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, FactId, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.outlook import OPEN, Foresight, Outlook
from tests.framework.cases import BEST, cases, levels_of, stated
from tests.framework.oracle import MAY_NOT_APPLY

OFTEN = settings(max_examples=150, deadline=None, derandomize=True)
OWNERS = sorted({fact.partition(".")[0] for fact in BEST})


@pytest.fixture(scope="session")
def foresight(assessor: Assessor) -> Foresight:
    return Foresight(assessor)


def futures(facts: Facts, still_open: list[FactId]) -> list[dict[FactId, str]]:
    """Every set of facts that answers about the open ones can lead to."""
    settled = {fact: level for fact, level in facts.items() if fact not in still_open}
    ways = [[*levels_of(fact), *(["not_applicable"] if fact in MAY_NOT_APPLY else [])] for fact in still_open]
    return [
        settled | stated(dict(zip(still_open, levels, strict=True)))  # type: ignore[arg-type]  # ids are words
        for levels in product(*ways)
    ]


def opened(draw: st.DrawFn) -> list[FactId]:
    """A few facts, often of one owner, because those decide something together."""
    owner = draw(st.sampled_from(OWNERS))
    own = [fact for fact in BEST if fact.startswith(f"{owner}.")]
    pool = st.sampled_from(draw(st.sampled_from([own, sorted(BEST)])))
    return [FactId(fact) for fact in draw(st.lists(pool, min_size=1, max_size=4, unique=True))]


@st.composite
def looking_ahead(draw: st.DrawFn) -> tuple[dict[FactId, str], list[FactId]]:
    return draw(cases()), opened(draw)


@OFTEN
@given(case=looking_ahead())
def test_what_is_decided_stays_so_in_every_future(
    assessor: Assessor, foresight: Foresight, case: tuple[dict[FactId, str], list[FactId]]
) -> None:
    facts, still_open = case
    found = foresight.outlook(facts, still_open)
    results = [assessor.assess(future) for future in futures(facts, still_open)]
    recommendations = {(one.recommended, one.reachable, one.certain) for one in results}
    decisions = {one.commitment.decision for one in results}
    # Each end is one of the futures, so what is not decided really differs somewhere.
    assert found.recommendation == (len(recommendations) == 1)
    assert found.commitment == (len(decisions) == 1)


@OFTEN
@given(case=looking_ahead())
def test_every_warning_that_comes_or_goes_was_foreseen(
    assessor: Assessor, foresight: Foresight, case: tuple[dict[FactId, str], list[FactId]]
) -> None:
    facts, still_open = case
    found = foresight.outlook(facts, still_open)
    now = {warning.id for warning in assessor.assess(facts).warnings}
    ways = [{w.id for w in assessor.assess(one).warnings} for one in futures(facts, still_open)]
    assert set(found.may_come) == set.union(*ways) - now
    assert set(found.may_go) == now - set.intersection(*ways)


@OFTEN
@given(case=looking_ahead(), data=st.data())
def test_what_is_surely_open_stays_open_however_many_facts_are_open_besides(
    foresight: Foresight, case: tuple[dict[FactId, str], list[FactId]], data: st.DataObject
) -> None:
    facts, still_open = case
    fewer = data.draw(st.lists(st.sampled_from(still_open), unique=True))
    if foresight.surely_open(facts, fewer):
        assert not foresight.outlook(facts, still_open).decided


def test_two_ends_are_not_enough_because_too_little_may_be_known(
    assessor: Assessor, foresight: Foresight
) -> None:
    known = ("governance.", "operating_model.named_owner")
    said = {fact: level for fact, level in BEST.items() if fact.startswith(known)}
    facts = stated({**said, AMBITION: "workforce", DISTRIBUTION_APPLIES: "false"})
    still_open = [FactId(fact) for fact in BEST if fact not in said]
    worst = {fact: "present" if "absent" in levels_of(fact)[:1] else "absent" for fact in still_open}
    best = {fact: BEST[fact] for fact in still_open}
    unknown = dict.fromkeys(still_open, "unknown")
    decisions = [assessor.assess(facts | end).commitment.decision for end in (worst, unknown, best)]
    assert decisions == ["conditional", "hold", "commit"]
    assert foresight.outlook(facts, still_open).commitment is False


@pytest.mark.parametrize("fact", [AMBITION, SECTOR, DISTRIBUTION_APPLIES])
def test_nothing_is_decided_while_the_rules_that_apply_are_open(foresight: Foresight, fact: FactId) -> None:
    facts = stated({**BEST, AMBITION: "workforce", DISTRIBUTION_APPLIES: "false"})
    assert foresight.outlook(facts, [fact]) == OPEN
    assert foresight.surely_open(facts, [fact])


def test_nothing_is_decided_while_answers_contradict_each_other(foresight: Foresight) -> None:
    facts = stated({AMBITION: "distribution", DISTRIBUTION_APPLIES: "false"})
    assert foresight.outlook(facts, []) == OPEN
    assert foresight.surely_open(facts, [])


def test_with_nothing_open_everything_is_decided(foresight: Foresight) -> None:
    facts = stated({**BEST, AMBITION: "process"})
    assert foresight.outlook(facts, []) == Outlook(recommendation=True, commitment=True)
    assert foresight.outlook(facts, [FactId("talk.mood")]).decided


def test_a_cap_decides_what_is_under_it(foresight: Foresight) -> None:
    facts = stated({**BEST, AMBITION: "workforce", DISTRIBUTION_APPLIES: "false"})
    still_open = [FactId("data_foundation.owners")]
    assert foresight.outlook(facts, still_open).commitment is False
    assert foresight.outlook(facts, still_open, at_most="conditional").commitment is True
