"""Raising the warnings of the knowledge base, each with its severity and its causes."""

from __future__ import annotations

from itertools import chain
from typing import Final

import msgspec

from chatbot.conditions import Test, compiled
from chatbot.facts import ModelId
from chatbot.framework.assessment import NOT_ASKED, Cause, Certainty, RaisedWarning
from chatbot.framework.causes import Causes, Tracing
from chatbot.framework.model import Framework, Severity, Warning, WarningId
from chatbot.framework.sequence import Ladder
from chatbot.framework.survey import Survey

_PLACE: Final = {Severity.STOP: 0, Severity.CAUTION: 1, Severity.WATCH: 2}
_CERTAIN: Final = Certainty.CERTAIN
_POSSIBLE: Final = Certainty.POSSIBLE


class _Rule(msgspec.Struct, gc=False):
    """One warning, compiled: when it is raised, on what grounds, and how grave it is by ambition."""

    id: WarningId
    when: Test
    grounds: Tracing
    possible_when: Test | None
    possible_grounds: Tracing
    severities: dict[int | None, Severity]


class WarningRules:
    """The warnings of one framework."""

    def __init__(self, framework: Framework, ladder: Ladder, causes: Causes) -> None:
        self._rules = []
        for warning in framework.warnings:
            possible = warning.possible_when
            self._rules.append(
                _Rule(
                    id=warning.id,
                    when=compiled(warning.when),
                    grounds=causes.tracing(warning.when),
                    possible_when=compiled(possible) if possible else None,
                    possible_grounds=causes.tracing(possible or warning.when),
                    severities=_severities(warning, ladder),
                )
            )

    def raised(self, conclusions: dict[str, str], survey: Survey) -> tuple[RaisedWarning, ...]:
        """The warnings that `conclusions` give rise to: certain before possible, then the gravest first."""
        aim = survey.aim
        level_of = conclusions.get
        by_place: tuple[list[RaisedWarning], ...] = ([], [], [], [], [], [])
        for rule in self._rules:
            severity = rule.severities[aim]
            place = _PLACE[severity]
            if rule.when(conclusions):
                certainty, grounds = _CERTAIN, rule.grounds
            elif rule.possible_when and rule.possible_when(conclusions):
                certainty, grounds = _POSSIBLE, rule.possible_grounds
                place += len(_PLACE)
            else:
                continue
            facts = grounds(conclusions, survey)
            because = tuple([Cause(fact, level_of(fact, NOT_ASKED)) for fact in facts])
            by_place[place].append(
                RaisedWarning(id=rule.id, certainty=certainty, severity=severity, because=because)
            )
        return tuple(chain(*by_place))


def gravest(warnings: tuple[RaisedWarning, ...]) -> str:
    """The severity of the gravest certain warning, which is raised first, or `none`."""
    return warnings[0].severity if warnings and warnings[0].certainty is _CERTAIN else "none"


def _severities(warning: Warning, ladder: Ladder) -> dict[int | None, Severity]:
    """How grave a warning is, by the position of the ambition; milder where it belongs to one beyond."""
    ambitions = [None, *ladder.position.values()]
    severities: dict[int | None, Severity] = dict.fromkeys(ambitions, warning.severity)
    owner = ladder.position.get(ModelId(warning.id.partition(".")[0]))
    if warning.beyond_ambition and owner is not None:
        severities.update(dict.fromkeys(range(owner), warning.beyond_ambition))
    return severities
