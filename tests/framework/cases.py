"""Sets of facts for the tests: everything at its best, and any other, drawn near the interesting corners."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from chatbot.facts import FactId, Facts
from tests.framework.oracle import AMBITION, APPLIES, MAY_NOT_APPLY, SECTOR, SEQUENCE, SIGNALS, SIGNS

SIGNAL_LEVELS = ["established", "partial", "absent", "unknown", None]
SIGN_LEVELS = ["absent", "present", "unknown", None]
SECTORS = [None, "manufacturing", "financial_services", "fishing"]

BEST: dict[str, str] = {**dict.fromkeys(SIGNALS, "established"), **dict.fromkeys(SIGNS, "absent")}
WORST: dict[str, str] = {**dict.fromkeys(SIGNALS, "absent"), **dict.fromkeys(SIGNS, "present")}
NOTHING_KNOWN = dict.fromkeys(BEST, "unknown")
_HALF_BUILT = {**dict.fromkeys(SIGNALS, "partial"), **dict.fromkeys(SIGNS, "absent")}

# By owner, so that a draw can take a whole layer or gate out of what its base says.
_OWNERS = sorted({fact.partition(".")[0] for fact in BEST})
_CHANGES = st.one_of(
    st.tuples(st.sampled_from(SIGNALS), st.sampled_from(SIGNAL_LEVELS)),
    st.tuples(st.sampled_from(SIGNS), st.sampled_from(SIGN_LEVELS)),
    st.tuples(st.sampled_from(MAY_NOT_APPLY), st.just("not_applicable")),
)


def stated(facts: dict[str, str | None]) -> dict[FactId, str]:
    """The facts that were asked."""
    return {FactId(fact): level for fact, level in facts.items() if level is not None}


def levels_of(fact: str) -> list[str | None]:
    """Every level that a fact can have; `None` where it is not asked."""
    return SIGN_LEVELS if fact in SIGNS else SIGNAL_LEVELS


@st.composite
def cases(draw: st.DrawFn) -> dict[FactId, str]:
    """Any facts that do not contradict each other: a plain base with a few owners and facts changed."""
    bases = st.sampled_from([BEST, WORST, NOTHING_KNOWN, _HALF_BUILT, {}])
    facts: dict[str, str | None] = dict(draw(bases))
    for owner, base in draw(st.lists(st.tuples(st.sampled_from(_OWNERS), bases), max_size=4)):
        facts.update({fact: base.get(fact) for fact in BEST if fact.startswith(f"{owner}.")})
    facts.update(draw(st.lists(_CHANGES, max_size=12)))
    facts[AMBITION] = draw(st.sampled_from([None, "unknown", *SEQUENCE]))
    facts[SECTOR] = draw(st.sampled_from(SECTORS))
    facts[APPLIES] = draw(st.sampled_from([None, "true", "false", "unknown"]))
    if facts[AMBITION] == "distribution" and facts[APPLIES] == "false":
        facts[APPLIES] = "true"
    return stated(facts)


def improvements(facts: Facts) -> Iterator[tuple[str, dict[FactId, str]]]:
    """Every set of facts in which exactly one fact is better, each with that fact."""
    for fact in BEST:
        for better in _better(fact, facts.get(FactId(fact))):
            yield fact, {**facts, FactId(fact): better}
    if facts.get(FactId(APPLIES)) in (None, "unknown") and facts.get(FactId(AMBITION)) != "distribution":
        yield APPLIES, {**facts, FactId(APPLIES): "false"}


def _better(fact: str, level: str | None) -> list[str]:
    if fact in SIGNS:
        return [] if level == "absent" else ["absent"]
    return {"absent": ["partial", "established"], "established": [], "not_applicable": []}.get(
        str(level), ["established"]
    )
