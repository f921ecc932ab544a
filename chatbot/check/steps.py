"""A script as steps over situations: a situation is which comparisons of later conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final, TypeAlias

from chatbot.conditions import Condition, Operator
from chatbot.dialog.places import Placed, questions
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionKind, Script
from chatbot.facts import FactId, Level

Situation: TypeAlias = int
"""One bit for each comparison of a key with values that a condition still to come makes."""

Holds: TypeAlias = Callable[[Situation], bool]
Domains: TypeAlias = Mapping[str, frozenset[str]]
"""For a fact that a checklist asks for, the levels it can be stated at."""

MOST_ANSWERS: Final = 20_000
"""How many ways to answer one question are told apart; a question with more cannot be followed."""

_EVERY_LEVEL: Final = frozenset(level.value for level in Level)
_OTHER: Final = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer a question, as far as later conditions can tell.

    Attributes:
        label: the answer in words; empty where it makes no difference to anything.
        option: the position of its option, or `None`.
        keep: the bits of a situation that it leaves as they are.
        sets: the bits that hold after it.
        states: the facts among those being tracked that it states.
    """

    label: str
    option: int | None
    keep: int
    sets: int
    states: frozenset[FactId]


@dataclass(frozen=True, slots=True)
class Step:
    """One question.

    Attributes:
        topic: whether the topic's condition holds.
        own: whether the question's own condition holds.
        shown: for each option with a condition, whether it is offered.
        answers: every way to answer; `None` if there are too many.
        live: the bits that later steps look at.
    """

    placed: Placed
    topic: Holds
    own: Holds
    shown: Mapping[int, Holds]
    answers: tuple[Answer, ...] | None
    live: int


class Steps:
    """A script, compiled for the search over its paths.

    Args:
        tracked: facts of which a situation also says whether they were stated.
        goal: a condition that is looked at when nothing is left to ask.
    """

    def __init__(
        self,
        script: Script,
        domains: Domains,
        tracked: frozenset[FactId] = frozenset(),
        goal: Condition | None = None,
    ) -> None:
        self._domains = domains
        self._bits: dict[tuple[str, frozenset[str]], int] = {}
        self._comparisons: dict[str, list[tuple[frozenset[str], int]]] = {}
        placed = list(questions(script))
        for condition in _conditions(placed, goal):
            self._register(condition)
        self.stated = {fact: 1 << (len(self._bits) + at) for at, fact in enumerate(sorted(tracked))}
        self.goal: Holds = self._compile(goal)
        live = self._mask(goal)
        steps: list[Step] = []
        for one in reversed(placed):
            steps.append(self._step(one, live))
            for condition in _conditions([one], None):
                live |= self._mask(condition)
            for fact in tracked & set(one.question.facts()):
                live |= self.stated[fact]
        self.steps = tuple(reversed(steps))

    def bit(self, atom: Condition) -> int:
        """The bit of one comparison."""
        return self._bits[atom.key, frozenset(atom.values)]

    def _register(self, condition: Condition) -> None:
        for atom in condition.atoms():
            values = frozenset(atom.values)
            if (atom.key, values) not in self._bits:
                bit = self._bits[atom.key, values] = 1 << len(self._bits)
                self._comparisons.setdefault(atom.key, []).append((values, bit))

    def _mask(self, condition: Condition | None) -> int:
        mask = 0
        for atom in condition.atoms() if condition else ():
            mask |= self.bit(atom)
        return mask

    def _compile(self, condition: Condition | None) -> Holds:
        if condition is None:
            return lambda _: True
        if condition.op is Operator.IS:
            bit = self.bit(condition)
            return lambda situation: bool(situation & bit)
        tests = tuple(self._compile(part) for part in condition.parts)
        match condition.op:
            case Operator.ALL:
                return lambda situation: all(test(situation) for test in tests)
            case Operator.ANY:
                return lambda situation: any(test(situation) for test in tests)
            case Operator.NONE:
                return lambda situation: not any(test(situation) for test in tests)
            case _:
                needed = condition.n
                return lambda situation: sum(test(situation) for test in tests) >= needed

    def _step(self, placed: Placed, live: int) -> Step:
        question = placed.question
        return Step(
            placed=placed,
            topic=self._compile(placed.topic.when),
            own=self._compile(question.when),
            shown={
                at: self._compile(option.when) for at, option in enumerate(question.options) if option.when
            },
            answers=self._answers(question, live),
            live=live,
        )

    def _answers(self, question: Question, live: int) -> tuple[Answer, ...] | None:
        """Every way to answer; of those without a difference that is looked at later, the first."""
        match question.kind:
            case QuestionKind.CHOICE:
                ways = self._choice(question, live)
            case QuestionKind.CHECKLIST:
                columns = [list(self._levels(item.fact, live)) for item in question.items]
                if prod(map(len, columns)) > MOST_ANSWERS:
                    return None
                ways = (_combined(row) for row in product(*columns))
            case _:
                ways = self._text(question, live)
        different: dict[tuple[object, ...], Answer] = {}
        for way in ways:
            conditional = way.option if way.option is not None and question.options[way.option].when else None
            different.setdefault((conditional, way.keep, way.sets, way.states), way)
        return tuple(different.values())

    def _choice(self, question: Question, live: int) -> Iterator[Answer]:
        for at, option in enumerate(question.options):
            yield self._answer(option.id, at, dict(option.facts), live)
        unknown = dict.fromkeys(question.facts(), Level.UNKNOWN.value)
        yield self._answer(UNKNOWN_OPTION, None, unknown, live)

    def _levels(self, fact: FactId, live: int) -> Iterator[Answer]:
        different: dict[int, Answer] = {}
        for level in sorted(self._domains.get(fact, _EVERY_LEVEL)):
            answer = self._answer(f"{fact} {level}", None, {fact: level}, live)
            different.setdefault(answer.sets, answer)
        yield from different.values()

    def _text(self, question: Question, live: int) -> Iterator[Answer]:
        if question.fact is None:
            yield self._answer(_OTHER, None, {}, live)
            return
        compared = frozenset().union(*(values for values, _ in self._comparisons.get(question.fact, ())))
        for value in (_OTHER, Level.UNKNOWN.value, *sorted(compared)):
            yield self._answer(value, None, {question.fact: value}, live)
        if question.optional:
            yield self._answer("nothing", None, {}, live)

    def _answer(self, label: str, option: int | None, facts: Mapping[FactId, str], live: int) -> Answer:
        cleared, sets = 0, 0
        for fact, value in facts.items():
            sets |= self.stated.get(fact, 0)
            for values, bit in self._comparisons.get(fact, ()):
                cleared |= bit
                sets |= bit if value in values else 0
        matters = (cleared | sets) & live
        return Answer(
            label=label if matters else "",
            option=option,
            keep=live & ~cleared,
            sets=sets & live,
            states=frozenset(self.stated) & frozenset(facts),
        )


def _combined(row: tuple[Answer, ...]) -> Answer:
    """The levels of several items as one answer."""
    keep, sets = ~0, 0
    for answer in row:
        keep &= answer.keep
        sets |= answer.sets
    # What one item leaves as it is, another may still set; no two items state the same fact.
    return Answer(
        label=", ".join(answer.label for answer in row if answer.label),
        option=None,
        keep=keep,
        sets=sets,
        states=frozenset().union(*(answer.states for answer in row)),
    )


def _conditions(placed: Iterable[Placed], goal: Condition | None) -> Iterator[Condition]:
    for one in placed:
        yield from (when for when in (one.topic.when, one.question.when) if when)
        yield from (option.when for option in one.question.options if option.when)
    if goal:
        yield goal
