"""The listener: notices, event by event, answers that do not fit together, and when all is decided."""

from __future__ import annotations

from typing import Final

import msgspec

from chatbot.facts import ModelId
from chatbot.framework.assessment import Decision
from chatbot.framework.model import Tension, TensionId, WarningId
from chatbot.interview.ahead import look_ahead
from chatbot.interview.events import Answered, Event, EventId, Evidenced, Noted, Skipped, Uttered, Withdrawn
from chatbot.interview.held import Held
from chatbot.interview.state import State
from chatbot.interview.voiced import tensions_of


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What no answer can change any more, and what answers could still bring.

    Attributes:
        left: how many questions wait for an answer.
        more: how many others an answer could still bring up.
    """

    recommended: ModelId
    reachable: ModelId
    decision: Decision
    may_come: tuple[WarningId, ...]
    may_go: tuple[WarningId, ...]
    left: int
    more: int


class Heeded(msgspec.Struct, frozen=True):
    """What is worth saying because of an event; at most one of the two.

    Attributes:
        tension: to be asked about now.
        decided: to be said now.
    """

    tension: Tension | None = None
    decided: Decided | None = None


NOTHING = Heeded()

_WORTH_ASKING: Final = 2
"""With fewer questions left, to ask whether to leave them out would take as long as they do."""


class Listener:
    """Listens to one interview. What it says follows from the events alone, so a replay says the same.

    A tension is asked about once: when the answer that completes it was given. Of several that one answer
    completes, the next is asked about when something was said to the one before; whoever goes on with the
    questions instead is not asked about the others any more. That all is decided is said once, and again
    only if a change has led to another conclusion.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._begin()

    def _begin(self) -> None:
        self._seen = 0
        self._holding: frozenset[TensionId] = frozenset()
        self._asked: set[TensionId] = set()
        self._next: list[Tension] = []
        self._said: tuple[ModelId, ModelId, Decision] | None = None

    def heed(self, event: Event, state: State) -> Heeded:
        """What is worth saying because of `event`, given the state that it has led to."""
        if event.seq != self._seen + 1:
            self._catch_up(event, state)
        self._seen = event.seq
        return self._heed(event, state)

    def _catch_up(self, event: Event, state: State) -> None:
        """Listen to what came before, where it was not told."""
        if event.seq <= self._seen:
            self._begin()
        past = State(self._held.manager)
        for earlier in state.events[: event.seq - 1]:
            past.fold(earlier)
            if earlier.seq > self._seen:
                self._seen = earlier.seq
                self._heed(earlier, past)

    def _heed(self, event: Event, state: State) -> Heeded:
        what = event.what
        if isinstance(what, Evidenced | Uttered) or (isinstance(what, Noted) and not what.tension):
            return NOTHING  # said beside the conversation, which goes on where it was
        held = tensions_of(self._held, state)
        new = [tension for tension in held if tension.id not in self._holding]
        self._holding = frozenset(tension.id for tension in held)
        tension = None
        match what:
            case Answered():
                self._next = [one for one in new if one.id not in self._asked]
                tension = self._following()
            case Noted():
                tension = self._following()
            case Withdrawn(event=target):
                self._next = []
                tension = self._taken_up(target, state)
            case _:
                self._next = []
        if tension:
            self._asked.add(tension.id)
            return Heeded(tension=tension)
        if isinstance(what, Answered | Skipped | Noted | Withdrawn):
            return Heeded(decided=self._decided(state))
        return NOTHING

    def _following(self) -> Tension | None:
        while self._next:
            tension = self._next.pop(0)
            if tension.id in self._holding:
                return tension
        return None

    def _taken_up(self, target: EventId, state: State) -> Tension | None:
        """The tension whose explanation was just taken back, which is then asked for again."""
        taken = state.event(target)
        if taken is None or taken.id not in state.withdrawn:
            return None
        about = taken.what.tension if isinstance(taken.what, Noted) else ""
        tension = self._held.tensions.by_id.get(TensionId(about))
        return tension if tension and tension.id in self._holding else None

    def _decided(self, state: State) -> Decided | None:
        """What cannot change any more, where enough is left to ask that bears on it."""
        if len(state.due) < _WORTH_ASKING or self._is_open(state):
            return None
        assessment = self._held.assessor.assess(state.path.facts, at_most=self._held.script.at_most)
        concluded = (assessment.recommended, assessment.reachable, assessment.commitment.decision)
        if concluded == self._said:
            return None
        ahead = look_ahead(self._held, state)
        if not ahead.outlook.decided or not ahead.facts:
            return None
        self._said = concluded
        return Decided(
            recommended=assessment.recommended,
            reachable=assessment.reachable,
            decision=assessment.commitment.decision,
            may_come=ahead.outlook.may_come,
            may_go=ahead.outlook.may_go,
            left=len(state.due),
            more=len(set(ahead.questions) - set(state.due)),
        )

    def _is_open(self, state: State) -> bool:
        """Whether the questions that wait can change a conclusion by themselves; most often they can."""
        route, facts = self._held.manager.route, state.path.facts
        waiting = {fact for question in state.due for fact in route.facts[question]}
        return self._held.foresight.surely_open(facts, waiting, at_most=self._held.script.at_most)
