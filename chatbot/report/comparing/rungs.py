"""The ladder of value models then and now."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.assessment import Assessment
from chatbot.framework.model import Framework
from chatbot.report.comparing.conclusions import rung_movement
from chatbot.report.comparing.moves import Rung, Side
from chatbot.report.comparing.words import WORDS


def rungs(framework: Framework, before: Assessment, after: Assessment) -> Iterator[Rung]:
    """Every value model, in sequence."""
    for model in framework.models:
        then, now = before.model(model.id), after.model(model.id)
        yield Rung(
            id=model.id,
            title=model.title,
            gate_before=_side("gate", then.standing),
            gate_after=_side("gate", now.standing),
            reach_before=_side("reach", then.reach),
            reach_after=_side("reach", now.reach),
            roles_before=tuple(_roles(before, model.id)),
            roles_after=tuple(_roles(after, model.id)),
            movement=rung_movement((then.reach, then.standing), (now.reach, now.standing)),
        )


def _side(kind: str, value: str) -> Side:
    return Side(value=value, says=WORDS[f"progress.{kind}.{value}"])


def _roles(assessment: Assessment, model: str) -> Iterator[str]:
    """`recommended`, `reachable` where that is another one, and `ambition`."""
    if model == assessment.recommended:
        yield "recommended"
    elif model == assessment.reachable:
        yield "reachable"
    if model == assessment.ambition:
        yield "ambition"
