"""The framework's own names for things, as a title, in a list and inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.facts import AMBITION, FactId
from chatbot.framework.assessment import Decision
from chatbot.framework.model import Framework, Sign, Signal
from chatbot.framework.vocabulary import judged_facts

_DECISIONS: Final = {
    Decision.COMMIT: "yes, commit to it",
    Decision.CONDITIONAL: "yes, but only on conditions",
    Decision.HOLD: "not yet",
}
_ARTICLES: Final = frozenset({"A", "An", "The"})


class Terms:
    """Looks up what the knowledge base calls a value model, a layer, a warning or a fact."""

    def __init__(self, framework: Framework) -> None:
        self.facts: dict[str, Signal | Sign] = {fact.id: fact for fact in judged_facts(framework)}
        self._optional = {model.applies_if: model.title for model in framework.models if model.applies_if}
        self._titles: dict[str, str] = {model.id: model.title for model in framework.models}
        self._titles |= {layer.id: layer.title for layer in framework.layers}
        self._titles |= {warning.id: warning.title for warning in framework.warnings}
        commitment = framework.commitment
        self._titles |= {f"commitment.{item.id}": item.title for item in commitment.items}
        self._titles |= {f"commitment.{reason.id}": "Commitment" for reason in commitment.hold}
        self._titles |= {
            f"gate.{model.id}": f"Prerequisites of {_lowered(model.title)}" for model in framework.models
        }

    def title(self, id: str) -> str:
        """The title of a value model, layer, warning or commitment item; the id where there is none."""
        return self._titles.get(id, id)

    def decision(self, decision: Decision) -> str:
        """The answer to whether to commit resources to the ambition now."""
        return _DECISIONS[decision]

    def in_sentence(self, id: str) -> str:
        """A title as it stands inside a sentence."""
        return _lowered(self.title(id))

    def label(self, fact: FactId) -> str:
        """A fact as it stands on a list."""
        if fact in self.facts:
            return self.facts[fact].label
        if fact == AMBITION:
            return "The value model aimed at"
        return f"Whether {self._optional[fact]} applies" if fact in self._optional else fact

    def within(self, fact: FactId) -> str:
        """The label of a fact inside a sentence: without its capital, unless that belongs to a name."""
        label = self.label(fact)
        first = label.split(" ", 1)[0]
        known = self.facts.get(fact)
        is_name = known is not None and first not in _ARTICLES and first in known.holds.split()
        return label if is_name else _lowered(label)

    def at_its_best(self, fact: FactId) -> str:
        """A clause that follows "that": what is so when nothing more could be wished for."""
        known = self.facts.get(fact)
        if known is None:
            return f"{self._optional.get(fact, fact)} does not apply to this initiative"
        return known.clear if isinstance(known, Sign) else known.holds

    def in_question(self, fact: FactId) -> str:
        """A clause that follows "whether"."""
        known = self.facts.get(fact)
        return known.holds if known else f"{self._optional.get(fact, fact)} applies to this initiative"


def enumerated(parts: Sequence[str], *, most: int = 0, others: str = "more") -> str:
    """Parts as "a, b and c"; of more than `most`, the first ones and how many others there are."""
    shown = list(parts)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(parts) - most} {others}"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def _lowered(text: str) -> str:
    """Without a capital at the beginning, unless more of them show that it is a name."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
