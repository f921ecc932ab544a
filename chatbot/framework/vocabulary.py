"""What knowledge conditions may read: every fact and every conclusion, with the values it can have."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SIGN_LEVELS, SIGNAL_LEVELS, Level
from chatbot.framework.assessment import Clarity, GateStanding, Reach, Readiness
from chatbot.framework.model import Framework, Severity, Sign, Signal
from chatbot.framework.standing import SHARES

_SHARES: Final = frozenset(SHARES)
_SOME: Final = frozenset({"some", "none"})

LAYER_RULE_VOCABULARY: Final = {
    "sign": frozenset({"present", "absent"}),
    "signals.established": _SHARES,
    "signals.absent": _SHARES,
}
"""What `layer_rule` may read: the levels of one layer in one world, so nothing is unknown there."""


def levels_of(fact: Signal | Sign) -> frozenset[str]:
    """The levels that a fact can be stated at."""
    if isinstance(fact, Sign):
        return frozenset(SIGN_LEVELS)
    return frozenset(SIGNAL_LEVELS if fact.may_not_apply else SIGNAL_LEVELS - {Level.NOT_APPLICABLE})


def judged_facts(framework: Framework) -> Iterator[Signal | Sign]:
    """Every signal and sign: the layers' first, then the value models', in the framework's order."""
    for layer in framework.layers:
        yield from layer.signals
        yield layer.sign
    for model in framework.models:
        yield from model.gate.signals
        yield model.failure_mode


def fact_vocabulary(framework: Framework) -> dict[str, frozenset[str]]:
    """Every fact that the framework judges, and those of the initiative that have a closed set of values."""
    facts: dict[str, frozenset[str]] = {
        AMBITION: frozenset(model.id for model in framework.models) | {"unknown"},
        DISTRIBUTION_APPLIES: frozenset({"true", "false", "unknown"}),
    }
    facts |= {fact.id: levels_of(fact) for fact in judged_facts(framework)}
    return facts


def floor_vocabulary(framework: Framework) -> dict[str, frozenset[str]]:
    """What a floor may read: standings in one world, which are never open."""
    keys = {f"readiness.{layer.id}": _values(Readiness) - {"open"} for layer in framework.layers}
    keys |= {f"gate.{model.id}": _values(GateStanding) - {"open"} for model in framework.models}
    return keys


def item_vocabulary(framework: Framework) -> dict[str, frozenset[str]]:
    """What the items of the commitment rule may read: facts, and everything concluded before them."""
    keys = fact_vocabulary(framework)
    keys |= {
        "ambition": frozenset(model.id for model in framework.models) | {"unknown"},
        "ambition.reach": _values(Reach) - {"not_applicable"},
        "ambition.recommended": frozenset({"yes", "no"}),
        "ambition.known": _SHARES,
        "layers.at_risk": frozenset({"certain", "possible", "none"}),
        "layers.unknown": _SOME,
        "controls.established": frozenset({"all", "not_all"}),
        "controls.absent": _SOME,
        "controls.unknown": _SOME,
    }
    for layer in framework.layers:
        keys[f"readiness.{layer.id}"] = _values(Readiness)
        keys[f"absent.{layer.id}"] = _SHARES
        keys[f"known.{layer.id}"] = _SHARES
        keys[f"doubt.{layer.id}"] = frozenset({"voiced", "none"})
    for model in framework.models:
        keys[f"gate.{model.id}"] = _values(GateStanding)
    return keys


def warning_vocabulary(framework: Framework) -> dict[str, frozenset[str]]:
    """What warnings may read: all that the items read, and how each item came out."""
    items = {f"commitment.{item.id}": _values(Clarity) for item in framework.commitment.items}
    return item_vocabulary(framework) | items


def vocabulary(framework: Framework) -> dict[str, frozenset[str]]:
    """Everything that a knowledge condition may read, as `hold` and `commit` do."""
    return warning_vocabulary(framework) | {"warnings.certain": _values(Severity) | {"none"}}


def _values(words: type[StrEnum]) -> frozenset[str]:
    return frozenset(word.value for word in words)
