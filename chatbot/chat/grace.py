"""The moment of grace: a key pressed just when something new is asked was hardly meant for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

TOO_EARLY: Final = "That came very soon after the question. Once more, if you mean it."

_MEANT: Final = 3
"""So many characters are not typed by mistake."""


class Grace:
    """Tells whether something was asked only just now.

    Args:
        clock: seconds that only go forward.
        seconds: how long the moment is.
    """

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._since = clock()

    def begin(self) -> None:
        """Something new is asked."""
        self._since = self._clock()

    def holds(self, words: str = "") -> bool:
        """Whether what was done now, perhaps with some words, is not to count yet."""
        return len(words) < _MEANT and self._clock() - self._since < self._seconds
