"""Telling what happened in a room, event by event, as the narrator tells an interview with one person."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.conversation.narrator import Narrator
from chatbot.conversation.utterances import Kind, Utterance, bot, person
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    Noted,
    Reopened,
    Skipped,
    Started,
    Unrecognised,
    Uttered,
    Withdrawn,
)
from chatbot.interview.held import Held
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
    Resolved,
    Revealed,
    Scheduled,
    Settled,
    Shown,
    Voted,
)
from chatbot.report.content.called import Called
from chatbot.report.content.entry_words import EntryWords
from chatbot.report.content.wordings import Wordings
from chatbot.room.ballots import Ballot, ballots_said
from chatbot.room.state import RoomState

_PEOPLE = (Invited, Withdrawn, Contested, Resolved)
"""What may change what somebody is called."""


class RoomNarrator:
    """Tells one room; it is told every event after the states have folded it.

    What people said is told as theirs, word for word, and what was done as something that happened. The
    question is told again whenever something else was told last.
    """

    def __init__(self, held: Held, narrator: Narrator, room: RoomState, *, replaced: bool) -> None:
        self._narrator = narrator
        self._room = room
        self._replaced = replaced
        self._wordings = Wordings(held, room.state)
        self._called = Called(room.people, replaced=replaced)
        self._in_view = Ballot(QuestionId(""))
        self._opened: set[Ballot] = set()

    def tell(self, event: Event) -> Iterator[Utterance]:
        """What is told because of an event."""
        if isinstance(event.what, _PEOPLE):
            self._called = Called(self._room.people, replaced=self._replaced)
        what = event.what
        if isinstance(what, Uttered | Unrecognised):
            yield from self._narrator.tell(event, self._room.state)
            return
        if what.typed:
            yield person(Kind.SAID, what.typed, self._in_view.question or None, event.at, event.who)
        yield from self._tell(event)

    def _tell(self, event: Event) -> Iterator[Utterance]:
        match event.what:
            case Opened(question=question, fact=fact):
                yield from self._opening(event, Ballot(question, fact))
            case Voted() | Agreed() | Answered() as said:
                kind = Kind.VOTE if isinstance(said, Voted) else Kind.AGREEMENT
                ballot = next(iter(ballots_said(said)), Ballot(said.question))
                yield from self._turned(ballot)
                yield self._said(event, kind, "\n".join(self._answer(said)), said.question)
            case Dissented(question=question, fact=fact, reason=reason):
                yield from self._turned(Ballot(question, fact))
                yield self._said(event, Kind.DISSENT, reason or "Does not share it.", question)
            case Noted(text=text, question=question):
                yield from self._kept(event, Kind.NOTE, text, question)
            case Evidenced(text=text, question=question):
                yield from self._kept(event, Kind.EVIDENCE, text, question)
            case Parked(text=text, question=question):
                yield from self._kept(event, Kind.PARKED, text, question)
            case Action(text=text, owner=owner, due=due, question=question):
                whom = ", ".join(filter(None, (self._called.owner(owner) if owner else "", due)))
                yield from self._kept(event, Kind.ACTION, "\n".join(filter(None, (text, whom))), question)
            case _:
                if happened := self._happened(event):
                    yield bot(Kind.HAPPENED, happened, self._about(event), event.at)

    def _opening(self, event: Event, ballot: Ballot) -> Iterator[Utterance]:
        again = ballot in self._opened
        self._opened.add(ballot)
        yield from self._turned(ballot)
        if again:
            says = "The room turned to this once more; the votes on it began anew."
            yield bot(Kind.HAPPENED, says, ballot.question, event.at)

    def _turned(self, ballot: Ballot) -> Iterator[Utterance]:
        """The question and its point, where what was told last is about something else."""
        ask = self._wordings.ask(ballot.question)
        if ballot == self._in_view or not ask:
            return
        if ballot.question == self._in_view.question and not ballot.fact:
            return  # what is about the question as a whole stands well below any of its points
        self._in_view = ballot
        point = self._wordings.point(ballot) if ballot.fact else ""
        yield bot(Kind.QUESTION, f"{ask}\n{point}" if point else ask, ballot.question)

    def _kept(self, event: Event, kind: Kind, text: str, question: QuestionId) -> Iterator[Utterance]:
        if question:
            yield from self._turned(Ballot(question))
        yield self._said(event, kind, text, question)

    def _said(self, event: Event, kind: Kind, text: str, question: QuestionId) -> Utterance:
        return person(kind, text, question or None, event.at, event.who)

    def _answer(self, said: Voted | Agreed | Answered) -> Iterator[str]:
        """An answer with the words that it was given in, and with the room's reason."""
        yield from self._wordings.lines(said)
        if said.words and said.words != said.text:
            yield said.words
        if isinstance(said, Agreed) and said.reason:
            yield said.reason

    def _about(self, event: Event) -> QuestionId | None:
        match event.what:
            case Skipped(question=question) | Revealed(question=question):
                return question
        return None

    def _happened(self, event: Event) -> str:
        who = self._called(event.who)
        match event.what:
            case Started():
                return "The session began."
            case Scheduled(minutes=minutes, discuss_first=discusses):
                planned = f"{minutes} minutes are planned" if minutes else "No time is set"
                first = "people discuss before they vote" if discusses else "people vote before they discuss"
                return f"{planned}, and {first}."
            case Invited(organisation=organisation):
                return f"{who} is on the list{f', {organisation}' if organisation else ''}."
            case Joined():
                return f"{who} came in."
            case Left():
                return f"{who} left."
            case Revealed():
                return "The votes were shown."
            case Shown(result=result):
                return "The result so far was shown." if result else "The result so far was hidden again."
            case Paused():
                return "The session paused."
            case Continued():
                return "The session went on."
            case Skipped():
                return "The question was passed over."
            case Finished(left_out=left_out):
                count = len(left_out)
                left = f", and {count} question{'s' if count != 1 else ''} left out" if count else ""
                return f"The session was closed{left}."
            case Reopened():
                return "The session was opened again."
            case Settled() | Contested() | Resolved() | Withdrawn():
                return self._about_entries(event)
        return ""

    def _about_entries(self, event: Event) -> str:
        words = EntryWords(self._wordings, self._called)
        entry = self._room.state.event
        match event.what:
            case Settled(event=target, outcome=outcome):
                task = entry(EventId(target))
                return " ".join(filter(None, (f"Dealt with: {words.of(task)}.", outcome)))
            case Contested(first=first, second=second):
                one, other = words.of(entry(EventId(first))), words.of(entry(EventId(second)))
                return f"Two entries say different things: {one}; {other}. The first counts until decided."
            case Resolved(kept=kept):
                return f"It was decided that this counts: {words.of(entry(EventId(kept)))}."
            case Withdrawn(event=target):
                undone = entry(EventId(target))
                if undone and isinstance(undone.what, Withdrawn):
                    return f"Put back: {words.of(entry(EventId(undone.what.event)))}."
                return f"Taken back: {words.of(undone)}."
        raise AssertionError(event.what)
