"""What is not settled in several initiatives, and what settling it would change in each.

Nothing is guessed: the signal is set to its best in one initiative after the other, with everything else
as it is, and each is judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from chatbot.facts import FactId, Level
from chatbot.framework.assessment import NOT_ASKED, Decision
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Sign, Signal
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.compared import Seen
from chatbot.report.comparing.conclusions import DECISION, RECOMMENDED
from chatbot.report.comparing.moves import Movement
from chatbot.report.comparing.portfolio import Effect, Shared
from chatbot.report.comparing.words import WORDS

_FEWEST: Final = 2
_ONWARD: Final = frozenset({Movement.FORWARD, Movement.CLEARER})


class Sharing:
    """Looks for what several initiatives have in common.

    Args:
        seen: the initiatives, all by the rules of one framework.
    """

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._seen = [one for one in seen if one.assessment]
        self._framework = seen[0].rules.framework
        self._terms = seen[0].terms
        self._values = {
            one.one.interview: conclusions.values(self._framework, one.assessment)
            for one in self._seen
            if one.assessment
        }

    def signals(self) -> tuple[Shared, ...]:
        """Single facts; those that matter for an initiative's aim count for it, and no others."""
        return self._ranked(
            Shared(
                id=id,
                title=self._title(fact),
                action=fact.action,
                facts=(fact.id,),
                effects=self._effects([fact]),
            )
            for id, fact in self._terms.facts.items()
        )

    def _title(self, fact: Signal | Sign) -> str:
        if isinstance(fact, Sign):
            return WORDS["side_by_side.end_to"].format(what=self._terms.within(fact.id))
        return fact.label

    def groups(self) -> tuple[Shared, ...]:
        """Whole layers and whole gates, where they are more than a single fact."""
        return self._ranked(self._groups())

    def _groups(self) -> Iterator[Shared]:
        for layer in self._framework.layers:
            action = WORDS["side_by_side.group.layer"].format(title=layer.title)
            yield self._group(layer.id, layer.title, action, [*layer.signals, layer.sign])
        for model in self._framework.models:
            action = WORDS["side_by_side.group.gate"].format(title=self._terms.in_sentence(model.id))
            title = self._terms.title(f"gate.{model.id}")
            yield self._group(f"gate.{model.id}", title, action, list(model.gate.signals))

    def _group(self, id: str, title: str, action: str, facts: Sequence[Signal | Sign]) -> Shared:
        effects = self._effects(facts) if len(facts) > 1 else ()
        named = tuple(fact.id for fact in facts)
        return Shared(id=id, title=title, action=action, facts=named, effects=effects)

    def _effects(self, facts: Sequence[Signal | Sign]) -> tuple[Effect, ...]:
        found = (self._effect(one, facts) for one in self._seen)
        return tuple(effect for effect in found if effect)

    def _effect(self, seen: Seen, facts: Sequence[Signal | Sign]) -> Effect | None:
        """What settling some facts would change in one initiative; nothing where nothing is to be settled."""
        counting = self._counting(seen)
        best = {fact.id: _best(fact) for fact in facts if fact.id in counting}
        wanting = {fact: level for fact, level in best.items() if not _is_fine(seen, fact, level)}
        if not wanting:
            return None
        unclear = [fact for fact in wanting if seen.facts.get(fact, NOT_ASKED) in (Level.UNKNOWN, NOT_ASKED)]
        before = self._values[seen.one.interview]
        try:
            settled = seen.rules.assessor.assess({**seen.facts, **wanting}, at_most=seen.at_most)
        except CaseError:  # only the initiative's own facts can contradict each other
            return None
        after = conclusions.values(self._framework, settled)
        model = _if_other(before, after, RECOMMENDED)
        decision = _if_other(before, after, DECISION)
        return Effect(
            interview=seen.one.interview,
            lacking=tuple(fact for fact in wanting if fact not in unclear),
            unclear=tuple(unclear),
            recommended=model,
            recommended_says=self._terms.title(model) if model else "",
            decision=decision,
            decision_says=self._terms.decision(Decision(decision)) if decision else "",
            moves=tuple(
                id
                for id, value in after.items()
                if conclusions.movement(self._framework, id, before[id], value) in _ONWARD
            ),
        )

    def _counting(self, seen: Seen) -> frozenset[FactId]:
        """The facts that matter for what an initiative aims at."""
        assessment = seen.assessment
        if assessment is None:
            return frozenset()
        relevance = seen.rules.assessor.relevance
        return frozenset(relevance.mattering(assessment.ambition, assessment.applies))

    def _ranked(self, every: Iterable[Shared]) -> tuple[Shared, ...]:
        """What is not settled in two or more, those first that would change most in most of them."""
        shared = [one for one in every if len(one.effects) >= _FEWEST]
        return tuple(sorted(shared, key=_rank, reverse=True))


def _rank(shared: Shared) -> tuple[int, ...]:
    """Initiatives whose value model moves on, whose decision does, all moves, initiatives concerned."""
    return (
        _count(shared, lambda effect: bool(effect.recommended)),
        _count(shared, lambda effect: bool(effect.decision)),
        sum(len(effect.moves) for effect in shared.effects),
        len(shared.effects),
        _count(shared, lambda effect: bool(effect.lacking)),
    )


def _count(shared: Shared, holds: Callable[[Effect], bool]) -> int:
    return sum(map(holds, shared.effects))


def _if_other(before: dict[str, str], after: dict[str, str], id: str) -> str:
    return after[id] if before[id] != after[id] else ""


def _best(fact: Signal | Sign) -> str:
    return Level.ABSENT if isinstance(fact, Sign) else Level.ESTABLISHED


def _is_fine(seen: Seen, fact: FactId, best: str) -> bool:
    return seen.facts.get(fact) in (best, Level.NOT_APPLICABLE)
