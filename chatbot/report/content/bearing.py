"""What kinds of conclusions an unknown bears on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from chatbot.framework.model import Framework


class Bearing(StrEnum):
    """Which value model is reachable, whether to commit, how a layer or gate stands, or a warning."""

    MODEL = "model"
    COMMITMENT = "commitment"
    STANDING = "standing"
    WARNING = "warning"


def bearings(framework: Framework, conclusions: Iterable[str]) -> tuple[Bearing, ...]:
    """The kinds of several conclusions, each once.

    Args:
        conclusions: ids of value models, layers, warnings, `gate.MODEL` and `commitment.ITEM`.
    """
    models: set[str] = {model.id for model in framework.models}
    warnings: set[str] = {warning.id for warning in framework.warnings}
    found = {_kind(id, models, warnings) for id in conclusions}
    return tuple(kind for kind in Bearing if kind in found)


def _kind(id: str, models: set[str], warnings: set[str]) -> Bearing:
    if id in models:
        return Bearing.MODEL
    if id in warnings:
        return Bearing.WARNING
    return Bearing.COMMITMENT if id.startswith("commitment.") else Bearing.STANDING
