"""An agenda: what fits into the time is asked in the room, and its minutes add up."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.load import load_script
from chatbot.dialog.script import Facilitation, Script
from chatbot.errors import UsageError
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId
from chatbot.framework.assess import Assessor
from chatbot.framework.load import load_framework
from chatbot.room.agenda import Agenda, Held, Part
from chatbot.room.planning import LONGEST, LONGEST_SITTING, Planner, plan
from chatbot.room.ways import ways_through
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

ASSESSOR = Assessor(load_framework(knowledge_bundle()))
SCRIPTS = {name: load_script(dialog_bundle(name)) for name in ("readiness", "quick")}
MODELS = [model.id for model in ASSESSOR.framework.models]

Known = dict[FactId, str]
KNOWN = st.one_of(
    st.just({}),
    st.sampled_from(MODELS).map(lambda model: {AMBITION: str(model)}),
    st.sampled_from(["true", "false"]).map(lambda said: {DISTRIBUTION_APPLIES: said}),
)


def planned(minutes: int = 90, dialog: str = "readiness", known: Known | None = None) -> Agenda:
    return plan(Planner(SCRIPTS[dialog], ASSESSOR, known or {}), minutes)


@settings(max_examples=40)
@given(st.integers(25, LONGEST), st.sampled_from(sorted(SCRIPTS)), KNOWN)
def test_the_minutes_add_up_whatever_the_session(minutes: int, dialog: str, known: Known) -> None:
    agenda = planned(minutes, dialog, known)
    assert sum(slot.minutes for slot in agenda.slots) == agenda.minutes == minutes
    ends = 0
    for slot in agenda.slots:
        assert slot.starts == ends
        assert slot.minutes > 0
        assert (slot.topic is None) == (slot.part is not Part.TOPIC)
        ends += slot.minutes
    assert [agenda.slots[0].part, agenda.slots[-1].part] == [Part.OPENING, Part.CLOSING]
    working = minutes - sum(agenda.of(part) for part in (Part.OPENING, Part.CLOSING, Part.BREAK))
    assert agenda.of(Part.DISAGREEMENTS) * 5 >= working * 2
    assert agenda == planned(minutes, dialog, known)


@settings(max_examples=40)
@given(st.integers(25, LONGEST), st.sampled_from(sorted(SCRIPTS)), KNOWN)
def test_every_question_that_may_come_up_is_on_it_once(minutes: int, dialog: str, known: Known) -> None:
    script, agenda = SCRIPTS[dialog], planned(minutes, dialog, known)
    ways = ways_through(script, known)
    on_it = [one.question for one in (*agenda.in_room(), *agenda.before)]
    assert len(on_it) == len(set(on_it))
    assert set(on_it) == {question.id for question in script.questions() if ways.possible(question.id)}
    assert all(one.held is Held.ROOM for one in agenda.in_room())
    assert all(one.held is not Held.ROOM for one in agenda.before)
    in_room = [one.question for one in agenda.in_room()]
    assert set(ways.steering) & set(on_it) <= set(in_room)
    order = [question.id for question in script.questions()]
    assert in_room == sorted(in_room, key=order.index)


@settings(max_examples=20)
@given(st.integers(25, LONGEST), KNOWN)
def test_whichever_way_the_room_takes_its_questions_fit_into_their_topics(minutes: int, known: Known) -> None:
    agenda = planned(minutes, "quick", known)
    for way in ways_through(SCRIPTS["quick"], known).sets:
        for slot in agenda.slots:
            asked = sum(one.minutes for one in slot.planned if one.question in way)
            assert asked <= slot.minutes or slot.part is not Part.TOPIC


@settings(max_examples=15)
@given(st.integers(25, LONGEST))
def test_what_stays_out_weighs_no_more_than_what_is_asked_unless_it_does_not_fit(minutes: int) -> None:
    planner = Planner(SCRIPTS["readiness"], ASSESSOR, {})
    agenda = planner.agenda(minutes)
    assert agenda is not None
    steering = planner.ways.steering
    least = min(
        (
            planner.bearings[one.question].weight
            for one in agenda.in_room()
            if one.question in planner.bearings
        ),
        default=(9,),
    )
    judged = [one for one in agenda.before if one.question in planner.bearings]
    if judged:
        asked = {one.question for one in agenda.in_room()}
        assert all(id in planner.bearings or id in steering for id in asked)
        heaviest = max(judged, key=lambda one: planner.bearings[one.question].weight)
        assert planner.bearings[heaviest.question].weight <= least or heaviest.minutes > 1


def test_the_longer_the_session_the_more_is_asked_in_the_room() -> None:
    asked = [sum(1 for _ in planned(minutes).in_room()) for minutes in (30, 60, 90, 180)]
    assert asked == sorted(asked)
    assert asked[0] < asked[-1]


def test_the_whole_interview_takes_longer_than_an_hour_and_a_half_in_a_room() -> None:
    for model in MODELS[2:]:
        agenda = planned(90, known={AMBITION: str(model)})
        assert any(one.held is Held.BEFORE for one in agenda.before)


def test_an_aim_that_is_known_leaves_out_what_it_never_asks() -> None:
    agenda = planned(known={AMBITION: "workforce"})
    topics = {one.topic for one in agenda.every().values()}
    assert topics.isdisjoint({"distribution", "expert", "dependency", "process"})
    assert "workforce" in topics


def test_a_question_that_may_not_come_up_says_so() -> None:
    agenda = planned(180)
    certain = {id: one.certain for id, one in agenda.every().items()}
    assert certain["ambition"]
    assert not certain["change_control"]
    assert planned(180, known={AMBITION: "process"}).every()["change_control"].certain


@pytest.mark.parametrize("minutes", [120, 180, 240, 300])
def test_nobody_sits_for_longer_than_a_good_hour_and_a_half(minutes: int) -> None:
    sitting, longest = 0, 0
    for slot in planned(minutes).slots:
        sitting = 0 if slot.part is Part.BREAK else sitting + slot.minutes
        longest = max(longest, sitting)
    assert longest <= LONGEST_SITTING + 10
    assert not planned(90).of(Part.BREAK)


def test_a_session_that_is_too_short_says_the_shortest_that_works() -> None:
    shortest = Planner(SCRIPTS["readiness"], ASSESSOR, {}).shortest()
    with pytest.raises(UsageError) as refused:
        planned(shortest - 1)
    assert str(shortest) in refused.value.todo
    assert planned(shortest).minutes == shortest
    with pytest.raises(UsageError):
        planned(0)
    with pytest.raises(UsageError):
        planned(LONGEST + 1)


def test_what_has_to_be_asked_and_never_fits_is_said() -> None:
    def slow(script: Script) -> Script:
        topics = [
            msgspec.structs.replace(
                topic,
                questions=tuple(
                    msgspec.structs.replace(one, facilitator=Facilitation(minutes=500))
                    for one in topic.questions
                ),
            )
            for topic in script.topics
        ]
        return msgspec.structs.replace(script, topics=tuple(topics))

    assert Planner(slow(SCRIPTS["quick"]), ASSESSOR, {}).shortest() == 0
    with pytest.raises(UsageError):
        plan(Planner(slow(SCRIPTS["quick"]), ASSESSOR, {}), 90)


def test_an_agenda_is_plain_data() -> None:
    agenda = planned()
    assert msgspec.json.decode(msgspec.json.encode(agenda), type=Agenda) == agenda
