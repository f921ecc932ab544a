"""Pictures of more than one interview: both sides are whole, and what changed is marked."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.facts import AMBITION, FactId
from chatbot.report.content.contents import Content
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.pictures.movement import movement
from chatbot.report.pictures.side_by_side import Row, side_by_side
from chatbot.report.theme.theme import Colours
from tests.framework.cases import BEST, WORST, cases, stated
from tests.report.documents import HOSTILE
from tests.report.pictures.conftest import LONG, Judge, worded
from tests.report.pictures.drawn import check, groups, words

COLOURS = Colours()
MANY = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rows(*initiatives: tuple[str, Judged | None]) -> list[Row]:
    """Rows without a mark."""
    return [Row(name=name, judged=judged) for name, judged in initiatives]


def by_owner(judged: Judged) -> dict[str, list[Finding]]:
    """The signals and the sign of each layer and value model."""
    found = {layer.id: [*layer.signals, layer.sign] for layer in judged.layers}
    return found | {rung.id: [*rung.signals, rung.failure_mode] for rung in judged.ladder}


@given(then=cases(), now=cases())
@MANY
def test_movement_has_both_ladders_every_layer_then_and_now_and_every_fact_that_changed(
    judge: Judge, then: dict[FactId, str], now: dict[FactId, str]
) -> None:
    before, after = judge(then), judge(now)
    figure = movement(before, after, COLOURS)
    check(figure)
    sides = groups(figure, "side")
    for side, judged in (("before", before), ("after", after)):
        rungs = [(data["model"], data["role"]) for data in sides if data["side"] == side]
        assert rungs == [(rung.id, " ".join(rung.roles)) for rung in reversed(judged.ladder)]
    layers = [(data["layer"], data["before"], data["after"]) for data in groups(figure, "layer")]
    assert layers == [
        (new.id, old.standing, new.standing) for old, new in zip(before.layers, after.layers, strict=True)
    ]
    drawn = {data["fact"]: (data["before"], data["after"]) for data in groups(figure, "fact")}
    assert len(drawn) == len(groups(figure, "fact"))
    old = {one.fact: one.level for several in by_owner(before).values() for one in several}
    for owner, findings in by_owner(after).items():
        moved = [one for one in findings if old[one.fact] != one.level]
        shown = [one for one in findings if one.fact in drawn]
        is_layer = owner in {layer.id for layer in after.layers}
        assert shown == (findings if moved or is_layer else [])
        assert all(drawn[one.fact] == (old[one.fact], one.level) for one in shown)
        assert all(one.within[1:] in figure.alt for one in moved)


def test_where_nothing_moved_nothing_is_marked_as_changed(sample: Content) -> None:
    assert sample.judged
    figure = movement(sample.judged, sample.judged, COLOURS)
    assert all(data["before"] == data["after"] for data in groups(figure, "fact"))
    assert "changed" not in words(figure)


def test_movement_between_two_knowledge_bases_says_what_only_one_of_them_has(judge: Judge) -> None:
    before, after = judge(stated(WORST)), judge(stated(BEST))
    smaller = Judged(
        **{field: getattr(before, field) for field in before.__struct_fields__}
        | {"layers": before.layers[1:], "ladder": before.ladder[:-1]}
    )
    figure = movement(smaller, after, COLOURS)
    check(figure)
    added = [data for data in groups(figure, "fact") if not data["before"]]
    owners = {after.layers[0].id, after.ladder[-1].id}
    assert {data["fact"].partition(".")[0] for data in added} == owners
    back = movement(after, smaller, COLOURS)
    check(back)


@given(then=cases(), now=cases(), text=st.sampled_from(LONG), head=st.sampled_from(HOSTILE))
@MANY
def test_long_titles_and_hostile_names_stay_in_their_places(
    judge: Judge, then: dict[FactId, str], now: dict[FactId, str], text: str, head: str
) -> None:
    before, after = worded(judge(then), text), worded(judge(now), text)
    check(movement(before, after, COLOURS, heads=(head, text)))
    beside = side_by_side(rows((head, before), (text, after), ("", None)), COLOURS)
    assert beside
    check(beside)


@given(facts=st.lists(cases(), min_size=1, max_size=4))
@MANY
def test_side_by_side_every_initiative_has_its_ladder_and_its_layers(
    judge: Judge, facts: list[dict[FactId, str]]
) -> None:
    several = [(f"initiative {place}", judge(one)) for place, one in enumerate(facts)]
    figure = side_by_side(rows(*several), COLOURS)
    assert figure
    check(figure)
    assert [data["initiative"] for data in groups(figure, "initiative")] == [
        str(place) for place in range(len(several))
    ]
    assert [(data["model"], data["role"]) for data in groups(figure, "model")] == [
        (rung.id, " ".join(rung.roles)) for _, judged in several for rung in judged.ladder
    ]
    assert [(data["layer"], data["worst"], data["best"]) for data in groups(figure, "layer")] == [
        (layer.id, layer.worst, layer.best) for _, judged in several for layer in judged.layers
    ]
    for name, judged in several:
        assert name in figure.alt
        assert all(layer.says in figure.alt for layer in judged.layers)


def test_an_initiative_of_which_nothing_is_concluded_says_so(judge: Judge) -> None:
    judged = judge(stated({**BEST, AMBITION: "expert"}))
    figure = side_by_side(rows(("one", judged), ("two", None)), COLOURS)
    assert figure
    assert "contradict" in words(figure)
    assert side_by_side(rows(("two", None)), COLOURS) is None


def test_initiatives_of_one_name_are_told_apart_however_long_it_is(judge: Judge) -> None:
    judged = judge(stated({**BEST, AMBITION: "expert"}))
    name = "A map of all drawings with everything that hangs on each of them"
    alike = [Row(name=name, mark=f"(k{place})", judged=judged) for place in range(2)]
    figure = side_by_side(alike, COLOURS)
    assert figure
    check(figure)
    assert all(row.mark in words(figure) and row.mark in figure.alt for row in alike)
