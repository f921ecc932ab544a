"""Raising the warnings of the knowledge base, each with its severity and its causes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Final

import msgspec

from chatbot.conditions import Test, Values, compiled
from chatbot.facts import ModelId
from chatbot.framework.assessment import NOT_ASKED, Cause, Certainty, RaisedWarning
from chatbot.framework.causes import Causes, Tracing
from chatbot.framework.model import Framework, Severity, Warning, WarningId
from chatbot.framework.sequence import Ladder
from chatbot.framework.survey import Survey

_PLACE: Final = {Severity.STOP: 0, Severity.CAUTION: 1, Severity.WATCH: 2}
_CERTAIN: Final = Certainty.CERTAIN
_POSSIBLE: Final = Certainty.POSSIBLE


class Raising(msgspec.Struct, gc=False):
    """One warning, compiled: when it is raised, and how grave it is by the position of the ambition."""

    id: WarningId
    when: Test
    possible_when: Test | None
    severities: dict[int | None, Severity]

    def certainty(self, conclusions: Values) -> Certainty | None:
        """How surely the warning is raised; `None` where it is not."""
        if self.when(conclusions):
            return _CERTAIN
        return _POSSIBLE if self.possible_when and self.possible_when(conclusions) else None


class WarningRules:
    """The warnings of one framework."""

    def __init__(self, framework: Framework, ladder: Ladder, causes: Causes) -> None:
        self._rules: list[tuple[Raising, Tracing, Tracing]] = [
            (
                raising(warning, ladder),
                causes.tracing(warning.when),
                causes.tracing(warning.possible_when or warning.when),
            )
            for warning in framework.warnings
        ]

    def raised(self, conclusions: dict[str, str], survey: Survey) -> tuple[RaisedWarning, ...]:
        """The warnings that `conclusions` give rise to: certain before possible, then the gravest first."""
        aim = survey.aim
        level_of = conclusions.get
        by_place: tuple[list[RaisedWarning], ...] = ([], [], [], [], [], [])
        for rule, grounds, possible_grounds in self._rules:
            certainty = rule.certainty(conclusions)
            if certainty is None:
                continue
            severity = rule.severities[aim]
            place = _PLACE[severity]
            if certainty is _POSSIBLE:
                place += len(_PLACE)
                grounds = possible_grounds
            facts = grounds(conclusions, survey)
            because = tuple([Cause(fact, level_of(fact, NOT_ASKED)) for fact in facts])
            by_place[place].append(
                RaisedWarning(id=rule.id, certainty=certainty, severity=severity, because=because)
            )
        return tuple(chain(*by_place))


def raising(warning: Warning, ladder: Ladder) -> Raising:
    """A warning, compiled."""
    possible = warning.possible_when
    return Raising(
        id=warning.id,
        when=compiled(warning.when),
        possible_when=compiled(possible) if possible else None,
        severities=_severities(warning, ladder),
    )


def gravest(certain: Iterable[Severity]) -> str:
    """The gravest severity of the certain warnings, or `none`."""
    return min(certain, key=_PLACE.__getitem__, default="none")


def _severities(warning: Warning, ladder: Ladder) -> dict[int | None, Severity]:
    """How grave a warning is, by the position of the ambition; milder where it belongs to one beyond."""
    ambitions = [None, *ladder.position.values()]
    severities: dict[int | None, Severity] = dict.fromkeys(ambitions, warning.severity)
    owner = ladder.position.get(ModelId(warning.id.partition(".")[0]))
    if warning.beyond_ambition and owner is not None:
        severities.update(dict.fromkeys(range(owner), warning.beyond_ambition))
    return severities
