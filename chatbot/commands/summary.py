"""An assessment as a short plain text: the advice on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.cells import wrap
from chatbot.framework.assessment import Advice, Assessment, Certainty, Decision, RaisedWarning
from chatbot.framework.model import Framework
from chatbot.framework.wording import Wording
from chatbot.visible import visible

WIDTH: Final = 88
"""How many cells a line has at most."""

_MOST: Final = 5
"""How many next steps and things to find out are listed; the rest is counted."""


class Summary:
    """Summarises the assessments of one framework."""

    def __init__(self, framework: Framework) -> None:
        self._actions = {warning.id: warning.action for warning in framework.warnings}
        self._words = Wording(framework)

    def of(self, assessment: Assessment, advice: Advice, title: str) -> str:
        """The text, without a line end; `title` is the initiative's and may be empty."""
        return "\n".join(self._lines(assessment, advice, title))

    def _lines(self, assessment: Assessment, advice: Advice, title: str) -> Iterator[str]:
        if title:
            yield from _folded(visible(" ".join(title.split())))
            yield ""
        yield from _folded(self._words.headline(assessment, advice))
        yield from _section("Readiness", [self._words.layer(layer) for layer in assessment.layers])
        yield from _section("Warnings", [self._warning(warning) for warning in assessment.warnings])
        yield from _section("Commitment", self._commitment(assessment, advice))
        steps = [self._words.action(step.fact) for step in advice.next_steps]
        yield from _section("Next steps", _shortened(steps))
        yield from _section("To find out", _shortened([self._words.find_out(x) for x in advice.find_out]))
        if advice.unlock:
            yield from _section("After that", [self._words.unlock(advice.unlock)])

    def _warning(self, warning: RaisedWarning) -> str:
        grade = warning.severity.capitalize()
        if warning.certainty is Certainty.POSSIBLE:
            grade += ", if confirmed"
        parts = (f"{grade}: {self._words.title(warning.id)}.", self._words.because(warning))
        return " ".join([*filter(None, parts), self._actions[warning.id]])

    def _commitment(self, assessment: Assessment, advice: Advice) -> list[str]:
        commitment = assessment.commitment
        said = [self._words.decision(commitment)]
        if commitment.decision is Decision.HOLD:
            return [*said, *(says for _, says in self._words.reasons(assessment))]
        return [*said, *(self._words.condition(condition, assessment) for condition in advice.conditions)]


def _section(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield heading
        for entry in entries:
            yield from _folded(entry, "- ")


def _shortened(entries: Sequence[str]) -> list[str]:
    more = len(entries) - _MOST
    return [*entries[:_MOST], *([f"And {more} more; --format json lists them all."] if more > 0 else [])]


def _folded(text: str, bullet: str = "") -> Iterator[str]:
    for number, line in enumerate(wrap(text, WIDTH - len(bullet))):
        yield (bullet if number == 0 else " " * len(bullet)) + line
