"""Which entries are about the same thing, so that two of them made unaware of each other contest it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from chatbot.interview.events import Answered, Event, EventId, Skipped, What, Withdrawn
from chatbot.interview.room_events import (
    Agreed,
    Contested,
    Dissented,
    Invited,
    Joined,
    Left,
    Settled,
    Voted,
)
from chatbot.room.ballots import Ballot, ballots_said


def contested(ours: Iterable[Event], theirs: Iterable[Event]) -> Iterator[Contested]:
    """The contests between entries made here and, unaware of them, elsewhere.

    Of the entries here the latest about a thing counts. Those made elsewhere are all held back, so that none
    of them counts by coming later; deciding for their latest is deciding for them.

    Args:
        ours: the entries that count until somebody decides, oldest first.
        theirs: the others, which follow them in the log.
    """
    here: dict[Hashable, Event] = {}
    for event in ours:
        for thing in _things(event.what, event.who):
            here[thing] = event
    for event in theirs:
        for thing in _things(event.what, event.who):
            mine = here.get(thing)
            if mine is not None and not says_the_same(mine.what, event.what):
                yield Contested(first=mine.id, second=event.id)
                break


def says_the_same(one: What, other: What) -> bool:
    """Whether two entries about the same thing say nothing different, so that one of them is enough."""
    return one == other


def contests_with(what: What, who: str, missed: Iterable[Event]) -> Event | None:
    """The latest of the missed entries that is about the same thing as a new one; `None` where none is."""
    things = set(_things(what, who))
    found = [event for event in missed if things & set(_things(event.what, event.who))]
    return found[-1] if found else None


def _things(what: What, who: str) -> Iterator[Hashable]:
    """What an entry is about. What only adds (a note, a parked point, an action) is about nothing."""
    match what:
        case Agreed() | Answered():
            yield from (("agreed", ballot) for ballot in ballots_said(what))
        case Skipped(question=question):
            yield ("agreed", Ballot(question))
        case Voted():
            yield from (("voted", who, ballot) for ballot in ballots_said(what))
        case Dissented(question=question, fact=fact):
            yield ("dissented", who, Ballot(question, fact))
        case Invited():
            yield ("person", who)
        case Joined() | Left():
            yield ("presence", who)
        case Settled(event=event):
            yield ("settled", EventId(event))
        case Withdrawn(event=event):
            yield ("withdrawn", event)
