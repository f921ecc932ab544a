"""What is concluded from an interview, in words, as its report in JSON has it.

The keys are those of `content/judged.py` that are published: what is not named here stays inside.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from chatbot.conditions.evaluate import Truth
from chatbot.framework.assessment import Certainty, Clarity, Decision, GateStanding, Reach, Readiness
from chatbot.framework.model import Severity


class QuoteInWords(Struct, frozen=True, kw_only=True):
    """What was said to a question.

    Attributes:
        question: the id of the question.
        ask: the question in words.
        words: what was typed, word for word, or the label of what was chosen.
        verbatim: whether it was typed.
    """

    question: str
    ask: str
    words: str
    verbatim: bool


class FindingInWords(Struct, frozen=True, kw_only=True):
    """One fact at the level at which it is read.

    Attributes:
        fact: its id, as in `governance.audit_trail`.
        label: the same as a noun phrase.
        level: its level; `not_asked` where nothing was said.
        standing: the level in words.
        reason: why it does not apply; empty otherwise.
        quote: what was said of it; null where nothing was.
    """

    fact: str
    label: str
    level: str
    standing: str
    reason: str
    quote: QuoteInWords | None


class ItemInWords(Struct, frozen=True, kw_only=True):
    """One of the things that have to be explicit before resources are committed.

    Attributes:
        id: its id.
        title: its title.
        clarity: how far it is settled.
        says: the same as a sentence.
    """

    id: str
    title: str
    clarity: Clarity
    says: str


class ConditionInWords(Struct, frozen=True, kw_only=True):
    """One thing to clear before committing.

    Attributes:
        kind: whether it is one of the items, a warning, or the limit of a short dialog.
        id: the id of the item or of the warning.
        title: its title.
        says: what is wrong or, of a warning, what to do about it.
        settle: what is not settled about it; may be empty.
        findings: the facts to settle, at their present levels.
    """

    kind: Literal["item", "warning", "cap"]
    id: str
    title: str
    says: str
    settle: str
    findings: tuple[FindingInWords, ...]


class DecisionInWords(Struct, frozen=True, kw_only=True):
    """Should resources be committed to the ambition now?

    Attributes:
        question: the question that is decided.
        decision: the answer by its id.
        says: the same as a sentence.
        items: the things that have to be explicit.
        reasons: why to hold; empty otherwise.
        conditions: what to clear before committing, in order.
        capped: why the dialog concludes no more than this; empty where it set no limit.
        apart: how this and what to work on now go together.
    """

    question: str
    decision: Decision
    says: str
    items: tuple[ItemInWords, ...]
    reasons: tuple[str, ...]
    conditions: tuple[ConditionInWords, ...]
    capped: str
    apart: str


class WarningInWords(Struct, frozen=True, kw_only=True):
    """A warning that is raised.

    Attributes:
        id: its id.
        title: its title.
        severity: how grave it is.
        certainty: whether it holds whatever the unknowns turn out to be.
        cause: why this is a problem.
        says: what was said that raised it.
        because: the same, fact by fact.
        action: what to do about it.
        source: where in the framework it comes from.
    """

    id: str
    title: str
    severity: Severity
    certainty: Certainty
    cause: str
    says: str
    because: tuple[FindingInWords, ...]
    action: str
    source: str


class LayerInWords(Struct, frozen=True, kw_only=True):
    """A readiness layer.

    Attributes:
        id: its id.
        title: its title.
        standing: how it stands.
        says: the same in words.
        about: what the layer is.
        signals: what should be there.
        sign: what should not.
    """

    id: str
    title: str
    standing: Readiness
    says: str
    about: str
    signals: tuple[FindingInWords, ...]
    sign: FindingInWords


class FloorInWords(Struct, frozen=True, kw_only=True):
    """What has to hold before a value model is within reach, besides the gates before it.

    Attributes:
        says: what has to hold.
        truth: whether it does.
        source: where in the framework that comes from.
    """

    says: str
    truth: Truth
    source: str


class RungInWords(Struct, frozen=True, kw_only=True):
    """A value model on the ladder.

    Attributes:
        id: its id.
        title: its title.
        gate: what it has to leave behind for the next one.
        standing: how much of that is established.
        gate_says: the same in words.
        reach: whether the value model is within reach.
        reach_says: the same in words.
        unmet: what of the gate is known not to be established.
        unknown: what of the gate is not known.
        floors: what the value model stands on besides the gates before it.
        role: what it is in this report (to be worked on now, reachable, the ambition); may be empty.
    """

    id: str
    title: str
    gate: str
    standing: GateStanding
    gate_says: str
    reach: Reach
    reach_says: str
    unmet: tuple[FindingInWords, ...]
    unknown: tuple[FindingInWords, ...]
    floors: tuple[FloorInWords, ...]
    role: str


class StepInWords(Struct, frozen=True, kw_only=True):
    """Something to do now.

    Attributes:
        finding: what it is about.
        action: what to do.
        why: what it unlocks or clears.
    """

    finding: FindingInWords
    action: str
    why: str


class FindOutInWords(Struct, frozen=True, kw_only=True):
    """Something to find out.

    Attributes:
        finding: what it is about.
        says: what to find out, as a sentence.
        decides: what depends on it.
    """

    finding: FindingInWords
    says: str
    decides: str


class TurningInWords(Struct, frozen=True, kw_only=True):
    """What one open fact would change by itself, with everything else as it is.

    Attributes:
        finding: what is open.
        says: the same as a sentence that begins with "Whether".
        if_so: what changes if it is so, a sentence each; empty where nothing does.
        if_not: what changes if it is not.
    """

    finding: FindingInWords
    says: str
    if_so: tuple[str, ...]
    if_not: tuple[str, ...]


class NextInWords(Struct, frozen=True, kw_only=True):
    """What the value model after the recommended one still needs.

    Attributes:
        model: its id.
        title: its title.
        says: what it needs, in a sentence or two.
        needs: the same, fact by fact.
    """

    model: str
    title: str
    says: str
    needs: tuple[FindingInWords, ...]


class InWords(Struct, frozen=True, kw_only=True):
    """Everything that is concluded, in words.

    Attributes:
        headline: what to work on now, with what is reachable and what decides it.
        recommended: the title of the value model to work on now, whatever turns out.
        reachable: the title of the one that is within reach with unknowns at their best.
        decision: whether to commit resources to the ambition now.
        warnings: the warnings that are raised.
        layers: the readiness layers.
        ladder: the value models, in sequence.
        steps: what to do now, in order.
        find_out: what to find out, the most decisive first.
        next: what the next value model needs; null after the last, or where it needs nothing more.
        turnings: for each thing to find out, in the same order, what it would change.
    """

    headline: str
    recommended: str
    reachable: str
    decision: DecisionInWords
    warnings: tuple[WarningInWords, ...]
    layers: tuple[LayerInWords, ...]
    ladder: tuple[RungInWords, ...]
    steps: tuple[StepInWords, ...]
    find_out: tuple[FindOutInWords, ...]
    next: NextInWords | None
    turnings: tuple[TurningInWords, ...]
