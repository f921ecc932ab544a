"""A row about what people disagree on: ranking it, when everybody has voted on everything."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from chatbot.dialog.load import load_script
from chatbot.dialog.script import UNKNOWN_OPTION, QuestionKind
from chatbot.facts import Level
from chatbot.framework.load import load_framework
from chatbot.framework.vocabulary import fact_vocabulary
from chatbot.interview.held import Held
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.disagreement import gathered, ranked
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.benchmarks.measuring import Row, in_turn, seconds
from tests.benchmarks.rows_core import cases_of

_PEOPLE = 30
_ASSESSMENTS = 3_200
"""So many take 200 ms where this was measured, which is the time that the ranking may take."""


def rows(rounds: int) -> Iterator[Row]:
    """Thirty people who each say anything of every choice and every point of the long dialog.

    Hardly anything is settled then, so there is most to look at: all ambitions, and each with all answers.
    """
    held = Held(load_script(dialog_bundle("readiness")), load_framework(knowledge_bundle()))
    random = Random(7)
    votes = {
        ballot: {PersonId(f"person {number}"): random.choice(said) for number in range(_PEOPLE)}
        for ballot, said in _every_stance(held).items()
    }
    stances = gathered(held.manager.route, votes, {})
    cases = cases_of(held.framework, random)
    assert all(one.swing.proved for one in ranked(held, stances))
    assert len(stances.disputed) >= 40

    ours, theirs = in_turn(
        seconds(lambda: ranked(held, stances)),
        seconds(
            lambda: [held.assessor.assess(case) for _ in range(_ASSESSMENTS // len(cases)) for case in cases]
        ),
        rounds,
    )
    what = f"ranking {len(stances.disputed)} disagreements of {_PEOPLE} people"
    yield Row(what, f"{_ASSESSMENTS:,} assessments", ours, theirs, 1.0)


def _every_stance(held: Held) -> dict[Ballot, list[Stance]]:
    levels = fact_vocabulary(held.framework)
    found = {}
    for question in held.script.questions():
        for ballot in ballots_of(question):
            if ballot.fact:
                found[ballot] = [Stance(level) for level in Level if level in levels[ballot.fact]]
            elif question.kind is QuestionKind.CHOICE:
                found[ballot] = [Stance(option.id) for option in question.options] + [Stance(UNKNOWN_OPTION)]
    return found
