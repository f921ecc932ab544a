"""The courses that a dialog can take: what the positions leave open, and what is then asked and judged.

Some ballots steer: what they state decides which questions are asked, or which rules apply. Every
combination of their positions is a course of its own, on which it is known what the other ballots may state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import msgspec

from chatbot.dialog.answers import stated
from chatbot.dialog.path import Path, Route
from chatbot.dialog.script import Question
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, FactId, Facts
from chatbot.framework.swing import Choice
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance, answer_to
from chatbot.room.disagreement.stances import answers_of

MOST_COURSES: Final = 400
"""How many courses are looked at; beyond that some steering ballots stay at their interim answer."""

Open: TypeAlias = Mapping[Ballot, tuple[Stance | None, ...]]
"""Ballots with everything that may be answered; `None` is that nobody answers."""


class Course(msgspec.Struct, frozen=True):
    """One course.

    Attributes:
        taken: by steering ballot that comes up, the position taken, by its place.
        settled: what is so on it, whatever the other ballots turn out to be.
        choices: the other ballots that come up, with what each position states.
    """

    taken: dict[Ballot, int]
    settled: Facts
    choices: tuple[Choice, ...]


class Courses(msgspec.Struct, frozen=True):
    """All courses.

    Attributes:
        steering: the ballots that were followed in each of their positions.
        left_out: those that were not, because the courses would be too many.
    """

    courses: tuple[Course, ...]
    steering: tuple[Ballot, ...]
    left_out: tuple[Ballot, ...]


def courses_of(
    held: Held, fixed: Mapping[Ballot, Stance], free: Open, interim: Mapping[Ballot, Stance]
) -> Courses:
    """Every course that the free ballots leave open.

    Args:
        fixed: the ballots to which only one answer is possible.
        free: the others, in the script's order.
        interim: what counts for a ballot that cannot be followed in all its positions.
    """
    return _Follower(held, fixed, free, interim).follow()


class _Node(msgspec.Struct, frozen=True):
    """A combination of positions of the first steering ballots, with the path that it makes."""

    held: dict[Ballot, Stance]
    taken: dict[Ballot, int]
    path: Path


class _Follower:
    def __init__(
        self, held: Held, fixed: Mapping[Ballot, Stance], free: Open, interim: Mapping[Ballot, Stance]
    ) -> None:
        self._route: Route = held.manager.route
        self._fixed, self._free, self._interim = fixed, free, interim
        self._judged = held.foresight.judged
        self._turning = _turning(held)
        options = (option for question in held.script.questions() for option in question.options)
        offers = (option.when.keys() for option in options if option.when)
        self._reading = self._judged.union(*offers)
        """The facts on which it depends what the ballots on a path may state."""
        self._choices: dict[object, tuple[tuple[Choice, ...], frozenset[Ballot]]] = {}
        self._stated = {
            ballot: tuple(self._says(ballot, stance) for stance in stances)
            for ballot, stances in free.items()
        }
        self._conditional = {
            id: frozenset(option.id for option in question.options if option.when)
            for id, question in self._route.question.items()
        }

    def follow(self) -> Courses:
        """Follow every course; where two ballots state the same fact on one, they steer as well."""
        steering = {ballot for ballot in self._free if not self._turning.isdisjoint(self._facts(ballot))}
        while True:
            nodes, left_out = self._nodes([ballot for ballot in self._free if ballot in steering])
            courses = []
            self._choices.clear()
            clashing: set[Ballot] = set()
            for node in nodes:
                course, clashes = self._course(node, steering)
                courses.append(course)
                clashing |= clashes
            if not clashing:
                followed = (one for one in self._free if one in steering and one not in left_out)
                return Courses(tuple(courses), tuple(followed), tuple(left_out))
            steering |= clashing

    def _nodes(self, steering: Sequence[Ballot]) -> tuple[list[_Node], list[Ballot]]:
        """Every combination of positions of steering ballots, each looked at only where it comes up."""
        nodes = [self._node(dict(self._fixed), {})]
        left_out: list[Ballot] = []
        for ballot in steering:
            grown: list[_Node] = []
            ways = self._ways(ballot)
            for node in nodes:
                if ballot.question in node.path.questions:
                    grown += [self._taking(node, ballot, way) for way in ways]
                else:
                    grown.append(node)
            if len(grown) <= MOST_COURSES:
                nodes = grown
                continue
            left_out.append(ballot)
            if ballot in self._interim:
                usual = self._interim[ballot]
                nodes = [self._node({**node.held, ballot: usual}, node.taken) for node in nodes]
        return nodes, left_out

    def _taking(self, node: _Node, ballot: Ballot, way: int) -> _Node:
        stance = self._free[ballot][way]
        held = node.held if stance is None else {**node.held, ballot: stance}
        return self._node(held, {**node.taken, ballot: way})

    def _ways(self, ballot: Ballot) -> list[int]:
        """The positions of a ballot that can make a difference to one another, by their places."""
        conditional = self._conditional[ballot.question]
        found: dict[object, int] = {}
        for way, (stance, says) in enumerate(zip(self._free[ballot], self._stated[ballot], strict=True)):
            offered = stance.value if stance and stance.value in conditional else ""
            found.setdefault((offered, tuple(sorted(says.items()))), way)
        return list(found.values())

    def _node(self, held: dict[Ballot, Stance], taken: dict[Ballot, int]) -> _Node:
        return _Node(held, taken, self._route.path(answers_of(self._route, held)))

    def _course(self, node: _Node, steering: set[Ballot]) -> tuple[Course, frozenset[Ballot]]:
        """The course that a combination leads to, and the ballots that state the same fact on it."""
        path = node.path
        settled = dict(path.facts)
        reading = ((fact, value, path.origin[fact]) for fact, value in settled.items())
        asked = (path.questions, frozenset(one for one in reading if one[0] in self._reading))
        if asked not in self._choices:
            self._choices[asked] = self._choices_on(path, steering)
        choices, clashing = self._choices[asked]
        return Course(node.taken, settled, choices), clashing

    def _choices_on(self, path: Path, steering: set[Ballot]) -> tuple[tuple[Choice, ...], frozenset[Ballot]]:
        on_path = frozenset(path.questions)
        free = [one for one in self._free if one not in steering and one.question in on_path]
        owners = Counter(fact for ballot in free for fact in self._facts(ballot) & self._judged)
        twice = {fact for fact, count in owners.items() if count > 1}
        clashing = frozenset(ballot for ballot in free if not twice.isdisjoint(self._facts(ballot)))
        if clashing:
            return (), clashing
        choices = (self._choice(ballot, path) for ballot in free)
        return tuple(choice for choice in choices if choice), clashing

    def _choice(self, ballot: Ballot, path: Path) -> Choice | None:
        """What a ballot may state on a path, where nothing later states it anew; `None` if nothing."""
        place = self._route.place
        alternatives = self._alternatives(ballot, path)
        stated = path.facts
        own = [
            fact
            for fact in frozenset().union(*alternatives)
            if fact not in stated or place[path.origin[fact]] < place[ballot.question]
        ]
        if not own:
            return None
        earlier = {fact: stated[fact] for fact in own if fact in stated}
        return Choice(
            ballot,
            tuple(
                earlier | {fact: value for fact, value in says.items() if fact in own}
                for says in alternatives
            ),
        )

    def _alternatives(self, ballot: Ballot, path: Path) -> list[dict[FactId, str]]:
        """What each position states on a path, as far as it is judged."""
        conditional = self._conditional[ballot.question]
        refused: frozenset[str] = frozenset()
        if conditional:
            question = self._route.question[ballot.question]
            refused = conditional - {option.id for option in self._route.offered(question, path)}
        return [
            {}
            if stance and stance.value in refused
            else {fact: value for fact, value in says.items() if fact in self._judged}
            for stance, says in zip(self._free[ballot], self._stated[ballot], strict=True)
        ]

    def _facts(self, ballot: Ballot) -> frozenset[FactId]:
        return frozenset().union(*self._stated[ballot])

    def _says(self, ballot: Ballot, stance: Stance | None) -> dict[FactId, str]:
        if stance is None:
            return {}
        question: Question = self._route.question[ballot.question]
        return dict(stated(question, answer_to(ballot, question.kind, stance)))


def _turning(held: Held) -> frozenset[str]:
    """The facts on which it depends what is asked or by which rules it is judged."""
    facts: set[str] = {AMBITION, SECTOR, DISTRIBUTION_APPLIES}
    facts.update(model.applies_if for model in held.framework.models if model.applies_if)
    for topic in held.script.topics:
        conditions = [topic.when]
        for question in topic.questions:
            conditions += [question.when, *(option.when for option in question.options)]
        facts.update(*(condition.keys() for condition in conditions if condition))
    return frozenset(facts)
