"""The next sensible step of a room: one key leads from the first question to the last."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from chatbot.dialog.script import QuestionKind
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot
from chatbot.room.course import Course


class Next(StrEnum):
    """What the next step does."""

    BEGIN = "begin"
    """Turn to the first ballot."""

    REVEAL = "reveal"
    AGREE = "agree"
    TURN = "turn"
    """Turn to the next ballot."""

    DIFFER = "differ"
    """All that was planned was asked; what people see differently comes next."""

    CLOSE = "close"
    """Nothing is left to ask."""

    CLOSED = "closed"
    """The session is finished."""


class Step(msgspec.Struct, frozen=True):
    """A step.

    Attributes:
        ballot: of `BEGIN` and `TURN`, where to; otherwise the present one.
        missing: of `REVEAL`, who is here and has not voted; of `AGREE` without a vote that was to come first,
            everybody here; of `BEGIN`, everybody on the list where nobody is said to be here.
    """

    next: Next
    ballot: Ballot | None = None
    missing: tuple[PersonId, ...] = ()


def next_step(course: Course) -> Step:
    """What comes next in a room."""
    room = course.room
    here, state = room.state.current, room.state
    if room.interview.finished:
        return Step(Next.CLOSED)
    if here is None:
        first = course.fresh() or course.rest()
        return Step(Next.BEGIN, first, _absent(course)) if first else Step(Next.CLOSE)
    if course.is_agreed(here) or here.question not in room.interview.state.due:
        return onward(course)
    if room.question(here.question).kind is QuestionKind.TEXT or state.votes.is_revealed(here):
        return Step(Next.AGREE, here)
    missing = waited_for(course)
    given = state.votes.latest(here)
    return Step(Next.REVEAL if given else Next.AGREE, here, () if _discusses(course) else missing)


def onward(course: Course) -> Step:
    """Where to go from the present ballot, whatever became of it."""
    if fresh := course.fresh():
        return Step(Next.TURN, fresh)
    if any(ballot != course.room.state.current for ballot in course.disputed()):
        return Step(Next.DIFFER)
    rest = course.rest()
    return Step(Next.TURN, rest) if rest else Step(Next.CLOSE)


def waited_for(course: Course) -> tuple[PersonId, ...]:
    """Who is here and said nothing on the present ballot, neither now nor alone before the session."""
    state = course.room.state
    here = state.current
    if here is None:
        return ()
    now = state.votes.round_of(here)
    given = {
        person for person, vote in state.votes.latest(here).items() if vote.round == now or vote.beforehand
    }
    return tuple(person.id for person in state.people if person.here and person.id not in given)


def _discusses(course: Course) -> bool:
    opened = course.room.state.opened
    return bool(opened and opened.discuss_first)


def _absent(course: Course) -> tuple[PersonId, ...]:
    people = list(course.room.state.people)
    return () if any(person.here for person in people) else tuple(person.id for person in people)
