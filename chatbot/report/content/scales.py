"""Where a room's answers put each layer and value model, from nothing but the answers that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from chatbot.dialog.script import UNKNOWN_OPTION, OptionId, QuestionId, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.framework.model import Sign
from chatbot.framework.vocabulary import judged_facts
from chatbot.interview.held import Held
from chatbot.report.content.room import BallotView, Count, Scale, Standing

EVERYBODY = ""
OTHERS = "all others"
"""Stands for the role of all that are not shown by themselves."""

_SIGNALS = {Level.ESTABLISHED: 1.0, Level.PARTIAL: 0.5, Level.ABSENT: 0.0}
_SIGNS = {Level.ABSENT: 1.0, Level.PRESENT: 0.0}


class _Sum:
    """Adds up what some people said of one layer."""

    def __init__(self) -> None:
        self.marks = 0.0
        self.known = 0
        self.unknown = 0

    def standing(self, role: str) -> Standing:
        mark = self.marks / self.known if self.known else None
        return Standing(role=role, mark=mark, known=self.known, unknown=self.unknown)


class Scales:
    """Puts the answers of a dialog on the scales of a framework."""

    def __init__(self, held: Held) -> None:
        self._questions = held.manager.route.question
        self._titles: dict[str, str] = {layer.id: layer.title for layer in held.framework.layers}
        self._titles |= {model.id: model.title for model in held.framework.models}
        self._marks: dict[FactId, Mapping[Level, float]] = {
            fact.id: _SIGNS if isinstance(fact, Sign) else _SIGNALS for fact in judged_facts(held.framework)
        }

    def of(self, ballots: Iterable[BallotView]) -> tuple[Scale, ...]:
        """The scales that somebody said something about, in the framework's order."""
        sums: dict[tuple[str, str], _Sum] = {}
        roles: dict[str, None] = {}
        for ballot in ballots:
            self._add(sums, ballot, EVERYBODY, ballot.counts or ())
            for role in ballot.by_role:
                roles[role.role] = None
                self._add(sums, ballot, role.role, role.counts)
        in_order = sorted(roles, key=lambda role: (role == OTHERS, role))
        return tuple(
            Scale(
                id=id,
                title=title,
                everybody=sums[id, EVERYBODY].standing(EVERYBODY),
                roles=tuple(sums[id, role].standing(role) for role in in_order if (id, role) in sums),
            )
            for id, title in self._titles.items()
            if (id, EVERYBODY) in sums
        )

    def _add(
        self, sums: dict[tuple[str, str], _Sum], ballot: BallotView, role: str, counts: Iterable[Count]
    ) -> None:
        for count in counts:
            for fact, level in self._stated(ballot, count.value):
                owner = fact.partition(".")[0]
                if owner not in self._titles or fact not in self._marks:
                    continue
                total = sums.setdefault((owner, role), _Sum())
                mark = self._marks[fact].get(level)
                if mark is not None:
                    total.marks += mark * count.count
                    total.known += count.count
                elif level == Level.UNKNOWN:
                    total.unknown += count.count

    def _stated(self, ballot: BallotView, value: str) -> Iterator[tuple[FactId, Level]]:
        """The facts that an answer states; who does not know says so of each that there is an answer on."""
        if ballot.fact:
            yield FactId(ballot.fact), Level(value)
            return
        asked = self._questions.get(QuestionId(ballot.question))
        if asked is None or asked.kind is not QuestionKind.CHOICE:
            return
        chosen = next((option for option in asked.options if option.id == OptionId(value)), None)
        if chosen is not None and (chosen.facts or value != UNKNOWN_OPTION):
            for fact, level in chosen.facts.items():
                if fact in self._marks:
                    yield fact, Level(level)
        elif value == UNKNOWN_OPTION:
            yield from ((fact, Level.UNKNOWN) for fact in asked.facts() if fact in self._marks)
