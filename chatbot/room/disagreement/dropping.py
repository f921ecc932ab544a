"""Which questions can change the result least, for when time runs out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, Facilitation, Question, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.framework.swing import Swing
from chatbot.framework.vocabulary import fact_vocabulary
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.disagreement.ranking import interim_of
from chatbot.room.disagreement.stances import Stances
from chatbot.room.disagreement.swinging import Scope, scope_of, swings_of


class Droppable(msgspec.Struct, frozen=True, kw_only=True):
    """A question that is still to be asked.

    Attributes:
        swing: what its answers can change, whatever is answered to the others that are still to be asked.
        alone: what they change if none of the others is asked any more.
        minutes: how long it is planned to take.
    """

    question: QuestionId
    swing: Swing
    alone: Scope
    minutes: int


def least_first(held: Held, stances: Stances, still_open: Collection[QuestionId]) -> tuple[Droppable, ...]:
    """The questions that are still to be asked, those that can change the result least at the top.

    First those whose answers can change nothing at all, then those that can change a warning, then those
    that can change recommendation or commitment. Within these, by what the answers change if no other
    question is asked any more; among equals the longest and then the last comes first.

    Args:
        stances: what was said. On questions that are not open it stands as agreed, or as most hold; what
            was said on open ones before may still turn out otherwise.
        still_open: the questions that the room has not come to, or has not settled.
    """
    questions = [question for question in held.script.questions() if question.id in still_open]
    fixed = {
        ballot: stance
        for ballot, stance in interim_of(held, stances).items()
        if ballot.question not in still_open
    }
    levels = fact_vocabulary(held.framework)
    free: dict[Ballot, tuple[Stance | None, ...]] = {}
    for question in questions:
        for ballot in ballots_of(question):
            if question.kind is not QuestionKind.TEXT:
                free[ballot] = (None, *_possible(question, ballot, levels))
    search = held.swings.search()
    swings = swings_of(held, fixed, free, {}, search)
    found = []
    for question in questions:
        own = [swings[ballot] for ballot in ballots_of(question) if ballot in swings]
        alone = {ballot: free[ballot] for ballot in ballots_of(question) if ballot in free}
        found.append(
            Droppable(
                question=question.id,
                swing=_together(held, own),
                alone=scope_of(held, fixed, alone, search),
                minutes=(question.facilitator or Facilitation()).minutes,
            )
        )
    found.reverse()  # equals keep this order
    return tuple(sorted(found, key=lambda one: (_tier(one.swing), one.alone, -one.minutes)))


def _tier(swing: Swing) -> int:
    if swing.recommendation or swing.commitment:
        return 2
    return 1 if swing.warnings or not swing.proved else 0


def _together(held: Held, swings: list[Swing]) -> Swing:
    warnings = {warning for swing in swings for warning in swing.warnings}
    return Swing(
        recommendation=any(swing.recommendation for swing in swings),
        commitment=any(swing.commitment for swing in swings),
        warnings=tuple(one.id for one in held.framework.warnings if one.id in warnings),
        proved=all(swing.proved for swing in swings),
    )


def _possible(question: Question, ballot: Ballot, levels: Mapping[str, frozenset[str]]) -> Iterator[Stance]:
    """Every answer to a ballot, in the script's order."""
    if not ballot.fact:
        yield from (Stance(option.id) for option in question.options)
        yield Stance(UNKNOWN_OPTION)
        return
    possible = levels.get(ballot.fact, frozenset())
    yield from (Stance(level) for level in Level if level in possible)
