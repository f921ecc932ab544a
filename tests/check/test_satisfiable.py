"""Whether conditions can hold or fail at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chatbot.check.satisfiable import can_fail, can_hold
from chatbot.conditions import Condition, Operator, is_, matches

KEYS = ("a.x", "b.y", "c.z")
VALUES = ("one", "two", "three")

ATOMS = st.builds(
    lambda key, values: is_(key, *values),
    st.sampled_from(KEYS),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=3, unique=True),
)


def _combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    plain = st.builds(
        lambda op, these: Condition(op=op, parts=these),
        st.sampled_from([Operator.ALL, Operator.ANY, Operator.NONE]),
        several,
    )
    counted = several.flatmap(
        lambda these: st.integers(1, len(these)).map(
            lambda n: Condition(op=Operator.AT_LEAST, n=n, parts=these)
        )
    )
    return plain | counted


CONDITIONS = st.recursive(ATOMS, _combined, max_leaves=6)
WORLDS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([*VALUES, "another"]))


@given(CONDITIONS, WORLDS)
def test_what_holds_somewhere_is_said_to_be_possible(condition: Condition, world: dict[str, str]) -> None:
    if matches(condition, world):
        assert can_hold([condition]) is True
    else:
        assert can_fail(condition, {}) is True


def test_a_condition_that_contradicts_itself_cannot_hold() -> None:
    both = Condition(op=Operator.ALL, parts=(is_("a.x", "one"), is_("a.x", "two")))
    assert can_hold([both]) is False
    assert can_hold([is_("a.x", "one", "two"), is_("a.x", "two")]) is True


def test_a_condition_that_lists_every_value_can_only_fail_without_one() -> None:
    every = is_("a.x", *VALUES)
    assert can_fail(every, {"a.x": VALUES}) is False
    assert can_fail(every, {"a.x": (*VALUES, "")}) is True


def test_too_many_combinations_are_not_decided() -> None:
    wide = Condition(
        op=Operator.ALL,
        parts=tuple(is_(f"k.{n}", f"v{m}") for n in range(12) for m in range(3)),
    )
    assert can_hold([wide]) is None
