"""What each ballot can change, over every course that the positions leave open."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import msgspec

from chatbot.framework.initiative import CaseError
from chatbot.framework.swing import FIRST_WARNING, Findings, Prepared, Search, Situation, Swing, TooManyError
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.disagreement.courses import Courses, Open, courses_of


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
    situations = _situations(held, search, courses)
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
    for situation in _situations(held, search, courses_of(held, fixed, free, {})):
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


def _situations(held: Held, search: Search, courses: Courses) -> list[Situation | None]:
    """The situation of each course; `None` where it contradicts itself, so that nobody can mean it."""
    prepared: dict[int, Prepared] = {}
    found: list[Situation | None] = []
    for course in courses.courses:
        same = id(course.choices)  # courses that ask the same share them
        if same not in prepared:
            prepared[same] = search.prepare(course.choices)
        try:
            found.append(search.situation(course.settled, prepared[same], at_most=held.script.at_most))
        except CaseError:
            found.append(None)
    return found


def _compare(
    findings: Findings, ballot: Ballot, courses: Courses, situations: list[Situation | None]
) -> None:
    """Compare the courses that differ in one steering ballot only, and in what comes up because of it."""
    reached = [
        (course.taken, situation)
        for course, situation in zip(courses.courses, situations, strict=True)
        if situation and ballot in course.taken
    ]
    done: set[tuple[Situation, Situation]] = set()
    for at, (taken, situation) in enumerate(reached):
        for other_taken, other in reached[:at]:
            if other is situation or (other, situation) in done:
                continue
            if _only_in(ballot, taken, other_taken):
                done |= {(other, situation), (situation, other)}
                findings.compare(ballot, situation, other)


def _only_in(ballot: Ballot, one: Mapping[Ballot, int], other: Mapping[Ballot, int]) -> bool:
    """Whether two courses take the same positions wherever a ballot comes up on both, but for this one."""
    return one[ballot] != other[ballot] and all(
        other.get(shared, way) == way for shared, way in one.items() if shared != ballot
    )
