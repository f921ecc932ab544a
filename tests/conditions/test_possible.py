"""What a condition can still come to, against every way in which the free keys can turn out."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.conditions import Condition, Operator, is_, matches
from chatbot.conditions.possible import possible

KEYS = ("a", "b", "c", "d")
LEVELS = ("good", "bad")

ATOMS = st.builds(
    lambda key, values: is_(key, *values),
    st.sampled_from(KEYS),
    st.lists(st.sampled_from(LEVELS), min_size=1, max_size=2, unique=True),
)


def combined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    plain = st.builds(
        lambda op, parts: Condition(op=op, parts=parts),
        st.sampled_from([Operator.ALL, Operator.ANY, Operator.NONE]),
        parts,
    )
    counted = parts.flatmap(
        lambda all_: st.integers(1, len(all_)).map(lambda n: Condition(op=Operator.AT_LEAST, n=n, parts=all_))
    )
    return plain | counted


CONDITIONS = st.recursive(ATOMS, combined, max_leaves=6)
VALUES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(LEVELS))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(condition=CONDITIONS, values=VALUES, free=st.sets(st.sampled_from(KEYS)))
def test_what_is_ruled_out_never_happens(
    condition: Condition, values: dict[str, str], free: set[str]
) -> None:
    found = possible(condition, values, free)
    settled = {key: value for key, value in values.items() if key not in free}
    ends = set()
    for turned_out in product((None, *LEVELS), repeat=len(free)):
        said = {key: value for key, value in zip(sorted(free), turned_out, strict=True) if value}
        ends.add(matches(condition, settled | said))
    assert found.hold or True not in ends
    assert found.fail or False not in ends
    assert found.hold or found.fail


@given(condition=CONDITIONS, values=VALUES)
def test_with_nothing_free_it_says_exactly_what_holds(condition: Condition, values: dict[str, str]) -> None:
    holds = matches(condition, values)
    assert possible(condition, values, ()) == (holds, not holds)


def test_no_condition_always_holds() -> None:
    assert possible(None, {}, KEYS) == (True, False)
