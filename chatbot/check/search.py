"""Following every path through a script, with situations that no later condition tells apart as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from chatbot.check.steps import Answer, Domains, Holds, Situation, Step, Steps
from chatbot.conditions import Condition
from chatbot.dialog.script import Script
from chatbot.facts import FactId

BOUND: Final = 400_000
"""How many answers in situations are looked at before the search gives up."""


@dataclass(slots=True)
class Met:
    """How a condition came out on the paths.

    Attributes:
        bits: every comparison that held in some situation in which the condition was looked at.
    """

    held: bool = False
    failed: bool = False
    bits: int = 0

    def look(self, test: Holds, situation: Situation) -> bool:
        """Note and give what the condition comes to."""
        holds = test(situation)
        self.held |= holds
        self.failed |= not holds
        self.bits |= situation
        return holds


@dataclass(slots=True)
class Visit:
    """What happened at one question.

    Attributes:
        topic: its topic's condition.
        own: its own, where the topic's held.
        options: the conditions of its options, where it was asked.
        fewest: the smallest number of options offered, with a situation in which that happens.
        again: for each tracked fact that was stated already when an answer states it, such a situation.
    """

    topic: Met = field(default_factory=Met)
    own: Met = field(default_factory=Met)
    options: dict[int, Met] = field(default_factory=dict)
    fewest: tuple[int, Situation] | None = None
    again: dict[FactId, Situation] = field(default_factory=dict)

    @property
    def asked(self) -> bool:
        """Whether some path asks it."""
        return self.topic.held and self.own.held


@dataclass(frozen=True, slots=True)
class _Trace:
    """How a situation was first come to, and how many questions are asked on the way at most and at least."""

    before: Situation
    label: str
    longest: int
    shortest: int


class Search:
    """One pass over every path.

    Args:
        skipping: whether any question may also be passed over without an answer.
        bound: how many answers in situations to look at.

    Attributes:
        visits: what happened at each question, in order.
        states: how many situations there were.
        proved: whether every path was followed to its end.
        longest: how many questions the longest path asks.
        shortest: how many the shortest path asks.
        goal: a last situation in which the goal holds, or `None`.
    """

    def __init__(
        self,
        script: Script,
        domains: Domains,
        *,
        skipping: bool,
        tracked: frozenset[FactId] = frozenset(),
        goal: Condition | None = None,
        bound: int = BOUND,
    ) -> None:
        self.steps = Steps(script, domains, tracked, goal)
        self._skipping = skipping
        self._left = bound
        self._layers: list[dict[Situation, _Trace]] = [{0: _Trace(0, "", 0, 0)}]
        self.bound = bound
        self.proved = True
        self.visits = [Visit() for _ in self.steps.steps]
        for number, step in enumerate(self.steps.steps):
            if not self._follow(step, self.visits[number]):
                self.proved = False
                break
        last = self._layers[-1]
        self.states = sum(map(len, self._layers))
        self.longest = max((trace.longest for trace in last.values()), default=0)
        self.shortest = min((trace.shortest for trace in last.values()), default=0)
        self.goal = self._goal(goal, last)

    def _goal(self, goal: Condition | None, last: Mapping[Situation, _Trace]) -> Situation | None:
        if goal is None or not self.proved:
            return None
        return next((situation for situation in last if self.steps.goal(situation)), None)

    def witness(self, number: int, situation: Situation) -> str:
        """The answers that lead to a situation before the question at `number`, as far as they matter."""
        said: list[str] = []
        for at in range(min(number, len(self._layers) - 1), 0, -1):
            trace = self._layers[at][situation]
            if trace.label:
                said.append(f"{self.steps.steps[at - 1].placed.question.id}: {trace.label}")
            situation = trace.before
        return ", then ".join(reversed(said)) or "any answers"

    def _follow(self, step: Step, visit: Visit) -> bool:
        """Take every situation over one question; whether that was possible within the bound."""
        after: dict[Situation, _Trace] = {}
        visit.options = {at: Met() for at in step.shown}
        self._layers.append(after)
        for situation, trace in self._layers[-2].items():
            if not (visit.topic.look(step.topic, situation) and visit.own.look(step.own, situation)):
                _arrive(after, situation & step.live, situation, "", trace, 0)
                continue
            if step.answers is None:
                return False
            hidden = {at for at, test in step.shown.items() if not visit.options[at].look(test, situation)}
            offered = len(step.placed.question.options) - len(hidden)
            if visit.fewest is None or offered < visit.fewest[0]:
                visit.fewest = (offered, situation)
            for answer in self._possible(step, hidden):
                self._left -= 1
                for fact in answer.states:
                    if situation & self.steps.stated[fact]:
                        visit.again.setdefault(fact, situation)
                there = situation & answer.keep | answer.sets
                _arrive(after, there, situation, answer.label, trace, 1)
            if self._left < 0:
                return False
        return True

    def _possible(self, step: Step, hidden: set[int]) -> Iterator[Answer]:
        for answer in step.answers or ():
            if answer.option not in hidden:
                yield answer
        if self._skipping:
            yield Answer("skipped", None, step.live, 0, frozenset())


def _arrive(
    after: dict[Situation, _Trace], there: Situation, before: Situation, label: str, trace: _Trace, asked: int
) -> None:
    longest, shortest = trace.longest + asked, trace.shortest + asked
    known = after.get(there)
    if known is None:
        after[there] = _Trace(before, label, longest, shortest)
    elif longest > known.longest or shortest < known.shortest:
        after[there] = _Trace(
            known.before, known.label, max(longest, known.longest), min(shortest, known.shortest)
        )
