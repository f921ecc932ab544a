"""Interviews on a list: whose they are, how far they are, and when they changed last.

Made without the dialog manager and the framework, so that a list is shown at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from chatbot.dialog.answers import is_whole
from chatbot.dialog.load import load_script
from chatbot.dialog.path import Route
from chatbot.errors import ChatbotError
from chatbot.facts import TITLE, Level
from chatbot.interview.events import Event, InterviewId
from chatbot.interview.in_force import InForce
from chatbot.interview.room_events import Scheduled
from chatbot.interview.store import DamagedStore, Store, StoreError, Summary
from chatbot.sources.bundle import Bundle


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One interview on a list.

    Attributes:
        title: what the initiative is called, as it was typed; empty where that was not said.
        dialog: the dialog's id.
        dialog_title: what the dialog calls itself; empty where the dialog cannot be read.
        done: how many questions on the path are answered or passed over.
        of: how many questions are on the path; 0 where the dialog cannot be read.
        updated: when it changed last, as ISO 8601 with the zone.
        room: whether a facilitator holds it with several people.
    """

    id: InterviewId
    title: str
    dialog: str
    dialog_title: str
    finished: bool
    done: int
    of: int
    started: str
    updated: str
    room: bool = False


class Listing(msgspec.Struct, frozen=True):
    """All interviews of a store, the one changed last comes first.

    Attributes:
        damage: what keeps others from being listed; nothing where all are.
    """

    interviews: tuple[Listed, ...]
    damage: StoreError | None = None


def list_interviews(store: Store) -> Listing:
    """Every interview that can be listed.

    Raises:
        StoreError: the store as a whole cannot be read.
    """
    damage: StoreError | None = None
    try:
        summaries: Sequence[Summary] = store.interviews()
    except DamagedStore as error:
        if not error.interviews:
            raise
        damage, summaries = error, error.interviews
    routes = {hash: _route(store, hash) for hash in {one.dialog_hash for one in summaries}}
    listed = []
    for summary in summaries:
        try:
            events: Sequence[Event] = store.events(summary.interview)
        except StoreError as error:  # damaged, or deleted since; the others are listed all the same
            damage = damage or error
            events = ()
        listed.append(_listed(summary, events, routes))
    return Listing(tuple(listed), damage)


def _listed(summary: Summary, events: Sequence[Event], routes: Mapping[str, Route | None]) -> Listed:
    route = routes[summary.dialog_hash]
    title, done, of = _progress(route, events) if route else ("", 0, 0)
    return Listed(
        id=summary.interview,
        title=title,
        dialog=summary.dialog,
        dialog_title=route.script.title if route else "",
        finished=summary.finished,
        done=done,
        of=of,
        started=summary.started,
        updated=summary.updated,
        room=any(isinstance(event.what, Scheduled) for event in events[:2]),
    )


def _progress(route: Route, events: Iterable[Event]) -> tuple[str, int, int]:
    """The title, how many questions on the path are dealt with, and how many there are."""
    in_force = InForce(route.place)
    for event in events:
        in_force.fold(event)
    path = route.path(in_force.answers)
    waiting = [
        one
        for one in path.questions
        if in_force.waits(one)
        or one in path.set_aside
        or (one in in_force.answers and not is_whole(route.question[one], in_force.answers[one]))
    ]
    title = path.facts.get(TITLE, "")
    return "" if title == Level.UNKNOWN else title, len(path.questions) - len(waiting), len(path.questions)


def _route(store: Store, hash: str) -> Route | None:
    """The questions of a pinned dialog; nothing where it is lost or of another version's making."""
    try:
        return Route(load_script(Bundle.from_json(store.pinned(hash))))
    except ChatbotError:
        return None
