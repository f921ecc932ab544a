"""Evaluating a condition: two-valued on what was said, three-valued over what it could turn out to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from chatbot.conditions.language import Condition, Operator

Values: TypeAlias = Mapping[str, str]
Test: TypeAlias = Callable[[Values], bool]


class Truth(StrEnum):
    """What a condition comes to when some facts are not known."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


def matches(condition: Condition | None, values: Values) -> bool:
    """Whether `condition` holds; a key without a value matches nothing, no condition always holds."""
    return condition is None or compiled(condition)(values)


def settled(condition: Condition, worst: Values, best: Values) -> Truth:
    """Evaluate at both ends of what could turn out: certain where they agree, open where not."""
    test = compiled(condition)
    at_worst, at_best = test(worst), test(best)
    if at_worst != at_best:
        return Truth.OPEN
    return Truth.HOLDS if at_best else Truth.FAILS


def compiled(condition: Condition) -> Test:
    """Turn a condition into a function once, so that evaluating it often is cheap."""
    if condition.op is Operator.IS:
        return _membership(condition.key, frozenset(condition.values))
    tests = tuple(compiled(part) for part in condition.parts)
    if len(tests) == 1 and condition.op in (Operator.ALL, Operator.ANY):
        return tests[0]
    match condition.op:
        case Operator.ALL:
            return _all(tests)
        case Operator.ANY:
            return _any(tests)
        case Operator.NONE:
            return lambda values: not any(test(values) for test in tests)
        case Operator.AT_LEAST:
            return lambda values: sum(test(values) for test in tests) >= condition.n
        case _:
            raise AssertionError(condition.op)


# Loops, because `all` and `any` over a generator take twice as long.
def _all(tests: tuple[Test, ...]) -> Test:
    def holds(values: Values) -> bool:
        for test in tests:  # noqa: SIM110 - a loop is faster than a generator here
            if not test(values):
                return False
        return True

    return holds


def _any(tests: tuple[Test, ...]) -> Test:
    def holds(values: Values) -> bool:
        for test in tests:  # noqa: SIM110 - a loop is faster than a generator here
            if test(values):
                return True
        return False

    return holds


def _membership(key: str, wanted: frozenset[str]) -> Test:
    if len(wanted) == 1:
        (only,) = wanted
        return lambda values: values.get(key) == only
    return lambda values: values.get(key) in wanted
