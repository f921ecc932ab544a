"""The rules of one framework, split into what each layer or value model settles alone and what joins that."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

import msgspec
from msgspec.structs import replace

from chatbot.conditions import Condition
from chatbot.facts import FactId, Facts, ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.commitment import Committing
from chatbot.framework.conclusions import CONTROL_MARKS, LAYER_MARKS, Drawn, control_marks, known_share
from chatbot.framework.model import Framework, Sign
from chatbot.framework.raising import Raising, raising
from chatbot.framework.standing import SHARES, gate_range
from chatbot.framework.swing.coding import Coding
from chatbot.framework.swing.parts import Parts, View
from chatbot.framework.vocabulary import judged_facts

Ambition = ModelId | None


class Addition(msgspec.Struct, frozen=True, gc=False):
    """What an owner's facts add to the conclusions of all.

    Attributes:
        bits: those that they set.
        counts: for each group of the owner's facts that matters as a whole, how many do not apply, times
            `Rules.stride`, and how many are not known.
    """

    bits: int
    counts: tuple[int, ...]


class Rules:
    """The rules of one framework, split.

    Attributes:
        committing: the commitment rule, reading bits.
        raisings: every warning with its conditions, reading bits.
        steps: by a pair of value models, what it takes to get from one to the next, at worst and at best.
        layer_marks: the place of the bits for what layers add to all.
        control_marks: by ambition, the place of the bits for what controls add to all.
        named: the keys that some rule reads.
        mattering: by owner, its facts in groups that matter or do not as a whole.
        stride: more than all facts that can matter at once.
    """

    def __init__(self, assessor: Assessor) -> None:
        framework = assessor.framework
        self.assessor = assessor
        self.named = frozenset().union(*(condition.keys() for condition in _conditions(framework)))
        signs = {fact.id: isinstance(fact, Sign) for fact in judged_facts(framework)}
        alike, mattering = self._likeness(signs)
        self.coding = Coding(signs, alike)
        self._places = {str(layer.id): (True, at) for at, layer in enumerate(framework.layers)}
        self._places |= {str(model.id): (False, at) for at, model in enumerate(framework.models)}
        self.parts = Parts(_settled_by(framework))
        self.layer_marks = self.parts.bits(len(LAYER_MARKS))
        self.ambitions: tuple[Ambition, ...] = (None, *(model.id for model in framework.models))
        self.control_marks = {ambition: self.parts.bits(len(CONTROL_MARKS)) for ambition in self.ambitions}
        self._controls = {owner: self._controls_of(owner) for owner in self.coding.facts}
        self.mattering: dict[str, tuple[tuple[FactId, ...], ...]] = {}
        for owner, facts in self.coding.facts.items():
            groups: dict[Hashable, list[FactId]] = {}
            for fact in facts:
                groups.setdefault(mattering[fact], []).append(fact)
            self.mattering[owner] = tuple(map(tuple, groups.values()))
        self.stride = len(signs) + len(framework.models) + 1
        self._split()
        self._likes = _indistinct(framework)
        self._additions: dict[tuple[str, bool | None, int], Addition] = {}

    def addition(self, owner: str, own: int, applies: Mapping[ModelId, bool | None]) -> Addition:
        """What the facts of one owner add, from the part of a number that is about it.

        Args:
            applies: for value models that may drop out, whether they do.
        """
        asked = (owner, applies.get(ModelId(owner), True), own)
        addition = self._additions.get(asked)
        if addition is None:
            addition = self._additions[asked] = self._worked_out(owner, own, applies)
        return addition

    def known(self, judged: int, count: int) -> str:
        """How much is known of what matters; of several shares that no rule tells apart, always the same one.

        Args:
            judged: how many facts matter.
            count: how many of them do not apply, times `stride`, and are not known.
        """
        return self._likes[known_share(judged, *divmod(count, self.stride))]

    def behind(self, keys: Iterable[str]) -> frozenset[str]:
        """These keys, and those that the conclusions behind them rest on, as far as rules say so."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                if key in self.items:
                    waiting += self.items[key].explicit.keys() | self.items[key].missing.keys()
                elif key == "warnings.certain":
                    waiting += frozenset().union(*(warning.when.keys() for warning in self.warnings))
        return frozenset(found)

    def joined(self, owners: Iterable[str], number: int, applies: Mapping[ModelId, bool | None]) -> Addition:
        """What the facts of several owners add together, from a whole number; counts in the owners' order."""
        bits = 0
        counts: tuple[int, ...] = ()
        for owner in owners:
            added = self.addition(owner, self.coding.of(owner, number), applies)
            bits |= added.bits
            counts += added.counts
        return Addition(bits, counts)

    def _worked_out(self, owner: str, own: int, applies: Mapping[ModelId, bool | None]) -> Addition:
        facts = self.coding.read(owner, own)
        stated: Drawn = {str(fact): level for fact, level in facts.items()}
        bits, worst, best = self._concluded(owner, facts, stated, applies)
        views: tuple[Drawn, Drawn, Drawn] = (stated, worst, best)
        for part in self.parts.by_owner[owner]:
            if part.test(views[part.view]) is part.wanted:
                bits |= part.bit
        for controls, places in self._controls[owner]:
            marks = control_marks(map(facts.get, controls))
            for place in places:
                bits |= marks << place
        return Addition(bits, tuple(self._count(group, facts) for group in self.mattering[owner]))

    def _concluded(
        self, owner: str, facts: Facts, stated: Drawn, applies: Mapping[ModelId, bool | None]
    ) -> tuple[int, Drawn, Drawn]:
        """Draw the conclusions about one owner; gives what it adds to all layers, and both its ends."""
        is_layer, at = self._places[owner]
        surveyor, conclusions = self.assessor.surveyor, self.assessor.conclusions
        if is_layer:
            counted, row = surveyor.layer(at, facts)
            marks = conclusions.of_layer(stated, at, counted, row, facts)
            name = f"readiness.{owner}"
            return marks << self.layer_marks, {name: row.worst}, {name: row.best}
        ends = gate_range(surveyor.gate(at, facts))
        conclusions.of_gate(stated, at, ends, applies)
        name = f"gate.{owner}"
        return 0, {name: ends[0]}, {name: ends[1]}

    def _count(self, group: tuple[FactId, ...], facts: Facts) -> int:
        levels = [facts.get(fact, "unknown") for fact in group]
        return levels.count("not_applicable") * self.stride + levels.count("unknown")

    def _split(self) -> None:
        """Split every rule, so that no bit is added later."""
        framework, ladder, split = self.assessor.framework, self.assessor.ladder, self.parts.split
        self.steps: dict[tuple[int, int], tuple[Condition, Condition]] = {}
        for below, index in combinations(range(len(framework.models)), 2):
            if all(model.applies_if for model in framework.models[below + 1 : index]):
                step = ladder.step(below, index)
                self.steps[below, index] = split(step, View.WORST), split(step, View.BEST)
        rule = framework.commitment
        self.items = {
            f"commitment.{item.id}": replace(item, explicit=split(item.explicit), missing=split(item.missing))
            for item in rule.items
        }
        self.rule = replace(
            rule,
            items=tuple(self.items.values()),
            hold=tuple(replace(reason, when=split(reason.when)) for reason in rule.hold),
            commit=split(rule.commit),
        )
        self.committing = Committing(self.rule)
        self.warnings = tuple(
            replace(
                warning,
                when=split(warning.when),
                possible_when=split(warning.possible_when) if warning.possible_when else None,
            )
            for warning in framework.warnings
        )
        self.raisings: tuple[Raising, ...] = tuple(raising(warning, ladder) for warning in self.warnings)

    def _likeness(
        self, signs: Mapping[FactId, bool]
    ) -> tuple[dict[FactId, Hashable], dict[FactId, Hashable]]:
        """By fact, what sets it apart for any rule, and what sets it apart for whether it matters."""
        framework, relevance = self.assessor.framework, self.assessor.relevance
        applying: dict[ModelId, bool | None] = {
            model.id: True for model in framework.models if model.applies_if
        }
        ambitions: tuple[Ambition, ...] = (None, *(model.id for model in framework.models))
        matter = [frozenset(relevance.mattering(ambition, applying)) for ambition in ambitions]
        controls = [frozenset(relevance.controls(ambition)) for ambition in ambitions]
        mattering: dict[FactId, Hashable] = {fact: tuple(fact in one for one in matter) for fact in signs}
        alike: dict[FactId, Hashable] = {
            fact: (
                mattering[fact],
                tuple(fact in one for one in controls),
                fact if fact in self.named else "",
            )
            for fact in signs
        }
        return alike, mattering

    def _controls_of(self, owner: str) -> tuple[tuple[tuple[FactId, ...], tuple[int, ...]], ...]:
        """The controls among an owner's facts, with the places of the marks for the ambitions they are of."""
        found: dict[tuple[FactId, ...], tuple[int, ...]] = {}
        for ambition in self.ambitions:
            controls = self.assessor.relevance.controls(ambition)
            own = tuple(fact for fact in controls if self.coding.owner.get(fact) == owner)
            if own:
                found[own] = (*found.get(own, ()), self.control_marks[ambition])
        return tuple(found.items())


_OF_LAYER: Final = ("readiness", "absent", "known", "doubt")


def _settled_by(framework: Framework) -> dict[str, str]:
    """By the key of every fact and conclusion that one owner settles, that owner."""
    keys = {str(fact.id): fact.id.partition(".")[0] for fact in judged_facts(framework)}
    for layer in framework.layers:
        keys |= {f"{kind}.{layer.id}": str(layer.id) for kind in _OF_LAYER}
    keys |= {f"gate.{model.id}": str(model.id) for model in framework.models}
    return keys


def _conditions(framework: Framework) -> Iterator[Condition]:
    """Every condition that is evaluated on conclusions."""
    rule = framework.commitment
    yield rule.commit
    yield from (reason.when for reason in rule.hold)
    for item in rule.items:
        yield from (item.explicit, item.missing)
    for warning in framework.warnings:
        yield from (warning.when, *([warning.possible_when] if warning.possible_when else []))


def _indistinct(framework: Framework) -> dict[str, str]:
    """By share, the first of those that no condition on what is known tells from it."""
    atoms = [atom for condition in _conditions(framework) for atom in condition.atoms()]
    read = [atom.values for atom in atoms if atom.key == "ambition.known"]
    first: dict[tuple[bool, ...], str] = {}
    return {share: first.setdefault(tuple(share in values for values in read), share) for share in SHARES}
