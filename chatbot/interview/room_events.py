"""What happens in a room: the events of an interview that a facilitator holds with several people.

The `who` of such an event is the person whose doing or saying it is, by their id in this interview; what the
facilitator does for the room has the facilitator as `who`.
"""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

from typing import NewType

import msgspec

from chatbot.dialog.ids import OptionId, QuestionId
from chatbot.facts import FactId, Level
from chatbot.interview.payload import Payload

PersonId = NewType("PersonId", str)
"""Names a person within one interview; says nothing about them, so that it may stay where names may not."""

FACILITATOR = PersonId("facilitator")
"""Who does what is done for the room as a whole."""


class InRoom(Payload, frozen=True, kw_only=True):
    """An event of this module."""


class Scheduled(InRoom, frozen=True, kw_only=True, tag="scheduled"):
    """How long the room has; a later one replaces it. The first one makes an interview a room's.

    Attributes:
        minutes: from the first question to the last word; 0 where nobody looks at the clock.
        discuss_first: whether questions are discussed before people vote, where nothing else is said.
    """

    minutes: int = 0
    discuss_first: bool = False


class Invited(InRoom, frozen=True, kw_only=True, tag="invited"):
    """A person is on the roster; a later one corrects what an earlier one says of the same person."""

    name: str
    role: str = ""
    organisation: str = ""


class Joined(InRoom, frozen=True, kw_only=True, tag="joined"):
    """A person is in the room from now on."""


class Left(InRoom, frozen=True, kw_only=True, tag="left"):
    """A person has left the room."""


class Opened(InRoom, frozen=True, kw_only=True, tag="opened"):
    """The room turned to a ballot; votes on it begin anew, and those of earlier rounds are kept.

    Attributes:
        fact: of a checklist, the point that is voted on.
        event: that the question before was dropped, where that led to it; the two are one step.
    """

    question: QuestionId
    fact: FactId = FactId("")
    discuss_first: bool = False
    event: str = ""


class Voted(InRoom, frozen=True, kw_only=True, tag="voted"):
    """A person said what they hold to be so; a later vote of theirs on the same ballot supersedes it.

    Attributes:
        levels: of a checklist, the level of each point voted on, which need not be all.
        beforehand: the interview that this person held alone, where the vote comes from it.
    """

    question: QuestionId
    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = msgspec.field(default_factory=dict)
    reasons: dict[FactId, str] = msgspec.field(default_factory=dict)
    text: str = ""
    words: str = ""
    beforehand: str = ""


class Revealed(InRoom, frozen=True, kw_only=True, tag="revealed"):
    """The votes on a ballot are shown from now on."""

    question: QuestionId
    fact: FactId = FactId("")


class Agreed(InRoom, frozen=True, kw_only=True, tag="agreed"):
    """The room agreed on an answer: this is what is judged. A later one on the same ballot supersedes it.

    Attributes:
        levels: of a checklist, the level of each point agreed on, which need not be all.
        reason: why, in the room's words.
    """

    question: QuestionId
    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = msgspec.field(default_factory=dict)
    reasons: dict[FactId, str] = msgspec.field(default_factory=dict)
    text: str = ""
    words: str = ""
    reason: str = ""


class Dissented(InRoom, frozen=True, kw_only=True, tag="dissented"):
    """A person does not share what was agreed on a ballot.

    Attributes:
        event: the event that agreed; empty where it is not known.
    """

    question: QuestionId
    fact: FactId = FactId("")
    reason: str = ""
    event: str = ""


class Parked(InRoom, frozen=True, kw_only=True, tag="parked"):
    """A point was put aside for later."""

    text: str
    question: QuestionId = QuestionId("")


class Action(InRoom, frozen=True, kw_only=True, tag="action"):
    """Somebody is to do something.

    Attributes:
        owner: the person who will, by id or, where they are not on the roster, by name.
        due: until when, as it was said; an ISO date where it is one.
    """

    text: str
    owner: str = ""
    due: str = ""
    question: QuestionId = QuestionId("")


class Settled(InRoom, frozen=True, kw_only=True, tag="settled"):
    """A parked point or an action is dealt with.

    Attributes:
        event: the event that parked or named it.
        outcome: what came of it.
    """

    event: str
    outcome: str = ""


class Shown(InRoom, frozen=True, kw_only=True, tag="shown"):
    """The running result was shown to the room, or hidden again."""

    result: bool


class Paused(InRoom, frozen=True, kw_only=True, tag="paused"):
    """The clock stands still."""


class Continued(InRoom, frozen=True, kw_only=True, tag="continued"):
    """The clock goes on."""


class Contested(InRoom, frozen=True, kw_only=True, tag="contested"):
    """Two entries say different things about the same, and neither was made in knowledge of the other.

    Until somebody decides, `first` counts and `second` does not.
    """

    first: str
    second: str


class Resolved(InRoom, frozen=True, kw_only=True, tag="resolved"):
    """Somebody decided which of two contested entries counts.

    Attributes:
        event: the event that says they are contested.
        kept: the entry that counts.
    """

    event: str
    kept: str


RoomEvent = (
    Scheduled
    | Invited
    | Joined
    | Left
    | Opened
    | Voted
    | Revealed
    | Agreed
    | Dissented
    | Parked
    | Action
    | Settled
    | Shown
    | Paused
    | Continued
    | Contested
    | Resolved
)
