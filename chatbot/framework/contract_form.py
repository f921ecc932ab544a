"""The form of what `chatbot assess` prints, so that a schema can be made of it; `contract.py` fills it.

A framework of somebody's own may ask for other things to be explicit before resources are committed; those
then stand in `commitment` under ids of their own.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from chatbot.framework.assessment import Certainty, Clarity, Decision, GateStanding, Reach, Readiness
from chatbot.framework.model import Severity


class CauseForm(Struct, frozen=True, kw_only=True):
    """A fact at the level that was stated.

    Attributes:
        fact: its id, as in `governance.audit_trail`.
        level: its level; `not_asked` where nothing was said.
        label: the fact as a noun phrase.
        words: what was said, word for word; only where something was typed.
        evidence: what shows that it is so, word for word; only where something was named.
        reason: why it does not apply; only where it does not.
    """

    fact: str
    level: str
    label: str
    words: str | UnsetType = UNSET
    evidence: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET


class ModelForm(Struct, frozen=True, kw_only=True):
    """A value model's gate and reach.

    Attributes:
        model: its id.
        standing: how much of its gate is established.
        reach: whether it is within reach.
        unmet: what of the gate is known not to be established, by fact ids.
        unknown: what of the gate is not known, and, where it decides, whether the value model applies.
    """

    model: str
    standing: GateStanding
    reach: Reach
    unmet: tuple[str, ...]
    unknown: tuple[str, ...]


class LayerForm(Struct, frozen=True, kw_only=True):
    """A readiness layer.

    Attributes:
        layer: its id.
        standing: how it stands; open where what is not known decides.
        best: the same with what is not known at its best.
        worst: the same with what is not known at its worst.
        established: the signals that are established, by fact ids.
        partial: those that are established in part.
        absent: those that are absent.
        unknown: those that are not known or were not asked.
        sign: the level of the sign that should not be there; `not_asked` where nothing was said.
    """

    layer: str
    standing: Readiness
    best: Readiness
    worst: Readiness
    established: tuple[str, ...]
    partial: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]
    sign: str


class WarningForm(Struct, frozen=True, kw_only=True):
    """A warning that is raised.

    Attributes:
        id: its id.
        certainty: whether it holds whatever the unknowns turn out to be.
        severity: how grave it is.
        title: its title.
        cause: why this is a problem.
        because: what was said that raised it.
        action: what to do about it.
        source: where in the framework it comes from.
    """

    id: str
    certainty: Certainty
    severity: Severity
    title: str
    cause: str
    because: tuple[CauseForm, ...]
    action: str
    source: str


class ReasonForm(Struct, frozen=True, kw_only=True):
    """A reason for the decision.

    Attributes:
        id: its id.
        says: the reason as a sentence.
    """

    id: str
    says: str


class ConditionForm(Struct, frozen=True, kw_only=True):
    """One thing to clear before committing.

    Attributes:
        kind: whether it is one of the items, a warning, or the limit of a short dialog.
        id: the id of the item or of the warning.
        says: what to clear, as a sentence.
        facts: the facts to settle, at their present levels.
    """

    kind: Literal["item", "warning", "cap"]
    id: str
    says: str
    facts: tuple[CauseForm, ...]


class CommitmentForm(Struct, frozen=True, kw_only=True):
    """Should resources be committed to the ambition now?

    Attributes:
        decision: the answer.
        value_model: how far it is settled which value model to work on.
        readiness: how far it is settled whether the organisation is ready.
        controls: how far the controls are settled.
        owner: how far it is settled who owns the work.
        capped: whether a limit of the dialog made the decision less favourable.
        reasons: why it is decided so.
        conditions: what to clear before committing, in order.
    """

    decision: Decision
    value_model: Clarity
    readiness: Clarity
    controls: Clarity
    owner: Clarity
    capped: bool
    reasons: tuple[ReasonForm, ...]
    conditions: tuple[ConditionForm, ...]


class NextStepForm(Struct, frozen=True, kw_only=True):
    """Something to do now.

    Attributes:
        fact: the fact that it is about.
        level: its present level.
        label: the fact as a noun phrase.
        action: what to do.
        unlocks: the ids of the value models that need it.
        items: the ids of the items of the commitment that it serves.
        clears: the ids of the warnings that it takes a cause away from.
    """

    fact: str
    level: str
    label: str
    action: str
    unlocks: tuple[str, ...]
    items: tuple[str, ...]
    clears: tuple[str, ...]


class FindOutForm(Struct, frozen=True, kw_only=True):
    """Something to find out.

    Attributes:
        fact: the fact that it is about.
        level: `unknown` where it was asked, `not_asked` where it was not.
        label: the fact as a noun phrase.
        decides: the ids of the conclusions that it can change.
    """

    fact: str
    level: str
    label: str
    decides: tuple[str, ...]


class UnlockForm(Struct, frozen=True, kw_only=True):
    """What the value model after the recommended one still needs.

    Attributes:
        model: its id.
        needs: the facts to settle, at their present levels.
    """

    model: str
    needs: tuple[CauseForm, ...]


class TensionForm(Struct, frozen=True, kw_only=True):
    """Answers that do not fit together at first sight; they are asked about and never judged.

    Attributes:
        id: the id of the tension.
        title: its title.
        because: the facts that do not fit together.
        ask: what to ask about it.
        reason: why they do not fit without an explanation.
        source: where in the framework that comes from.
    """

    id: str
    title: str
    because: tuple[CauseForm, ...]
    ask: str
    reason: str
    source: str


class Assessed(Struct, frozen=True, kw_only=True):
    """What the framework concludes from a set of facts.

    Attributes:
        ambition: the id of the value model aimed at; null where none is known.
        recommended: the id of the value model to work on now, whatever turns out.
        reachable: the same with unknowns at their best.
        certain: whether both are the same.
        headline: what to work on now, with what is reachable and what decides it.
        headroom: whether the ambition lies before what is within reach already.
        models: the value models, in sequence.
        layers: the readiness layers.
        warnings: the warnings that are raised.
        commitment: whether to commit resources to the ambition now.
        next_steps: what to do now, in order.
        find_out: what to find out, the most decisive first.
        unlock: what the next value model still needs; null after the last.
        tensions: facts that do not fit together at first sight.
        boundary: what the advice is not.
    """

    ambition: str | None
    recommended: str
    reachable: str
    certain: bool
    headline: str
    headroom: bool
    models: tuple[ModelForm, ...]
    layers: tuple[LayerForm, ...]
    warnings: tuple[WarningForm, ...]
    commitment: CommitmentForm
    next_steps: tuple[NextStepForm, ...]
    find_out: tuple[FindOutForm, ...]
    unlock: UnlockForm | None
    tensions: tuple[TensionForm, ...]
    boundary: tuple[str, ...]
