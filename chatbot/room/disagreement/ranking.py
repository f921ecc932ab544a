"""Ranking disagreements: first what changes the result, then what changes a warning, then the rest."""

from __future__ import annotations

import msgspec

from chatbot.dialog.script import QuestionKind
from chatbot.framework.model import Sign
from chatbot.framework.swing import Swing
from chatbot.framework.vocabulary import judged_facts
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.disagreement.hanging import Hanging, Interim
from chatbot.room.disagreement.spread import spread
from chatbot.room.disagreement.stances import Position, Stances, in_order
from chatbot.room.disagreement.swinging import swings_of


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """One ballot on which people differ.

    Attributes:
        positions: the different answers with those who gave them, in the script's order.
        spread: the mean distance between two people who answered, from 0 to 1; see `spread`.
        swing: what the disagreement can change, with every other one settled in some way that is possible.
        hanging: for each position, what would come out if it were right and all else stood as it does now:
            as agreed, or as most hold. `None` where that contradicts itself.
        comes_up: whether the question comes up as things stand now.
    """

    ballot: Ballot
    positions: tuple[Position, ...]
    spread: float
    swing: Swing
    hanging: tuple[Hanging | None, ...]
    comes_up: bool

    @property
    def tier(self) -> int:
        """0 where it can change recommendation or commitment, 1 where a warning, otherwise 2."""
        if self.swing.recommendation or self.swing.commitment:
            return 0
        return 1 if self.swing.warnings else 2


def ranked(held: Held, stances: Stances) -> tuple[Disagreement, ...]:
    """Every disagreement about a choice or a point of a checklist, the one to talk about first at the top.

    By what it can change, then by how far people are apart, then by the script's order. Texts are in
    everybody's own words, so they are not compared.
    """
    route = held.manager.route
    signs = {fact.id for fact in judged_facts(held.framework) if isinstance(fact, Sign)}
    interim = interim_of(held, stances)
    free = {
        ballot: tuple(position.stance for position in stances.positions[ballot])
        for ballot in stances.disputed
        if route.question[ballot.question].kind is not QuestionKind.TEXT
    }
    fixed = {ballot: stance for ballot, stance in interim.items() if ballot not in free}
    swings = swings_of(held, fixed, free, interim)
    now = Interim(held, interim)
    found = []
    for ballot in free:
        positions = stances.positions[ballot]
        found.append(
            Disagreement(
                ballot=ballot,
                positions=positions,
                spread=spread(positions, levels=bool(ballot.fact), sign=ballot.fact in signs),
                swing=swings[ballot],
                hanging=tuple(now.if_right(ballot, position) for position in positions),
                comes_up=now.asks(ballot),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.tier, -one.spread)))  # equals keep the script's order


def interim_of(held: Held, stances: Stances) -> dict[Ballot, Stance]:
    """What counts on each ballot as things stand: what was agreed, or what most hold."""
    known = {**stances.positions, **stances.agreed}
    return {
        ballot: stance
        for ballot in in_order(held.manager.route, known)
        if (stance := stances.interim(ballot)) is not None
    }
