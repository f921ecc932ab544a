"""Runs of letters: tells a key from somebody who types a sentence where letters are keys."""

from __future__ import annotations

from collections.abc import Callable


class TypingRun:
    """One run of letters after another; a run goes on as long as no pause is too long.

    Args:
        clock: seconds that only go forward.
        pause: how many seconds end a run.

    Attributes:
        told: whether something was said because of the present run.
    """

    def __init__(self, clock: Callable[[], float], pause: float) -> None:
        self._clock = clock
        self._pause = pause
        self._last: float | None = None
        self.told = False

    def goes_on(self) -> bool:
        """Whether a letter pressed now belongs to those before it."""
        return self._last is not None and self._clock() - self._last < self._pause

    def typed(self) -> None:
        """A letter was pressed."""
        if not self.goes_on():
            self.told = False
        self._last = self._clock()

    def end(self) -> None:
        """The letter was a key; the next one is new."""
        self._last = None
