"""What disagreement can change, against every combination of what people hold."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.load import load_script
from chatbot.dialog.script import UNKNOWN_OPTION, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.framework.initiative import CaseError
from chatbot.framework.load import load_framework
from chatbot.framework.swing import Swing
from chatbot.framework.vocabulary import fact_vocabulary
from chatbot.interview.held import Held
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.disagreement import Stances, gathered, ranked
from chatbot.room.disagreement.stances import answers_of
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

SOME = settings(max_examples=25, deadline=None, derandomize=True)
PEOPLE = [PersonId(f"person {number}") for number in range(4)]
STEERING = [QuestionId(id) for id in ("sector", "customer_reach", "ambition", "reach_or_ambition")]


@pytest.fixture(scope="module")
def helds() -> dict[str, Held]:
    framework = load_framework(knowledge_bundle())
    return {name: Held(load_script(dialog_bundle(name)), framework) for name in ("readiness", "quick")}


def every_stance(held: Held) -> dict[Ballot, list[Stance]]:
    """Everything that can be said on each ballot, texts aside."""
    levels = fact_vocabulary(held.framework)
    found = {}
    for question in held.script.questions():
        for ballot in ballots_of(question):
            if ballot.fact:
                found[ballot] = [
                    Stance(level, "There is none here." if level is Level.NOT_APPLICABLE else "")
                    for level in Level
                    if level in levels[ballot.fact]
                ]
            elif question.kind is QuestionKind.CHOICE:
                values = [*(option.id for option in question.options), UNKNOWN_OPTION]
                found[ballot] = [Stance(value) for value in values]
    return found


@st.composite
def rooms(draw: st.DrawFn, held: Held, most: int = 6) -> Stances:
    """A room that agrees on much, often on the best, and differs on a few ballots."""
    stances = every_stance(held)
    ballots = list(stances)
    near = draw(
        st.sampled_from([ballots, [one for one in ballots if one.question in STEERING], ballots[-16:]])
    )
    disputed = draw(st.lists(st.sampled_from(near), max_size=3, unique=True))
    disputed += draw(
        st.lists(st.sampled_from(ballots), min_size=2, max_size=most - len(disputed), unique=True)
    )
    usual = draw(st.sampled_from([0, 0, 1, -1, None]))
    votes: dict[Ballot, dict[PersonId, Stance]] = {}
    agreed: dict[Ballot, Stance] = {}
    for ballot in ballots:
        said = stances[ballot]
        if ballot in disputed:
            votes[ballot] = {who: draw(st.sampled_from(said)) for who in PEOPLE[: draw(st.integers(2, 3))]}
            if draw(st.integers(0, 9)) == 0:
                agreed[ballot] = draw(st.sampled_from(said))
        elif usual is not None and draw(st.integers(0, 9)):
            stance = (
                said[min(usual, len(said) - 1)] if draw(st.integers(0, 5)) else draw(st.sampled_from(said))
            )
            if draw(st.booleans()):
                agreed[ballot] = stance
            else:
                votes[ballot] = {PEOPLE[0]: stance}
    return gathered(held.manager.route, votes, agreed)


def by_looking_at_all(held: Held, stances: Stances) -> dict[Ballot, Swing]:
    """Assess every combination of the positions, and compare those that differ on one ballot."""
    route = held.manager.route
    ballots = stances.disputed
    fixed = {
        ballot: stances.agreed[ballot] if ballot in stances.agreed else positions[0].stance
        for ballot, positions in {**dict.fromkeys(stances.agreed, ()), **stances.positions}.items()
        if ballot not in ballots
    }
    outcomes = {}
    for picks in product(*(range(len(stances.positions[ballot])) for ballot in ballots)):
        picked = {
            ballot: stances.positions[ballot][pick].stance
            for ballot, pick in zip(ballots, picks, strict=True)
        }
        facts = route.path(answers_of(route, {**fixed, **picked})).facts
        try:
            found = held.assessor.assess(facts, at_most=held.script.at_most)
        except CaseError:
            continue
        outcomes[picks] = (
            (found.recommended, found.reachable),
            found.commitment.decision,
            {warning.id: warning.certainty for warning in found.warnings},
        )
    swings = {}
    for at, ballot in enumerate(ballots):
        groups: dict[object, list[tuple[object, object, dict[str, object]]]] = {}
        for picks, outcome in outcomes.items():
            groups.setdefault((*picks[:at], *picks[at + 1 :]), []).append(outcome)
        warnings = {
            id
            for group in groups.values()
            for id in {id for _, _, raised in group for id in raised}
            if len({raised.get(id) for _, _, raised in group}) > 1
        }
        swings[ballot] = Swing(
            recommendation=any(len({one for one, _, _ in group}) > 1 for group in groups.values()),
            commitment=any(len({one for _, one, _ in group}) > 1 for group in groups.values()),
            warnings=tuple(one.id for one in held.framework.warnings if one.id in warnings),
        )
    return swings


@pytest.mark.parametrize("dialog", ["readiness", "quick"])
@SOME
@given(data=st.data())
def test_what_a_disagreement_can_change_is_what_every_combination_says(
    helds: dict[str, Held], dialog: str, data: st.DataObject
) -> None:
    held = helds[dialog]
    stances = data.draw(rooms(held))
    found = {one.ballot: one.swing for one in ranked(held, stances)}
    assert found == by_looking_at_all(held, stances)
