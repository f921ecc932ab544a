"""The room's clock: how long each question has taken, as the times of the events say."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from chatbot.dialog.ids import QuestionId
from chatbot.interview.events import Event
from chatbot.interview.room_events import Continued, Opened, Paused


class Clock:
    """Adds up time between events. It stands still before the first question, and while it is paused."""

    def __init__(self) -> None:
        self._spent: defaultdict[QuestionId, float] = defaultdict(float)
        self._current: QuestionId | None = None
        self._last: datetime | None = None
        self.running = False

    def fold(self, event: Event) -> None:
        """Take an event into account.

        Times may go back where the logs of two machines were joined; then no time has passed. When the clock
        is set going again, what lies before counts for nothing, so a closed laptop costs no minutes.
        """
        at = datetime.fromisoformat(event.at)
        if not isinstance(event.what, Continued):
            self._add(at)
        self._last = at
        match event.what:
            case Opened(question=question):
                self._current = question
                self.running = True
            case Paused():
                self.running = False
            case Continued():
                self.running = self._current is not None

    def turn(self, question: QuestionId | None) -> None:
        """Count for another question from the last event on, as the turn to one was undone or put back."""
        self._current = question

    def spent(self, question: QuestionId, now: datetime) -> float:
        """How many seconds a question has taken until now."""
        return self._spent.get(question, 0) + (self._since(now) if question == self._current else 0)

    def total(self, now: datetime) -> float:
        """How many seconds all questions together have taken until now."""
        return sum(self._spent.values()) + self._since(now)

    def _add(self, at: datetime) -> None:
        if self._current is not None:
            self._spent[self._current] += self._since(at)

    def _since(self, now: datetime) -> float:
        if not self.running or self._last is None or self._current is None:
            return 0
        return max(0.0, (now - self._last).total_seconds())
