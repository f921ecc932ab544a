"""The events of a room as they may be told where nobody may be told: what the room came to, and no more.

Votes, and who came and went, are left out. What was changed or taken back is too: it would tell what happened
between two times. Everything is by the room or by somebody, on the day of the last event, in the order of the
questions and, within one, of its own letters: what one person said one after the other stands together in a
log, and where it stands tells when it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from chatbot.dialog.ids import QuestionId
from chatbot.dialog.manager import FINISHED
from chatbot.dialog.script import Question
from chatbot.interview.contests import Contest
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    Known,
    Noted,
    Skipped,
    Started,
)
from chatbot.interview.held import Held
from chatbot.interview.in_force import Given
from chatbot.interview.kept import Kept, KeptAs
from chatbot.interview.room_events import Action, Agreed, Contested, Dissented, Parked, Scheduled, Settled
from chatbot.report.redaction.untraceable import FEWEST, dissent_may_be_shown
from chatbot.room.ballots import Ballot, ballots_of, ballots_said
from chatbot.room.outcomes import Task
from chatbot.room.people import FACILITATOR
from chatbot.room.state import RoomState

OWNER = "the owner named in the room's record"
"""Stands for whoever is to do something."""

_SOMEBODY = "somebody"
_NOWHERE = QuestionId("")


class AnonymousLog:
    """Makes the log of one room.

    Args:
        attended: how many people took part.

    Attributes:
        dissents_left_out: on how many ballots dissent is left out.
        notes_left_out: whether notes and evidence of people are left out.
    """

    def __init__(self, held: Held, room: RoomState, attended: int) -> None:
        self._room = room
        self._state = room.state
        self._questions = (*held.manager.route.question.values(),)
        self._known = {one.id for one in self._questions}
        self._dissents, self.dissents_left_out = _dissents(room, attended)
        notes = [one for one in room.state.kept if attended >= FEWEST or one.event.who == FACILITATOR]
        self.notes_left_out = len(notes) < len(room.state.kept)
        self._notes = _by_question(notes, self._known)
        self._parked = _by_question(room.outcomes.parked, self._known)
        self._actions = _by_question(room.outcomes.actions, self._known)
        self._contests = [one for one in room.contests if self._is_of_the_room(one)]

    def events(self) -> tuple[Event, ...]:
        """The log; the same whoever voted what, said what, and when."""
        at = self._state.events[-1].at.partition("T")[0]
        made: list[Event] = []
        agreed: dict[Ballot, EventId] = {}
        for what, who in self._all():
            seq = len(made) + 1
            match what:
                case Agreed():
                    for ballot in ballots_said(what):
                        agreed.setdefault(ballot, EventId(f"e{seq}"))
                case Settled(outcome=outcome):  # what it settles stands before it
                    what = Settled(event=made[-1].id, outcome=outcome)
                case Contested():  # and so does the second of the two
                    what = _contest(made[-1], agreed)
            made.append(Event(id=EventId(f"e{seq}"), seq=seq, at=at, who=who, what=what))
        return tuple(made)

    def _all(self) -> Iterator[tuple[Known, str]]:
        started = next(event.what for event in self._state.events if isinstance(event.what, Started))
        yield started, FACILITATOR
        schedule = self._room.schedule
        if schedule:
            yield Scheduled(minutes=schedule.minutes, discuss_first=schedule.discuss_first), FACILITATOR
        for question in self._questions:
            if question.id in self._state.skipped:
                yield Skipped(question=question.id), FACILITATOR
            given = self._state.answers.get(question.id)
            if given:
                yield from ((what, FACILITATOR) for what in _agreed(question, given))
            yield from self._contested(question.id)
            for ballot in ballots_of(question):
                for number, reason in enumerate(sorted(self._dissents.get(ballot, ()))):
                    dissent = Dissented(question=ballot.question, fact=ballot.fact, reason=reason)
                    yield dissent, f"{_SOMEBODY}{number}"  # of one person, only the latest would count
            yield from self._beside(question.id)
        yield from self._beside(_NOWHERE)
        if self._state.stage == FINISHED:
            last = [event.what for event in self._state.events if isinstance(event.what, Finished)][-1]
            yield Finished(left_out=last.left_out, decided=last.decided), FACILITATOR

    def _beside(self, question: QuestionId) -> Iterator[tuple[Known, str]]:
        notes = [_note(one) for one in self._notes.get(question, ())]
        yield from ((note, _SOMEBODY) for note in sorted(notes, key=_sorting))
        for task in sorted(self._parked.get(question, ()), key=_task_sorting):
            yield Parked(text=task.text, question=question), FACILITATOR
            yield from _settled(task)
        for task in sorted(self._actions.get(question, ()), key=_task_sorting):
            owner = OWNER if task.owner else ""
            yield Action(text=task.text, owner=owner, due=task.due, question=question), FACILITATOR
            yield from _settled(task)

    def _contested(self, question: QuestionId) -> Iterator[tuple[Known, str]]:
        """What was agreed as well, where nobody decided between that and what counts."""
        for one in self._contests:
            entry = self._entry(one.second)
            if entry.question == question:
                yield _plain(entry), FACILITATOR
                yield Contested(first="", second=""), FACILITATOR

    def _is_of_the_room(self, contest: Contest) -> bool:
        events = [self._state.event(one) for one in (contest.first, contest.second)]
        return all(event is not None and isinstance(event.what, Agreed) for event in events)

    def _entry(self, id: EventId) -> Agreed:
        event = self._state.event(id)
        assert event is not None
        assert isinstance(event.what, Agreed)
        return event.what


def _dissents(room: RoomState, attended: int) -> tuple[Mapping[Ballot, set[str]], int]:
    """The different reasons on each ballot, without how often each was given, and how many are left out."""
    found: dict[Ballot, list[str]] = {}
    for one in room.outcomes.dissents:
        if not one.earlier:
            found.setdefault(one.ballot, []).append(one.reason)
    shown = {
        ballot: set(reasons)
        for ballot, reasons in found.items()
        if dissent_may_be_shown(len(reasons), attended)
    }
    return shown, len(found) - len(shown)


def _contest(second: Event, agreed: Mapping[Ballot, EventId]) -> Contested:
    assert isinstance(second.what, Agreed)
    first = next((agreed[ballot] for ballot in ballots_said(second.what)), second.id)
    return Contested(first=first, second=second.id)


T = TypeVar("T", Kept, Task)


def _by_question(entries: Iterable[T], known: set[QuestionId]) -> dict[QuestionId, list[T]]:
    found: dict[QuestionId, list[T]] = {}
    for one in entries:
        found.setdefault(one.question if one.question in known else _NOWHERE, []).append(one)
    return found


def _agreed(question: Question, given: Given) -> Iterator[Agreed]:
    """What stands as the answer to a question: of a checklist, what was agreed on each point."""
    if not given.points:
        yield _plain(given.event.what)
        return
    levels, reasons = given.answer.levels, given.answer.reasons
    for fact in (item.fact for item in question.items if item.fact in levels):
        own = {fact: reasons[fact]} if fact in reasons else {}
        yield replace(_plain(given.points[fact].what), levels={fact: levels[fact]}, reasons=own)


def _plain(said: object) -> Agreed:
    """An answer as what the room agreed on, without what was typed besides it."""
    assert isinstance(said, Agreed | Answered)
    return Agreed(
        question=said.question,
        option=said.option,
        levels=said.levels,
        reasons=said.reasons,
        text=said.text,
        words=said.words,
        reason=said.reason if isinstance(said, Agreed) else "",
    )


def _note(one: Kept) -> Noted | Evidenced:
    if one.kind is KeptAs.EVIDENCE:
        return Evidenced(text=one.text, question=one.question)
    what = one.event.what
    if isinstance(what, Noted):
        return Noted(text=one.text, question=one.question, tension=what.tension, declined=what.declined)
    return Noted(text=one.text, question=one.question)


def _settled(task: Task) -> Iterator[tuple[Known, str]]:
    if task.settled is not None:
        yield Settled(event="", outcome=task.outcome), FACILITATOR


def _sorting(note: Noted | Evidenced) -> tuple[bool, str, str, bool]:
    if isinstance(note, Evidenced):
        return True, note.text, "", False
    return False, note.text, note.tension, note.declined


def _task_sorting(task: Task) -> tuple[str, ...]:
    return task.text, task.owner and OWNER, task.due, task.outcome
