"""What a room saw, as plain data for every format: who was there, who held what, and what they agreed on."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from chatbot.dialog.script import QuestionKind
from chatbot.report.content.fates import Fate

CHANGES: Final = ("what to work on or whether to commit", "a warning", "")
"""What a disagreement could have changed, as a phrase, the gravest first; the last is nothing."""


class Stay(Struct, frozen=True, kw_only=True):
    """From when to when somebody was in the room; `left` is empty where they stayed."""

    came: str
    left: str


class Attendee(Struct, frozen=True, kw_only=True):
    """One person on the list.

    Attributes:
        called: what the report calls them.
        stays: none where they never came.
        beforehand: to how many questions they sent answers before the session.
        votes: how many ballots they voted on in the room.
    """

    id: str
    name: str
    role: str
    organisation: str
    called: str
    stays: tuple[Stay, ...]
    beforehand: int
    votes: int


class Count(Struct, frozen=True, kw_only=True):
    """How many hold one answer to be so, and who; nobody is named where answers may not be traced."""

    value: str
    label: str
    count: int
    who: tuple[str, ...] = ()


class RoleCounts(Struct, frozen=True, kw_only=True):
    """The answers of those who share a role, or are put together."""

    role: str
    counts: tuple[Count, ...]


class VoteSaid(Struct, frozen=True, kw_only=True):
    """One vote, also one that was changed later.

    Attributes:
        round: from 1 in the order in which the room turned to it; 0 where it was given beforehand.
        reason: why a point does not apply.
        words: how it was said, verbatim, where it was said in words.
    """

    who: str
    value: str
    label: str
    reason: str
    words: str
    round: int
    at: str
    fate: Fate


class AgreedOn(Struct, frozen=True, kw_only=True):
    """What the room agreed on a ballot.

    Attributes:
        reason: why, in the room's words.
        not_applicable: why a point does not apply.
    """

    value: str
    label: str
    reason: str
    not_applicable: str
    at: str


class DissentSaid(Struct, frozen=True, kw_only=True):
    """Somebody who does not share it; `earlier` where that was about what was agreed before."""

    who: str
    reason: str
    at: str
    earlier: bool


class BallotView(Struct, frozen=True, kw_only=True):
    """One question, or one point of a checklist, as a room saw it.

    Attributes:
        point: of a checklist, the point.
        agreed: what was agreed last; nothing where nothing was.
        before: what was agreed before, oldest first.
        counts: the answers that count, one of each person, in the script's order; `None` where a report may
            not show them. A question that is answered in own words has none.
        by_role: the same by role, where more than one role voted.
        votes: every vote, oldest first.
        apart: how far people are apart, from 0 to 1.
        changes: what the disagreement could have changed, one of `CHANGES`.
        rounds: how often the room turned to it.
        minutes: how long the room took for the question.
    """

    question: str
    fact: str
    kind: QuestionKind
    topic: str
    ask: str
    point: str
    agreed: AgreedOn | None
    before: tuple[AgreedOn, ...]
    counts: tuple[Count, ...] | None
    by_role: tuple[RoleCounts, ...]
    votes: tuple[VoteSaid, ...]
    dissents: tuple[DissentSaid, ...]
    apart: float
    changes: str
    rounds: int
    minutes: float

    @property
    def differ(self) -> bool:
        """Whether it is known that people hold different things to be so."""
        return len(self.counts or ()) > 1


class Standing(Struct, frozen=True, kw_only=True):
    """Where the answers of some people put a layer or a value model.

    Attributes:
        role: whose answers; empty for everybody.
        mark: the mean of what they said of its facts, from 0 (not there) to 1 (in place), a sign the other
            way round; nothing where nobody knew any of them.
        known: how many answers that is the mean of.
        unknown: how often somebody did not know.
    """

    role: str
    mark: float | None
    known: int
    unknown: int


class Scale(Struct, frozen=True, kw_only=True):
    """A readiness layer or a value model, with where everybody and each role puts it."""

    id: str
    title: str
    everybody: Standing
    roles: tuple[Standing, ...]


class TaskView(Struct, frozen=True, kw_only=True):
    """An action or a parked point.

    Attributes:
        who: of a parked point, who raised it; may be empty.
        outcome: what came of it, word for word.
    """

    text: str
    question: str
    ask: str
    who: str
    owner: str
    due: str
    settled: bool
    outcome: str
    at: str


class ContestView(Struct, frozen=True, kw_only=True):
    """Two entries that say different things, between which nobody has decided; the first counts."""

    first: str
    second: str


class Unattributed(Struct, frozen=True, kw_only=True):
    """What is left out or put together so that no answer can be traced to a person.

    Attributes:
        hidden: on how many ballots the answers are not shown.
        merged: on how many of those that are shown, roles are put together.
        dissents: on how many ballots dissent is left out.
        notes: whether notes and evidence are left out.
        says: all of it in a few sentences, with the rule and its limit.
    """

    hidden: int
    merged: int
    dissents: int
    notes: bool
    says: tuple[str, ...]


class RoomView(Struct, frozen=True, kw_only=True):
    """The room's view.

    Attributes:
        attended: how many people were in the room or sent answers.
        people: everybody on the list; nobody where answers may not be traced.
        ballots: everything that was voted or agreed on, in the script's order.
        scales: the layers and value models that somebody said something about.
        actions: those that wait before those that are dealt with.
        parked: the same of the points that were put aside.
        planned: how many minutes the session was to take; 0 where nobody looked at the clock.
        minutes: how long the questions took.
        unattributed: what is left out; nothing where everybody is named.
    """

    attended: int
    people: tuple[Attendee, ...]
    ballots: tuple[BallotView, ...]
    scales: tuple[Scale, ...]
    actions: tuple[TaskView, ...]
    parked: tuple[TaskView, ...]
    contested: tuple[ContestView, ...]
    planned: int
    minutes: float
    unattributed: Unattributed | None = None
