"""Several people's own interviews as one session: what all say the same is agreed, the rest stays open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from chatbot.errors import UsageError
from chatbot.interview.fresh import Clock, local_time
from chatbot.interview.held import check_alone
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import PersonId
from chatbot.interview.store import Store
from chatbot.room.accord import agree_alike
from chatbot.room.ballots import Ballot
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.guests import Guest, same_person
from chatbot.room.people import FACILITATOR
from chatbot.room.prework import TakenIn, check_dialog, take_in
from chatbot.room.room import Room


class Merged(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        taken: what came of each person's interview, in the order in which they were given.
        agreed: what was agreed, as all who answered it said the same.
    """

    room: Room
    taken: Mapping[PersonId, TakenIn]
    agreed: tuple[Ballot, ...]


def merge(
    store: Store, guests: Sequence[Guest], own: Sequence[tuple[str, Interview]], *, clock: Clock = local_time
) -> Merged:
    """Make a session of what people answered alone.

    It is held with the dialog and the knowledge base of the interview that was begun last.

    Args:
        store: where to put the session.
        guests: who is invited, also those of whom there is no interview.
        own: whose interview each is; who is not invited is added.

    Raises:
        UsageError: there are two of one person, or fewer than two in all.
        AnotherDialog: they were not held with one dialog.
        HeldInRoom: one of them is itself that of a room.
    """
    _check(own)
    newest = max((alone for _, alone in own), key=lambda alone: alone.state.events[0].at)
    for _, alone in own:
        check_dialog(newest, alone)
    interview = Interview.begin(store, *newest.files, who=FACILITATOR, clock=clock)
    room = Room.begin(interview)
    people = {same_person(one.name): room.invite(one.name, one.role, one.organisation) for one in guests}
    taken: dict[PersonId, TakenIn] = {}
    for name, alone in own:
        key = same_person(name)
        person = people[key] = people[key] if key in people else room.invite(name)
        taken[person] = take_in(room, person, alone)
    agreed = agree_alike(Course(room, budget_of(room)))
    return Merged(room, taken, agreed)


def _check(own: Sequence[tuple[str, Interview]]) -> None:
    if len(own) < 2:
        raise UsageError("There is only one interview.", todo="Name those of at least two people.")
    seen: dict[str, str] = {}
    for name, alone in own:
        check_alone(alone.id, alone.state.events)
        if same_person(name) in seen:
            raise UsageError(
                f"Two interviews are those of {name}.", todo="Leave one out, or say whose it is: NAME=FILE."
            )
        seen[same_person(name)] = name
