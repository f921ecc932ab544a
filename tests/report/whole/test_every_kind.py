"""Every kind of interview has a report for everybody, on any paper, whose first page is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from pypdf.generic import Destination

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.interview import Interview
from chatbot.report.formats import FOR_PROGRAMS, Format
from chatbot.report.making import Wish, make_report
from chatbot.report.sample import replay_sample, sample_names
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.composing import document_of
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Paper
from tests.conftest import Begin
from tests.report.conftest import Answering, content, option_for
from tests.report.pdf.reading import bare, found, opened, pages_of
from tests.report.whole.lives import said_in, source
from tests.report.whole.reading import FOR_PEOPLE, as_json, lacking

TITLE = QuestionId("initiative_title")
Made = Callable[[str], Interview]


@pytest.fixture
def kind(begin: Begin, answering: Answering) -> Made:
    """An interview by the name of its kind."""

    def make(name: str) -> Interview:
        match name:
            case "sample":
                return replay_sample(sample_names()[0])[1]
            case "nothing answered":
                return begin()
            case "unfinished":
                return answering(until="last_decision")
            case "finished early":
                interview = begin()
                interview.answer(TITLE, Answer(text="ChangeLink"), "")
                interview.finish(all_the_same=True)
                return interview
            case "contradictory":
                interview = answering()
                for fact, value in (
                    ("initiative.ambition", "distribution"),
                    ("initiative.distribution_applies", "false"),
                ):
                    question, option = option_for(interview, FactId(fact), value)
                    interview.answer(question, Answer(option=option.id), "")
                return interview
            case "all not known":
                interview = answering(initiative_title="ChangeLink")
                interview.finish(all_the_same=True)
                return interview
            case _:
                interview = answering(initiative_title="A very long title " * 277)
                interview.note("a very long note " * 1177, TITLE)
                interview.evidence("x" * 20_000, TITLE)
                interview.finish(all_the_same=True)
                return interview

    return make


KINDS = (
    "sample",
    "nothing answered",
    "unfinished",
    "finished early",
    "contradictory",
    "all not known",
    "very long",
)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("form", Format)
def test_every_format_is_made_and_has_every_word(kind: Made, form: Format, name: str) -> None:
    interview = kind(name)
    data = make_report(source(interview), Wish(form=form), our_theme()).written.data
    assert lacking(form, data, [one for one in said_in(interview) if one]) == []


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_without_the_transcript_every_heading_is_found_and_that_one_is_not(
    kind: Made, form: Format, name: str
) -> None:
    wish = Wish(form=form, transcript=False)
    theme = our_theme()
    document = document_of(content(kind(name)), wish.audience, theme, with_transcript=False)
    titles = [one.title for one in document.sections]
    data = make_report(source(kind(name)), wish, theme).written.data
    assert theme.texts["title.transcript"] not in titles
    assert lacking(form, data, [*titles, theme.texts["notice.without_transcript"]]) == []


@pytest.mark.parametrize("name", KINDS)
def test_json_without_the_transcript_keeps_to_the_schema(kind: Made, name: str) -> None:
    wish = Wish(form=FOR_PROGRAMS[0], transcript=False)
    assert as_json(make_report(source(kind(name)), wish, our_theme()).written.data)["transcript"] is None


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("audience", "paper"),
    [(Audience.BOARD, Paper.A4), (Audience.BOARD, Paper.LETTER), (Audience.RECORD, Paper.LETTER)],
)
def test_what_has_a_page_of_its_own_is_on_one_page(
    kind: Made, audience: Audience, paper: Paper, name: str
) -> None:
    wish, theme = (
        Wish(form=Format.PDF, audience=audience, redact=True, transcript=False),
        replace(our_theme(), paper=paper),
    )
    interview = kind(name)
    document = document_of(content(interview), audience, theme, with_transcript=False)
    data = make_report(source(interview), wish, theme).written.data
    pages, reader = pages_of(data), opened(data)
    assert found(document.title, pages[0])
    first, second = document.sections[:2]
    assert first.own_page
    begins = {
        bare(str(one.title)): reader.get_destination_page_number(one) for one in bookmarks(reader.outline)
    }
    assert {begins[bare(one.title)] for one in (first, *first.sections)} == {0}
    assert begins[bare(second.title)] in (1, 2)
    contents = bare(theme.texts.get("contents", "Contents") + first.title)
    assert pages[1].startswith((contents, bare(second.title)))


def bookmarks(outline: list[Destination | list[Destination]]) -> Iterator[Destination]:
    for one in outline:
        yield from bookmarks(one) if isinstance(one, list) else (one,)
