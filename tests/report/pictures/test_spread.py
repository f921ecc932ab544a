"""Where a room puts the layers: every role on every scale it said something about, at its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.report.content.room import Scale, Standing
from chatbot.report.pictures.spread import MOST_ROLES, hundredths, spread
from chatbot.report.pictures.svg import NARROW, WIDTH
from chatbot.report.theme.theme import Colours
from tests.report.pictures.conftest import LONG
from tests.report.pictures.drawn import check, groups, words

MARK = st.one_of(st.none(), st.floats(0, 1))
ROLE = st.one_of(st.sampled_from(["IT", "Legal", "Finance", *LONG]), st.text(min_size=1, max_size=20))


@st.composite
def scales(draw: st.DrawFn) -> list[Scale]:
    roles = draw(st.lists(ROLE.filter(str.strip), max_size=MOST_ROLES + 2, unique=True))
    return [
        Scale(
            id=f"scale{number}",
            title=draw(st.sampled_from(["Governance", *LONG])),
            everybody=standing(draw, ""),
            roles=tuple(standing(draw, role) for role in roles),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


def standing(draw: st.DrawFn, role: str) -> Standing:
    count = st.integers(0, 300)
    return Standing(role=role, mark=draw(MARK), known=draw(count), unknown=draw(count))


@settings(max_examples=40)
@given(scales=scales(), wide=st.sampled_from([WIDTH, NARROW]))
def test_every_scale_is_drawn_and_said_in_words(scales: list[Scale], wide: int) -> None:
    figure = spread(scales, Colours(), wide=wide)
    known = [scale for scale in scales if scale.everybody.mark is not None]
    if figure is None:
        assert known == []
        return
    check(figure, wide)
    assert [data["scale"] for data in groups(figure, "scale")] == [scale.id for scale in known]
    for scale in known:
        assert scale.everybody.mark is not None
        assert f"at {hundredths(scale.everybody.mark)} of 100" in figure.alt


def test_a_number_stands_for_each_role_and_the_legend_says_which() -> None:
    roles = tuple(
        Standing(role=role, mark=mark, known=3, unknown=0)
        for role, mark in (("IT", 0.9), ("Legal", 0.2), ("HR", None))
    )
    everybody = Standing(role="", mark=0.5, known=9, unknown=2)
    one = Scale(id="governance", title="Governance", everybody=everybody, roles=roles)
    figure = spread([one], Colours())
    assert figure
    assert [number for number in "123" if words(figure).split().count(number)] == ["1", "2", "3"]
    for role in ("IT", "Legal", "HR"):
        assert role in words(figure)
    assert "IT at 90, Legal at 20." in figure.alt


def test_with_too_many_roles_only_everybody_is_drawn() -> None:
    everybody = Standing(role="", mark=0.5, known=9, unknown=0)
    roles = tuple(
        Standing(role=f"Role {number}", mark=0.5, known=1, unknown=0) for number in range(MOST_ROLES + 1)
    )
    one = Scale(id="governance", title="Governance", everybody=everybody, roles=roles)
    figure = spread([one], Colours())
    assert figure
    assert "Role" not in words(figure)
