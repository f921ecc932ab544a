"""Fixed texts: looked up by id, filled, never evaluated; the file has just those that sections print."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.conversation.utterances import Kind
from chatbot.framework.assessment import Clarity
from chatbot.framework.model import Severity
from chatbot.interview.events import Made
from chatbot.interview.kept import KeptAs
from chatbot.report import sections
from chatbot.report.content.fates import Fate
from chatbot.report.document.nodes import Run, plain
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.registry import SECTIONS
from chatbot.report.theme.ours import our_theme, our_words
from chatbot.report.theme.texts import MANY, ONE, Texts, places_in

OURS = our_words().texts
METHODS = {"named", "counted", "runs", "title"}
GROUPS = {
    "audience": set(Audience),
    "clarity": set(Clarity),
    "severity": set(Severity),
    "fate": set(Fate) - {Fate.STANDS},
    "floor": {"fails", "open"},
    "ladder.layers": {"fails", "open"},
    "said": set(Made),
    "turn": {Kind.NOTE, Kind.EVIDENCE, Kind.VOTE, Kind.AGREEMENT, Kind.DISSENT, Kind.PARKED, Kind.ACTION},
    "note": set(KeptAs),
    "note_to": set(KeptAs),
}
"""The cases of each group that are looked up by name."""

ELSEWHERE = ("contents", "html.", "markdown.", "pdf.", "word.", "progress.", "side_by_side.", "prepare.")
"""Texts that writers and comparisons print, which have tests of their own."""


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Every look-up in the code of the sections: how, what, and the places that it fills."""
    (folder,) = sections.__path__
    for path in Path(folder).glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            how = method(call.func)
            if how and path.name != "setting.py":
                literal = call.args[0]
                name = literal.value if isinstance(literal, ast.Constant) else ""
                yield how, str(name), {str(keyword.arg) for keyword in call.keywords}


def method(called: ast.expr) -> str:
    """How a call looks a text up; empty where it does nothing of the kind."""
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name == "texts":
        return "plain"
    owner = called.value if isinstance(called, ast.Attribute) else None
    of = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return (
        name
        if name in METHODS and of in ("texts", "_texts", "setting")
        else "plain"
        if name == "_texts"
        else ""
    )


def test_the_texts_that_sections_look_up_are_those_in_the_file_with_the_same_places() -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for how, id, filled in calls():
        if how == "title" and not id:
            continue  # by the id of the section, which the next test looks at
        assert id, "a text is looked up by an id that stands there, so that nobody has to run it to find it"
        if how == "counted":
            used[f"{id}.{ONE}"] |= filled | {"count"}
            used[f"{id}.{MANY}"] |= filled | {"count"}
        elif how == "named":
            assert id in GROUPS
            for case in GROUPS[id]:
                used[f"{id}.{case}"] |= filled
        else:
            used[f"title.{id}" if how == "title" else id] |= filled
    used |= {f"title.{id}": used[f"title.{id}"] for id in SECTIONS}
    assert set(used) == {id for id in OURS if not id.startswith(ELSEWHERE)}
    of_one_kind = {id for id in used if id.endswith((f".{ONE}", f".{MANY}"))}
    for id, filled in used.items():
        missing = filled - places_in(OURS[id])
        assert places_in(OURS[id]) <= filled, id
        assert missing <= ({"count"} if id in of_one_kind else {"ask"} if "note" in id else set()), id


def test_an_outline_names_sections_that_there_are_and_each_has_a_place_in_one() -> None:
    outline = our_theme().outline
    assert set(outline) == set(Audience)
    assert {id for named in outline.values() for id in named} == set(SECTIONS)
    assert all(len(set(named)) == len(named) for named in outline.values())


def test_the_words_of_our_theme_are_read_from_yaml_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = our_words()
    monkeypatch.setattr("chatbot.sources.reader.read", None)
    assert our_words() == first


@given(st.text(), st.text())
def test_values_are_never_read_as_places_or_as_anything_else(one: str, other: str) -> None:
    texts = Texts({"a.b": "<{one}|{other}>"})
    marked = texts("a.b", one=f"{{other}}{one}", other="{one.__class__}")
    assert "{other}" in marked
    assert marked.endswith("|{one.__class__}>")
    runs = texts.runs("a.b", one=(Run("x", strong=True),), other=(Run(other),))
    assert [run.text for run in runs if run.strong] == ["x"]
    assert plain(runs) == f"<x|{other}>"


def test_a_text_that_names_an_attribute_has_no_place_there() -> None:
    assert (
        Texts({"a": "{one.__class__} {one[0]} {one!r}"})("a", one="x") == "{one.__class__} {one[0]} {one!r}"
    )
    assert places_in("{one} {two_words} {Three} {} {{four}}") == {"one", "two_words", "four"}


def test_exactly_one_has_a_text_of_its_own() -> None:
    texts = Texts({"n.one": "{count} thing", "n.many": "{count} things"})
    assert [texts.counted("n", count) for count in (0, 1, 2)] == ["0 things", "1 thing", "2 things"]


def test_a_blank_beside_a_place_stays() -> None:
    texts = Texts({"a": "{one}: {two} and\n{three}"})
    runs = texts.runs("a", one=(Run("x"),), two=(Run("y"),), three=(Run("z"),))
    assert plain(runs) == texts("a", one="x", two="y", three="z") == "x: y and z"
