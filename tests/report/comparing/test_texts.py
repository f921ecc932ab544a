"""The fixed texts of comparisons and of writers: the file has just those that they look up."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Final

from chatbot.framework.assessment import Decision
from chatbot.report import comparing
from chatbot.report.comparing.data import Caution
from chatbot.report.comparing.moves import Change, Movement, NotAsked, WarningStatus
from chatbot.report.comparing.words import WORDS
from chatbot.report.theme import ours
from chatbot.report.theme.ours import our_words
from chatbot.report.theme.texts import MANY, ONE, places_in
from chatbot.report.writers.html import words as html
from chatbot.report.writers.markdown import words as markdown
from tests.report.test_texts import ELSEWHERE

OURS: Final = our_words().texts
STARTS: Final = ("progress.", "side_by_side.")
SHARED: Final = "again."
"""What is said of the command that makes a report again, of one interview or of several."""

CASES: Final[dict[str, set[str]]] = {
    "progress.caution": {Caution.SWAPPED, Caution.REVERSED},
    "progress.count": set(Change),
    "progress.count.movement": set(Movement),
    "progress.count.warning": set(WarningStatus),
    "progress.facts": set(Change),
    "progress.headline": {Movement.FORWARD, Movement.BACK, Movement.SAME},
    "progress.lead": {"then", "now"},
    "progress.movement": set(Movement)
    | {f"warning_{way}" for way in ("new", "gone", "forward", "back", "different")},
    "progress.not_asked": set(NotAsked),
    "progress.origin": {
        "interview",
        "sector",
        "dialog",
        "framework",
        "program",
        "first",
        "last",
        "events",
        "participants",
        "answered",
        "passed_over",
        "waiting",
        "set_aside",
        "headline",
    },
    "progress.role": {"recommended", "reachable", "ambition"},
    "progress.warnings": set(WarningStatus),
    "side_by_side.bottleneck": {"both", "models", "decisions"},
    "side_by_side.decision": set(Decision),
    "side_by_side.effect": {"reachable", "layer", "item", "warning"},
    "side_by_side.headline": set(Decision) | {"open"},
}
"""The cases of each group that are looked up by name."""

SAID: Final = re.compile(r'said\("([a-z_.]+)", "([^"]*)"\)')
"""How the template of a PDF looks a text up, with what it says where a theme has none."""


def looked_up(
    package: ModuleType = comparing, cases: Mapping[str, set[str]] = CASES
) -> Iterator[tuple[set[str], set[str]]]:
    """Every id in the code of a package that may be looked up in one place, with what fills its places.

    Args:
        cases: the cases of each group that are looked up by name.
    """
    (folder,) = package.__path__
    for path in sorted(Path(folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        by_variable: set[str] = set()
        in_calls = set()
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            how = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if how not in ("texts", "_texts", "named", "counted", "runs") or not call.args:
                continue
            filled = {str(keyword.arg) for keyword in call.keywords}
            ids = set(_ids(call.args[0], how, cases))
            if ids:
                in_calls |= {id(node) for node in ast.walk(call.args[0])}
                yield ids, filled | ({"count"} if how == "counted" else set())
            else:
                by_variable |= filled
        loose = [
            node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in in_calls
        ]
        named = {str(node.value) for node in loose} & set(OURS)
        if named:
            yield named, by_variable


def _ids(told: ast.expr, how: str, cases: Mapping[str, set[str]]) -> Iterator[str]:
    match told:
        case ast.Constant(value=str(name)) if how == "named":
            yield from (f"{name}.{case}" for case in cases[name])
        case ast.Constant(value=str(name)) if how == "counted":
            yield from (f"{name}.{ONE}", f"{name}.{MANY}")
        case ast.Constant(value=str(name)):
            yield name
        case ast.IfExp(body=one, orelse=other):
            yield from (*_ids(one, how, cases), *_ids(other, how, cases))
        case _:
            return


def test_the_texts_that_comparisons_look_up_are_those_in_the_file_with_the_same_places() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for ids, filled in looked_up():
        for id in ids:
            assert id in OURS, id
            places[id] |= filled
            assert places_in(OURS[id]) <= filled, id
        if not any(id.endswith((f".{ONE}", f".{MANY}")) for id in ids):
            assert filled == set().union(*(places_in(OURS[id]) for id in ids)), ids
    assert set(places) == {id for id in OURS if id.startswith((*STARTS, SHARED))}


def test_words_that_are_in_the_data_are_no_texts_of_a_theme() -> None:
    assert WORDS.keys().isdisjoint(OURS)
    assert all(id.startswith(STARTS) for id in WORDS)


def test_the_texts_that_writers_look_up_are_those_in_the_file() -> None:
    template = (Path(ours.__file__).parent / "shipped" / "report.typ").read_text("utf-8")
    said = dict(SAID.findall(template))
    assert said
    every = {**html.WORDS, **markdown.WORDS, **said}
    others = (*STARTS, "prepare.")
    assert every == {id: OURS[id] for id in OURS if id.startswith(ELSEWHERE) and not id.startswith(others)}
