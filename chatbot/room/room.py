"""A room: one interview that a facilitator holds with several people, with a short list of verbs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from chatbot.dialog.answers import Answer, AnswerError, check_fit
from chatbot.dialog.ids import QuestionId
from chatbot.dialog.script import Question
from chatbot.errors import ChatbotError
from chatbot.interview.contesting import contests_with, says_the_same
from chatbot.interview.contests import Contest
from chatbot.interview.events import Event, EventId, Evidenced, Known, Noted, Skipped, Withdrawn
from chatbot.interview.fresh import new_event_id
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import (
    Action,
    Agreed,
    Contested,
    Continued,
    Dissented,
    Invited,
    Joined,
    Left,
    Opened,
    Parked,
    Paused,
    PersonId,
    Resolved,
    Revealed,
    Scheduled,
    Settled,
    Shown,
    Voted,
)
from chatbot.interview.store import Conflict
from chatbot.room.ballots import Ballot, Stance, answer_to
from chatbot.room.people import FACILITATOR
from chatbot.room.state import RoomState

_ATTEMPTS = 20


class NoRoom(ChatbotError):
    """An interview that was not begun as a room."""


class Recorded(msgspec.Struct, frozen=True):
    """What came of recording an entry.

    Attributes:
        event: the entry; where another terminal had said the same already, that one.
        contest: the contest that it caused with an entry of another terminal.
    """

    event: Event
    contest: Contest | None = None


class Room:
    """Holds an interview with several people. Every verb stores its events durably before it returns.

    What another terminal has stored since is taken into account first. Where that is about the same thing,
    both entries are kept, and `RoomState.contests` shows them until somebody decides.
    """

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.state = RoomState(interview.state)
        if self.state.schedule is None:
            raise NoRoom(
                f"Interview {interview.id} is held by one person alone.",
                todo="Take its answers into a room with --prework, or go on with it in chatbot interview.",
            )

    @classmethod
    def begin(cls, interview: Interview, *, minutes: int = 0, discuss_first: bool = False) -> Room:
        """Make a room of an interview that has just been started, with the time it has."""
        interview.record(Scheduled(minutes=minutes, discuss_first=discuss_first), FACILITATOR)
        return cls(interview)

    @property
    def now(self) -> datetime:
        """The time by the clock that its events are stamped with."""
        return self.interview.now()

    def question(self, id: QuestionId) -> Question:
        """One question of the dialog."""
        return self.interview.held.manager.route.question[id]

    def follow(self) -> tuple[Event, ...]:
        """Take in what another terminal has stored since; gives those events."""
        self.interview.catch_up()
        return self.state.follow()

    def schedule(self, minutes: int, *, discuss_first: bool = False) -> Recorded:
        """Change how long the room has."""
        return self._record(Scheduled(minutes=minutes, discuss_first=discuss_first))

    def invite(
        self, name: str, role: str = "", organisation: str = "", person: PersonId | None = None
    ) -> PersonId:
        """Put somebody on the roster, or correct what is said of them.

        Raises:
            AnswerError: the name is empty.
        """
        if not name.strip():
            raise AnswerError("The name is empty.", todo="Write a name.")
        id = person or PersonId("p" + new_event_id()[:8])
        self._record(Invited(name=name, role=role, organisation=organisation), id)
        return id

    def join(self, person: PersonId) -> Recorded:
        """Somebody came in."""
        return self._record(Joined(), person)

    def leave(self, person: PersonId) -> Recorded:
        """Somebody left."""
        return self._record(Left(), person)

    def open(self, ballot: Ballot, *, discuss_first: bool | None = None) -> Recorded:
        """Turn to a ballot; votes on it begin anew."""
        schedule = self.state.schedule
        default = bool(schedule and schedule.discuss_first)
        return self._record(
            Opened(
                question=ballot.question,
                fact=ballot.fact,
                discuss_first=default if discuss_first is None else discuss_first,
            )
        )

    def vote(self, person: PersonId, ballot: Ballot, stance: Stance, words: str = "") -> Recorded:
        """Record what somebody holds to be so.

        Raises:
            AnswerError: it does not fit the question; nothing is recorded.
        """
        answer = self._fitting(ballot, stance)
        return self._record(
            Voted(
                question=ballot.question,
                option=answer.option,
                levels=answer.levels,
                reasons=answer.reasons,
                text=answer.text,
                words=words,
            ),
            person,
        )

    def reveal(self, ballot: Ballot) -> Recorded:
        """Show the votes of the present round."""
        return self._record(Revealed(question=ballot.question, fact=ballot.fact))

    def agree(self, ballot: Ballot, stance: Stance, reason: str = "", words: str = "") -> Recorded:
        """Record what the room agreed on; raises as `vote`."""
        answer = self._fitting(ballot, stance)
        return self._record(
            Agreed(
                question=ballot.question,
                option=answer.option,
                levels=answer.levels,
                reasons=answer.reasons,
                text=answer.text,
                words=words,
                reason=reason,
            )
        )

    def dissent(self, person: PersonId, ballot: Ballot, reason: str = "") -> Recorded:
        """Record that somebody does not share what was agreed."""
        agreement = self.state.outcomes.agreement(ballot)
        to = agreement.event.id if agreement else ""
        return self._record(
            Dissented(question=ballot.question, fact=ballot.fact, reason=reason, event=to), person
        )

    def note(self, text: str, question: QuestionId | None, who: PersonId = FACILITATOR) -> Recorded:
        """Keep what somebody said."""
        return self._record(Noted(text=text, question=question or QuestionId("")), who)

    def evidence(self, text: str, question: QuestionId | None, who: PersonId = FACILITATOR) -> Recorded:
        """Keep what somebody named to show that an answer is so."""
        return self._record(Evidenced(text=text, question=question or QuestionId("")), who)

    def park(self, text: str, question: QuestionId | None, who: PersonId = FACILITATOR) -> Recorded:
        """Put a point aside for later."""
        return self._record(Parked(text=text, question=question or QuestionId("")), who)

    def act(self, text: str, owner: str = "", due: str = "", question: QuestionId | None = None) -> Recorded:
        """Record what somebody is to do.

        Args:
            owner: a person's id, or the name of somebody who is not on the roster.
        """
        return self._record(Action(text=text, owner=owner, due=due, question=question or QuestionId("")))

    def settle(self, task: EventId, outcome: str = "") -> Recorded:
        """A parked point or an action is dealt with."""
        return self._record(Settled(event=task, outcome=outcome))

    def drop(self, question: QuestionId) -> Recorded:
        """Pass over a question; it stays unasked until somebody comes back to it."""
        return self._record(Skipped(question=question))

    def show_result(self, result: bool) -> Recorded:
        """Show the running result to the room, or hide it."""
        return self._record(Shown(result=result))

    def pause(self) -> Recorded:
        """Stop the clock."""
        return self._record(Paused())

    def go_on(self) -> Recorded:
        """Set the clock going; what lies between the last event and now costs no minutes."""
        return self._record(Continued())

    def resolve(self, contest: Contest, kept: EventId) -> Recorded:
        """Decide which of two contested entries counts; the other stays in the log."""
        return self._record(Resolved(event=contest.id, kept=kept))

    def take_over(self, entries: Iterable[tuple[Known, str]]) -> tuple[Event, ...]:
        """Record many entries of people at once, all of them or none."""
        self.follow()
        events = tuple(
            self.interview.new_event(what, who, after=after) for after, (what, who) in enumerate(entries)
        )
        self.interview.store(events)
        self.state.follow()
        return events

    def undo(self) -> Event | None:
        """Withdraw the latest step; gives what was withdrawn, `None` where there is nothing to undo."""
        self.follow()
        last = self.interview.state.last_change()
        if last:
            self._record(Withdrawn(event=last.id))
        return last

    def redo(self) -> Event | None:
        """Put back what was undone last; gives it, `None` where nothing was undone since the last step."""
        self.follow()
        undone = self.interview.state.last_undone()
        if undone is None or not isinstance(undone.what, Withdrawn):
            return None
        self._record(Withdrawn(event=undone.id))
        return self.interview.state.event(undone.what.event)

    def finish(self) -> Event:
        """Close the room with its advice, also where questions were left out."""
        self.follow()
        event = self.interview.finish(all_the_same=True)
        self.state.follow()
        return event

    def reopen(self) -> Event:
        """Open a finished room again."""
        self.follow()
        event = self.interview.reopen()
        self.state.follow()
        return event

    def _fitting(self, ballot: Ballot, stance: Stance) -> Answer:
        question = self.question(ballot.question)
        answer = answer_to(ballot, question.kind, stance)
        check_fit(question, answer, whole=False)
        return answer

    def _record(self, what: Known, who: PersonId = FACILITATOR) -> Recorded:
        missed = list(self.follow())
        # What was on screen before the key was pressed is known to whoever pressed it; what came in since
        # the last look is not.
        for _ in range(_ATTEMPTS):
            rival = contests_with(what, who, missed, self.interview.state.out)
            if rival and says_the_same(rival.what, what):
                return Recorded(rival)
            event = self.interview.new_event(what, who)
            entries = [event]
            if rival:
                contest = Contested(first=rival.id, second=event.id)
                entries.append(self.interview.new_event(contest, FACILITATOR, after=1))
            try:
                self.interview.store(entries)
            except Conflict:
                missed += self.follow()
                continue
            self.state.follow()
            return Recorded(event, self.state.contests[-1] if rival else None)
        raise Conflict(self.interview.id, len(self.interview.state.events) + 1)
