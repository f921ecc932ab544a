"""Interviews of any length have a report in every format, which grows as they do."""

from __future__ import annotations

from functools import cache

import pytest

from chatbot.interview.interview import Interview
from chatbot.report.formats import Format
from chatbot.report.making import Wish, make_report
from chatbot.report.theme.ours import our_theme
from tests.long_interviews import long_interview
from tests.report.pdf.reading import opened
from tests.report.whole.lives import said_in, source
from tests.report.whole.reading import lacking

FEW, MANY, MOST = 250, 1000, 10_000
READ = tuple(form for form in Format if form is not Format.PDF)

held = cache(long_interview)


def made(interview: Interview, form: Format) -> bytes:
    return make_report(source(interview), Wish(form=form), our_theme()).written.data


@pytest.mark.parametrize("form", Format)
def test_a_report_grows_as_its_interview_does(form: Format) -> None:
    none, few, many = (len(made(held(events), form)) for events in (1, FEW, MANY))
    assert many - none < (few - none) * MANY / FEW * 1.5


@pytest.mark.parametrize("form", READ)
def test_ten_thousand_events_have_a_report_with_every_word(form: Format) -> None:
    interview = held(MOST)
    words = [one for one in dict.fromkeys(said_in(interview)) if one][::97]
    assert lacking(form, made(interview, form), words) == []


def test_and_they_have_a_pdf() -> None:
    """Its words are read back of shorter ones: that takes long."""
    reader = opened(made(held(MOST), Format.PDF))
    assert len(reader.pages) > MOST / 100
    assert reader.outline
