"""The conclusions that a comparison follows: their values, their words, and which way they moved."""

from __future__ import annotations

from typing import Final

from chatbot.framework.assessment import (
    Assessment,
    Certainty,
    Clarity,
    Decision,
    GateStanding,
    LayerStanding,
    Reach,
    Readiness,
)
from chatbot.framework.model import Framework, Severity
from chatbot.framework.terms import Terms
from chatbot.framework.wording import STANDINGS
from chatbot.report.comparing.moves import Movement, Side
from chatbot.report.comparing.words import WORDS

RECOMMENDED: Final = "recommended"
REACHABLE: Final = "reachable"
DECISION: Final = "decision"
ITEM: Final = "item."
LAYER: Final = "layer."
WARNING: Final = "warning."
NOT_RAISED: Final = "not_raised"

_CLARITIES: Final = [Clarity.MISSING, Clarity.OPEN, Clarity.EXPLICIT]
_DECISIONS: Final = [Decision.HOLD, Decision.CONDITIONAL, Decision.COMMIT]
_READINESS: Final = [Readiness.AT_RISK, Readiness.DEVELOPING, Readiness.READY]
_SEVERITIES: Final = [Severity.WATCH, Severity.CAUTION, Severity.STOP]
_CERTAINTIES: Final = [Certainty.POSSIBLE, Certainty.CERTAIN]
_REACHES: Final[dict[str, int]] = {Reach.BEYOND: 0, Reach.ONCE_KNOWN: 1, Reach.NOW: 2}
_GATES: Final[dict[str, int]] = {GateStanding.UNMET: 0, GateStanding.PARTIAL: 1, GateStanding.MET: 2}
_RANGE: Final = ".."


def values(framework: Framework, assessment: Assessment) -> dict[str, str]:
    """Every conclusion by its id, in the order in which a reader wants them; each warning too.

    A layer's value is its standing or `WORST..BEST`; a warning's is `CERTAINTY.SEVERITY` or `not_raised`.
    """
    found: dict[str, str] = {
        RECOMMENDED: assessment.recommended,
        REACHABLE: assessment.reachable,
        DECISION: assessment.commitment.decision,
    }
    found |= {f"{ITEM}{item}": clarity for item, clarity in assessment.commitment.items.items()}
    found |= {f"{LAYER}{layer.layer}": _layer(layer) for layer in assessment.layers}
    raised = {warning.id: f"{warning.certainty}.{warning.severity}" for warning in assessment.warnings}
    found |= {f"{WARNING}{rule.id}": raised.get(rule.id, NOT_RAISED) for rule in framework.warnings}
    return {id: str(value) for id, value in found.items()}


def title(terms: Terms, id: str) -> str:
    """What a conclusion is called."""
    if id in (RECOMMENDED, REACHABLE, DECISION):
        return WORDS[f"progress.conclusion.{id}"]
    if id.startswith(ITEM):
        item = terms.title(f"commitment.{id.removeprefix(ITEM)}")
        return WORDS["progress.conclusion.item"].format(title=item)
    return terms.title(id.removeprefix(LAYER).removeprefix(WARNING))


def side(terms: Terms, id: str, value: str) -> Side:
    """The value of a conclusion, in words."""
    return Side(value=value, says=_says(terms, id, value))


def movement(framework: Framework, id: str, before: str, after: str) -> Movement:
    """Which way a conclusion went between two values; the reverse of both is the reverse of it."""
    if before == after:
        return Movement.SAME
    if id in (RECOMMENDED, REACHABLE):
        order = [str(model.id) for model in framework.models]
        return _along((order.index(before),), (order.index(after),))
    if id == DECISION:
        return _along((_DECISIONS.index(Decision(before)),), (_DECISIONS.index(Decision(after)),))
    if id.startswith(ITEM):
        return _along((_CLARITIES.index(Clarity(before)),), (_CLARITIES.index(Clarity(after)),))
    if id.startswith(LAYER):
        return _of_layer(before, after)
    return _along(_gravity(after), _gravity(before))


def rung_movement(before: tuple[str, str], after: tuple[str, str]) -> Movement:
    """Which way a value model went, from its reach and the standing of its gate, then and now."""
    if before == after:
        return Movement.SAME
    reaches = [_REACHES.get(reach) for reach, _ in (before, after)]
    gates = [_GATES.get(gate) for _, gate in (before, after)]
    pairs = [(then, now) for then, now in (reaches, gates) if then is not None and now is not None]
    moved = _along(tuple(then for then, _ in pairs), tuple(now for _, now in pairs))
    if any(then != now for then, now in pairs):
        return moved
    opened = [gate == GateStanding.OPEN for _, gate in (before, after)]
    if opened == [True, False]:
        return Movement.CLEARER
    return Movement.LESS_CLEAR if opened == [False, True] else Movement.DIFFERENT


def _layer(standing: LayerStanding) -> str:
    if standing.standing is Readiness.OPEN:
        return f"{standing.worst}{_RANGE}{standing.best}"
    return standing.standing


def _says(terms: Terms, id: str, value: str) -> str:
    if id in (RECOMMENDED, REACHABLE):
        return terms.title(value)
    if id == DECISION:
        return terms.decision(Decision(value))
    if id.startswith(LAYER):
        worst, between, best = value.partition(_RANGE)
        if between:
            return WORDS["progress.layer.open"].format(
                worst=STANDINGS[Readiness(worst)], best=STANDINGS[Readiness(best)]
            )
        return STANDINGS[Readiness(value)]
    if id.startswith(WARNING):
        certainty, _, severity = value.partition(".")
        return WORDS[f"progress.warning.{certainty}"].format(severity=severity)
    return WORDS[f"progress.clarity.{value}"]


def _of_layer(before: str, after: str) -> Movement:
    """A layer is better or worse only where it may now stand as it could not before, at one end."""
    then, now = _ends(before), _ends(after)
    if then is None or now is None:
        return Movement.DIFFERENT
    if then[0] <= now[0] and now[1] <= then[1]:
        return Movement.CLEARER
    if now[0] <= then[0] and then[1] <= now[1]:
        return Movement.LESS_CLEAR
    return _along(then, now)


def _ends(value: str) -> tuple[int, int] | None:
    worst, _, best = value.partition(_RANGE)
    if worst == Readiness.NOT_APPLICABLE:
        return None
    return _READINESS.index(Readiness(worst)), _READINESS.index(Readiness(best or worst))


def _gravity(value: str) -> tuple[int, int]:
    if value == NOT_RAISED:
        return 0, 0
    certainty, _, severity = value.partition(".")
    return 1 + _CERTAINTIES.index(Certainty(certainty)), 1 + _SEVERITIES.index(Severity(severity))


def _along(before: tuple[int, ...], after: tuple[int, ...]) -> Movement:
    """Forward where nothing went down, back where nothing went up."""
    pairs = list(zip(before, after, strict=True))
    if all(then <= now for then, now in pairs):
        return Movement.FORWARD
    return Movement.BACK if all(then >= now for then, now in pairs) else Movement.DIFFERENT
