"""What a condition can still come to while some facts may change."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from chatbot.conditions.evaluate import Values
from chatbot.conditions.language import Condition, Operator


class Possible(NamedTuple):
    """Whether a condition may hold, and whether it may fail; at least one of the two."""

    hold: bool
    fail: bool


def possible(condition: Condition | None, values: Values, free: Collection[str]) -> Possible:
    """What `condition` may come to, whatever the keys in `free` turn out to be.

    It errs on one side only: what it rules out is impossible, while parts that depend on each other may
    make something impossible that it allows.

    Args:
        values: what is settled of all other keys.
        free: the keys that may still take any value or none.
    """
    if condition is None:
        return Possible(True, False)
    if condition.op is Operator.IS:
        if condition.key in free:
            return Possible(True, True)
        holds = values.get(condition.key) in condition.values
        return Possible(holds, not holds)
    parts = [possible(part, values, free) for part in condition.parts]
    may_hold = sum(part.hold for part in parts)
    must_hold = sum(not part.fail for part in parts)
    match condition.op:
        case Operator.NONE:
            return Possible(must_hold == 0, may_hold > 0)
        case Operator.ANY:
            needed = 1
        case Operator.AT_LEAST:
            needed = condition.n
        case _:
            needed = len(parts)
    return Possible(may_hold >= needed, must_hold < needed)
