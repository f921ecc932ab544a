"""What the facts say of the initiative itself: its ambition, its lens, which value models apply."""

from __future__ import annotations

from chatbot.errors import ChatbotError
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, FactId, Facts, ModelId
from chatbot.framework.model import Framework, Lens


class CaseError(ChatbotError):
    """Facts that cannot be judged: unknown ids, levels that do not fit, or a contradiction."""


def lens_of(framework: Framework, facts: Facts) -> Lens | None:
    """The lens of the initiative's sector, or `None` for the general wording."""
    sector = facts.get(SECTOR)
    return next((lens for lens in framework.lenses if lens.lens == sector), None)


class Initiatives:
    """What one framework makes of the facts about an initiative."""

    def __init__(self, framework: Framework) -> None:
        self._models: dict[str, ModelId] = {str(model.id): model.id for model in framework.models}
        self._optional = [
            (model.id, FactId(model.applies_if)) for model in framework.models if model.applies_if
        ]
        self._defaults: dict[str | None, bool | None] = {
            str(lens.lens): lens.distribution_applies for lens in framework.lenses
        }

    def ambition(self, facts: Facts) -> ModelId | None:
        """The value model aimed at, or `None` where it is not known or was not asked.

        Raises:
            CaseError: the ambition is not a value model.
        """
        ambition = facts.get(AMBITION)
        if ambition is None or ambition == "unknown":
            return None
        if ambition not in self._models:
            raise CaseError(
                f"The ambition {ambition!r} is not a value model.",
                where=AMBITION,
                todo=f"Use one of {', '.join(self._models)}, or leave it out.",
            )
        return self._models[ambition]

    def applicability(self, facts: Facts) -> dict[ModelId, bool | None]:
        """For each value model that may drop out of the sequence, whether it applies.

        An answer wins over the lens's default; an ambition implies that its value model applies.
        `None` means that both are possible.

        Raises:
            CaseError: the ambition is a value model that is said not to apply.
        """
        applies: dict[ModelId, bool | None] = {}
        for model, fact in self._optional:
            said = facts.get(fact)
            if facts.get(AMBITION) == model:
                if said == "false":
                    raise _contradiction(model, fact)
                applies[model] = True
            elif said is not None:
                applies[model] = {"true": True, "false": False}.get(said)
            else:
                lensed = fact == DISTRIBUTION_APPLIES
                applies[model] = self._defaults.get(facts.get(SECTOR)) if lensed else None
        return applies


def _contradiction(model: ModelId, fact: FactId) -> CaseError:
    return CaseError(
        f"The ambition is {model}, but {fact} says that it does not apply.",
        where=fact,
        todo="Change one of the two: it reaches customers through a channel, or it aims elsewhere.",
    )
