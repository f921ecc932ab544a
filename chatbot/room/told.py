"""What happened in a room, in a few words and without what anybody voted, so that every wall may show it."""

from __future__ import annotations

from typing import Final

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
    PersonId,
    Resolved,
    Revealed,
    Settled,
    Shown,
    Voted,
)
from chatbot.room.people import FACILITATOR, People
from chatbot.visible import on_one_line

_LONGEST: Final = 40


def told(event: Event, people: People) -> str:
    """An event as part of a sentence, such as "the vote of Ada"."""
    who = name_of(event.who, people)
    match event.what:
        case Voted():
            return f"the vote of {who}"
        case Opened():
            return "the turn to this question"
        case Revealed():
            return "showing the votes"
        case Agreed() | Answered():
            return "what was agreed"
        case Dissented():
            return f"the dissent of {who}"
        case Noted(text=text):
            return _quoted("the note", text)
        case Evidenced(text=text):
            return _quoted("the evidence", text)
        case Parked(text=text):
            return _quoted("the parked point", text)
        case Action(text=text):
            return _quoted("the action", text)
        case Settled():
            return "that an open point is dealt with"
        case Skipped():
            return "that a question was dropped"
        case Invited():
            return f"what was said of {who}"
        case Joined():
            return f"that {who} came in"
        case Left():
            return f"that {who} left"
        case Shown(result=result):
            return "showing the result" if result else "hiding the result"
        case Resolved():
            return "the decision between two entries"
    return "the last step"


def name_of(who: str, people: People) -> str:
    """Whose doing something is, as a name."""
    if who == FACILITATOR:
        return "the room"
    person = people.get(PersonId(who))
    return on_one_line(person.name, _LONGEST) if person else "somebody"


def _quoted(what: str, text: str) -> str:
    return f"{what} “{on_one_line(text, _LONGEST)}”"
