"""Tensions and left-out questions in a report."""

from __future__ import annotations

import json

from chatbot.conversation.talk import Talk
from chatbot.facts import FactId
from chatbot.interview.interview import Interview
from chatbot.report.content.contents import Content, Progress
from chatbot.report.data.interview_json import to_json
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.composing import document_of
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.conftest import Answering, content
from tests.report.shown import advice_lines, shown

USAGE = ["ChangeLink", "skip", "3", "1", "5", "1", "2"]
LEFT = ["ChangeLink", "skip", "3", "1", "5", "1", "1", "yyyy", "1", "nyyy", "later"]
LEFT += ["1", "1", "1", "1", "yyyy", "1", "yyny", "finish"]
HOSTILE = "[b](x) <script> | # \x1b[2J"


def written(report: Content) -> str:
    """The whole report as text."""
    return shown(document_of(report, Audience.RECORD, our_theme()))


def talked(interview: Interview, *words: str) -> Interview:
    talk = Talk(interview)
    list(talk.so_far())
    for one in words:
        talk.say(one)
    return interview


def test_a_tension_stands_with_both_sides_and_what_explains_it(begin: Begin) -> None:
    report = content(talked(begin(), *USAGE, HOSTILE))
    (tension,) = report.tensions
    assert tension.id == "metric_and_usage"
    assert [one.fact for one in tension.between] == [
        "business_case.value_metric",
        "business_case.vanity_metric",
    ]
    assert [(one.text, one.declined) for one in tension.explanations] == [(HOSTILE, False)]
    assert tension.explained
    assert all(note.text != HOSTILE for note in report.spoken.notes)
    read = json.loads(to_json(report))["tensions"]
    assert [(one["id"], one["explained"], one["explanations"][0]["words"]) for one in read] == [
        ("metric_and_usage", True, HOSTILE)
    ]
    assert tension.title in written(report)


def test_one_that_was_left_open_or_passed_by_is_named_without_an_explanation(begin: Begin) -> None:
    for words, declined in (("later", [True]), ("yyyy", [])):
        report = content(talked(begin(), *USAGE, words))
        (tension,) = report.tensions
        assert not tension.explained
        assert [one.declined for one in tension.explanations] == declined
        assert tension.ask.split()[0] in written(report)
        assert report.spoken.notes == ()


def test_what_explained_a_tension_that_is_gone_stays_as_a_note(begin: Begin) -> None:
    report = content(talked(begin(), *USAGE, "it was a slip", "the second", "back 7", "1", "yes"))
    assert report.tensions == ()
    assert [note.text for note in report.spoken.notes] == ["it was a slip"]


def test_without_a_tension_there_is_no_section_about_any(answering: Answering) -> None:
    report = content(answering("sector"))
    assert report.tensions == ()
    assert json.loads(to_json(report))["tensions"] == []


def test_the_words_said_about_a_tension_change_no_conclusion(begin: Begin) -> None:
    one, other = (content(talked(begin(), *USAGE, words)) for words in ("later", "because"))
    assert one.assessment == other.assessment
    assert one.assessment
    named = one.assessment["tensions"]
    assert isinstance(named, list)
    assert len(named) == 1


def test_what_was_left_out_is_said_with_the_warnings_that_it_could_have_brought(begin: Begin) -> None:
    interview = talked(begin(), *LEFT)
    report = content(interview)
    assert report.progress is Progress.FINISHED
    assert report.left_out
    assert report.left_out.decided
    assert list(report.left_out.questions) == [gap.question for gap in report.spoken.gaps if not gap.skipped]
    assert "Automation runs ahead of its controls" in report.left_out.warnings
    assert report.left_out.says in advice_lines(report)
    assert json.loads(to_json(report))["left_out"]["decided"] is True
    assert FactId("expert.decision_owner") not in report.statements
    interview.reopen()
    assert content(interview).left_out is None


def test_what_was_left_out_on_request_is_said_as_such(begin: Begin) -> None:
    report = content(talked(begin(), *USAGE, "finish", "yes"))
    assert report.left_out
    assert not report.left_out.decided
    assert report.left_out.warnings == ()
    assert report.left_out.says.split(":")[0] in written(report)


def test_with_every_question_dealt_with_nothing_was_left_out(answering: Answering) -> None:
    interview = answering()
    interview.finish()
    assert content(interview).left_out is None
