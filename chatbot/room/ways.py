"""The ways through a dialog: which questions may come up together, as far as is known beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import Final

from msgspec import Struct

from chatbot.conditions import Condition, compiled
from chatbot.dialog.script import QuestionId, Script
from chatbot.facts import FactId, Facts

MOST_WAYS: Final = 4096
"""How many combinations of answers are looked at; beyond that every question counts as possible."""

_NOTHING_NAMED: Final = ""
"""Stands for every value that no condition names, and for none."""


class Ways(Struct, frozen=True):
    """What may be asked.

    Attributes:
        steering: the questions that others depend on, in order.
        sets: each set of questions that may come up together.
    """

    steering: tuple[QuestionId, ...]
    sets: tuple[frozenset[QuestionId], ...]

    def possible(self, question: QuestionId) -> bool:
        """Whether the question may come up at all."""
        return any(question in one for one in self.sets)

    def certain(self, question: QuestionId) -> bool:
        """Whether it comes up whatever is answered."""
        return all(question in one for one in self.sets)

    def most_minutes(self, minutes: Mapping[QuestionId, int]) -> int:
        """The most minutes that those of the questions take which come up together."""
        return max(sum(minutes[id] for id in minutes if id in one) for one in self.sets)


def ways_through(script: Script, known: Facts) -> Ways:
    """Every way through a dialog that the facts known beforehand leave open.

    It may name a combination that no interview takes, and leaves none out: an answer that puts an earlier
    one right counts as both.

    Args:
        known: facts that are settled, such as the ambition.
    """
    named: dict[str, dict[str, None]] = {}
    for condition in _conditions(script):
        for atom in condition.atoms():
            named.setdefault(atom.key, {}).update(dict.fromkeys(atom.values))
    steering = tuple(
        question.id for question in script.questions() if any(fact in named for fact in question.facts())
    )
    choices = [
        (known[FactId(key)],) if FactId(key) in known else (*values, _NOTHING_NAMED)
        for key, values in named.items()
    ]
    if prod(map(len, choices)) > MOST_WAYS:
        return Ways(steering, (frozenset(question.id for question in script.questions()),))
    tests = [
        (question.id, [compiled(when) for when in (topic.when, question.when) if when])
        for topic in script.topics
        for question in topic.questions
    ]
    sets: dict[frozenset[QuestionId], None] = {}
    for values in product(*choices):
        facts = {key: value for key, value in zip(named, values, strict=True) if value != _NOTHING_NAMED}
        sets[frozenset(id for id, all_of in tests if all(test(facts) for test in all_of))] = None
    return Ways(steering, tuple(sets))


def _conditions(script: Script) -> Iterator[Condition]:
    for topic in script.topics:
        if topic.when:
            yield topic.when
        yield from (question.when for question in topic.questions if question.when)
