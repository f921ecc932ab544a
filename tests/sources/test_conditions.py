"""Conditions as authored, and what can be wrong with them."""

from __future__ import annotations

import pytest

from chatbot.conditions import Condition, Operator, is_
from chatbot.sources.codes import Code
from chatbot.sources.conditions import ConditionReader, check_vocabulary
from chatbot.sources.problems import Place, Problems
from chatbot.sources.reader import read
from tests.authored import unmarked


def condition_of(text: str) -> tuple[Condition, ConditionReader, Problems]:
    problems = Problems("file.yaml")
    node = read(text, problems)
    assert node is not None
    reader = ConditionReader(problems)
    return reader.read(node), reader, problems


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{a.x: one}", is_("a.x", "one")),
        ("{a.x: [one, two]}", is_("a.x", "one", "two")),
        ("{a.x: false}", is_("a.x", "false")),
        ('{a.x: "yes"}', is_("a.x", "yes")),
        (
            "{a.x: one, b.y: two}",
            Condition(op=Operator.ALL, parts=(is_("a.x", "one"), is_("b.y", "two"))),
        ),
        ("any: [{a.x: one}]", Condition(op=Operator.ANY, parts=(is_("a.x", "one"),))),
        ("none: [{a.x: one}]", Condition(op=Operator.NONE, parts=(is_("a.x", "one"),))),
        (
            "at_least: {n: 1, of: [{a.x: one}, {b.y: two}]}",
            Condition(op=Operator.AT_LEAST, n=1, parts=(is_("a.x", "one"), is_("b.y", "two"))),
        ),
        (
            "{a.x: one, all: [{b.y: two}]}",
            Condition(
                op=Operator.ALL,
                parts=(is_("a.x", "one"), Condition(op=Operator.ALL, parts=(is_("b.y", "two"),))),
            ),
        ),
    ],
)
def test_each_authored_form_is_read(text: str, condition: Condition) -> None:
    found, reader, problems = condition_of(text)
    assert problems.found == []
    assert found == condition
    assert len(reader.atoms) == len(list(condition.atoms()))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (Code.NOT_A_CONDITION, "§word"),
        (Code.NOT_A_CONDITION, "§[{a.x: one}]"),
        (Code.NOT_A_CONDITION, "{§or: [{a.x: one}]}"),
        (Code.NOT_A_CONDITION, "all: §{a.x: one}"),
        (Code.NOT_A_CONDITION, "at_least: §[{a.x: one}]"),
        (Code.NOT_A_CONDITION, "at_least: §{n: 1}"),
        (Code.EMPTY_CONDITION, "§{}"),
        (Code.EMPTY_CONDITION, "any: §[]"),
        (Code.EMPTY_CONDITION, "{a.x: §[]}"),
        (Code.NOT_A_WORD, "{a.x: §{b: c}}"),
        (Code.NOT_A_WORD, "{a.x: [one, §~]}"),
        (Code.NOT_A_WORD, '{a.x: §""}'),
        (Code.COUNT_OUT_OF_RANGE, "at_least: {n: §3, of: [{a.x: one}, {b.y: two}]}"),
        (Code.COUNT_OUT_OF_RANGE, "at_least: {n: §0, of: [{a.x: one}]}"),
        (Code.COUNT_OUT_OF_RANGE, 'at_least: {n: §"1", of: [{a.x: one}]}'),
        (Code.VALUE_TWICE, "{a.x: [one, §one]}"),
    ],
)
def test_each_problem_of_a_condition_has_its_place(code: Code, text: str) -> None:
    text, place = unmarked(text)
    _, _, problems = condition_of(text)
    assert [(one.code, (one.line, one.column)) for one in problems.found] == [(code, place)]


def test_keys_and_values_that_do_not_exist_are_found_with_the_nearest_that_do() -> None:
    condition, reader, problems = condition_of("any: [{a.xx: one}, {a.x: [one, tow]}]")
    check_vocabulary(condition, tuple(reader.atoms), {"a.x": frozenset({"one", "two"})}, problems)
    unknown, impossible = problems.found
    assert (unknown.code, unknown.column) == (Code.UNKNOWN_CONDITION_KEY, 8)
    assert '"a.x"' in unknown.fix
    assert (impossible.code, impossible.column) == (Code.IMPOSSIBLE_VALUE, 32)
    assert '"two"' in impossible.fix


def test_the_places_of_atoms_are_in_the_order_of_the_atoms() -> None:
    _, reader, _ = condition_of("all:\n  - {a.x: one}\n  - any: [{b.y: two}, {c.z: [one, two]}]\n")
    assert [place.key for place in reader.atoms] == [Place(2, 6), Place(3, 12), Place(3, 24)]
    assert reader.atoms[2].values == (Place(3, 30), Place(3, 35))
