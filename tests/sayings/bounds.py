"""The bounds that understanding has to hold on sayings that nothing was tuned on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.sayings.measuring import Tally


@dataclass(frozen=True, slots=True)
class Bound:
    """A share that must not be above, or not below, a limit."""

    what: str
    share: Callable[[Tally], float]
    limit: float
    at_most: bool = False

    def line(self, tally: Tally) -> tuple[str, bool]:
        """How it stands, as a line, and whether it holds."""
        share = self.share(tally)
        holds = share <= self.limit if self.at_most else share >= self.limit
        side = "at most" if self.at_most else "at least"
        verdict = "holds" if holds else "DOES NOT HOLD"
        return f"{self.what:32}{share:>7.1%}   {side} {self.limit:.1%}   {verdict}", holds


BOUNDS = (
    Bound("wrong in silence", lambda tally: tally.wrong, 0.005, at_most=True),
    Bound("understood at once", lambda tally: tally.at_once, 0.75),
    Bound("at once or offered first", lambda tally: tally.offered_first, 0.92),
)
