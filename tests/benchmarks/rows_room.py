"""Rows about a room in a terminal: a vote stored and on screen, early in a session and late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from chatbot.dialog.script import QuestionKind
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import Joined, PersonId, Voted
from chatbot.interview.sqlite_store import open_store
from chatbot.room.ballots import Ballot, ballots_of
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.benchmarks.measuring import Row
from tests.benchmarks.rows_process import CHATBOT
from tests.benchmarks.terminal import Terminal

_PEOPLE = 30
_EVENTS = 5_000
_QUIET = 0.4


def rows(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    """A room as a facilitator meets it: thirty people, one of them voting after the other."""
    early, late = folder / "early.db", folder / "late.db"
    short, long = _room(early, votes=0), _room(late, votes=_EVENTS)
    with (
        Terminal([*CHATBOT, "facilitate", "--resume", short], {**env, "CHATBOT_STORE": str(early)}) as first,
        Terminal([*CHATBOT, "facilitate", "--resume", long], {**env, "CHATBOT_STORE": str(late)}) as second,
    ):
        taken: dict[str, list[float]] = {"early": [], "late": []}
        for terminal in (first, second):
            terminal.settle(3 * _QUIET + 2)
        for number in range(min(rounds + 1, _PEOPLE)):
            for name, terminal in (("early", first), ("late", second)):
                sent = terminal.send(str(1 + number % 3))
                taken[name].append(terminal.wait_for(f"Person {number} has voted") - sent)
                terminal.settle(_QUIET)
    what = f"a vote among {_PEOPLE} people after {_EVENTS:,} events"
    yield Row(what, "after a few", taken["late"][1:], taken["early"][1:], 1.2)


def _room(path: Path, votes: int) -> str:
    """A session at its first checklist, with so many votes on others before it."""
    store = open_store(path, create=True)
    interview = Interview.begin(store, dialog_bundle("readiness"), knowledge_bundle(), who=FACILITATOR)
    room = Room.begin(interview, minutes=90)
    people = [room.invite(f"Person {number}") for number in range(_PEOPLE)]
    room.take_over([(Joined(), person) for person in people])
    checklists = [one for one in interview.held.script.questions() if one.kind is QuestionKind.CHECKLIST]
    first, *others = [ballot for question in checklists for ballot in ballots_of(question)]
    said = list(islice(_votes(others, people), votes))
    if said:
        room.take_over(said)
    room.open(first)
    store.close()
    return interview.id


def _votes(ballots: list[Ballot], people: list[PersonId]) -> Iterator[tuple[Voted, PersonId]]:
    """Votes of everybody on everything, round after round."""
    while True:
        for ballot in ballots:
            for person in people:
                yield Voted(question=ballot.question, levels={ballot.fact: Level.ABSENT}), person
