"""Whether conditions can hold at all: decided over every combination of values that they distinguish."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Final

from chatbot.conditions import Condition, compiled

BOUND: Final = 100_000
"""How many combinations are tried; beyond it nothing is decided."""


def can_hold(
    together: Sequence[Condition], domain: Mapping[str, Collection[str]] | None = None
) -> bool | None:
    """Whether all conditions can hold at once; `None` where that takes too many combinations to tell.

    Args:
        domain: for each key its values, with an empty text where it may have none; a key that is not
            in it may have any value, or none.
    """
    choices = _choices(together, domain or {})
    if choices is None:
        return None
    tests = [compiled(condition) for condition in together]
    return any(all(test(values) for test in tests) for values in _worlds(choices))


def can_fail(condition: Condition, domain: Mapping[str, Collection[str]]) -> bool | None:
    """Whether a condition can also not hold; arguments and answer as in `can_hold`."""
    choices = _choices([condition], domain)
    if choices is None:
        return None
    test = compiled(condition)
    return any(not test(values) for values in _worlds(choices))


def _choices(
    conditions: Iterable[Condition], domain: Mapping[str, Collection[str]]
) -> dict[str, list[str]] | None:
    """For each key one value of each class that the conditions tell apart."""
    compared: dict[str, list[frozenset[str]]] = {}
    for condition in conditions:
        for atom in condition.atoms():
            compared.setdefault(atom.key, []).append(frozenset(atom.values))
    choices: dict[str, list[str]] = {}
    for key, sets in compared.items():
        # The empty text stands for no value, and for every value that is compared with nothing.
        values = sorted(domain[key] if key in domain else frozenset({""}).union(*sets))
        classes = {tuple(value in one for one in sets): value for value in reversed(values)}
        choices[key] = list(classes.values())
    return choices if prod(map(len, choices.values())) <= BOUND else None


def _worlds(choices: Mapping[str, list[str]]) -> Iterable[dict[str, str]]:
    keys = list(choices)
    return (dict(zip(keys, values, strict=True)) for values in product(*choices.values()))
