"""The room's view, as the report of an interview in JSON has it."""

from __future__ import annotations

from msgspec import Struct

from chatbot.report.content.fates import Fate


class StayForm(Struct, frozen=True, kw_only=True):
    """From when to when somebody was in the room.

    Attributes:
        came: as ISO 8601 with the zone.
        left: the same; empty where they stayed.
    """

    came: str
    left: str


class PersonForm(Struct, frozen=True, kw_only=True):
    """One person on the list.

    Attributes:
        id: names the person in the events of the interview.
        name: as it stands on the list.
        role: what they are there for; may be empty.
        organisation: whom they come from; may be empty.
        called: what `who` calls them everywhere else in the report.
        stays: from when to when they were there; empty where they never came.
        beforehand: to how many questions they sent answers before the session.
        votes: how many votes of theirs, given in the room, count.
    """

    id: str
    name: str
    role: str
    organisation: str
    called: str
    stays: tuple[StayForm, ...]
    beforehand: int
    votes: int


class CountForm(Struct, frozen=True, kw_only=True):
    """How many hold one answer to be so.

    Attributes:
        value: the id of the option or level; `unknown` for "I don't know".
        label: the answer in words.
        count: how many people.
        who: who they are; nobody where answers may not be traced.
    """

    value: str
    label: str
    count: int
    who: tuple[str, ...]


class RoleCountsForm(Struct, frozen=True, kw_only=True):
    """The answers of those who share a role.

    Attributes:
        role: the role, or that these are all others, put together.
        counts: how many gave which answer.
    """

    role: str
    counts: tuple[CountForm, ...]


class VoteForm(Struct, frozen=True, kw_only=True):
    """One vote.

    Attributes:
        who: the person.
        value: the id of the option or level, or the text.
        label: the answer in words.
        reason: why a point does not apply; empty otherwise.
        words: how it was said, word for word; empty where it was chosen.
        round: from 1, the vote on this ballot that it was given in; 0 where it was sent beforehand.
        at: when it was recorded.
        fate: what became of it.
    """

    who: str
    value: str
    label: str
    reason: str
    words: str
    round: int
    at: str
    fate: Fate


class AgreedForm(Struct, frozen=True, kw_only=True):
    """What the room agreed on.

    Attributes:
        value: the id of the option or level, or the text.
        label: the answer in words.
        reason: why, in the room's words; may be empty.
        not_applicable: why a point does not apply; empty otherwise.
        at: when.
    """

    value: str
    label: str
    reason: str
    not_applicable: str
    at: str


class DissentForm(Struct, frozen=True, kw_only=True):
    """Somebody who does not share what was agreed.

    Attributes:
        who: the person; empty where nobody may be told.
        reason: why, word for word; may be empty.
        at: when.
        earlier: whether it was about what had been agreed before.
    """

    who: str
    reason: str
    at: str
    earlier: bool


class BallotForm(Struct, frozen=True, kw_only=True):
    """One question, or one point of a checklist, as the room saw it.

    Attributes:
        question: the id of the question.
        fact: of a checklist, the id of the fact that the point is about; empty otherwise.
        topic: the title of the topic.
        ask: the question in words.
        point: of a checklist, the point in words; empty otherwise.
        agreed: what was agreed; null where nothing was.
        before: what was agreed before that, oldest first.
        counts: how many gave which answer, one of each person; null where that may not be shown.
        by_role: the same by role; empty where one role alone voted, or where it may not be shown.
        votes: every vote, oldest first; none where answers may not be traced.
        dissents: who does not share it, and why.
        apart: how far people are apart, from 0 to 1.
        changes: what the answers could change in the advice, as a phrase; empty where nothing.
        rounds: how often the room turned to it.
        minutes: how long the room took for the question.
    """

    question: str
    fact: str
    topic: str
    ask: str
    point: str
    agreed: AgreedForm | None
    before: tuple[AgreedForm, ...]
    counts: tuple[CountForm, ...] | None
    by_role: tuple[RoleCountsForm, ...]
    votes: tuple[VoteForm, ...]
    dissents: tuple[DissentForm, ...]
    apart: float
    changes: str
    rounds: int
    minutes: float


class StandingForm(Struct, frozen=True, kw_only=True):
    """Where the answers of some people put a layer or value model.

    Attributes:
        role: whose; empty for everybody.
        mark: the mean from 0, not there, to 1, in place; null where nobody knew.
        known: how many answers it is the mean of.
        unknown: how often somebody did not know.
    """

    role: str
    mark: float | None
    known: int
    unknown: int


class ScaleForm(Struct, frozen=True, kw_only=True):
    """One layer or value model with where the room's answers put it.

    Attributes:
        id: its id.
        title: its title.
        everybody: where all answers that are shown put it.
        roles: where each role does.
    """

    id: str
    title: str
    everybody: StandingForm
    roles: tuple[StandingForm, ...]


class TaskForm(Struct, frozen=True, kw_only=True):
    """An action or a point that was put aside.

    Attributes:
        text: word for word.
        question: the id of the question that it came up at; may be empty.
        ask: that question in words, or empty.
        who: of a point, who raised it; may be empty.
        owner: of an action, who is to do it; may be empty.
        due: until when, as it was said; may be empty.
        settled: whether it is dealt with.
        outcome: what came of it, word for word; may be empty.
        at: when it was named.
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


class ContestForm(Struct, frozen=True, kw_only=True):
    """Two entries that say different things, between which nobody has decided.

    Attributes:
        first: the one that counts until somebody does, in words.
        second: the other one.
    """

    first: str
    second: str


class UnattributedForm(Struct, frozen=True, kw_only=True):
    """What is left out or put together so that no answer can be traced to a person.

    Attributes:
        hidden: on how many points the answers are not shown.
        merged: on how many of those that are shown, roles are put together or left out.
        dissents: on how many points dissent is left out.
        notes: whether notes and evidence are left out.
        says: all of it in sentences, with the rule and its limit.
    """

    hidden: int
    merged: int
    dissents: int
    notes: bool
    says: tuple[str, ...]


class RoomForm(Struct, frozen=True, kw_only=True):
    """What a room of several people saw and agreed on.

    Attributes:
        attended: how many people were in the room or sent answers beforehand.
        people: everybody on the list; nobody where answers may not be traced.
        ballots: everything that was voted or agreed on, in the order of the dialog.
        scales: where the answers put each layer and value model.
        actions: who does what by when, what is open first.
        parked: what was put aside, what is open first.
        contested: entries between which nobody has decided.
        planned: how many minutes the session was to take; 0 where no time was set.
        minutes: how long the questions took.
        unattributed: what is left out; null where everybody is named.
    """

    attended: int
    people: tuple[PersonForm, ...]
    ballots: tuple[BallotForm, ...]
    scales: tuple[ScaleForm, ...]
    actions: tuple[TaskForm, ...]
    parked: tuple[TaskForm, ...]
    contested: tuple[ContestForm, ...]
    planned: int
    minutes: float
    unattributed: UnattributedForm | None
