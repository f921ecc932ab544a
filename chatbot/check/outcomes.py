"""Examples of what a framework can conclude: which warnings it raises, which value models it advises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Level
from chatbot.framework.assess import Assessor
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Framework, Sign, Signal
from chatbot.framework.vocabulary import judged_facts, levels_of


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was seen.

    Attributes:
        warnings: the warnings that some example raises, for certain or as possible.
        recommended: the value models that some example leads to.
        tried: how many examples were looked at.
    """

    warnings: frozenset[str]
    recommended: frozenset[str]
    tried: int


def outcomes(framework: Framework) -> Outcomes:
    """Look at examples until every warning and every value model was seen, or none is left.

    The examples are every fact at its best, at its worst, unknown and not asked; then, from the best, the
    facts of one owner or one fact alone at each other level; each with every ambition and with none.
    What they show can happen. What they do not show is not proved to be impossible.
    """
    assessor = Assessor(framework)
    wanted = {warning.id for warning in framework.warnings}
    models = {model.id for model in framework.models}
    warnings: set[str] = set()
    recommended: set[str] = set()
    tried = 0
    for facts in _examples(framework):
        if wanted <= warnings and models <= recommended:
            break
        tried += 1
        try:
            assessment = assessor.assess(facts)
        except CaseError:  # an ambition that this example says does not apply
            continue
        warnings |= {warning.id for warning in assessment.warnings}
        recommended.add(assessment.recommended)
    return Outcomes(frozenset(warnings), frozenset(recommended), tried)


def _examples(framework: Framework) -> Iterator[dict[FactId, str]]:
    ambitions: list[dict[FactId, str]] = [{}] + [{AMBITION: model.id} for model in framework.models]
    for levels in _levels(framework):
        for ambition in ambitions:
            yield levels | ambition
            yield levels | ambition | {DISTRIBUTION_APPLIES: "true"}
            yield levels | ambition | {DISTRIBUTION_APPLIES: "false"}


def _levels(framework: Framework) -> Iterator[dict[FactId, str]]:
    facts = list(judged_facts(framework))
    best = {fact.id: _best(fact) for fact in facts}
    yield best
    yield {fact.id: _worst(fact) for fact in facts}
    yield dict.fromkeys(best, Level.UNKNOWN.value)
    yield {}
    for owner in dict.fromkeys(fact.id.partition(".")[0] for fact in facts):
        own = [fact for fact in facts if fact.id.startswith(f"{owner}.")]
        for level in (Level.ABSENT, Level.PARTIAL, Level.PRESENT, Level.UNKNOWN):
            yield best | {fact.id: level.value for fact in own if level in levels_of(fact)}
        yield {fact: level for fact, level in best.items() if not fact.startswith(f"{owner}.")}
    for fact in facts:
        for other in sorted(levels_of(fact) - {_best(fact)}):
            yield best | {fact.id: other}


def _best(fact: Signal | Sign) -> str:
    return Level.ABSENT.value if isinstance(fact, Sign) else Level.ESTABLISHED.value


def _worst(fact: Signal | Sign) -> str:
    return Level.PRESENT.value if isinstance(fact, Sign) else Level.ABSENT.value
