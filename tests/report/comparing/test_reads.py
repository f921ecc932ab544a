"""No conclusion depends on a fact that it is not said to read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.facts import FactId
from chatbot.framework.assess import Assessor
from chatbot.framework.initiative import CaseError
from chatbot.framework.load import load_framework
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.reads import CAP, Reads
from chatbot.sources.shipped import knowledge_bundle
from tests.framework.cases import cases

ASSESSOR = Assessor(load_framework(knowledge_bundle()))


@settings(max_examples=60)
@given(cases(), cases(), st.sampled_from(["", "conditional"]), st.sampled_from(["", "conditional", "hold"]))
def test_a_conclusion_stays_while_what_it_reads_stays(
    one: dict[FactId, str], other: dict[FactId, str], at_most: str, at_most_then: str
) -> None:
    now = ASSESSOR.assess(one, at_most=at_most)
    reads = Reads(ASSESSOR, (now.ambition, ASSESSOR.assess(other).ambition))
    before = conclusions.values(ASSESSOR.framework, now)
    for conclusion, value in before.items():
        read = reads.of(conclusion)
        kept = {fact: level for fact, level in one.items() if fact in read}
        mixed = {fact: level for fact, level in other.items() if fact not in read} | kept
        try:
            after = ASSESSOR.assess(mixed, at_most=at_most if CAP in read else at_most_then)
        except CaseError:
            continue
        assert conclusions.values(ASSESSOR.framework, after)[conclusion] == value, conclusion


def test_every_conclusion_that_can_be_raised_has_facts_that_it_reads() -> None:
    reads = Reads(ASSESSOR, (None,))
    every = conclusions.values(ASSESSOR.framework, ASSESSOR.assess({}))
    assert all(reads.of(one) for one in every)
    assert CAP in reads.of(conclusions.DECISION)
