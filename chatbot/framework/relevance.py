"""Which facts count for an ambition: those that matter at all, and the controls among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chatbot.facts import FactId, ModelId
from chatbot.framework.model import Framework


class Relevance:
    """What a framework looks at, by ambition; `None` stands for an ambition that is not known."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._mattering: dict[tuple[ModelId | None, tuple[bool | None, ...]], tuple[FactId, ...]] = {}
        governance = next((layer for layer in framework.layers if layer.id == "governance"), None)
        general = tuple(signal.id for signal in governance.signals) if governance else ()
        self._controls: dict[ModelId | None, tuple[FactId, ...]] = {None: general}
        self._conditions: dict[ModelId | None, tuple[tuple[ModelId, FactId], ...]] = {}
        earlier: tuple[tuple[ModelId, FactId], ...] = ()
        for model in framework.models:
            own = tuple(signal.id for signal in model.gate.signals) if model.gate_is_control else ()
            self._controls[model.id] = general + own
            self._conditions[model.id] = earlier
            if model.applies_if:
                earlier += ((model.id, FactId(model.applies_if)),)
        self._conditions[None] = earlier

    def controls(self, ambition: ModelId | None) -> tuple[FactId, ...]:
        """The governance signals and the controls of the ambition."""
        return self._controls[ambition]

    def conditions(self, ambition: ModelId | None) -> tuple[tuple[ModelId, FactId], ...]:
        """The value models before the ambition that may not apply, with the facts that decide so.

        Those facts count among what matters: otherwise an answer that takes a value model out, and what was
        known of it with it, could leave less than half known and so make the decision less favourable.
        """
        return self._conditions[ambition]

    def mattering(
        self, ambition: ModelId | None, applies: Mapping[ModelId, bool | None]
    ) -> tuple[FactId, ...]:
        """The signals and signs that matter for the ambition, or for any value model where none is known.

        Every layer's facts; the gates of the earlier value models that apply and the ambition's own
        controls; the failure modes up to the ambition.
        """
        key = (ambition, tuple(applies.values()))
        if key not in self._mattering:
            self._mattering[key] = tuple(dict.fromkeys(self._collect(ambition, applies)))
        return self._mattering[key]

    def _collect(self, ambition: ModelId | None, applies: Mapping[ModelId, bool | None]) -> Iterator[FactId]:
        for layer in self._framework.layers:
            yield from (signal.id for signal in layer.signals)
            yield layer.sign.id
        for model in self._framework.models:
            if applies.get(model.id) is False:
                continue
            aimed_at = model.id == ambition
            if not aimed_at or model.gate_is_control:
                yield from (signal.id for signal in model.gate.signals)
            yield model.failure_mode.id
            if aimed_at:
                return
