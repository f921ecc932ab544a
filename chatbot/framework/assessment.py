"""What the framework concludes from facts: ids and standings, no sentences.

Structs instead of dataclasses, because a frozen dataclass takes five times as long to make. They refer
to nothing that refers back, so the garbage collector need not look at them.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from chatbot.facts import FactId, LayerId, ModelId
from chatbot.framework.model import CommitmentItemId, Severity, WarningId


class Readiness(StrEnum):
    """The standing of a readiness layer, from the lowest to the highest, then the two others."""

    AT_RISK = "at_risk"
    DEVELOPING = "developing"
    READY = "ready"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


class GateStanding(StrEnum):
    """How much of a gate is established."""

    UNMET = "unmet"
    PARTIAL = "partial"
    MET = "met"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


class Reach(StrEnum):
    """Whether a value model is within reach: whatever turns out, at best only, or not even then.

    `unknown` is for an ambition that nobody named, `not_applicable` for a value model that dropped out.
    """

    NOW = "now"
    ONCE_KNOWN = "once_known"
    BEYOND = "beyond"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Certainty(StrEnum):
    """Whether a warning holds whatever the unknowns turn out to be."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Clarity(StrEnum):
    """How far one of the things that commitment asks for is settled."""

    EXPLICIT = "explicit"
    OPEN = "open"
    MISSING = "missing"


class Decision(StrEnum):
    """Should resources be committed to the ambition now? From the least to the most favourable."""

    HOLD = "hold"
    CONDITIONAL = "conditional"
    COMMIT = "commit"


class Cause(msgspec.Struct, frozen=True, gc=False):
    """A fact at the level that was stated; `not_asked` where nothing was."""

    fact: FactId
    level: str


NOT_ASKED = "not_asked"


class ModelStanding(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A value model's gate and reach.

    Attributes:
        unmet: gate signals known not to be established.
        unknown: gate signals that are unknown or were not asked, and, where it decides, whether it applies.
    """

    model: ModelId
    standing: GateStanding
    reach: Reach
    unmet: tuple[FactId, ...]
    unknown: tuple[FactId, ...]


class LayerStanding(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A readiness layer's range, and its signals by level; `unknown` includes what was not asked."""

    layer: LayerId
    standing: Readiness
    best: Readiness
    worst: Readiness
    established: tuple[FactId, ...]
    partial: tuple[FactId, ...]
    absent: tuple[FactId, ...]
    unknown: tuple[FactId, ...]
    sign: str


class RaisedWarning(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A warning with what caused it."""

    id: WarningId
    certainty: Certainty
    severity: Severity
    because: tuple[Cause, ...]


class Commitment(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The decision about the ambition, and what it rests on.

    Attributes:
        items: each thing that has to be explicit, in the framework's order.
        holds: ids of the reasons to hold, when the decision is to hold.
        capped: whether the dialog's cap made the decision less favourable.
    """

    decision: Decision
    items: dict[CommitmentItemId, Clarity]
    holds: tuple[str, ...]
    capped: bool = False


class Assessment(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The conclusions.

    Attributes:
        frontier_worst: the last value model within reach with unknowns at their worst.
        frontier_best: the same with unknowns at their best.
        recommended: what to work on now, whatever turns out.
        reachable: the same with unknowns at their best.
        applies: for value models that may drop out, whether they do; `None` where that is not known.
        conclusions: every conclusion by its key, as the knowledge rules read them.
    """

    ambition: ModelId | None
    recommended: ModelId
    reachable: ModelId
    frontier_worst: ModelId
    frontier_best: ModelId
    applies: dict[ModelId, bool | None]
    models: tuple[ModelStanding, ...]
    layers: tuple[LayerStanding, ...]
    warnings: tuple[RaisedWarning, ...]
    commitment: Commitment
    conclusions: dict[str, str]

    @property
    def certain(self) -> bool:
        """Whether the recommendation is the same whatever the unknowns turn out to be."""
        return self.recommended == self.reachable

    def warning(self, warning: str) -> RaisedWarning | None:
        """The raised warning of this id, if it was raised."""
        return next((raised for raised in self.warnings if raised.id == warning), None)

    def layer(self, layer: str) -> LayerStanding:
        """The standing of one layer."""
        return next(standing for standing in self.layers if standing.layer == layer)

    def model(self, model: str) -> ModelStanding:
        """The standing of one value model."""
        return next(standing for standing in self.models if standing.model == model)


class NextStep(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something to do now.

    Attributes:
        unlocks: the value models that need it, the next one first.
        items: the commitment items that it serves.
        clears: the warnings that it takes a cause away from.
    """

    fact: FactId
    level: str
    unlocks: tuple[ModelId, ...]
    items: tuple[CommitmentItemId, ...]
    clears: tuple[WarningId, ...]


class FindOut(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something to find out, and the ids of the open conclusions that it can change.

    Attributes:
        level: `unknown` when it was asked, `not_asked` when it was not.
        decides: value models, layers, commitment items and warnings, by their ids.
    """

    fact: FactId
    level: str
    decides: tuple[str, ...]


class Unlock(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the next value model still needs; each fact at its present level."""

    model: ModelId
    needs: tuple[Cause, ...]


class CommitmentCondition(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One thing to clear before committing: a commitment item, a warning, or the dialog's cap."""

    kind: str
    id: str
    facts: tuple[Cause, ...]


class Advice(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What to do about an assessment.

    Attributes:
        next_steps: ordered by what they unlock.
        find_out: the unknowns that could change a conclusion, the most decisive first.
        unlock: what the value model after the recommended one still needs; `None` after the last.
        conditions: what to clear before committing, in order; empty when committing.
        headroom: whether the ambition lies before what is within reach already.
    """

    next_steps: tuple[NextStep, ...]
    find_out: tuple[FindOut, ...]
    unlock: Unlock | None
    conditions: tuple[CommitmentCondition, ...]
    headroom: bool
