"""A room: one interview that a facilitator holds with several people, with a short list of verbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chatbot.dialog.answers import Answer, AnswerError, check_fit
from chatbot.dialog.ids import QuestionId
from chatbot.dialog.script import Question
from chatbot.errors import ChatbotError
from chatbot.interview.contests import Contest
from chatbot.interview.events import Event, EventId, Evidenced, Known, Noted, Skipped, Withdrawn
from chatbot.interview.fresh import new_event_id
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import (
    Action,
    Agreed,
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
from chatbot.room.ballots import Ballot, Stance, answer_to
from chatbot.room.people import FACILITATOR
from chatbot.room.recording import Closed, Recorded, check_open, record, record_all
from chatbot.room.state import RoomState
from chatbot.room.stepping_back import steps_to_redo, steps_to_undo

__all__ = ["Closed", "NoRoom", "Recorded", "Room"]


class NoRoom(ChatbotError):
    """An interview that was not begun as a room."""


class Room:
    """Holds an interview with several people. Every verb stores its events durably before it returns.

    In a closed room nothing but what it shows can be recorded (`Closed`) until it is opened again.

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
        invited, id = _invited(name, role, organisation), person or _new_person()
        self._record(invited, id)
        return id

    def welcome(self, name: str, role: str = "", organisation: str = "") -> PersonId:
        """Put somebody on the roster who has just come in, both or neither; raises as `invite`."""
        invited, id = _invited(name, role, organisation), _new_person()
        self.take_over([(invited, id), (Joined(), id)])
        return id

    def join(self, person: PersonId) -> Recorded:
        """Somebody came in."""
        return self._record(Joined(), person)

    def leave(self, person: PersonId) -> Recorded:
        """Somebody left."""
        return self._record(Left(), person)

    def open(
        self, ballot: Ballot, *, discuss_first: bool | None = None, dropped: Recorded | None = None
    ) -> Recorded:
        """Turn to a ballot; votes on it begin anew.

        Args:
            dropped: what passed over the question before, where that leads to it; both are undone at once.
        """
        schedule = self.state.schedule
        default = bool(schedule and schedule.discuss_first)
        return self._record(
            Opened(
                question=ballot.question,
                fact=ballot.fact,
                discuss_first=default if discuss_first is None else discuss_first,
                event=dropped.event.id if dropped else "",
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
        return record_all(self, tuple(entries))

    def undo(self) -> Event | None:
        """Withdraw the latest step that is known here, whatever another terminal has stored since.

        Returns:
            what was withdrawn; `None` where there is nothing to undo.
        """
        taken = steps_to_undo(self.interview.state)
        self._withdraw(taken)
        return taken[-1] if taken else None

    def redo(self) -> Event | None:
        """Put back what was undone last; gives it, `None` where nothing was undone since the last step."""
        put_back = steps_to_redo(self.interview.state)
        self._withdraw([undone for undone, _ in put_back])
        return put_back[0][1] if put_back else None

    def finish(self) -> Event:
        """Close the room with its advice, also where questions were left out.

        Raises:
            Closed: it is closed already.
        """
        self.follow()
        check_open(self)
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

    def _withdraw(self, events: Sequence[Event]) -> None:
        if len(events) == 1:
            self._record(Withdrawn(event=events[0].id))
        elif events:
            self.take_over([(Withdrawn(event=event.id), FACILITATOR) for event in events])

    def _record(self, what: Known, who: PersonId = FACILITATOR) -> Recorded:
        return record(self, what, who)


def _new_person() -> PersonId:
    return PersonId("p" + new_event_id()[:8])


def _invited(name: str, role: str, organisation: str) -> Invited:
    if not name.strip():
        raise AnswerError("The name is empty.", todo="Write a name.")
    return Invited(name=name, role=role, organisation=organisation)
