"""What the framework concludes from an interview, in words, as plain data for every format."""

from __future__ import annotations

from msgspec import Struct

from chatbot.report.content.bearing import Bearing


class Quote(Struct, frozen=True, kw_only=True):
    """What a person said to a question.

    Attributes:
        words: verbatim what was typed, or the label of what was chosen.
        verbatim: which of the two it is.
    """

    question: str
    ask: str
    words: str
    verbatim: bool


class Finding(Struct, frozen=True, kw_only=True):
    """One fact at the level that was stated, with what was said of it.

    Attributes:
        label: the fact as a noun phrase.
        within: the same inside a sentence.
        level: its id; `not_asked` where nothing was said.
        standing: the level in words ("partly settled").
        reason: why it does not apply; empty otherwise.
        quote: what was said of it; nothing where nothing was.
    """

    fact: str
    label: str
    within: str
    level: str
    standing: str
    reason: str
    quote: Quote | None


class Item(Struct, frozen=True, kw_only=True):
    """One of the things that have to be explicit before resources are committed."""

    id: str
    title: str
    clarity: str
    says: str


class Condition(Struct, frozen=True, kw_only=True):
    """One thing to clear before committing.

    Attributes:
        kind: `item`, `warning` or `cap`.
        says: what is wrong or, of a warning, what to do about it.
        settle: what is not settled about it, in a sentence or two; may be empty.
        findings: the facts to settle, at their present levels.
    """

    kind: str
    id: str
    title: str
    says: str
    settle: str
    findings: tuple[Finding, ...]


class DecisionText(Struct, frozen=True, kw_only=True):
    """Should resources be committed to the ambition now?

    Attributes:
        decision: `commit`, `conditional` or `hold`.
        reasons: why to hold; empty otherwise.
        conditions: in the order in which to clear them.
        capped: why the dialog concludes no more than this; empty where it set no limit.
        apart: how this and what to work on now go together, in two sentences.
    """

    question: str
    decision: str
    says: str
    items: tuple[Item, ...]
    reasons: tuple[str, ...]
    conditions: tuple[Condition, ...]
    capped: str
    apart: str = ""


class Work(Struct, frozen=True, kw_only=True):
    """What working on the recommended value model looks like.

    Attributes:
        within: its title inside a sentence.
        delivers: what it brings.
        steps: a few imperative sentences.
        measure: what tells whether it pays.
        lens: the title of the sector's lens; empty where there is none.
        here: what the value model is in that sector; empty where it has no counterpart there.
        example: the lens's worked example.
    """

    model: str
    title: str
    within: str
    delivers: str
    steps: tuple[str, ...]
    measure: str
    lens: str
    here: str
    example: str


class RaisedText(Struct, frozen=True, kw_only=True):
    """A warning.

    Attributes:
        severity: `stop`, `caution` or `watch`.
        certainty: `certain` or `possible`.
        cause: why this is a problem.
        says: what was said that raised it, in a sentence or two, with `further` at the end.
        further: of a skipped step, how much more on the way is not known, in a sentence; may be empty.
        because: what was said that raised it, fact by fact.
    """

    id: str
    title: str
    severity: str
    certainty: str
    cause: str
    says: str
    further: str
    because: tuple[Finding, ...]
    action: str
    source: str


class Layer(Struct, frozen=True, kw_only=True):
    """A readiness layer.

    Attributes:
        standing: its id (`ready`, `developing`, `at_risk`, `open`, `not_applicable`).
        says: the standing in words ("open, between at risk and ready").
        about: what the layer is.
        signals: what should be there.
        sign: what should not.
        worst, best: the ids of the standing with what is not known at its worst and at its best.
    """

    id: str
    title: str
    standing: str
    says: str
    about: str
    signals: tuple[Finding, ...]
    sign: Finding
    worst: str
    best: str


class FloorText(Struct, frozen=True, kw_only=True):
    """What has to hold before a value model is within reach.

    Attributes:
        truth: `holds`, `fails` or `open`.
        layer: inside a sentence, the readiness layer that has to be ready, where that is all; or empty.
    """

    says: str
    truth: str
    source: str
    layer: str


class Rung(Struct, frozen=True, kw_only=True):
    """A value model on the ladder.

    Attributes:
        gate: what it has to leave behind.
        standing: the id of its gate's standing.
        gate_says: the same in words.
        reach: the id of whether it is within reach.
        reach_says: the same in words.
        unmet: gate signals known not to be established.
        unknown: gate signals that are not known.
        floors: what it stands on besides the earlier gates, each with whether that holds.
        role: what it is in this report (recommended, reachable, ambition), in words; may be empty.
        roles: the ids of the same: `now`, `reachable` where that is another one, `ambition`.
        signals: everything that its gate asks for, at the levels that were stated.
        failure_mode: the sign that the value model goes wrong.
    """

    id: str
    title: str
    gate: str
    standing: str
    gate_says: str
    reach: str
    reach_says: str
    unmet: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    floors: tuple[FloorText, ...]
    role: str
    roles: tuple[str, ...]
    signals: tuple[Finding, ...]
    failure_mode: Finding


class Step(Struct, frozen=True, kw_only=True):
    """Something to do now.

    Attributes:
        finding: what it is about, at its present level.
        action: what to do, as an imperative sentence.
        why: what it unlocks or clears, as a sentence.
    """

    finding: Finding
    action: str
    why: str


class ToFindOut(Struct, frozen=True, kw_only=True):
    """Something to find out.

    Attributes:
        finding: what it is about.
        says: what to find out, as a sentence.
        decides: what depends on it, as a list inside a sentence.
        bears_on: what kinds of conclusions that is.
    """

    finding: Finding
    says: str
    decides: str
    bears_on: tuple[Bearing, ...]


class Turning(Struct, frozen=True, kw_only=True):
    """What one open fact would change by itself, everything else staying as it is.

    Attributes:
        finding: the fact.
        says: what is open, as a sentence that begins with "Whether".
        if_so: what moves if it is so, a sentence each; empty where nothing does.
        if_not: what moves if it is not.
    """

    finding: Finding
    says: str
    if_so: tuple[str, ...]
    if_not: tuple[str, ...]


class Next(Struct, frozen=True, kw_only=True):
    """What the value model after the recommended one still needs; `says` puts it into a sentence or two."""

    model: str
    title: str
    says: str
    needs: tuple[Finding, ...]


class Judged(Struct, frozen=True, kw_only=True):
    """Everything that is concluded.

    Attributes:
        headline: what to work on now, with what is reachable and what decides it.
        why: what that rests on, in a sentence or two.
        recommended: the title of the value model to work on now, whatever turns out.
        reachable: the title of the one that is within reach with unknowns at their best.
        next: what the next value model needs; nothing after the last, or where it needs nothing more.
        stands_on: what lets the recommended value model be worked on: `why` without what comes next.
        turnings: for each thing to find out, what it would change.
    """

    headline: str
    why: str
    recommended: str
    reachable: str
    decision: DecisionText
    work: Work
    warnings: tuple[RaisedText, ...]
    layers: tuple[Layer, ...]
    ladder: tuple[Rung, ...]
    steps: tuple[Step, ...]
    find_out: tuple[ToFindOut, ...]
    next: Next | None
    stands_on: str = ""
    turnings: tuple[Turning, ...] = ()
