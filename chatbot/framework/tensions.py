"""Tensions: answers that do not fit together at first sight. They are asked about and never judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chatbot.conditions import Condition, Operator, compiled
from chatbot.facts import FactId
from chatbot.framework.model import Framework, Tension


class Tensions:
    """The tensions of one framework, compiled."""

    def __init__(self, framework: Framework) -> None:
        self._compiled = [(tension, compiled(tension.when)) for tension in framework.tensions]
        self.by_id = {tension.id: tension for tension in framework.tensions}

    def holding(self, facts: Mapping[str, str]) -> tuple[Tension, ...]:
        """The tensions between the facts as they were stated, in the order of the knowledge base."""
        return tuple(tension for tension, holds in self._compiled if holds(facts))


def between(tension: Tension, facts: Mapping[str, str]) -> tuple[FactId, ...]:
    """The facts that make a tension hold, each once, in the order of its condition."""
    return tuple(dict.fromkeys(_behind(tension.when, facts)))


def _behind(condition: Condition, facts: Mapping[str, str]) -> Iterator[FactId]:
    """The facts behind a condition that holds; what makes it hold by being otherwise is not among them."""
    if condition.op is Operator.IS:
        yield FactId(condition.key)
    elif condition.op is not Operator.NONE:
        for part in condition.parts:
            if compiled(part)(facts):
                yield from _behind(part, facts)
