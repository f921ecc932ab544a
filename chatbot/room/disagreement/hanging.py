"""What hangs on a ballot: what would come out if one position were right and all else stood as it does."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.facts import LayerId, ModelId
from chatbot.framework.assessment import Assessment, Certainty, Decision, Readiness
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import WarningId
from chatbot.interview.held import Held
from chatbot.room.ballots import Ballot, Stance, answer_to
from chatbot.room.disagreement.stances import Position, answers_of


class Change(msgspec.Struct, frozen=True):
    """A warning that comes, goes, or becomes more or less sure; `None` is that it is not raised."""

    warning: WarningId
    before: Certainty | None
    after: Certainty | None


class Hanging(msgspec.Struct, frozen=True, kw_only=True):
    """What would come out if a position were right.

    Attributes:
        recommended: what to work on, whatever turns out.
        reachable: the same with unknowns at their best.
        changes: the warnings that differ from what comes out as things stand, in the framework's order.
        layers: the readiness layers whose standing differs from that, with the standing they would have.
    """

    position: Position
    recommended: ModelId
    reachable: ModelId
    decision: Decision
    changes: tuple[Change, ...]
    layers: tuple[tuple[LayerId, Readiness], ...]


class Interim:
    """What comes out as things stand: with what was agreed, and else with what most hold.

    Attributes:
        judged: what comes out; `None` where what most hold contradicts itself.
    """

    def __init__(self, held: Held, stances: Mapping[Ballot, Stance]) -> None:
        self._held = held
        self._route = held.manager.route
        self._warnings = [warning.id for warning in held.framework.warnings]
        self._answers = answers_of(self._route, stances)
        path = self._route.path(self._answers)
        self._asked = frozenset(path.questions)
        self._known: dict[object, Assessment | None] = {}
        self.judged = self._judge(self._answers)

    def asks(self, ballot: Ballot) -> bool:
        """Whether the ballot's question comes up."""
        return ballot.question in self._asked

    def if_right(self, ballot: Ballot, position: Position) -> Hanging | None:
        """What would come out if a position were right; `None` where it contradicts all else."""
        question = ballot.question
        answer = answer_to(ballot, self._route.question[question].kind, position.stance)
        usual = self._answers.get(question)
        if usual and ballot.fact:
            levels, reasons = usual.levels | answer.levels, usual.reasons | answer.reasons
            answer = Answer(levels=levels, reasons=reasons)
        after = self._judge({**self._answers, question: answer})
        if after is None:
            return None
        before = self.judged
        raised_before = {one.id: one.certainty for one in before.warnings} if before else {}
        raised_after = {one.id: one.certainty for one in after.warnings}
        standings = {layer.layer: layer.standing for layer in before.layers} if before else {}
        return Hanging(
            position=position,
            recommended=after.recommended,
            reachable=after.reachable,
            decision=after.commitment.decision,
            changes=tuple(
                Change(id, raised_before.get(id), raised_after.get(id))
                for id in self._warnings
                if raised_before.get(id) != raised_after.get(id)
            ),
            layers=tuple(
                (layer.layer, layer.standing)
                for layer in after.layers
                if standings.get(layer.layer) is not layer.standing
            ),
        )

    def _judge(self, answers: Mapping[QuestionId, Answer]) -> Assessment | None:
        facts = self._route.path(answers).facts
        key = frozenset(facts.items())
        if key not in self._known:
            try:
                found = self._held.assessor.assess(facts, at_most=self._held.script.at_most)
            except CaseError:
                self._known[key] = None
            else:
                self._known[key] = found
        return self._known[key]
