"""What holds of the document of every interview: nothing is lost, nothing controls, nothing changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Answered, Evidenced, Noted
from chatbot.interview.interview import Interview
from chatbot.report.content.contents import Content
from chatbot.report.document.nodes import Document, Items, Paragraph, Quote, Table, Turn
from chatbot.report.document.signs import on_one_line, signs
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.composing import document_of
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import content
from tests.report.documents import HOSTILE
from tests.report.shown import blocks_of, sections_of, shown, texts_of

MANY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)


def made(report: Content, audience: Audience = Audience.RECORD) -> Document:
    return document_of(report, audience, our_theme())


def lacking(document: Document, said: list[str]) -> list[str]:
    """What is found neither with all its lines nor on one line."""
    lines, line = shown(document), on_one_line(shown(document))
    return [one for one in said if signs(one) not in lines and on_one_line(one) not in line]


def check_safe(document: Document) -> None:
    """No text controls anything, and only what may have several lines has some."""
    texts = texts_of(document)
    assert not [one for one in texts if CONTROLS.search(one)]
    verbatim = {one.words for one in (*blocks_of(document, Quote), *blocks_of(document, Turn))}
    assert not [one for one in texts if ("\n" in one or "\t" in one) and one not in verbatim]


def check_shape(document: Document) -> None:
    """What writers rely on."""
    every = list(sections_of(document))
    assert len({one.id for one in every}) == len(every)
    assert all(one.title and re.fullmatch(r"[a-z0-9_]+", one.id) for one in every)
    for table in blocks_of(document, Table):
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}
    for listed in blocks_of(document, Items):
        assert listed.items
        assert all(isinstance(item[0], Paragraph) for item in listed.items)
    assert all(one.text for one in blocks_of(document, Paragraph))
    assert all(one.blocks or one.sections for one in every)


@MANY
@given(data=st.data())
def test_everything_that_was_said_is_in_the_record_in_force_or_not(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=25))
    report = content(interview)
    said: list[str] = []
    for event in interview.state.events:
        match event.what:
            case Answered(text=text, words=words, remark=remark, reasons=reasons):
                said += [text, words, remark, *reasons.values()]
            case Noted(text=text) | Evidenced(text=text):
                said.append(text)
    document = made(report)
    assert lacking(document, said) == []
    if report.judged:
        warnings = [text for one in report.judged.warnings for text in (one.title, one.says, one.action)]
        assert lacking(document, warnings) == []


@MANY
@given(data=st.data(), audience=st.sampled_from(Audience))
def test_no_audience_gets_anything_that_controls_or_that_a_writer_trips_over(
    begin: Begin, data: st.DataObject, audience: Audience
) -> None:
    dialog = data.draw(st.sampled_from(["readiness", "quick"]))
    report = content(data.draw(steps(begin(dialog), most=25)))
    document = made(report, audience)
    check_safe(document)
    check_shape(document)
    assert made(report, audience) == document


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_person_types_is_never_anything_but_text(begin: Begin, hostile: str) -> None:
    words = hostile.replace("\ud800", "")  # an event holds none
    interview = all_said(begin(), words)
    for audience in Audience:
        document = made(content(interview), audience)
        check_safe(document)
        check_shape(document)
    assert lacking(made(content(interview)), [words]) == []


def all_said(interview: Interview, words: str) -> Interview:
    """An interview in which the same is said to everything."""
    route = interview.held.manager.route
    interview.note(words, QuestionId(interview.state.stage))
    while interview.state.stage in route.question:
        question = route.question[QuestionId(interview.state.stage)]
        match question.kind:
            case "text":
                interview.answer(question.id, Answer(text=words), words, words)
            case "choice":
                interview.answer(question.id, Answer(option=question.options[0].id), words, words)
            case _:
                interview.evidence(words, question.id)
                interview.skip(question.id)
    return interview
