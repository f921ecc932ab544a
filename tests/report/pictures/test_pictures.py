"""What holds of every picture, whatever was said: all is there once, legible, safe and said in words."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId
from chatbot.report.content.contents import Content
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.document.nodes import Figure
from chatbot.report.document.signs import on_one_line
from chatbot.report.pictures.ladder import ladder, ladder_in_short
from chatbot.report.pictures.readiness import readiness
from chatbot.report.pictures.saying import UNCLEAR
from chatbot.report.pictures.svg import NARROW
from chatbot.report.pictures.unknowns import unknowns
from chatbot.report.theme.theme import Colours
from tests.framework.cases import BEST, NOTHING_KNOWN, WORST, cases, stated
from tests.report.pictures.conftest import LONG, Judge, worded
from tests.report.pictures.drawn import check, groups, levels, parsed, words

COLOURS = Colours()
OTHERS = Colours(ink="#eeeeee", ground="#101010", good="#00ff00")
MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])

PICTURES = pytest.mark.parametrize("draw", [ladder, ladder_in_short, readiness, unknowns])


def pairs(*findings: Finding) -> list[tuple[str, str]]:
    return [(finding.fact, finding.level) for finding in findings]


def drawn(judged: Judged) -> list[Figure]:
    """Every picture that there is."""
    figures = [draw(judged, COLOURS) for draw in (ladder, ladder_in_short, readiness, unknowns)]
    return [figure for figure in figures if figure]


@given(facts=cases())
@MANY
def test_the_ladder_has_every_value_model_with_its_reach_role_and_gate(
    judge: Judge, facts: dict[FactId, str]
) -> None:
    judged = judge(facts)
    figure = ladder(judged, COLOURS)
    check(figure)
    rungs = [(data["model"], data["reach"], data["gate"], data["role"]) for data in groups(figure, "model")]
    assert rungs == [
        (rung.id, rung.reach, rung.standing, " ".join(rung.roles)) for rung in reversed(judged.ladder)
    ]
    assert sum("now" in role.split() for _, _, _, role in rungs) == 1
    applying = [rung for rung in reversed(judged.ladder) if rung.reach != "not_applicable"]
    assert levels(figure) == pairs(*(signal for rung in applying for signal in rung.signals))
    for rung in applying:
        assert rung.reach_says in figure.alt
        assert all(signal.within in figure.alt for signal in rung.signals)
        assert all(floor.says in figure.alt for floor in rung.floors if floor.truth != "holds")


@given(facts=cases())
@MANY
def test_the_ladder_in_short_has_every_value_model_with_its_role_and_is_low_enough_for_a_first_page(
    judge: Judge, facts: dict[FactId, str]
) -> None:
    judged = judge(facts)
    figure = ladder_in_short(judged, COLOURS)
    check(figure)
    assert [(data["model"], data["reach"], data["role"]) for data in groups(figure, "model")] == [
        (rung.id, rung.reach, " ".join(rung.roles)) for rung in reversed(judged.ladder)
    ]
    assert figure.height <= 212
    assert all(f"{rung.title}: {rung.reach_says}" in figure.alt for rung in judged.ladder)


@given(facts=cases())
@MANY
def test_readiness_has_every_layer_with_its_range_and_every_signal_and_sign_with_its_level(
    judge: Judge, facts: dict[FactId, str]
) -> None:
    judged = judge(facts)
    figure = readiness(judged, COLOURS)
    check(figure)
    layers = [
        (data["layer"], data["standing"], data["worst"], data["best"]) for data in groups(figure, "layer")
    ]
    assert layers == [(layer.id, layer.standing, layer.worst, layer.best) for layer in judged.layers]
    assert levels(figure) == pairs(
        *(finding for layer in judged.layers for finding in (*layer.signals, layer.sign))
    )
    for layer in judged.layers:
        assert f"{layer.title}: {layer.says}." in figure.alt
        assert all(finding.within in figure.alt for finding in (*layer.signals, layer.sign))


@given(facts=cases())
@MANY
def test_the_unknowns_are_by_topic_and_the_first_to_find_out_come_with_what_they_decide(
    judge: Judge, facts: dict[FactId, str]
) -> None:
    judged = judge(facts)
    figure = unknowns(judged, COLOURS)
    expected = [finding for layer in judged.layers for finding in (*layer.signals, layer.sign)]
    for rung in judged.ladder:
        if rung.reach != "not_applicable":
            expected += [*rung.signals, rung.failure_mode]
    if figure is None:
        assert not judged.find_out
        assert not any(finding.level in UNCLEAR for finding in expected)
        return
    check(figure)
    assert levels(figure) == pairs(*expected)
    asked = {data["ask"]: data["decides"].split() for data in groups(figure, "ask")}
    first = judged.find_out[: len(asked)]
    assert asked == {item.finding.fact: list(item.bears_on) for item in first}
    assert len(asked) == len(judged.find_out) or len(asked) >= 6
    for item in judged.find_out:
        assert item.bears_on
        assert item.decides in figure.alt


@given(facts=cases(), text=st.sampled_from(LONG))
@MANY
def test_titles_of_any_length_stay_in_their_places_and_are_text(
    judge: Judge, facts: dict[FactId, str], text: str
) -> None:
    for figure in drawn(worded(judge(facts), text)):
        check(figure)
        assert "".join(on_one_line(text).split()) in words(figure).replace(" ", "")


@given(facts=cases())
@MANY
def test_the_same_conclusions_make_the_same_bytes(judge: Judge, facts: dict[FactId, str]) -> None:
    judged = judge(facts)
    again = msgspec.convert(msgspec.to_builtins(judged), Judged)
    assert drawn(judged) == drawn(again)


@PICTURES
def test_a_picture_has_the_colours_of_the_theme_and_their_names(sample: Content, draw) -> None:
    assert sample.judged
    ours, theirs = draw(sample.judged, COLOURS), draw(sample.judged, OTHERS)
    for one, other in zip(parsed(ours).iter(), parsed(theirs).iter(), strict=True):
        assert one.get("class") == other.get("class")
        colours = [value for key in ("fill", "stroke") if (value := other.get(key)) not in (None, "none")]
        assert all(value == getattr(OTHERS, str(other.get("class"))) for value in colours)


@PICTURES
def test_two_pictures_of_a_kind_can_stand_in_one_document(sample: Content, draw) -> None:
    assert sample.judged
    assert draw(sample.judged, COLOURS, "second").id == "second"


def test_where_everything_is_known_there_is_no_picture_of_the_unknowns(judge: Judge) -> None:
    for known in (BEST, WORST):
        judged = judge(stated({**known, AMBITION: "expert", DISTRIBUTION_APPLIES: "true"}))
        assert unknowns(judged, COLOURS) is None


def test_a_value_model_that_dropped_out_is_on_the_ladder_without_its_gate(judge: Judge) -> None:
    figure = ladder(judge(stated({**BEST, DISTRIBUTION_APPLIES: "false"})), COLOURS)
    assert [data["reach"] for data in groups(figure, "model") if data["model"] == "distribution"] == [
        "not_applicable"
    ]
    assert not [fact for fact, _ in levels(figure) if fact.startswith("distribution.")]


def test_what_is_unknown_and_what_was_not_asked_look_different(judge: Judge) -> None:
    unknown = readiness(judge(stated(NOTHING_KNOWN)), COLOURS)
    not_asked = readiness(judge({}), COLOURS)
    assert {level for _, level in levels(unknown)} == {"unknown"}
    assert {level for _, level in levels(not_asked)} == {"not_asked"}
    assert unknown.svg.count("<circle") > not_asked.svg.count("<circle")


def test_nothing_that_somebody_typed_stands_in_a_picture(sample: Content) -> None:
    assert sample.judged
    typed = [answer.words for answer in sample.spoken.answers if len(answer.words) > 20]
    assert typed
    for figure in drawn(sample.judged):
        assert not [text for text in typed if text in figure.alt or text in words(figure)]


@given(facts=cases(), text=st.sampled_from(["", *LONG]))
@MANY
def test_what_is_drawn_for_a_phone_fits_it_and_has_all_that_the_usual_picture_has(
    judge: Judge, facts: dict[FactId, str], text: str
) -> None:
    judged = worded(judge(facts), text) if text else judge(facts)
    for draw in (ladder, ladder_in_short, readiness):
        usual, narrow = draw(judged, COLOURS), draw(judged, COLOURS, wide=NARROW)
        check(narrow, NARROW)
        for name in ("model", "layer", "fact"):
            assert groups(usual, name) == groups(narrow, name)
