"""An entry of a room as part of a sentence, with what it says: for contests and for what was taken back."""

from __future__ import annotations

from chatbot.interview.events import Answered, Event, Evidenced, Noted, Skipped
from chatbot.interview.room_events import (
    Action,
    Agreed,
    Dissented,
    Invited,
    Joined,
    Left,
    Opened,
    Parked,
    Revealed,
    Settled,
    Shown,
    Voted,
)
from chatbot.report.content.called import Called
from chatbot.report.content.wordings import Wordings


class EntryWords:
    """Words for entries of one room."""

    def __init__(self, wordings: Wordings, called: Called) -> None:
        self._wordings = wordings
        self._called = called

    def of(self, event: Event | None) -> str:
        """An entry in words, such as "the vote of Ada Byron (IT), partly"."""
        if event is None:
            return "an entry that is not in this log"
        who = self._called(event.who)
        match event.what:
            case Voted() as voted:
                return f"the vote of {who}, {self._lines(voted)}"
            case Agreed(reason=reason) as agreed:
                because = f", because {reason}" if reason else ""
                return f"what was agreed, {self._lines(agreed)}{because}"
            case Answered() as answered:
                return f"what was agreed, {self._lines(answered)}"
            case Skipped(question=question):
                return f"that “{self._wordings.ask(question)}” was passed over"
            case Dissented(reason=reason):
                return f"the dissent of {who}{f', {reason}' if reason else ''}"
            case Noted(text=text):
                return f"the note “{text}”"
            case Evidenced(text=text):
                return f"the evidence “{text}”"
            case Parked(text=text):
                return f"the parked point “{text}”"
            case Action(text=text):
                return f"the action “{text}”"
            case Settled(outcome=outcome):
                return f"that something was dealt with{f', {outcome}' if outcome else ''}"
            case Invited(name=name, role=role, organisation=organisation):
                return f"who somebody is, {', '.join(filter(None, (name, role, organisation)))}"
            case Joined():
                return f"that {who} came in"
            case Left():
                return f"that {who} left"
            case Opened(question=question):
                return f"the turn to “{self._wordings.ask(question)}”"
            case Revealed():
                return "that the votes were shown"
            case Shown(result=result):
                return "that the result was shown" if result else "that the result was hidden"
        return "the step before"

    def _lines(self, said: Voted | Agreed | Answered) -> str:
        return "; ".join(self._wordings.lines(said))
