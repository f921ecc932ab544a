"""What to find out: the unknowns that could still change a conclusion, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.conditions import Condition, matches
from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.assessment import Certainty, Clarity, FindOut, GateStanding, Readiness
from chatbot.framework.model import Warning
from chatbot.framework.standing import LayerTable, share
from chatbot.framework.support import Support


def find_out(support: Support) -> tuple[FindOut, ...]:
    """Every fact that is unknown or was not asked and that some open conclusion rests on."""
    deciding: dict[FactId, dict[str, None]] = {}
    for conclusion, facts in _open_conclusions(support):
        for fact in facts:
            if fact != AMBITION and support.is_unclear(fact):
                deciding.setdefault(fact, {})[conclusion] = None
    last = len(support.framework.models)
    # First what decides a value model on the way to the ambition, at the end what decides only one beyond.
    places = {
        str(model.id): index if index <= support.target else last + 1
        for index, model in enumerate(support.framework.models)
    }

    def rank(fact: FactId) -> tuple[int, bool, int]:
        nearest = min(places.get(c, last) for c in deciding[fact])
        commits = any(c.startswith("commitment.") for c in deciding[fact])
        return (nearest, not commits, support.order.get(fact, -1))

    return tuple(
        FindOut(fact=fact, level=support.level(fact), decides=tuple(deciding[fact]))
        for fact in sorted(deciding, key=rank)
    )


def _open_conclusions(support: Support) -> Iterator[tuple[str, Iterable[FactId]]]:
    """Each conclusion that the unknowns can still change, with the facts that it rests on."""
    assessment = support.assessment
    for index in support.chain:
        if support.recommended < index <= support.reachable:
            yield support.framework.models[index].id, support.unclear_for(index)
    yield from _headroom(support)
    yield from _warnings(support)
    yield from _commitment(support)
    yield from _layers(support)
    for model in assessment.models:
        if model.standing is GateStanding.OPEN and support.position(model.model) <= support.target:
            yield f"gate.{model.model}", model.unknown


def _headroom(support: Support) -> Iterator[tuple[str, Iterable[FactId]]]:
    """Of an ambition within reach: what lies beyond it depends on whether the value models between apply.

    What else the value models beyond the ambition ask for is not asked about here: it does not matter yet.
    """
    survey = support.survey
    if support.target > survey.worst:
        return
    for index in support.chain:
        if survey.worst < index <= survey.best:
            applicability = [fact for fact in support.unclear_for(index) if fact not in support.order]
            yield support.framework.models[index].id, applicability


def _commitment(support: Support) -> Iterator[tuple[str, Iterable[FactId]]]:
    commitment = support.assessment.commitment
    for item, clarity in commitment.items.items():
        if clarity is Clarity.OPEN:
            yield f"commitment.{item}", support.behind_item(item)
    for reason in support.framework.commitment.hold:
        read = reason.when.keys()
        if reason.id in commitment.holds and "ambition.known" in read:
            yield f"commitment.{reason.id}", (*support.mattering, *support.conditions())


def _layers(support: Support) -> Iterator[tuple[str, Iterable[FactId]]]:
    table = LayerTable(support.framework.layer_rule)
    for index, standing in enumerate(support.assessment.layers):
        if standing.standing is Readiness.OPEN:
            sign = support.framework.layers[index].sign.id
            by_signal, by_sign = table.deciding(support.survey.layers[index], support.facts.get(sign))
            yield standing.layer, (*(standing.unknown if by_signal else ()), *([sign] if by_sign else []))


def _warnings(support: Support) -> Iterator[tuple[str, Iterable[FactId]]]:
    """Warnings that an unknown causes, and those that it could still make certain.

    Of what does not matter for the ambition, only what somebody was asked and could not say.
    """
    of_interest = {*support.mattering, *(f for f in support.facts if support.is_unclear(f))}
    for warning in support.framework.warnings:
        raised = support.assessment.warning(warning.id)
        if raised:
            yield warning.id, [cause.fact for cause in raised.because]
        if not raised or raised.certainty is Certainty.POSSIBLE:
            yield warning.id, [fact for fact in _could_raise(warning, support) if fact in of_interest]


def _could_raise(warning: Warning, support: Support) -> list[FactId]:
    """The unknown facts that, at their worst, would raise `warning` for certain."""
    conclusions = support.assessment.conclusions
    worst: dict[str, str] = {}
    behind: list[FactId] = []
    for atom in warning.when.atoms():
        value, facts = _at_worst(atom, support)
        if value in atom.values and conclusions.get(atom.key) not in atom.values:
            worst[atom.key] = value
            behind += facts
    return behind if worst and matches(warning.when, {**conclusions, **worst}) else []


def _at_worst(atom: Condition, support: Support) -> tuple[str, tuple[FactId, ...]]:
    """What a fact, or the share of a layer's absent signals, is with its unknowns at their worst."""
    fact = FactId(atom.key)
    if fact in support.order:
        return Level.PRESENT if fact in support.signs else Level.ABSENT, (fact,)
    kind, _, owner = atom.key.partition(".")
    for layer, counted in zip(support.framework.layers, support.survey.layers, strict=True):
        if kind == "absent" and layer.id == owner:
            unclear = counted.not_known
            return share(len(counted.absent) + len(unclear), counted.judged), unclear
    return "", ()
