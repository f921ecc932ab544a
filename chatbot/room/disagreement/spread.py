"""How far people are apart on one ballot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from chatbot.facts import Level
from chatbot.room.disagreement.stances import Position

_PLACES: Final = {Level.ESTABLISHED: 0.0, Level.PARTIAL: 0.5, Level.ABSENT: 1.0}
_SIGN_PLACES: Final = {Level.ABSENT: 0.0, Level.PRESENT: 1.0}


def spread(positions: Sequence[Position], *, levels: bool, sign: bool = False) -> float:
    """The mean distance between two people who answered, from 0 (all agree) to 1 (each two are far apart).

    Options are 1 apart where they differ, so it is the share of the pairs of people who differ. Levels are
    apart as on a scale: established and absent 1, partial half-way; of a sign, present and absent 1. Somebody
    who does not know stands beside the scale, half a step from each of its levels, because it may be any of
    them. That something does not apply is 1 away from every level.

    Args:
        levels: whether the answers are levels.
        sign: whether they are the levels of a sign.
    """
    people = sum(len(position.persons) for position in positions)
    if people < 2:
        return 0.0
    total = sum(
        len(one.persons) * len(other.persons) * _apart(one.stance.value, other.stance.value, levels, sign)
        for one, other in combinations(positions, 2)
    )
    return total / (people * (people - 1) / 2)


def _apart(one: str, other: str, levels: bool, sign: bool) -> float:
    if one == other:
        return 0.0
    if not levels:
        return 1.0
    if Level.NOT_APPLICABLE in (one, other):
        return 1.0
    if Level.UNKNOWN in (one, other):
        return 0.5
    places = _SIGN_PLACES if sign else _PLACES
    return abs(places[Level(one)] - places[Level(other)])
