"""Measuring: two things in turn, A B A B, and the ratio of their medians."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """One measured ratio.

    Attributes:
        what: what was measured.
        against: what it is divided by.
        ours: each measurement, in seconds or bytes.
        theirs: each measurement of the baseline, taken in turn with ours.
        bound: the ratio that must not be exceeded; `None` for orientation only.
    """

    what: str
    against: str
    ours: Sequence[float]
    theirs: Sequence[float]
    bound: float | None

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return median(self.ours) / median(self.theirs)

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of a pair measured in turn."""
        pairs = [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=False)]
        return min(pairs), max(pairs)

    @property
    def holds(self) -> bool:
        """Whether the bound holds; rows for orientation always do."""
        return self.bound is None or self.ratio <= self.bound


def in_turn(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int, warmup: int = 1
) -> tuple[list[float], list[float]]:
    """Take `rounds` measurements of each, alternating; the first `warmup` rounds do not count."""
    pairs = [(ours(), theirs()) for _ in range(warmup + rounds)][warmup:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def seconds(act: Callable[[], object], repeat: int = 1) -> Callable[[], float]:
    """A measurement: the mean time of `repeat` calls."""

    def measure() -> float:
        start = perf_counter()
        for _ in range(repeat):
            act()
        return (perf_counter() - start) / repeat

    return measure
