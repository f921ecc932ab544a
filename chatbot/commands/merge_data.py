"""What `chatbot merge --json` prints: its keys are a contract."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.framework.assessment import Assessment
from chatbot.room.ballots import Ballot
from chatbot.room.differences import Differences, differences_in
from chatbot.room.disagreement import Disagreement, Hanging, Position
from chatbot.room.merging import Merged
from chatbot.room.wording import Wording

Data = dict[str, object]


def data_of(made: Merged) -> Data:
    """A merged session: its people, what is agreed, what they differ on, and what is unanswered."""
    return _Writer(made).whole(differences_in(made.room))


class _Writer:
    def __init__(self, made: Merged) -> None:
        self._made = made
        self._room = made.room
        self._words = Wording(made.room.interview)
        self._names = {str(person.id): person.name for person in made.room.state.people}

    def whole(self, found: Differences) -> Data:
        interview = self._room.interview
        return {
            "session": interview.id,
            "dialog": interview.held.script.dialog,
            "people": self._people(),
            "agreed": [self._agreed(ballot) for ballot in self._made.agreed],
            "disagreements": [self._disagreement(one) for one in found.ranked],
            "texts": [
                {**self._ballot(ballot), "positions": [self._position(ballot, one) for one in positions]}
                for ballot, positions in found.texts.items()
            ],
            "as_things_stand": _outcome(found.interim),
            "unanswered": list(interview.state.due),
        }

    def _people(self) -> list[Data]:
        people: list[Data] = []
        for person in self._room.state.people:
            taken = self._made.taken.get(person.id)
            left_out = taken.left_out if taken else ()
            people.append(
                {
                    "id": person.id,
                    "name": person.name,
                    "role": person.role,
                    "organisation": person.organisation,
                    "answers": taken.votes if taken else 0,
                    "notes": taken.notes if taken else 0,
                    "left_out": [
                        {"question": one.question, "why": one.why, "words": one.words} for one in left_out
                    ],
                }
            )
        return people

    def _ballot(self, ballot: Ballot) -> Data:
        return {
            "question": ballot.question,
            "fact": ballot.fact or None,
            "ask": self._words.ask(ballot),
            "point": self._words.point(ballot) or None,
        }

    def _agreed(self, ballot: Ballot) -> Data:
        agreement = self._room.state.outcomes.agreement(ballot)
        assert agreement is not None
        voters = list(self._room.state.votes.latest(ballot))
        return {
            **self._ballot(ballot),
            "value": agreement.stance.value,
            "label": self._words.label(ballot, agreement.stance),
            "reason": agreement.reason,
            "people": self._named(voters),
        }

    def _position(self, ballot: Ballot, position: Position) -> Data:
        return {
            "value": position.stance.value,
            "label": self._words.label(ballot, position.stance),
            "people": self._named(position.persons),
        }

    def _disagreement(self, one: Disagreement) -> Data:
        return {
            **self._ballot(one.ballot),
            "spread": round(one.spread, 4),
            "changes": {
                "recommendation": one.swing.recommendation,
                "commitment": one.swing.commitment,
                "warnings": list(one.swing.warnings),
                "proved": one.swing.proved,
            },
            "comes_up": one.comes_up,
            "positions": [
                {**self._position(one.ballot, position), "if_right": _if_right(hanging)}
                for position, hanging in zip(one.positions, one.hanging, strict=True)
            ],
        }

    def _named(self, persons: Sequence[str]) -> list[str]:
        return [self._names[person] for person in persons]


def _outcome(judged: Assessment | None) -> Data | None:
    if judged is None:
        return None
    return {
        "recommended": judged.recommended,
        "reachable": judged.reachable,
        "decision": judged.commitment.decision,
    }


def _if_right(hanging: Hanging | None) -> Data | None:
    """What would come out; nothing where it contradicts all else."""
    if hanging is None:
        return None
    return {
        "recommended": hanging.recommended,
        "reachable": hanging.reachable,
        "decision": hanging.decision,
        "layers": [{"layer": layer, "standing": standing} for layer, standing in hanging.layers],
        "warnings": [
            {"id": one.warning, "before": one.before, "after": one.after} for one in hanging.changes
        ],
    }
