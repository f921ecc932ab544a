"""What is so at worst and at best, for rules that a report tells one by one."""

from __future__ import annotations

from chatbot.framework.model import Framework
from chatbot.framework.survey import Survey


def worlds(framework: Framework, survey: Survey) -> tuple[dict[str, str], dict[str, str]]:
    """What a floor may read, with every unknown at its worst and at its best."""
    rows = zip(framework.layers, survey.rows, strict=True)
    gates = zip(framework.models, survey.ranges, strict=True)
    ranges: dict[str, tuple[str, str]] = {
        f"readiness.{layer.id}": (row.worst, row.best) for layer, row in rows
    }
    ranges |= {f"gate.{model.id}": (worst, best) for model, (worst, best) in gates}
    worst = {key: ends[0] for key, ends in ranges.items()}
    return worst, {key: ends[1] for key, ends in ranges.items()}
