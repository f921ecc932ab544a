"""Interviews of different versions of the knowledge base are judged by one, and it is said so."""

from __future__ import annotations

import re
from html import unescape

import pytest

from chatbot.dialog.answers import Answer
from chatbot.report import making
from chatbot.report.comparing.compared import Compared, judged_by
from chatbot.report.comparing.data import Caution
from chatbot.report.comparing.moves import Movement
from chatbot.report.comparing.progress import progress_of
from chatbot.report.comparing.side_by_side import side_by_side_of
from chatbot.report.formats import Format
from chatbot.report.theme.ours import our_theme
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.report.comparing.conftest import Holding, edited, renamed

MILDER = edited(
    knowledge_bundle(),
    "rules.yaml",
    "      - {sign: present}\n",
    "      - {signals.absent: all}\n",
)
"""A version in which a warning sign alone puts no layer at risk."""

AS_PAGE = making.Wish(form=Format.HTML)
GROUP = re.compile(r"<g ([^>]*data-[^>]*)>")
DATA = re.compile(r'data-([a-z]+)="([^"]*)"')

OLD_NAME = "integration.way_in"
NEW_NAME = "integration.controlled_interface"


@pytest.fixture(scope="module")
def by_milder_rules(holding: Holding) -> Compared:
    """The answers of the worked example, given when the rules were milder."""
    return holding("earlier", knowledge=MILDER)


def test_a_rule_that_changed_does_not_pass_for_a_move(holding: Holding, by_milder_rules: Compared) -> None:
    later = holding("later", days=60)
    progress = progress_of(by_milder_rules, later)
    assert by_milder_rules.pin != later.pin
    assert progress.facts == ()
    assert not any(one.moved for one in progress.conclusions)
    assert Caution.OTHER_RULES in progress.cautions
    assert progress.rules.framework.hash == later.pin
    assert progress.rules.anew == ("earlier",)


def test_what_an_own_report_says_otherwise_is_listed(holding: Holding, by_milder_rules: Compared) -> None:
    progress = progress_of(by_milder_rules, holding("later", days=60))
    differences = {one.id: (one.own, one.here) for one in progress.rules.differences}
    assert differences["layer.operating_model"] == ("developing", "at risk")
    assert "layer.business_case" not in differences


def test_answers_still_account_for_what_they_moved(holding: Holding, by_milder_rules: Compared) -> None:
    later = holding("later", {"after_the_project": Answer(option="agreed_team")}, days=60)
    progress = progress_of(by_milder_rules, later)
    moved = next(one for one in progress.conclusions if one.id == "layer.operating_model")
    assert (moved.before.value, moved.movement) == ("at_risk", Movement.FORWARD)
    assert moved.account and moved.account.sets == (("operating_model.temporary_task_force",),)


def test_a_fact_that_the_later_rules_do_not_know_is_named_and_not_judged(holding: Holding) -> None:
    earlier = holding(
        "earlier",
        dialog=renamed(dialog_bundle("readiness"), NEW_NAME, OLD_NAME),
        knowledge=renamed(knowledge_bundle(), NEW_NAME, OLD_NAME),
    )
    progress = progress_of(earlier, holding("later", days=60))
    assert progress.rules.left_out == (OLD_NAME,)
    changed = {one.fact: one for one in progress.facts}
    assert set(changed) == {OLD_NAME, NEW_NAME}
    assert not changed[OLD_NAME].judged and changed[NEW_NAME].judged
    assert changed[OLD_NAME].label == changed[NEW_NAME].label
    for one in progress.conclusions:
        if one.account:
            assert one.account.sets == ((NEW_NAME,),)


def test_several_are_all_judged_by_the_latest(holding: Holding, by_milder_rules: Compared) -> None:
    several = side_by_side_of([holding("later", days=60), by_milder_rules])
    assert several.rules.anew == ("earlier",)
    standings = [
        next(one.value for one in each.standings if one.id == "layer.operating_model")
        for each in several.initiatives
    ]
    assert standings == ["at_risk", "at_risk"]
    assert {one.interview for one in several.rules.differences} == {"earlier"}


def test_a_picture_can_be_drawn_of_it_by_the_later_rules(holding: Holding, by_milder_rules: Compared) -> None:
    later = holding("later", days=60)
    judged = judged_by(by_milder_rules, later)
    assert judged
    assert {one.id: one.standing for one in judged.layers}["operating_model"] == "at_risk"
    assert judged_by(later, later) == later.content.judged


def test_pictures_say_what_the_text_says_where_rules_differ_and_where_they_do_not(
    example: Compared, holding: Holding, by_milder_rules: Compared
) -> None:
    later = holding("later", {"after_the_project": Answer(option="agreed_team")}, days=60)
    for earlier in (by_milder_rules, example):
        progress = progress_of(earlier, later)
        told = {one.id: (one.before.value, one.after.value) for one in progress.conclusions}
        shown = drawn(making.make_progress(source(earlier), source(later), AS_PAGE, our_theme()))
        layers = {data["layer"]: (data["before"], data["after"]) for data in shown if "layer" in data}
        assert layers
        assert all(told[f"layer.{id}"] == both for id, both in layers.items())
        several = side_by_side_of([later, earlier])
        beside = drawn(making.make_side_by_side([source(later), source(earlier)], AS_PAGE, our_theme()))
        standings = [(data["layer"], data["standing"]) for data in beside if "layer" in data]
        assert standings == [
            (one.id.removeprefix("layer."), one.value)
            for each in several.initiatives
            for one in each.standings
            if one.id.startswith("layer.")
        ]


def test_there_is_no_picture_where_it_could_not_say_what_the_text_says(
    example: Compared, by_milder_rules: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.report.illustrating.judged_by", lambda one, by: None)
    one, other = source(example), source(by_milder_rules)
    assert drawn(making.make_progress(one, other, AS_PAGE, our_theme())) == []
    assert drawn(making.make_side_by_side([one, other], AS_PAGE, our_theme())) == []


def source(one: Compared) -> making.Source:
    """What a report is made of."""
    return making.Source(interview=one.interview, events=one.events, held=one.held)


def drawn(made: making.Made) -> list[dict[str, str]]:
    """The data of everything in the pictures of a page."""
    return [
        {key: unescape(value) for key, value in DATA.findall(tag)}
        for tag in GROUP.findall(made.written.data.decode())
    ]
