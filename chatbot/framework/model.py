"""What `knowledge/` says, as plain frozen data: value models, layers, warnings, rules, lenses."""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

from enum import StrEnum
from typing import NewType

import msgspec

from chatbot.conditions import Condition
from chatbot.facts import FactId, LayerId, ModelId

WarningId = NewType("WarningId", str)
LensId = NewType("LensId", str)
CommitmentItemId = NewType("CommitmentItemId", str)
TensionId = NewType("TensionId", str)


class Severity(StrEnum):
    """How grave a warning is, from the mildest to the gravest."""

    WATCH = "watch"
    CAUTION = "caution"
    STOP = "stop"


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """One observable thing that should be there.

    Attributes:
        id: `owner.name`.
        label: a short noun phrase, as on a list ("A named owner for every source").
        holds: a clause that follows "that" and says what is so when it is established.
        action: an imperative sentence that brings it about.
        may_not_apply: whether `not_applicable` is an answer, and when that would be honest.
    """

    id: FactId
    label: str
    holds: str
    action: str
    may_not_apply: str = ""


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """A warning sign or failure mode, which should not be there; fields as in `Signal`.

    `holds` says what is so when the sign is present, `clear` what is so when it is absent.
    """

    id: FactId
    label: str
    holds: str
    clear: str
    action: str


class Gate(msgspec.Struct, frozen=True, kw_only=True):
    """The prerequisites that a value model has to leave behind before the next one."""

    summary: str
    signals: tuple[Signal, ...]
    source: str
    reading: str = ""


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """What has to hold, besides the earlier gates, for a value model to be within reach.

    `needs` reads `readiness.LAYER` and `gate.MODEL`.
    """

    needs: Condition
    says: str
    reason: str
    source: str


class ValueModel(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five value models, in sequence.

    Attributes:
        delivers: what it brings, as a sentence.
        work: what working on it now looks like: a few imperative sentences.
        measure: what tells whether it pays.
        gate: what it has to leave behind.
        gate_is_control: whether the gate's signals are controls of an initiative that aims here.
        failure_mode: how it typically goes wrong.
        floors: what else it stands on.
        applies_if: the fact that takes it out of the sequence when `false`; empty if it always applies.
    """

    id: ModelId
    title: str
    delivers: str
    work: tuple[str, ...]
    measure: str
    gate: Gate
    gate_is_control: bool
    failure_mode: Sign
    source: str
    floors: tuple[Floor, ...] = ()
    applies_if: str = ""
    reading: str = ""


class ReadinessLayer(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five readiness layers: what makes it ready, and its warning sign."""

    id: LayerId
    title: str
    about: str
    ready: str
    warning: str
    signals: tuple[Signal, ...]
    sign: Sign
    source: str
    reading: str = ""


class Warning(msgspec.Struct, frozen=True, kw_only=True):
    """One warning that the framework can raise.

    Attributes:
        when: raised for certain when this holds, on facts as stated and on conclusions.
        possible_when: raised as possible when this holds and `when` does not.
        beyond_ambition: the severity when it belongs to a value model beyond the ambition.
        cause: one sentence on why this is a problem.
        action: what to do about it.
        source: where in the framework it comes from.
    """

    id: WarningId
    title: str
    severity: Severity
    when: Condition
    cause: str
    action: str
    source: str
    reason: str
    possible_when: Condition | None = None
    beyond_ambition: Severity | None = None
    reading: str = ""


class LayerRule(msgspec.Struct, frozen=True, kw_only=True):
    """How the levels of a layer's facts make its standing.

    Reads `sign`, `signals.established` and `signals.absent`; neither condition means developing.
    """

    at_risk: Condition
    ready: Condition
    reason: str
    reading: str = ""


class CommitmentItem(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things that have to be explicit before resources are committed.

    Attributes:
        says_unnamed: said in place of `says_missing` where no ambition is known; may be empty.
    """

    id: CommitmentItemId
    title: str
    explicit: Condition
    missing: Condition
    says_explicit: str
    says_open: str
    says_missing: str
    reason: str
    reading: str = ""
    says_unnamed: str = ""


class HoldReason(msgspec.Struct, frozen=True, kw_only=True):
    """One reason to hold: `says` is shown when `when` holds."""

    id: str
    when: Condition
    says: str


class CommitmentRule(msgspec.Struct, frozen=True, kw_only=True):
    """Should resources be committed to the ambition now? Hold is looked at first."""

    question: str
    items: tuple[CommitmentItem, ...]
    hold: tuple[HoldReason, ...]
    commit: Condition
    says_commit: str
    says_conditional: str
    says_hold: str
    reason: str
    source: str
    reading: str = ""


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of the engine in words, with its reason and our reading of the framework."""

    id: str
    statement: str
    reason: str
    source: str
    reading: str = ""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain: what comes first, what it makes possible, and why."""

    first: str
    makes: str
    because: str


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """A topic next to the framework."""

    title: str
    relation: str


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the framework is, where it comes from and what it is not."""

    id: str
    title: str
    origin: str
    idea: str
    chain: tuple[Link, ...]
    skipping: str
    boundary: tuple[str, ...]
    related: tuple[Related, ...]


class Tension(msgspec.Struct, frozen=True, kw_only=True):
    """Answers that do not fit together at first sight, which is worth a question and never a judgement.

    Attributes:
        title: both sides in a few words, for a report.
        when: on facts as stated; it holds as soon as the last of them was said.
        ask: what the bot asks about it, once.
        reason: why the two sides do not fit without an explanation.
        source: where in the framework both sides come from.
    """

    id: TensionId
    title: str
    when: Condition
    ask: str
    reason: str
    source: str
    reading: str = ""


class LensModel(msgspec.Struct, frozen=True, kw_only=True):
    """What a value model is in a sector."""

    model: ModelId
    here: str


class Lens(msgspec.Struct, frozen=True, kw_only=True):
    """A sector's examples and wording.

    Attributes:
        models: what the value models are here; one that has no counterpart is left out.
        examples: keyed by a fact id or by the owner of facts; shown with help.
        distribution_applies: the default where nobody says whether a channel is involved.
    """

    lens: LensId
    title: str
    source: str
    models: tuple[LensModel, ...]
    worked_example: str
    examples: dict[str, str] = {}
    distribution_applies: bool | None = None
    reading: str = ""


class Framework(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `knowledge/` says. Order is meaning: models in sequence, warnings by importance.

    Of several tensions the first is asked about first; older knowledge bases have none.
    """

    about: About
    models: tuple[ValueModel, ...]
    layers: tuple[ReadinessLayer, ...]
    warnings: tuple[Warning, ...]
    layer_rule: LayerRule
    commitment: CommitmentRule
    rules: tuple[Explained, ...]
    lenses: tuple[Lens, ...]
    tensions: tuple[Tension, ...] = ()
