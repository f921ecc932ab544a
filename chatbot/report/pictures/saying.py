"""What pictures say in words, in them and in their text alternatives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chatbot.facts import Level
from chatbot.framework.assessment import NOT_ASKED
from chatbot.report.content.judged import Finding, Layer, Rung

_BEST_FIRST: Final[tuple[str, ...]] = (
    Level.ESTABLISHED,
    Level.PARTIAL,
    Level.ABSENT,
    Level.PRESENT,
    Level.UNKNOWN,
    NOT_ASKED,
    Level.NOT_APPLICABLE,
)
UNCLEAR: Final[frozenset[str]] = frozenset((Level.UNKNOWN, NOT_ASKED))


def counted(findings: Iterable[Finding]) -> str:
    """How many facts are at each level: "2 settled, 1 missing"."""
    found: dict[str, list[str]] = {level: [] for level in _BEST_FIRST}
    for finding in findings:
        found.setdefault(finding.level, []).append(finding.standing)
    return ", ".join(f"{len(said)} {said[0]}" for said in found.values() if said)


def listed(findings: Iterable[Finding]) -> str:
    """Which facts are at each level, as sentences: "Settled: a named owner. Missing: ..."."""
    found: dict[str, list[Finding]] = {level: [] for level in _BEST_FIRST}
    for finding in findings:
        found.setdefault(finding.level, []).append(finding)
    return " ".join(
        f"{capital(several[0].standing)}: {', '.join(one.within for one in several)}."
        for several in found.values()
        if several
    )


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def layer_says(layer: Layer) -> str:
    """A layer's standing with its facts, as sentences."""
    sign = f"Warning sign, {layer.sign.within}: {layer.sign.standing}."
    return f"{layer.title}: {layer.says}. {listed(layer.signals)} {sign}"


def rung_in_short(place: int, rung: Rung) -> str:
    """A value model's place on the ladder, as a sentence."""
    role = f", {rung.role}" if rung.role else ""
    return f"{place}. {rung.title}: {rung.reach_says}{role}."


def rung_says(place: int, rung: Rung) -> str:
    """A value model's place on the ladder with its gate and floors, as sentences."""
    said = rung_in_short(place, rung)
    if dropped(rung):
        return said
    said += f" Its gate: {rung.gate_says}. {listed(rung.signals)}"
    broken = [f"{floor.says} {FLOORS[floor.truth]}" for floor in rung.floors if floor.truth != "holds"]
    return " ".join((said, *broken))


FLOORS: Final = {
    "holds": "That holds.",
    "fails": "That does not hold.",
    "open": "Whether that holds is open.",
}


def dropped(rung: Rung) -> bool:
    """Whether a value model dropped out of the sequence."""
    return rung.reach == "not_applicable"
