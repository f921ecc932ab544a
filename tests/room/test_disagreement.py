"""What disagreement can change, against every combination of what people hold."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.conditions import Condition, is_
from chatbot.dialog.load import load_script
from chatbot.dialog.script import (
    UNKNOWN_OPTION,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
    Topic,
    TopicId,
)
from chatbot.facts import FactId, Level
from chatbot.framework.initiative import CaseError
from chatbot.framework.load import load_framework
from chatbot.framework.swing import Swing
from chatbot.framework.vocabulary import fact_vocabulary
from chatbot.interview.held import Held
from chatbot.interview.room_events import PersonId
from chatbot.room.ballots import Ballot, Stance, ballots_of
from chatbot.room.disagreement import Position, Stances, gathered, least_first, ranked, stances_of
from chatbot.room.disagreement.ranking import interim_of
from chatbot.room.disagreement.spread import spread
from chatbot.room.disagreement.stances import answers_of
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.room.rooms import ids, new_room

SOME = settings(max_examples=25, deadline=None, derandomize=True)
RULES, TRUST, AMBITION = (Ballot(QuestionId(id)) for id in ("rules", "trust", "ambition"))
DATA = QuestionId("data_care")
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


def choice(
    id: str, *options: Option, when: Condition | None = None, refines: tuple[FactId, ...] = ()
) -> Question:
    return Question(
        id=QuestionId(id), kind=QuestionKind.CHOICE, ask=id, options=options, when=when, refines=refines
    )


def option(id: str, when: Condition | None = None, **facts: str) -> Option:
    stated = {FactId(fact.replace("__", ".")): value for fact, value in facts.items()}
    return Option(id=OptionId(id), label=id, facts=stated, when=when)


@pytest.fixture(scope="module")
def crossing(helds: dict[str, Held]) -> Held:
    """A dialog in which what was said of the rules decides what is asked, offered, and said anew."""
    shipped = helds["readiness"].script
    kept = {"data_care", "last_data_request", "common_rules", "last_decision"}
    questions = (
        *(one for one in shipped.questions() if one.id == "ambition"),
        choice(
            "rules",
            option("good", governance__approval_path="established", governance__audit_trail="established"),
            option("some", governance__approval_path="partial"),
            option("none", governance__approval_path="absent", governance__review_rights="absent"),
        ),
        choice(
            "trust",
            option("checked", governance__plausibility_acceptance="absent"),
            option("sounds_right", governance__plausibility_acceptance="present"),
            option(
                "never",
                when=is_("governance.approval_path", "established"),
                governance__plausibility_acceptance="present",
                governance__exception_handling="established",
            ),
        ),
        *(one for one in shipped.questions() if one.id in kept),
        choice(
            "reviews",
            option("named", governance__review_rights="established"),
            option("nobody", governance__review_rights="absent"),
            option("as_before"),
            when=is_("governance.approval_path", "established", "absent"),
            refines=(FactId("governance.review_rights"),),
        ),
        choice(
            "owners_again",
            option("yes", data_foundation__owners="established"),
            option("no", data_foundation__owners="absent", data_foundation__quality_checks="absent"),
            option("as_before"),
            refines=(FactId("data_foundation.owners"), FactId("data_foundation.quality_checks")),
        ),
    )
    topic = Topic(id=TopicId("all"), title="All", questions=questions)
    return Held(replace(shipped, topics=(topic,)), helds["readiness"].framework)


@SOME
@given(data=st.data())
def test_answers_may_decide_what_is_asked_and_offered_and_be_said_anew(
    crossing: Held, data: st.DataObject
) -> None:
    stances = data.draw(rooms(crossing, most=5))
    found = {one.ballot: one.swing for one in ranked(crossing, stances)}
    assert found == by_looking_at_all(crossing, stances)


@pytest.mark.parametrize("rules", ["good", "some", "none"])
@pytest.mark.parametrize(
    "held",
    [("checked", "never"), ("sounds_right", "never"), ("never", "unknown"), ("checked", "sounds_right")],
)
def test_an_option_that_is_not_offered_states_nothing(
    crossing: Held, rules: str, held: tuple[str, str]
) -> None:
    stances = every_stance(crossing)
    agreed = {ballot: said[0] for ballot, said in stances.items()} | {RULES: Stance(rules)}
    agreed[AMBITION] = Stance("daily_work")
    del agreed[TRUST]
    votes = {TRUST: {person: Stance(value) for person, value in zip(PEOPLE, held, strict=False)}}
    room = gathered(crossing.manager.route, votes, agreed)
    assert {one.ballot: one.swing for one in ranked(crossing, room)} == by_looking_at_all(crossing, room)


def test_an_answer_that_says_nothing_anew_leaves_what_was_said_before(crossing: Held) -> None:
    agreed = {ballot: said[0] for ballot, said in every_stance(crossing).items()}
    agreed |= {
        Ballot(DATA, FactId(f"data_foundation.{name}")): Stance("absent")
        for name in ("owners", "access_rules")
    }
    again = Ballot(QuestionId("owners_again"))
    del agreed[again]
    votes = {again: {PEOPLE[0]: Stance("yes"), PEOPLE[1]: Stance("as_before")}}
    (found,) = ranked(crossing, gathered(crossing.manager.route, votes, agreed))
    assert "data_foundation.at_risk" in found.swing.warnings


@SOME
@given(data=st.data())
def test_with_too_many_courses_what_is_found_is_so_and_the_rest_is_not_said_to_be_proved(
    helds: dict[str, Held], data: st.DataObject
) -> None:
    held = helds["readiness"]
    stances = data.draw(rooms(held))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chatbot.room.disagreement.courses.MOST_COURSES", data.draw(st.integers(1, 4)))
        found = ranked(held, stances)
    truth = by_looking_at_all(held, stances)
    for one in found:
        real = truth[one.ballot]
        assert one.swing == real if one.swing.proved else set(one.swing.warnings) <= set(real.warnings)
        assert real.recommendation or not one.swing.recommendation
        assert real.commitment or not one.swing.commitment


@SOME
@given(data=st.data())
def test_what_hangs_on_a_position_is_what_comes_out_if_it_is_right(
    helds: dict[str, Held], data: st.DataObject
) -> None:
    held = helds["readiness"]
    stances = data.draw(rooms(held))
    interim = interim_of(held, stances)
    for disagreement in ranked(held, stances):
        for position, hanging in zip(disagreement.positions, disagreement.hanging, strict=True):
            facts = held.manager.route.path(
                answers_of(held.manager.route, {**interim, disagreement.ballot: position.stance})
            ).facts
            try:
                assessed = held.assessor.assess(facts, at_most=held.script.at_most)
            except CaseError:
                assert hanging is None
                continue
            assert hanging is not None
            assert (hanging.position, hanging.recommended, hanging.decision) == (
                position,
                assessed.recommended,
                assessed.commitment.decision,
            )
            certainties = {warning.id: warning.certainty for warning in assessed.warnings}
            assert all(change.after == certainties.get(change.warning) for change in hanging.changes)
            assert all(assessed.layer(layer).standing is standing for layer, standing in hanging.layers)


def votes(values: dict[str, int]) -> tuple[Position, ...]:
    return tuple(
        Position(Stance(value), tuple(PersonId(f"{value} {number}") for number in range(count)))
        for value, count in values.items()
    )


@pytest.mark.parametrize(
    ("values", "apart"),
    [
        ({"established": 3}, 0),
        ({"established": 1}, 0),
        ({"established": 1, "absent": 1}, 1),
        ({"established": 1, "partial": 1}, 1 / 2),
        ({"established": 1, "unknown": 1}, 1 / 2),
        ({"established": 1, "not_applicable": 1}, 1),
        ({"established": 2, "absent": 2}, 4 / 6),
        ({"established": 2, "partial": 1, "absent": 1}, (1 + 2 + 1 / 2) / 6),
    ],
)
def test_the_spread_is_the_mean_distance_between_two_people(values: dict[str, int], apart: float) -> None:
    assert spread(votes(values), levels=True) == pytest.approx(apart)


def test_options_are_alike_or_not() -> None:
    assert spread(votes({"one": 2, "two": 1, "unknown": 1}), levels=False) == pytest.approx(5 / 6)
    assert spread(votes({"absent": 1, "present": 1}), levels=True, sign=True) == 1


@SOME
@given(data=st.data())
def test_what_changes_the_result_comes_first_and_among_equals_what_people_are_furthest_apart_on(
    helds: dict[str, Held], data: st.DataObject
) -> None:
    held = helds["quick"]
    stances = data.draw(rooms(held))
    found = ranked(held, stances)
    places = {ballot: place for place, ballot in enumerate(stances.positions)}
    keys = [(one.tier, -one.spread, places[one.ballot]) for one in found]
    assert keys == sorted(keys)
    assert {one.ballot for one in found} == set(stances.disputed)
    assert not any(one.swing.matters for one in found if one.tier == 2)


def test_nobody_differs_where_something_was_agreed_but_before_they_did(helds: dict[str, Held]) -> None:
    held, route = helds["readiness"], helds["readiness"].manager.route
    ballot = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
    differing = {PEOPLE[0]: Stance("absent"), PEOPLE[1]: Stance("established")}
    stances = gathered(route, {ballot: differing}, {ballot: Stance("partial")})
    assert not ranked(held, stances)
    (before,) = ranked(held, stances.without_agreements())
    assert [position.stance.value for position in before.positions] == ["established", "absent"]


def test_what_a_room_holds_is_gathered_from_its_votes_and_agreements() -> None:
    room = new_room()
    route = room.interview.held.manager.route
    ada, ben, *_ = ids(room)
    owners = Ballot(QuestionId("data_care"), FactId("data_foundation.owners"))
    sector = Ballot(QuestionId("sector"))
    room.vote(ada, owners, Stance("absent"))
    room.vote(ben, owners, Stance("established"))
    room.agree(sector, Stance("other"))
    stances = stances_of(route, room.state)
    assert stances.disputed == (owners,)
    assert stances.agreed == {sector: Stance("other")}
    assert {position.stance.value: position.persons for position in stances.positions[owners]} == {
        "established": (ben,),
        "absent": (ada,),
    }


def open_questions(held: Held, draw: st.DrawFn) -> list[QuestionId]:
    questions = [question.id for question in held.script.questions()]
    return draw(st.lists(st.sampled_from(questions), min_size=1, max_size=3, unique=True))


@SOME
@given(data=st.data())
def test_what_can_be_dropped_without_a_loss_comes_first_and_changes_nothing(
    helds: dict[str, Held], data: st.DataObject
) -> None:
    held = helds["quick"]
    stances = data.draw(rooms(held))
    still_open = open_questions(held, data.draw)
    found = least_first(held, stances, still_open)
    assert {one.question for one in found} == set(still_open)
    harmless = [one.question for one in found if not one.swing.matters and one.swing.proved]
    assert harmless == [one.question for one in found][: len(harmless)]
    assert all(one.alone.results == one.alone.warnings == 0 for one in found[: len(harmless)])

    route = held.manager.route
    interim = interim_of(held, stances)
    every = every_stance(held)
    settled = {ballot: stance for ballot, stance in interim.items() if ballot.question not in still_open}
    free = [ballot for ballot in every if ballot.question in still_open]
    outcomes: dict[object, set[object]] = {}
    for stated in product(*([None, *every[ballot]] for ballot in free)):
        picked = {ballot: stance for ballot, stance in zip(free, stated, strict=True) if stance}
        facts = route.path(answers_of(route, {**settled, **picked})).facts
        try:
            assessed = held.assessor.assess(facts, at_most=held.script.at_most)
        except CaseError:
            continue
        warnings = frozenset((warning.id, warning.certainty) for warning in assessed.warnings)
        result = (assessed.recommended, assessed.reachable, assessed.commitment.decision, warnings)
        others = tuple(picked.get(ballot) for ballot in free if ballot.question not in harmless)
        outcomes.setdefault(others, set()).add(result)
    assert all(len(results) == 1 for results in outcomes.values())
