"""The headline: what to work on now, what comes as soon as it is known, and what has to wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.facts import AMBITION, FactId, Level, ModelId
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.model import Framework
from chatbot.framework.terms import Terms, enumerated

_MOST = 3


def headline(framework: Framework, terms: Terms, assessment: Assessment, advice: Advice) -> str:
    """One to three sentences; where unknowns decide, always both value models and what decides."""
    return " ".join(_sentences(framework, terms, assessment, advice))


def _sentences(framework: Framework, terms: Terms, assessment: Assessment, advice: Advice) -> Iterator[str]:
    now = f"Work on {terms.in_sentence(assessment.recommended)} now"
    now += _if_it_applies(assessment, assessment.recommended)
    if not assessment.certain:
        then = terms.in_sentence(assessment.reachable)
        yield (
            f"{now}; on {then} as soon as you have confirmed "
            f"{_what_decides(framework, terms, assessment, advice)}."
        )
    elif assessment.ambition == assessment.recommended:
        yield f"{now}, as you intend."
    else:
        yield f"{now}."
    if advice.headroom:
        further = assessment.frontier_worst
        reached = f"{terms.in_sentence(further)} is within reach already"
        yield f"There is headroom: {reached}{_if_it_applies(assessment, further)}."
    if assessment.ambition is None:
        yield "What the initiative aims at is not known yet."
    elif assessment.conclusions["ambition.reach"] == "beyond":
        yield from _skipped(framework, terms, assessment, assessment.ambition)


def _if_it_applies(assessment: Assessment, model: ModelId) -> str:
    """What has to be added where it is not known whether the value model applies at all."""
    return ", if it applies to this initiative" if assessment.applies.get(model, True) is None else ""


def _what_decides(framework: Framework, terms: Terms, assessment: Assessment, advice: Advice) -> str:
    """That what, as clauses: the facts on which the way from recommended to reachable depends."""
    between = _between(framework, assessment, assessment.recommended, assessment.reachable)
    wanted = {assessment.reachable, *between}
    deciding = [item.fact for item in advice.find_out if wanted.intersection(item.decides)]
    clauses = [f"that {clause}" for clause in _merged(_clauses(framework, terms, deciding))]
    if len(clauses) > _MOST:
        return f"{len(deciding)} points, the first of them {clauses[0]}"
    return enumerated(clauses)


def _clauses(framework: Framework, terms: Terms, deciding: list[FactId]) -> Iterator[str]:
    """One clause for each fact; a gate and the answer that makes it needless are an either-or."""
    either: dict[FactId, list[FactId]] = {}
    for model in framework.models:
        if model.applies_if in deciding:
            gate = {signal.id for signal in model.gate.signals}
            either[FactId(model.applies_if)] = [fact for fact in deciding if fact in gate]
    instead = {fact: applies for applies, facts in either.items() for fact in facts}
    for fact in deciding:
        if fact in instead:
            continue
        if either.get(fact):
            gate_is_met = enumerated([terms.at_its_best(signal) for signal in either[fact]])
            yield f"either {gate_is_met}, or {terms.at_its_best(fact)}"
        else:
            yield terms.at_its_best(fact)


def _merged(clauses: Iterable[str]) -> list[str]:
    """Clauses that differ in their first word only as one: "Legal works so, likewise Finance and IT"."""
    subjects: dict[str, list[str]] = {}
    for clause in clauses:
        subject, _, rest = clause.partition(" ")
        subjects.setdefault(rest, []).append(subject)
    return [
        f"{first} {rest}" + (f", likewise {enumerated(others)}" if others else "")
        for rest, (first, *others) in subjects.items()
    ]


def _skipped(framework: Framework, terms: Terms, assessment: Assessment, ambition: ModelId) -> Iterator[str]:
    """An ambition beyond reach: what it waits for."""
    yield f"{terms.title(ambition)} comes later."
    raised = assessment.warning("sequence.skipped_step")
    causes = [cause for cause in raised.because if cause.fact != AMBITION] if raised else []
    if causes and all(cause.level == Level.NOT_APPLICABLE for cause in causes):
        yield "None of the prerequisites before it applies, so nothing shows that they are met."
    elif causes:
        settle = [
            f"{'an end to ' if cause.level == Level.PRESENT else ''}{terms.within(cause.fact)}"
            for cause in causes
        ]
        if len(settle) > _MOST:
            yield f"{len(settle)} points are still to settle, first of all {enumerated(settle[:_MOST])}."
        else:
            yield f"Still to settle: {enumerated(settle)}."
    between = _between(framework, assessment, assessment.reachable, ambition)
    if between:
        lie = "lies" if len(between) == 1 else "lie"
        yield f"On the way {lie} {enumerated([terms.in_sentence(model) for model in between])}."


def _between(framework: Framework, assessment: Assessment, first: ModelId, last: ModelId) -> list[ModelId]:
    """The value models after one and before another, without those that do not apply."""
    ids = [model.id for model in framework.models]
    inner = ids[ids.index(first) + 1 : ids.index(last)]
    return [model for model in inner if assessment.applies.get(model) is not False]
