"""Who holds what on each ballot, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.path import Route
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance, answer_to
from chatbot.room.state import RoomState


class Position(msgspec.Struct, frozen=True):
    """One answer that people gave, with those who gave it, in the order in which they are named.

    Of several reasons why a point does not apply, it has the first; to the rules they are one answer.
    """

    stance: Stance
    persons: tuple[PersonId, ...]


class Stances(msgspec.Struct, frozen=True):
    """Everything that people hold to be so.

    Attributes:
        positions: the different answers to each ballot, in the script's order; who gave none is in none.
        agreed: what was agreed; it counts in place of the positions.
    """

    positions: Mapping[Ballot, tuple[Position, ...]]
    agreed: Mapping[Ballot, Stance]

    def without_agreements(self) -> Stances:
        """The same before anything was agreed."""
        return Stances(self.positions, {})

    @property
    def disputed(self) -> tuple[Ballot, ...]:
        """The ballots on which people differ and nothing was agreed."""
        return tuple(
            ballot
            for ballot, positions in self.positions.items()
            if len(positions) > 1 and ballot not in self.agreed
        )

    def interim(self, ballot: Ballot) -> Stance | None:
        """What was agreed, or what most hold; of several equally frequent answers the first in the script."""
        if ballot in self.agreed:
            return self.agreed[ballot]
        positions = self.positions.get(ballot, ())
        return max(positions, key=lambda one: len(one.persons)).stance if positions else None


def gathered(
    route: Route,
    votes: Mapping[Ballot, Mapping[PersonId, Stance]],
    agreed: Mapping[Ballot, Stance],
) -> Stances:
    """Put together who holds what; ballots that the dialog does not have are left out."""
    positions: dict[Ballot, tuple[Position, ...]] = {}
    for ballot in in_order(route, votes):
        persons: dict[str, list[PersonId]] = {}
        stances: dict[str, Stance] = {}
        for person, stance in votes[ballot].items():
            persons.setdefault(stance.value, []).append(person)
            stances.setdefault(stance.value, stance)
        order = _values(route.question[ballot.question])
        ordered = sorted(stances, key=lambda value: (order.get(value, len(order)), value))
        positions[ballot] = tuple(Position(stances[value], tuple(persons[value])) for value in ordered)
    return Stances(positions, {ballot: agreed[ballot] for ballot in in_order(route, agreed)})


def stances_of(route: Route, state: RoomState) -> Stances:
    """Who holds what in a room; what stands as the interview's answer counts as agreed."""
    votes = {
        ballot: {person: vote.stance for person, vote in state.votes.latest(ballot).items()}
        for ballot in state.votes.ballots()
    }
    agreed: dict[Ballot, Stance] = {}
    for question, given in state.state.answers.items():
        answer = given.answer
        for fact, level in answer.levels.items():
            agreed[Ballot(question, fact)] = Stance(level, answer.reasons.get(fact, ""))
        if answer.option or answer.text:
            agreed[Ballot(question)] = Stance(answer.option or answer.text)
    return gathered(route, votes, agreed)


def answers_of(route: Route, held: Mapping[Ballot, Stance]) -> dict[QuestionId, Answer]:
    """Stances as answers to their questions; of a checklist perhaps to some of its points."""
    answers: dict[QuestionId, Answer] = {}
    for ballot, stance in held.items():
        answer = answer_to(ballot, route.question[ballot.question].kind, stance)
        before = answers.get(ballot.question)
        if before and ballot.fact:
            answer = Answer(levels=before.levels | answer.levels, reasons=before.reasons | answer.reasons)
        answers[ballot.question] = answer
    return answers


def in_order(route: Route, ballots: Mapping[Ballot, object]) -> list[Ballot]:
    """The ballots that the dialog has, in the script's order."""
    return sorted(
        (one for one in ballots if place_of(route, one) is not None), key=lambda one: _place(route, one)
    )


def place_of(route: Route, ballot: Ballot) -> tuple[int, int] | None:
    """The place of a ballot in the script; `None` where the dialog does not have it."""
    question = route.question.get(ballot.question)
    if question is None:
        return None
    if not ballot.fact:
        return None if question.kind is QuestionKind.CHECKLIST else (route.place[ballot.question], 0)
    facts = [item.fact for item in question.items]
    return (route.place[ballot.question], facts.index(ballot.fact)) if ballot.fact in facts else None


def _place(route: Route, ballot: Ballot) -> tuple[int, int]:
    place = place_of(route, ballot)
    assert place is not None
    return place


def _values(question: Question) -> dict[str, int]:
    """The answers that the script knows, in its order; that nobody can say comes last."""
    if question.kind is QuestionKind.CHECKLIST:
        values = [str(level) for level in Level]
    else:
        values = [*(option.id for option in question.options), UNKNOWN_OPTION]
    return {value: place for place, value in enumerate(values)}
