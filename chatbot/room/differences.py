"""Where people differ, all of it: what can be ranked, and what they said in their own words."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from chatbot.dialog.script import QuestionKind
from chatbot.framework.assessment import Assessment
from chatbot.room.ballots import Ballot
from chatbot.room.disagreement import Disagreement, Position, ranked, stances_of
from chatbot.room.disagreement.hanging import Interim
from chatbot.room.disagreement.ranking import interim_of
from chatbot.room.room import Room


class Differences(msgspec.Struct, frozen=True, kw_only=True):
    """What is not agreed on because people differ.

    Attributes:
        ranked: the disagreements, what matters most for the result first; of those that matter alike, what
            comes up as things stand goes before what does not.
        texts: the questions that are answered in one's own words, which nobody can rank.
        interim: what comes out as things stand, with what was agreed and else with what most hold; `None`
            where that contradicts itself.
    """

    ranked: tuple[Disagreement, ...]
    texts: Mapping[Ballot, tuple[Position, ...]]
    interim: Assessment | None


def differences_in(room: Room) -> Differences:
    """Where the people of a room differ on what is not agreed on."""
    held = room.interview.held
    route = held.manager.route
    stances = stances_of(route, room.state)
    return Differences(
        ranked=tuple(sorted(ranked(held, stances), key=lambda one: (one.tier, not one.comes_up))),
        texts={
            ballot: stances.positions[ballot]
            for ballot in stances.disputed
            if route.question[ballot.question].kind is QuestionKind.TEXT
        },
        interim=Interim(held, interim_of(held, stances)).judged,
    )


def is_being_voted_on(room: Room, ballot: Ballot) -> bool:
    """Whether people are voting on it just now: not even that they differ may be seen before it is shown."""
    votes = room.state.votes
    return ballot == room.state.current and not votes.is_revealed(ballot) and bool(votes.in_round(ballot))
