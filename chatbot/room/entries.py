"""What an entry says, in words: for a person who has to decide between two of them."""

from __future__ import annotations

from collections.abc import Callable

from chatbot.dialog.ids import QuestionId
from chatbot.facts import FactId
from chatbot.interview.events import Answered, Event, EventId, Skipped, Withdrawn
from chatbot.interview.room_events import Agreed, Dissented, Invited, Joined, Left, Resolved, Settled, Voted
from chatbot.room.ballots import Ballot, stances
from chatbot.room.offered import Sheet
from chatbot.room.room import Room
from chatbot.room.told import name_of, told

Sheets = Callable[[Ballot], Sheet | None]

HIDDEN = "A vote; what it says is hidden until the votes are shown."


class Entries:
    """Words for entries of one room.

    Args:
        sheets: gives a ballot as it is put.
        shows_votes: whether what people voted may be seen although it was not revealed.
    """

    def __init__(self, room: Room, sheets: Sheets, *, shows_votes: bool) -> None:
        self._room = room
        self._sheets = sheets
        self._shows_votes = shows_votes

    def about(self, event: Event) -> str:
        """What an entry is about."""
        who = name_of(event.who, self._room.state.people)
        match event.what:
            case Agreed() | Answered() | Skipped():
                return f"What was agreed on “{self._topic(event)}”"
            case Voted():
                return f"The vote of {who} on “{self._topic(event)}”"
            case Dissented():
                return f"The dissent of {who} on “{self._topic(event)}”"
            case Joined() | Left():
                return f"Whether {who} is here"
            case Invited():
                return f"Who {who} is"
            case Settled():
                return "What came of an open point"
        return "The same thing"

    def said(self, event: Event) -> str:
        """What an entry says about it."""
        match event.what:
            case Agreed(reason=reason):
                return f"{self._labels(event)}, because {reason}" if reason else self._labels(event)
            case Answered():
                return self._labels(event)
            case Voted():
                return self._labels(event) if self._may_show(event) else HIDDEN
            case Skipped():
                return "The question was dropped"
            case Dissented(reason=reason):
                return reason or "Does not share it"
            case Joined():
                return "Came in"
            case Left():
                return "Left"
            case Invited(name=name, role=role, organisation=organisation):
                return " · ".join(part for part in (name, role, organisation) if part)
            case Settled(outcome=outcome):
                return outcome or "Dealt with"
            case Withdrawn(event=target):
                undone = self._room.interview.state.event(EventId(target))
                return f"Took back {told(undone, self._room.state.people)}" if undone else "Took a step back"
            case Resolved(kept=kept):
                decided = self._room.interview.state.event(EventId(kept))
                return self.said(decided) if decided else ""
        return told(event, self._room.state.people)

    def _may_show(self, event: Event) -> bool:
        assert isinstance(event.what, Voted)
        revealed = self._room.state.votes.is_revealed
        return self._shows_votes or all(revealed(ballot) for ballot, _ in stances(event.what))

    def _labels(self, event: Event) -> str:
        assert isinstance(event.what, Agreed | Voted | Answered)
        labels = []
        for ballot, stance in stances(event.what):
            sheet = self._sheets(ballot)
            labels.append(sheet.label(stance) if sheet else stance.value)
        return "; ".join(labels)

    def _topic(self, event: Event) -> str:
        match event.what:
            case Agreed() | Voted() | Answered():
                ballot = next((ballot for ballot, _ in stances(event.what)), Ballot(event.what.question))
            case Dissented(question=question, fact=fact):
                ballot = Ballot(question, fact)
            case Skipped(question=question):
                ballot = Ballot(question, FactId(""))
            case _:
                ballot = Ballot(QuestionId(""))
        sheet = self._sheets(ballot)
        return (sheet.point or sheet.ask) if sheet else str(ballot.question)
