"""One interview: the one object that remembers, with a short list of verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from chatbot import __version__
from chatbot.dialog.answers import Answer, check_fit
from chatbot.dialog.load import load_script
from chatbot.dialog.manager import FINISHED, StageError
from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId, Facts, Statement
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.initiative import CaseError
from chatbot.framework.load import load_framework
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    InterviewId,
    Known,
    Made,
    Noted,
    Reopened,
    Skipped,
    Started,
    Uttered,
    Withdrawn,
)
from chatbot.interview.fresh import Clock, local_time, new_event_id, new_interview_id
from chatbot.interview.held import Held, check_alone, held_with, pinned_by
from chatbot.interview.room_events import FACILITATOR
from chatbot.interview.state import State
from chatbot.interview.store import Store, to_record
from chatbot.interview.typed import has, lines_of
from chatbot.sources.bundle import Bundle

if TYPE_CHECKING:
    from chatbot.interview.ahead import Ahead

PARTICIPANT = "participant"


class Interview:
    """One run of a dialog. Every verb stores its event durably before it returns."""

    def __init__(
        self,
        id: InterviewId,
        held: Held,
        store: Store,
        events: Sequence[Event],
        *,
        who: str = PARTICIPANT,
        clock: Clock = local_time,
        new_id: Callable[[], EventId] = new_event_id,
    ) -> None:
        self.id = id
        self.held = held
        self.who = who
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self.state = State(held.manager, events)
        self._typed = ""

    @classmethod
    def begin(
        cls,
        store: Store,
        dialog: Bundle,
        knowledge: Bundle,
        *,
        who: str = PARTICIPANT,
        clock: Clock = local_time,
        new_id: Callable[[], EventId] = new_event_id,
    ) -> Interview:
        """Start a new interview; the dialog and the framework it is held with are pinned in the store."""
        held = Held(load_script(dialog), load_framework(knowledge))
        started = Started(
            dialog=held.script.dialog,
            dialog_hash=dialog.hash,
            framework=held.framework.about.id,
            framework_hash=knowledge.hash,
            program=__version__,
        )
        event = Event(id=new_id(), seq=1, at=clock().isoformat(timespec="seconds"), who=who, what=started)
        id = new_interview_id()
        store.create(id, event, {dialog.hash: dialog.to_json(), knowledge.hash: knowledge.to_json()})
        return cls(id, held, store, [event], who=who, clock=clock, new_id=new_id)

    def begin_again(self) -> Interview:
        """Start a new interview held with the same dialog and framework; this one stays as it is."""
        return Interview.begin(self._store, *self.files, who=self.who, clock=self._clock, new_id=self._new_id)

    @classmethod
    def resume(
        cls, store: Store, id: InterviewId, *, who: str = PARTICIPANT, clock: Clock = local_time
    ) -> Interview:
        """Open a stored interview with the dialog and the framework that it was held with.

        Raises:
            HeldInRoom: it is a room's, and `who` does not lead it.
        """
        events = store.events(id)
        if who != FACILITATOR:
            check_alone(id, events)
        return cls(id, held_with(store, events), store, events, who=who, clock=clock)

    @property
    def files(self) -> tuple[Bundle, Bundle]:
        """The files of the dialog and of the knowledge base that it is held with."""
        return pinned_by(self._store, self.state.events)

    def now(self) -> datetime:
        """The time by the clock that its events are stamped with."""
        return self._clock()

    @property
    def finished(self) -> bool:
        """Whether the interview was finished and not reopened."""
        return self.state.stage == FINISHED

    @property
    def facts(self) -> Facts:
        """What the answers on the path state."""
        return self.state.path.facts

    @property
    def statements(self) -> dict[FactId, Statement]:
        """What was said of each fact, with the words that did."""
        return self.state.statements()

    def assessment(self) -> Assessment | None:
        """What the framework concludes so far; `None` while two answers contradict each other."""
        try:
            return self.held.assessor.assess(self.facts, at_most=self.held.script.at_most)
        except CaseError:
            return None

    def advice(self, assessment: Assessment) -> Advice:
        """What to do about an assessment of this interview."""
        from chatbot.framework.advise import advise  # the first question does not wait for it

        return advise(self.held.assessor, self.facts, assessment)

    def answer(self, question: QuestionId, answer: Answer, words: str, remark: str = "") -> Event:
        """Record an answer; it supersedes an earlier one to the same question.

        Args:
            words: what was typed for it, verbatim.
            remark: what of the words was said besides the answer, kept as a note to the question.

        Raises:
            AnswerError: it does not fit the question; nothing is recorded.
            StoreError: it could not be stored; nothing is recorded.
        """
        check_fit(self.held.manager.route.question[question], answer)
        said = {name: getattr(answer, name) for name in answer.__struct_fields__}
        return self.record(Answered(question=question, words=words, remark=remark, **said))

    def skip(self, question: QuestionId) -> Event:
        """Pass over a question; it stays unasked."""
        return self.record(Skipped(question=question))

    def explain(self, tension: str, text: str, question: QuestionId | None, *, declined: bool) -> Event:
        """Add what was said about a tension, be it that nothing explains it yet, to one of its answers."""
        about = question or QuestionId("")
        return self.record(Noted(text=text, question=about, tension=tension, declined=declined))

    def note(self, text: str, question: QuestionId | None) -> Event:
        """Add a note, to a question or to the whole interview."""
        return self.record(Noted(text=text, question=question or QuestionId("")))

    def evidence(self, text: str, question: QuestionId | None) -> Event:
        """Add what shows that an answer is so."""
        return self.record(Evidenced(text=text, question=question or QuestionId("")))

    def undo(self) -> Event | None:
        """Withdraw the latest answer, skip, note or evidence; `None` where there is nothing to undo."""
        last = self.state.last_change()
        return self.record(Withdrawn(event=last.id)) if last else None

    def redo(self) -> Event | None:
        """Put back what was undone last; `None` where nothing was undone since the last step."""
        undone = self.state.last_undone()
        return self.record(Withdrawn(event=undone.id)) if undone else None

    def ahead(self) -> Ahead:
        """What is left to ask, and what of the conclusions it can still change."""
        from chatbot.interview.ahead import look_ahead  # the first question does not wait for it

        return look_ahead(self.held, self.state)

    def finish(self, *, all_the_same: bool = False) -> Event:
        """Close the interview with its advice.

        Questions may be left out where no answer to them can change the recommendation or the commitment.

        Args:
            all_the_same: leave questions out even if they could; the person has confirmed that.

        Raises:
            StageError: a question could still change the advice, or two answers contradict each other.
        """
        left, decided = self.state.due, False
        if left:
            decided = self.ahead().outlook.decided
            if not (decided or all_the_same):
                raise StageError(
                    "Answers to the questions that are left could still change the advice.",
                    todo="Answer or skip what is left, or type advice to see what follows so far.",
                )
        stage = self.state.stage
        self.held.manager.finish(self.held.manager.review(stage) if left else stage)
        if self.assessment() is None:
            raise StageError(
                "Two answers contradict each other.", todo="Change one of them; the review lists them all."
            )
        return self.record(Finished(left_out=left, decided=decided))

    def reopen(self, *, then: str = "") -> Event:
        """Open a finished interview again; `then` are words of what is recorded next."""
        self.held.manager.reopen(self.state.stage)
        return self.record(Reopened(), then=then)

    @contextmanager
    def hearing(self, words: str) -> Iterator[None]:
        """Keep `words`, which were typed, with what is recorded meanwhile: the first event without them says
        that they brought it about. What then still has to be recorded is `unrecorded`."""
        self._typed = words
        try:
            yield
        finally:
            self._typed = ""

    @property
    def unrecorded(self) -> str:
        """What was typed and is in no event yet."""
        return self._typed

    def utter(self, question: QuestionId | None, made: Made, reply: str) -> Event:
        """Record what was typed and is in no event yet, with what the bot made of it and said to it."""
        words, question = self._typed, question or QuestionId("")
        return self.record(Uttered(words=words, question=question, made=made, reply=reply))

    def catch_up(self) -> tuple[Event, ...]:
        """Fold what another window has stored since; returns the new events."""
        return tuple(self.catching_up())

    def catching_up(self) -> Iterator[Event]:
        """The same one by one, each as soon as it is folded, so that it can be told as it was."""
        for event in self._store.later_events(self.id, len(self.state.events)):
            self.state.fold(event)
            yield event

    def record(self, what: Known, who: str = "", then: str = "") -> Event:
        """Store an event durably and fold it.

        Args:
            who: whose doing it is; empty for the participant.
            then: words of what is recorded next.

        Raises:
            Conflict: another window has stored something since; nothing is recorded.
        """
        typed = self._typed if not lines_of(then, self._typed) else ""
        if typed and not has(what, typed):
            what = replace(what, typed=typed)
        event = self.new_event(what, who)
        self._store.append(self.id, event)
        if typed:
            self._typed = ""
        self.state.fold(event)
        return event

    def new_event(self, what: Known, who: str = "", *, after: int = 0) -> Event:
        """An event that follows what was folded so far and `after` others that are not stored yet."""
        return Event(
            id=self._new_id(),
            seq=len(self.state.events) + after + 1,
            at=self.now().isoformat(timespec="seconds"),
            who=who or self.who,
            what=what,
        )

    def store(self, events: Sequence[Event]) -> None:
        """Store several new events and fold them, or none of them; raises as `record`."""
        self._store.extend(self.id, [to_record(event) for event in events], {})
        for event in events:
            self.state.fold(event)
