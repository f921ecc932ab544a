"""What each ballot can change, over every course that the positions leave open."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import msgspec

from chatbot.framework.initiative import CaseError
from chatbot.framework.swing import FIRST_WARNING, Findings, Search, Situation, Swing, TooManyError
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.disagreement.courses import Course, Courses, Open, courses_of


class Scope(msgspec.Struct, frozen=True, order=True):
    """How much some ballots can change, all else being settled.

    Attributes:
        results: how many recommendations and decisions there can be more than one of each.
        warnings: how many warnings are raised, or raised as surely, in some cases only.
    """

    results: int
    warnings: int


def swings_of(
    held: Held,
    fixed: Mapping[Ballot, Stance],
    free: Open,
    interim: Mapping[Ballot, Stance],
    search: Search | None = None,
) -> dict[Ballot, Swing]:
    """What each free ballot can change, with the others at some combination of what they may be.

    Combinations that contradict themselves, as an ambition that is said not to apply, do not count.

    Args:
        fixed: the ballots to which only one answer is possible; one without an answer is in neither.
        free: the others, in the script's order, with everything that may be answered.
        interim: what counts for a ballot that cannot be followed in all its positions.
    """
    courses = courses_of(held, fixed, free, interim)
    search = search or held.swings.search()
    findings = search.findings(free)
    situations = [_situation(search, course, held.script.at_most) for course in courses.courses]
    for situation in dict.fromkeys(one for one in situations if one):
        findings.look_at(situation)
    for ballot in courses.steering:
        _compare(findings, ballot, courses, situations)
    if courses.left_out:
        findings.doubt(free)
    return {ballot: findings.swing(ballot) for ballot in free}


def scope_of(held: Held, fixed: Mapping[Ballot, Stance], free: Open, search: Search) -> Scope:
    """How much the free ballots can change together, with the fixed ones as they are and no other answered.

    Where there are too many combinations to look at, anything passes for possible.
    """
    outcomes: dict[int, set[Hashable]] = {}
    for course in courses_of(held, fixed, free, {}).courses:
        situation = _situation(search, course, held.script.at_most)
        if situation:
            for at in range(len(situation.outcomes)):
                outcomes.setdefault(at, set()).update(_values(situation, at))
    results = sum(len(values) - 1 for at, values in outcomes.items() if at < FIRST_WARNING)
    return Scope(results, sum(len(values) > 1 for at, values in outcomes.items() if at >= FIRST_WARNING))


def _values(situation: Situation, at: int) -> frozenset[Hashable]:
    try:
        return situation.movement(at).values
    except TooManyError:
        return frozenset({True, False})


def _situation(search: Search, course: Course, at_most: str) -> Situation | None:
    try:
        return search.situation(course.settled, course.choices, at_most=at_most)
    except CaseError:  # a combination that nobody can mean
        return None


def _compare(
    findings: Findings, ballot: Ballot, courses: Courses, situations: list[Situation | None]
) -> None:
    """Compare the courses that differ in one steering ballot only, and in what comes up because of it."""
    reached = [
        (course.taken, situation)
        for course, situation in zip(courses.courses, situations, strict=True)
        if situation and ballot in course.taken
    ]
    done: set[frozenset[Situation]] = set()
    for at, (taken, situation) in enumerate(reached):
        for other_taken, other in reached[:at]:
            pair = frozenset((situation, other))
            if len(pair) > 1 and pair not in done and _only_in(ballot, taken, other_taken):
                done.add(pair)
                findings.compare(ballot, situation, other)


def _only_in(ballot: Ballot, one: Mapping[Ballot, int], other: Mapping[Ballot, int]) -> bool:
    """Whether two courses take the same positions wherever a ballot comes up on both, but for this one."""
    return one[ballot] != other[ballot] and all(
        other.get(shared, way) == way for shared, way in one.items() if shared != ballot
    )
