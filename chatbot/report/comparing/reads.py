"""Which facts each conclusion of a framework can read at all, so that nothing else has to be tried."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chatbot.facts import AMBITION, SECTOR, FactId, ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.vocabulary import judged_facts
from chatbot.report.comparing.conclusions import DECISION, ITEM, LAYER, REACHABLE, RECOMMENDED, WARNING

CAP: Final = "dialog.at_most"
"""Stands among the changes for the best decision that a dialog may conclude."""


class Reads:
    """The facts behind each conclusion, as far as the ambition is one of two.

    Args:
        assessor: the rules.
        ambitions: every ambition that may occur; `None` where none is known.
    """

    def __init__(self, assessor: Assessor, ambitions: Iterable[ModelId | None]) -> None:
        framework = self._framework = assessor.framework
        optional = (FactId(model.applies_if) for model in framework.models if model.applies_if)
        self._initiative = {AMBITION, SECTOR, *optional}
        self._gates = {
            str(model.id): {signal.id for signal in model.gate.signals} for model in framework.models
        }
        self._layers = {
            str(layer.id): {layer.sign.id, *(signal.id for signal in layer.signals)}
            for layer in framework.layers
        }
        self._judged = {fact.id for fact in judged_facts(framework)}
        self._controls = {fact for one in ambitions for fact in assessor.relevance.controls(one)}
        self._warnings = {str(warning.id): warning for warning in framework.warnings}
        self._items = {str(item.id): item for item in framework.commitment.items}
        self._known: dict[str, frozenset[str]] = {}

    def of(self, conclusion: str) -> frozenset[str]:
        """The facts, and `dialog.at_most`, that a conclusion may depend on; it depends on no others."""
        if conclusion not in self._known:
            self._known[conclusion] = frozenset(map(str, self._find(conclusion)))
        return self._known[conclusion]

    def _find(self, conclusion: str) -> set[FactId]:
        if conclusion in (RECOMMENDED, REACHABLE):
            return self._chain()
        if conclusion == DECISION:
            rule = self._framework.commitment
            keys = rule.commit.keys().union(*(reason.when.keys() for reason in rule.hold))
            return {FactId(CAP), *self._keys(keys)}
        if conclusion.startswith(ITEM):
            return self._item(conclusion.removeprefix(ITEM))
        if conclusion.startswith(LAYER):
            return set(self._layers[conclusion.removeprefix(LAYER)])
        return self._warning(conclusion.removeprefix(WARNING))

    def _chain(self) -> set[FactId]:
        """What decides how far the sequence reaches."""
        needs = (floor.needs for model in self._framework.models for floor in model.floors)
        floors: frozenset[str] = frozenset().union(*(condition.keys() for condition in needs))
        return self._initiative.union(*self._gates.values(), self._keys(floors))

    def _item(self, item: str) -> set[FactId]:
        rule = self._items[item]
        return self._keys(rule.explicit.keys() | rule.missing.keys())

    def _warning(self, id: str) -> set[FactId]:
        rule = self._warnings[id]
        found = self._keys(rule.when.keys() | (rule.possible_when.keys() if rule.possible_when else set()))
        return found | {AMBITION} if rule.beyond_ambition else found

    def _keys(self, keys: Iterable[str]) -> set[FactId]:
        return {fact for key in keys for fact in self._key(key)}

    def _key(self, key: str) -> set[FactId]:
        """The facts behind one key that a rule of the knowledge base reads."""
        kind, _, owner = key.partition(".")
        if key in self._judged or key in self._initiative:
            return {FactId(key)}
        if key == "ambition":
            return {AMBITION}
        if key == "ambition.known":
            return self._judged | self._initiative
        if kind == "ambition":
            return self._chain()
        if kind == "gate":
            return self._gates[owner] | self._initiative
        if kind == "layers":
            return set().union(*self._layers.values())
        if kind in ("readiness", "absent", "known", "doubt"):
            return set(self._layers[owner])
        if kind == "controls":
            return {AMBITION, *self._controls}
        if kind == "commitment":
            return self._item(owner)
        if kind == "warnings":
            return set().union(*map(self._warning, self._warnings))
        return {FactId(key)}
