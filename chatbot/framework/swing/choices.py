"""What a search over combinations is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Hashable

import msgspec

from chatbot.facts import Facts
from chatbot.framework.model import WarningId


class Choice(msgspec.Struct, frozen=True):
    """One thing that may be so or so, whatever the other choices turn out to be.

    Attributes:
        id: tells it from the other choices.
        alternatives: what each possibility states; a fact that others state and it does not is not asked.
    """

    id: Hashable
    alternatives: tuple[Facts, ...]


class Swing(msgspec.Struct, frozen=True, kw_only=True):
    """What a choice can change, with the other choices at some combination of theirs.

    Attributes:
        recommendation: whether `recommended` or `reachable`.
        commitment: whether the decision.
        warnings: those that it raises, takes away, or makes certain or possible, in the framework's order.
        proved: whether all combinations were looked at. If not, it can change what is named here, and perhaps
            more.
    """

    recommendation: bool = False
    commitment: bool = False
    warnings: tuple[WarningId, ...] = ()
    proved: bool = True

    @property
    def matters(self) -> bool:
        """Whether it can change anything at all."""
        return self.recommendation or self.commitment or bool(self.warnings)
