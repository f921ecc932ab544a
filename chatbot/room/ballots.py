"""Ballots: what a room votes on, which is a question or one point of a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.path import Route
from chatbot.dialog.script import UNKNOWN_OPTION, OptionId, Question, QuestionId, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.interview.events import Answered
from chatbot.interview.room_events import Agreed, Voted

NO_FACT = FactId("")

NOT_SAID = "Said by a vote; the reason was not asked then."
"""Why something does not apply, in a vote: to type the reason before the votes are shown would show them."""


class Ballot(msgspec.Struct, frozen=True, order=True):
    """One thing that people can agree on or differ about.

    Attributes:
        fact: of a checklist, the point; empty for a choice or a text.
    """

    question: QuestionId
    fact: FactId = NO_FACT


class Stance(msgspec.Struct, frozen=True):
    """What somebody holds to be so.

    Attributes:
        value: an option's id, a level, or of a text the text itself; `unknown` is "I don't know".
        reason: why a point does not apply; empty otherwise.
    """

    value: str
    reason: str = ""


def ballots_of(question: Question) -> tuple[Ballot, ...]:
    """The ballots of a question, in the order in which it shows its points."""
    if question.kind is QuestionKind.CHECKLIST:
        return tuple(Ballot(question.id, item.fact) for item in question.items)
    return (Ballot(question.id),)


def ballots_on(route: Route, questions: Iterable[QuestionId]) -> Iterator[Ballot]:
    """The ballots of several questions, in their order."""
    for question in questions:
        yield from ballots_of(route.question[question])


def stances(said: Answered | Voted | Agreed) -> Iterator[tuple[Ballot, Stance]]:
    """What an event says on each ballot of its question."""
    for fact, level in said.levels.items():
        yield Ballot(said.question, fact), Stance(level, said.reasons.get(fact, ""))
    if said.option or said.text:
        yield Ballot(said.question), Stance(said.option or said.text)


def ballots_said(said: Answered | Voted | Agreed) -> Iterator[Ballot]:
    """The ballots that an event says something on."""
    return (ballot for ballot, _ in stances(said))


def answer_to(ballot: Ballot, kind: QuestionKind, stance: Stance) -> Answer:
    """A stance as an answer to its question; to a checklist it answers one point only.

    Raises:
        ValueError: of a checklist, the value is not a level.
    """
    if ballot.fact:
        level = Level(stance.value)
        reasons = {ballot.fact: stance.reason} if level is Level.NOT_APPLICABLE else {}
        return Answer(levels={ballot.fact: level}, reasons=reasons)
    if kind is QuestionKind.CHOICE or stance.value == UNKNOWN_OPTION:
        return Answer(option=OptionId(stance.value))
    return Answer(text=stance.value)
