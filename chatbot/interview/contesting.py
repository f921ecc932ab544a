"""Which entries are about the same thing, so that two of them made unaware of each other contest it."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from datetime import datetime

from chatbot.interview.events import Answered, Event, EventId, Skipped, What, Withdrawn
from chatbot.interview.room_events import (
    Agreed,
    Contested,
    Dissented,
    Invited,
    Joined,
    Left,
    Resolved,
    Settled,
    Voted,
)
from chatbot.interview.withdrawals import Withdrawals


def says_the_same(one: What, other: What) -> bool:
    """Whether two entries about the same thing say nothing different, so that one of them is enough."""
    return one == other


def contests_with(
    what: What, who: str, missed: Iterable[Event], out: Container[EventId] = ()
) -> Event | None:
    """The latest of the missed entries that is about the same thing as a new one; `None` where none is.

    Args:
        out: the events that do not count; what was undone meanwhile contests nothing.
    """
    about = things(what, who)
    found = [event for event in missed if event.id not in out and about & things(event.what, event.who)]
    return found[-1] if found else None


def contests_between(ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[Event, ...]:
    """The contests between what was entered at two places, each unaware of the other.

    What was entered first counts until somebody decides; all that the other place entered about the same
    thing is held back. What a place has taken back itself contests nothing. The result is the same whichever
    place is called ours, down to the ids of the events, so that two places which join each other's entries
    come to the same.

    Returns:
        events whose sequence number is still to be given.
    """
    ours, theirs = _standing(ours), _standing(theirs)
    here, there = _by_thing(ours), _by_thing(theirs)
    found: dict[EventId, Event] = {}
    for thing in here:
        sides = [here[thing], there.get(thing, [])]
        if not sides[1] or says_the_same(sides[0][-1].what, sides[1][-1].what):
            continue
        sides.sort(key=lambda side: (datetime.fromisoformat(side[-1].at), side[-1].id))
        first = sides[0][-1]
        for second in sides[1]:
            contest = _contest(first, second)
            found.setdefault(contest.id, contest)
    return tuple(found.values())


def _standing(events: Sequence[Event]) -> list[Event]:
    """What a place has entered and not taken back since."""
    withdrawals = Withdrawals()
    for event in events:
        if isinstance(event.what, Withdrawn):
            withdrawals.fold(event.id, EventId(event.what.event))
    return [event for event in events if event.id not in withdrawals.out]


def _contest(first: Event, second: Event) -> Event:
    id = hashlib.sha256(f"contested {first.id} {second.id}".encode()).hexdigest()[:32]
    what = Contested(first=first.id, second=second.id)
    return Event(id=EventId(id), seq=0, at=second.at, who=second.who, what=what)


def _by_thing(events: Iterable[Event]) -> dict[Hashable, list[Event]]:
    found: dict[Hashable, list[Event]] = {}
    for event in events:
        for thing in things(event.what, event.who):
            found.setdefault(thing, []).append(event)
    return found


def things(what: What, who: str) -> frozenset[Hashable]:
    """What an entry is about. What only adds (a note, a parked point, an action) is about nothing.

    To pass over a checklist says nothing against what was agreed on one of its points, which stands.
    """
    return frozenset(_things(what, who))


def _things(what: What, who: str) -> Iterator[Hashable]:
    match what:
        case Agreed() | Answered():
            yield from (("answer", *one) for one in _said(what))
        case Skipped(question=question):
            yield ("answer", question, "")
        case Voted():
            yield from (("vote", who, *one) for one in _said(what))
        case Dissented(question=question, fact=fact):
            yield ("dissent", who, question, fact)
        case Invited():
            yield ("person", who)
        case Joined() | Left():
            yield ("presence", who)
        case Settled(event=event):
            yield ("settled", event)
        case Withdrawn(event=event):
            yield ("withdrawn", event)
        case Resolved(event=event):
            yield ("resolved", event)


def _said(what: Answered | Agreed | Voted) -> Iterator[tuple[str, str]]:
    """The question, or the points of a checklist, that an entry says something to."""
    yield from ((what.question, fact) for fact in what.levels)
    if not what.levels:
        yield what.question, ""
