"""From a tree to frozen dataclasses: unknown and missing keys, wrong kinds, empty texts."""

from __future__ import annotations

from enum import StrEnum

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.conditions import Condition, is_
from chatbot.facts import FactId
from chatbot.sources.codes import Code
from chatbot.sources.problems import Place, Problems
from chatbot.sources.typed import read_as
from tests.authored import unmarked


class Colour(StrEnum):
    """A closed set of words."""

    RED = "red"
    GREEN = "green"


class Inner(msgspec.Struct, frozen=True, kw_only=True):
    """Something inside."""

    name: str
    colour: Colour = Colour.RED


class Outer(msgspec.Struct, frozen=True, kw_only=True):
    """Every kind of field that authored files have."""

    title: str
    count: int = 1
    flag: bool = False
    maybe: bool | None = None
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    words: tuple[str, ...] = ()
    when: Condition | None = None
    facts: dict[FactId, str] = {}
    levels: dict[Colour, str] = {}


def test_a_whole_file_becomes_one_value() -> None:
    text = (
        "title: A\ncount: 2\nflag: true\nmaybe: false\ninner: {name: x, colour: green}\n"
        "many: [{name: y}]\nwords: [a, yes]\nwhen: {a.x: b}\nfacts: {a.x: true, b.y: 1.10}\n"
        "levels: {red: stop}\n"
    )
    problems = Problems("file.yaml")
    authored = read_as(Outer, text, problems)
    assert problems.found == []
    assert authored is not None
    assert authored.value == Outer(
        title="A",
        count=2,
        flag=True,
        maybe=False,
        inner=Inner(name="x", colour=Colour.GREEN),
        many=(Inner(name="y"),),
        words=("a", "yes"),
        when=is_("a.x", "b"),
        facts={FactId("a.x"): "true", FactId("b.y"): "1.10"},
        levels={Colour.RED: "stop"},
    )
    assert authored.at("inner", "colour") == Place(5, 26)
    assert authored.key("facts", "b.y") == Place(9, 20)
    assert authored.has("many", 0, "name")
    assert not authored.has("many", 0, "colour")


SHAPES = [
    (Code.UNKNOWN_KEY, "title: A\n§tilte: B\n"),
    (Code.UNKNOWN_KEY, "title: A\ninner: {name: x, §nme: y}\n"),
    (Code.MISSING_KEY, "§count: 1\n"),
    (Code.MISSING_KEY, "title: A\nmany:\n  - §colour: red\n"),
    (Code.NOT_TEXT, "title: §7\n"),
    (Code.NOT_TEXT, "title: §true\n"),
    (Code.NOT_TEXT, "title: §[a]\n"),
    (Code.NOT_TEXT, "title: §{a: b}\n"),
    (Code.NOT_TEXT, "title: A\nwords: [a, §1.5]\n"),
    (Code.NOT_TEXT, "title: A\nfacts: {a.x: §[b]}\n"),
    (Code.LEFT_EMPTY, "title:§\n"),
    (Code.LEFT_EMPTY, "title: A\nwhen: §~\n"),
    (Code.LEFT_EMPTY, "title: A\nwords: §null\n"),
    (Code.BLANK_TEXT, 'title: §" "\n'),
    (Code.NOT_A_CHOICE, "title: A\ninner: {name: x, colour: §geen}\n"),
    (Code.NOT_A_CHOICE, "title: A\nlevels: {§geen: x}\n"),
    (Code.NOT_A_LIST, "title: A\nwords: §a\n"),
    (Code.NOT_A_MAPPING, "title: A\ninner: §a\n"),
    (Code.NOT_A_MAPPING, "title: A\nfacts: §[a]\n"),
    (Code.NOT_A_MAPPING, "§- title: A\n"),
    (Code.WRONG_KIND, 'title: A\ncount: §"2"\n'),
    (Code.WRONG_KIND, "title: A\ncount: §1.5\n"),
    (Code.WRONG_KIND, "title: A\nflag: §yes\n"),
    (Code.EMPTY_LIST, "title: A\nwords: §[]\n"),
]


@pytest.mark.parametrize(("code", "text"), SHAPES)
def test_each_problem_of_shape_has_its_place(code: Code, text: str) -> None:
    text, place = unmarked(text)
    problems = Problems("file.yaml")
    assert read_as(Outer, text, problems) is None
    assert [(one.code, (one.line, one.column)) for one in problems.found] == [(code, place)]


def test_the_nearest_valid_name_is_offered() -> None:
    problems = Problems("file.yaml")
    read_as(Outer, "title: A\ninner: {name: x, coluor: green}\nlevels: {grene: x}\n", problems)
    assert ['"colour"' in one.fix or '"green"' in one.fix for one in problems.found] == [True, True]


def test_all_problems_of_shape_are_reported_together() -> None:
    problems = Problems("file.yaml")
    read_as(Outer, "titel: A\ncount: x\nwhen: {}\ninner: {colour: blue}\n", problems)
    assert {one.code for one in problems.found} == {
        Code.UNKNOWN_KEY,
        Code.MISSING_KEY,
        Code.WRONG_KIND,
        Code.EMPTY_CONDITION,
        Code.NOT_A_CHOICE,
    }


PLAIN = st.recursive(
    st.sampled_from(["1", "true", "null", "red", '""', "''", "a b", "-3", "1.5", "[]", "{}"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(
            st.sampled_from(["title", "inner", "name", "when", "all", "at_least", "n", "of", "facts", "a.x"]),
            inner,
            max_size=3,
        ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}")
    ),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "count", "flag", "inner", "many", "words", "when", "facts", "levels"]),
        PLAIN,
    )
)
def test_any_data_is_taken_or_refused_with_a_reason(parts: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in parts.items()) or "{}"
    problems = Problems("file.yaml")
    authored = read_as(Outer, text, problems)
    assert (authored is None) == bool(problems.found)
    for problem in problems.found:
        assert 1 <= problem.line <= text.count("\n") + 1
